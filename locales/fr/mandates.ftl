colleague = Collègue
newcomer-title = Ajouter une personne
newcomer-lead = Vous devenez son référent. Elle reçoit ses lettres à cette adresse, et entre sans mot de passe.
newcomer-first = Prénom
newcomer-last = Nom
newcomer-email = Adresse e-mail
newcomer-email-hint = Elle est à elle seule : c’est sa clé d’entrée.
newcomer-phone = Téléphone (si elle veut)
newcomer-place = Commune ou code postal (si elle veut)
newcomer-radius = Jusqu’où va-t-elle, en km (15 sinon)
newcomer-button = Ajouter
transfer-title = Confier à un collègue
transfer-text = Votre collègue devient le référent. Le dossier se ferme pour vous. Rien d’autre ne change pour la personne.
transfer-button = Confier
covers-title = Remplacement
covers-now = En ce moment
covers-end = Finir le remplacement
covers-nobody = Vous êtes seul dans votre organisme : personne ne peut vous remplacer ici.
covers-new = Se faire remplacer
covers-date = Jusqu’au
covers-date-hint = Ce jour compris. Le remplacement finit seul.
covers-button = Enregistrer le remplacement
import-title = Importer un fichier
import-lead = Un fichier CSV, une personne par ligne. Il est vérifié en entier d’abord : si une ligne ne va pas, rien n’est ajouté.
import-columns = Colonnes, les trois premières sont nécessaires :
import-file = Fichier
import-file-hint = UTF-8 ou Windows-1252, point-virgule ou virgule, 2 000 lignes au plus.
import-text = Ou collez les lignes ici, en-tête compris
import-button = Vérifier et importer
import-nothing = Rien n’a été ajouté. Corrigez ces lignes, puis renvoyez le fichier.
import-line = Ligne
import-wrong = À corriger
imported-title = Import
imported-left = Lignes qui n’ont pas pu être ajoutées. Les autres le sont.
export-title = Exporter la liste
flash-person-added = La personne est ajoutée. Vous êtes son référent.
flash-transferred = La personne est confiée à votre collègue. Son dossier vous est fermé.
flash-cover-set = Le remplacement est enregistré.
flash-cover-ended = Le remplacement est fini.
error-email-of-another = Cette adresse est celle d’un autre compte. Vérifiez l’adresse et le nom.
error-followed-by-colleague = Un collègue de votre organisme suit déjà cette personne. Demandez-lui de vous la confier.
error-followed-elsewhere = Un autre organisme suit déjà cette personne. Rien n’a été changé : il doit finir son accompagnement d’abord.
error-cover-past = Choisissez un jour à venir.
error-cover-nobody = Vous n’êtes le référent de personne pour l’instant.
error-phone-invalid = Ce téléphone n’est pas complet. Exemple : 06 39 98 00 01
error-import-unreadable = Ce fichier n’a pas pu être lu. Enregistrez-le au format CSV.
error-import-empty = Ce fichier ne contient personne.
error-import-columns = Cette ligne a plus de cases que l’en-tête.
error-import-twice = Cette adresse est deux fois dans le fichier.
# $days (String) - a figure
error-cover-too-long = Un remplacement dure { $days } jours au plus.
# $columns (String) - the names of columns
error-import-header = L’en-tête ne va pas. Utilisez ces colonnes, les trois premières sont nécessaires : { $columns }
# $max (String) - a figure
error-import-too-long = { $max } lignes au plus à la fois. Coupez le fichier en deux.
# $n (Number) - how many people
covers-lead = { $n ->
    [0] Vous n’êtes le référent de personne.
    [one] Votre collègue verra et suivra { $n } personne à votre place.
   *[other] Votre collègue verra et suivra { $n } personnes à votre place.
}
# $until (String) - date
covers-until = jusqu’au { $until }
# $n (Number) - how many more lines
import-more = { $n ->
    [one] Une autre ligne est à corriger.
   *[other] { $n } autres lignes sont à corriger.
}
# $done (Number) - lines
# $total (Number) - lines
imported-progress = En cours : { $done } lignes sur { $total }. Vous pouvez quitter cette page.
# $total (Number) - lines
imported-done = { $total ->
    [one] Terminé : une ligne.
   *[other] Terminé : { $total } lignes.
}
# $n (Number) - people
imported-added = Ajoutées : { $n }
# $n (Number) - people
imported-taken-over = Déjà connues, maintenant suivies par vous : { $n }
# $n (Number) - people
imported-already = Déjà suivies par vous : { $n }
imported-again = Voir où il en est
referent-same = Rien d’autre ne change : votre accompagnement continue.
# $advisor (String) - the new referent
referent-subject = { $advisor } vous accompagne maintenant
# $advisor (String) - the new referent
# $service (String) - where the referent works
referent-lead = { $advisor } ({ $service }) vous accompagne maintenant.

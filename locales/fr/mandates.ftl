colleague = Collègue
newcomer-title = Ajouter une personne
newcomer-lead = Vous devenez son référent. Avec une adresse, elle reçoit ses lettres et entre sans mot de passe. Sans adresse, vous la suivez avec la fiche papier, le SMS et son accord oral.
newcomer-first = Prénom
newcomer-last = Nom
newcomer-email = Adresse e-mail
newcomer-email-hint = Si elle en a une. Elle est à elle seule : c’est sa clé d’entrée.
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
covers-nobody = Vous êtes seul dans votre organisme : personne ne peut vous remplacer ici.
covers-new = Se faire remplacer
covers-whom = Auprès de qui
covers-everyone = Toutes les personnes dont je suis le référent
covers-lead-all = Choisir toutes les personnes
covers-date = Jusqu’au
covers-date-hint = Ce jour compris. Le remplacement finit seul.
covers-button = Enregistrer le remplacement
import-title = Importer un fichier
import-lead = Un fichier CSV, une personne par ligne. Il est vérifié en entier d’abord : si une ligne ne va pas, rien n’est ajouté.
import-columns = Colonnes, les deux premières sont nécessaires :
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
flash-person-added-aloud = C’est noté. La personne est dans votre liste. Elle n’a pas d’adresse e-mail : aucune lettre ne part. Prévenez-la vous-même, et remettez-lui les fiches.
flash-person-added = C’est noté. Si l’adresse est nouvelle ici, la personne est dans votre liste. Sinon une lettre lui demande son accord.
flash-transferred = La personne est confiée à votre collègue. Son dossier vous est fermé.
flash-cover-set = Le remplacement est enregistré.
flash-cover-ended = Le remplacement est fini.
error-cover-past = Choisissez un jour à venir.
error-cover-nobody = Vous n’êtes le référent de personne pour l’instant.
error-phone-invalid = Ce téléphone n’est pas complet. Exemple : 06 39 98 00 01
error-import-unreadable = Ce fichier n’a pas pu être lu. Enregistrez-le au format CSV.
error-import-empty = Ce fichier ne contient personne.
error-import-columns = Cette ligne a plus de cases que l’en-tête.
error-import-twice = Cette personne est deux fois dans le fichier.
# $days (String) - a figure
error-cover-too-long = Un remplacement dure { $days } jours au plus.
# $columns (String) - the names of columns
error-import-header = L’en-tête ne va pas. Utilisez ces colonnes, les deux premières sont nécessaires : { $columns }
# $max (String) - a figure
error-import-too-long = { $max } lignes au plus à la fois. Coupez le fichier en deux.
# $name (String) - a person
covers-lead-one = Votre collègue verra et suivra { $name } à votre place.
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
imported-progress = En cours : { $done } lignes sur { $total }. Vous pouvez quitter cette page.
# $total (Number) - lines
imported-done = { $total ->
    [one] Terminé : une ligne.
   *[other] Terminé : { $total } lignes.
}
# $n (Number) - people
imported-added = Ajoutées ou sollicitées : { $n }
# $n (Number) - people
imported-already = Déjà suivies par vous : { $n }
imported-again = Voir où il en est
referent-same = Rien d’autre ne change : votre accompagnement continue.
referent-about = Escale est le service public des missions courtes. Personne ne vous oblige à en prendre : dire non, ou ne pas répondre, est sans effet sur vos droits.
referent-space = Votre espace est ici. On y entre par un lien reçu par e-mail, sans mot de passe. Vous pouvez aussi tout y supprimer.
# $advisor (String) - the new referent
referent-subject = { $advisor } vous accompagne maintenant
# $advisor (String) - the new referent
# $service (String) - where the referent works
referent-lead = { $advisor } ({ $service }) vous accompagne maintenant.
newcomer-known = Si une adresse est déjà connue ici, une lettre demande son accord à la personne. Elle n’est dans votre liste qu’ensuite. Si quelqu’un l’accompagne déjà, rien ne change.
requests-title = Un conseiller souhaite vous accompagner
requests-text = Rien ne change sans votre accord. Sans réponse, la demande s’efface après 30 jours, et personne n’est prévenu.
# $since (String)
requests-since = Demandé le { $since }
requests-agree = Je suis d’accord
flash-referent-agreed = C’est noté : vous êtes accompagné.
error-followed-already = Quelqu’un vous accompagne déjà. Rien n’a été changé.
# $advisor (String)
request-subject = { $advisor } souhaite vous accompagner
# $advisor (String)
# $service (String)
request-lead = { $advisor } ({ $service }) souhaite vous accompagner ici.
request-free = Rien ne change sans votre accord. Sans réponse, la demande s’efface après 30 jours, et personne n’est prévenu.
request-open = Pour lire la demande et répondre, ouvrez ce lien :
# $advisor (String)
# $service (String)
request-elsewhere = { $advisor } ({ $service }) a voulu vous ajouter à sa liste.
# $referent (String)
request-followed = { $referent } vous accompagne déjà : rien ne change. Pour changer, parlez-en avec votre conseiller.
file-no-email = Pas d’adresse e-mail. Aucune lettre ne part : remettez-lui la fiche, lisez-lui la proposition, ou envoyez le SMS si elle a un téléphone.
error-spoken-needs-phone = Cette personne n’a pas d’adresse e-mail. Si elle partage son téléphone, la plateforme peut lui répondre. Sinon, la réponse n’arriverait à personne.
address-label = Elle a maintenant une adresse e-mail
address-hint = Une lettre part à cette adresse. Elle devient la sienne quand elle ouvre le lien.
address-button = Envoyer la lettre
flash-address-asked = La lettre part à cette adresse.
error-address-known = Cette personne a déjà une adresse. Elle seule la change.
# $advisor (String)
address-subject = { $advisor } vous ouvre un espace
# $advisor (String)
# $service (String)
address-lead = { $advisor } ({ $service }) vous accompagne, et vous lui avez donné cette adresse.
address-open = Ouvrez ce lien pour lire vos propositions et votre dossier ici, sans mot de passe. Il est valable 7 jours :
address-press = Ouvrir mon espace
address-mistake = Cette lettre n’est pas pour vous ? Ne faites rien.
error-asked-lately = Vous avez déjà ajouté cette adresse il y a moins de 30 jours. Attendez 30 jours avant de recommencer, ou parlez-en avec la personne.
error-name-known = Une personne de ce nom est déjà dans votre liste. Si c’est quelqu’un d’autre, donnez un téléphone qui les distingue.

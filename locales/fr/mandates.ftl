colleague = Collègue
newcomer-title = Ajouter une personne
newcomer-lead = C’est vous qui la suivez. Avec une adresse, elle reçoit ses lettres et entre sans mot de passe. Sans adresse, vous la suivez avec la fiche papier, le SMS et son accord oral.
newcomer-first = Prénom
newcomer-last = Nom
newcomer-email = Adresse e-mail
newcomer-email-hint = Si elle en a une. Elle est à elle seule : c’est sa clé d’entrée.
newcomer-phone = Téléphone (si elle veut)
newcomer-place = Commune ou code postal (si elle veut)
newcomer-radius = Jusqu’où va-t-elle, en km (15 sinon)
newcomer-button = Ajouter
transfer-title = Confier à un collègue
transfer-text = C’est maintenant votre collègue qui suit cette personne. Le dossier se ferme pour vous. Rien d’autre ne change pour elle.
transfer-button = Confier
covers-title = Remplacement
covers-now = En ce moment
covers-end = Finir le remplacement
covers-nobody = Vous êtes seul dans votre organisme : personne ne peut vous remplacer ici.
covers-new = Se faire remplacer
covers-whom = Auprès de qui
covers-everyone = Toutes les personnes que je suis
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
error-cover-nobody = Vous ne suivez personne pour l’instant.
error-phone-invalid = Ce téléphone n’est pas complet. Exemple : 06 39 98 00 01
error-import-unreadable = Ce fichier n’a pas pu être lu. Enregistrez-le au format CSV.
error-import-empty = Il n’y a personne à importer. Choisissez un fichier, ou collez les lignes.
error-import-columns = Cette ligne a plus de cases que l’en-tête.
error-import-twice = Cette personne est deux fois dans le fichier.
# $days (String) - a figure
error-cover-too-long = Un remplacement dure { $days } jours au plus.
# $max (String) - a figure
error-import-too-long = { $max } lignes au plus à la fois. Coupez le fichier en deux.
# $name (String) - a person
covers-lead-one = Votre collègue verra et suivra { $name } à votre place.
# $n (Number) - how many people
covers-lead = { $n ->
    [0] Vous ne suivez personne.
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
requests-title = Quelqu’un souhaite vous accompagner
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
request-followed = { $referent } vous accompagne déjà : rien ne change. Pour changer, parlez-en avec la personne qui vous suit.
file-no-email = Pas d’adresse e-mail. Aucune lettre ne part : remettez-lui la fiche, lisez-lui la proposition, ou envoyez le SMS si elle a un téléphone.
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
dash-no-contact = Pas de moyen de contact envoyé. Répondez ici : votre réponse est transmise.
# $name (String) - a column of the file
error-import-column-unknown = Colonne inconnue : « { $name } ». Retirez-la, ou donnez-lui un des noms ci-dessus.
# $name (String) - a column of the file
# $near (String) - a column of ours
error-import-column-near = Colonne inconnue : « { $name } ». Vouliez-vous écrire « { $near } » ?
# $name (String) - a column of the file
error-import-column-twice = La colonne « { $name } » est là deux fois.
# $name (String) - a column of ours
error-import-column-missing = Il manque la colonne « { $name } ».
import-colleagues = Vous importez aussi pour vos collègues : ajoutez une colonne « conseiller » avec leur adresse e-mail. Une case vide : la personne est pour vous.
error-import-colleague-manager = Cette personne est pour un autre membre de votre organisme : demandez à la personne responsable de l’importer.
error-import-colleague-unknown = Aucun membre de votre organisme n’a cette adresse. Qui est invité doit d’abord accepter l’invitation.
unheld-title = Personnes à reprendre
unheld-lead = Ces personnes sont accompagnées par votre organisme, et plus personne ne les suit. Leur accompagnement continue. Leur dossier s’ouvre pour qui les reprend.
unheld-none = Chaque personne de votre organisme est suivie.
unheld-whom = Qui reprenez-vous ?
# $from (String) - who followed her before
unheld-from = Suivie avant par { $from }
unheld-take = Reprendre ces personnes
unheld-subject = Des personnes ne sont plus suivies
# $n (Number) - people
unheld-count = { $n ->
    [one] Une personne de votre organisme n’est plus suivie par personne.
   *[other] { $n } personnes de votre organisme ne sont plus suivies par personne.
}
unheld-goes-on = Leur accompagnement continue, et attend qui le reprend.
unheld-do = Reprenez ces personnes, ou demandez-le à un membre de votre équipe :
unheld-hers-subject = Votre organisme cherche qui vous accompagne
# $advisor (String) - the referent until now
# $service (String) - the service
unheld-hers = { $advisor } ne vous suit plus. { $service } cherche qui prend la suite.
follow-unheld = Votre organisme cherche qui vous suit
give-back-title = Ne plus suivre cette personne
give-back-text = Son accompagnement continue. Elle reçoit une lettre si elle a une adresse. Son dossier se ferme pour vous. La personne responsable de votre organisme est prévenue, et l’équipe voit son nom dans les personnes à reprendre.
give-back-button = Rendre à mon organisme
flash-given-back = C’est fait : votre organisme est prévenu. L’accompagnement de cette personne continue.
flash-taken-over = C’est fait : vous suivez maintenant ces personnes.
error-take-nobody = Cochez au moins une personne. Si elle n’est plus dans la liste, quelqu’un l’a déjà reprise.

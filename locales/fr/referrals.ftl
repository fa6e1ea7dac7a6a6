person-none = Aucune mission ne va dans ses horaires, près de chez elle, aujourd’hui. De nouvelles missions arrivent chaque heure.
person-no-place = Sa commune n’est pas connue : personne ne peut dire quelles missions sont près de chez elle. Demandez-lui où elle habite, et réglez-le avec elle. Si elle a un espace ici, elle peut aussi le faire elle-même.
person-label = label actif
person-propose = Proposer
person-proposed-already = Déjà proposée
person-sent = Missions proposées
person-sent-none = Rien pour l’instant.
person-take-back = Retirer
confirm-lead = Voici exactement le texte pour cette personne. La personne le reçoit comme elle l’a choisi : par e-mail, ou dans son espace.
confirm-lead-aloud = Cette personne n’a pas d’adresse e-mail : aucune lettre ne part. Voici les mots à lui dire. Ensuite, la fiche à imprimer et le texte du SMS sont sur sa page.
confirm-subject = Objet :
confirm-note = Ajouter un mot (si vous voulez)
confirm-note-hint = Il sera placé après la mission, sous votre nom. 500 caractères au plus.
confirm-button = Confirmer
confirm-leave = Ne pas proposer
confirm-promise = Vous ne saurez pas si la personne a ouvert ce message, ni ce qu’elle a choisi, sauf si elle le partage.
sent-everyone = Toutes les personnes
sent-from = Proposé à partir du
sent-until = Jusqu’au
sent-all = Tout montrer
sent-nothing = Aucune proposition ne répond à cette demande.
sent-title = Missions proposées
sent-none = Vous n’avez rien proposé pour l’instant
sent-none-text = Ouvrez la page d’une personne : les missions qui vont dans ses horaires y sont.
sent-mission = Mission
sent-date = Proposée le
sent-state = État
sent-open = Proposée
sent-close = Close
close-cause-offer-ended = mission terminée
close-cause-taken-back = retirée
flash-proposed = La mission est proposée. La personne l’apprend comme elle l’a choisi : par e-mail, ou dans son espace.
flash-proposed-aloud = La mission est proposée. Aucune lettre ne part : dites-la-lui, ou remettez-lui la fiche. Si elle a un téléphone, le texte du SMS est prêt aussi.
flash-taken-back = La proposition est retirée.
blocked-proposals-not-wanted = Cette personne ne souhaite pas recevoir de propositions. C’est son choix, sans effet sur ses droits. Elle peut voir toutes les missions elle-même, et vous pouvez lui en parler de vive voix.
blocked-follow-up-not-active = L’accompagnement de cette personne n’est pas actif : rien ne peut lui être proposé ici. Elle peut voir toutes les missions elle-même.
blocked-referral-already-open = Cette mission est déjà proposée à cette personne. Vous pouvez retirer la proposition ou en choisir une autre.
blocked-referral-closed = Cette proposition est déjà close. Il n’y a rien à faire.
blocked-label-not-active = Le label de la plateforme n’est plus actif : ses missions ne sont plus proposées. Celles de la liste sont ouvertes.
blocked-offer-label = Le label de la plateforme n’est plus actif : ses missions ne sont plus proposées. Celles de la liste sont ouvertes.
blocked-offer-ended = Cette mission est terminée, ou la plateforme l’a retirée. Celles de la liste sont ouvertes.
blocked-offer-masked = Cette mission est masquée le temps d’une vérification. Celles de la liste sont ouvertes.
blocked-offer-silent = La plateforme n’a pas confirmé cette mission depuis trois jours. Celles de la liste sont ouvertes.
blocked-offer-full = Toutes les places de cette mission viennent d’être prises. Celles de la liste sont ouvertes.
proposal-link-to-come = [son lien personnel]
proposal-code-to-come = [numéro à venir]
proposal-pay = Rémunération
proposal-open = Pour voir la mission et choisir, ouvrez ce lien :
proposal-open-button = Voir la mission et choisir
# $n (Number) - links
proposal-once = { $n ->
    [one] Ce lien est pour vous seulement. Il sert une fois, pendant 7 jours.
   *[other] Ces liens sont pour vous seulement. Chacun sert une fois, pendant 7 jours.
}
proposal-silence = Vous pouvez ne pas répondre.
proposal-goes-on = Votre accompagnement continue, quoi que vous choisissiez.
receipt-genuine = Ce récépissé est authentique.
receipt-meaning = Il dit ce que l’annonce disait à cette date, signé par ce service. Il ne nomme personne. La mission a pu changer depuis.
receipt-label = Label
receipt-download = Télécharger le fichier signé
receipt-today = Voir la mission aujourd’hui
receipt-broken = Ce récépissé n’est pas authentique.
receipt-broken-text = La signature ne correspond pas au document. Ne vous y fiez pas, et prévenez-nous.
receipt-check = Vérifier soi-même, sans nous
receipt-check-text = Le fichier contient le document exact, la signature (Ed25519, en hexadécimal) et la clé publique. Tout outil Ed25519 peut vérifier la signature du document, hors ligne. Comparez la clé à la liste publiée.
receipt-key = Clé
receipt-public-key = Clé publique
receipt-keys = Les clés publiées
# $km (Number) - kilometres
person-radius = jusqu’à { $km } km
# $n (Number) - how many missions fit
person-fit = { $n ->
    [0] Aucune mission dans ses horaires
    [one] { $n } mission dans ses horaires
   *[other] { $n } missions dans ses horaires
}
# $n (Number) - this page
# $all (Number) - how many pages there are
person-page = Page { $n } sur { $all }
# $name (String) - a person
confirm-title = Proposer cette mission à { $name } ?
# $date (String)
sent-proposed = Proposée le { $date }
# $cause (String) - why it is closed
# $date (String)
sent-closed = Close ({ $cause }) le { $date }
# $advisor (String) - who proposes
# $n (Number) - missions
proposal-subject = { $n ->
    [one] { $advisor } vous propose une mission
   *[other] { $advisor } vous propose { $n } missions
}
# $name (String) - a first name
proposal-hello = Bonjour { $name },
# $advisor (String) - who proposes
# $service (String) - where the advisor works
# $n (Number) - missions
proposal-from = { $n ->
    [one] { $advisor } ({ $service }) vous propose une mission :
   *[other] { $advisor } ({ $service }) vous propose { $n } missions :
}
# $date (String)
proposal-label = label actif jusqu’au { $date }
# $name (String) - what it is about
# $fact (String) - as the platform wrote it
proposal-fact = { $name } : { $fact }
# $advisor (String) - who proposes
proposal-note = Un mot de { $advisor } :
# $n (Number) - how many more dates
proposal-more-slots = { $n ->
    [one] une autre date
   *[other] { $n } autres dates
}
# $when (String) - date and hour
# $what (String) - the next step
proposal-step = Votre prochaine étape reste prévue : { $when }, { $what }.
# $code (String) - the code of a receipt
proposal-receipt = Récépissé { $code }. Il prouve ce que l’annonce dit aujourd’hui, sans votre nom :
# $code (String) - the code of a receipt
receipt-title = Récépissé { $code }
# $when (String) - date and hour
receipt-issued = Établi le { $when } (heure de Paris).
# $version (String)
receipt-notice-version = Mention signée, version { $version }.
# $siren (String) - nine digits
receipt-siren = Siren { $siren }
person-propose-ticked = Proposer les missions cochées
person-all-proposed = Toutes ces missions lui sont déjà proposées.
choose-title = Proposer à vos personnes
choose-fit = Va dans leurs horaires
choose-others = Autres personnes
choose-none-fit = D’après ce qui est connu, elle n’est dans les horaires et le rayon de personne
choose-nobody = Cette mission ne peut être proposée à aucune de ces personnes pour l’instant.
choose-unwanted = Ne souhaite pas recevoir de propositions.
batch-lead = Voici exactement ce que chaque personne recevra : une seule lettre, même pour plusieurs missions.
# $letters (Number) - people who receive a letter
# $aloud (Number) - people without an address
batch-reach = { $letters ->
    [0] Aucune lettre ne part
    [one] Une personne reçoit une lettre
   *[other] { $letters } personnes reçoivent une lettre
} ; { $aloud ->
    [one] à une personne, sans adresse e-mail, dites-le de vive voix.
   *[other] à { $aloud } personnes, sans adresse e-mail, dites-le de vive voix.
}
batch-aloud = Voici exactement les mots pour chacune.
batch-no-email = sans adresse e-mail
batch-blocked = Rien n’est encore proposé. Ces propositions ne peuvent pas partir, les autres vous attendent :
batch-blocked-all = Rien n’est proposé, et aucune lettre ne part. Voici pourquoi :
batch-none = Revenez à la liste pour choisir autre chose. Vous pouvez aussi en parler de vive voix.
batch-other = Choisir autre chose
# $lettres (Number) - people who receive a letter
# $voix (Number) - people without an address
flash-proposed-many = Les missions sont proposées. { $lettres ->
    [0] Aucune lettre ne part.
    [one] Une personne l’apprend par e-mail, ou dans son espace.
   *[other] { $lettres } personnes l’apprennent par e-mail, ou dans leur espace.
} { $voix ->
    [0] { "" }
    [one] À une personne, sans adresse e-mail, dites-le de vive voix.
   *[other] À { $voix } personnes, sans adresse e-mail, dites-le de vive voix.
}
error-nobody-ticked = Cochez au moins une personne.
error-mission-unticked = Cochez au moins une mission.
# $max (String) - a figure
error-too-many-letters = { $max } lettres au plus partent en une fois. Décochez-en.
blocked-mission-unticked = Cochez au moins une mission.
# $title (String) - a mission
person-tick = Choisir { $title }
# $title (String) - a mission
choose-page-title = À qui proposer « { $title } » ?
# $n (Number) - places left
choose-places = { $n ->
    [0] Il ne reste pas de place.
    [one] Il reste { $n } place.
   *[other] Il reste { $n } places.
}
# $n (Number) - how many more people
choose-more = { $n ->
    [one] Voir une autre personne
   *[other] Voir { $n } autres personnes
}
# $n (Number) - how many letters
batch-title = { $n ->
    [0] Rien à proposer
    [1] Confirmer la proposition
   *[other] Confirmer { $n } propositions
}
# $left (Number) - places left
# $people (Number) - how many people
batch-short = { $left ->
    [0] il ne reste pas de place pour { $people } personnes. Celles que cela intéresse attendront qu’une place se libère.
    [one] il reste { $left } place pour { $people } personnes. Les premières qui écrivent l’auront, les autres attendront.
   *[other] il reste { $left } places pour { $people } personnes. Les premières qui écrivent les auront, les autres attendront.
}
sheet-open = Fiche et SMS
sheet-sms = Texte à envoyer par SMS
sheet-copy = Copier le texte
sheet-copied = Le texte est copié.
sheet-print = Imprimer la fiche
sheet-code = Code à scanner : il ouvre la page de la mission
sheet-scan = Pour voir la mission, scannez ce code ou tapez :
sheet-call = Une question ? Appelez :
spoken-open = Envoyer pour elle
spoken-list = Envoyé à sa demande
spoken-slot = Quel créneau ?
spoken-share = Ce qu’elle choisit d’envoyer
spoken-shared-nom = Son prénom et son nom
spoken-shared-email = Son adresse e-mail
spoken-shared-telephone = Son téléphone
spoken-shared-nothing = aucune information sur elle
spoken-message = Ses mots (si elle veut)
spoken-message-hint = La plateforme lit ce texte. 600 caractères au plus.
spoken-read = À lui lire
spoken-agreed = Elle me l’a demandé, je lui ai lu ce texte, et elle est d’accord.
spoken-agreed-detail = Ces mots sont gardés dans son dossier, avec la date et votre nom. Elle a le droit de les lire.
spoken-button = Envoyer pour elle
spoken-said-aloud = Vous n’avez pas d’adresse e-mail : la suite m’arrive, et je vous la dis. Qui me remplace la voit aussi, jusqu’à la fin du créneau. Pour le retirer, il suffit de me le dire, sans donner de raison.
spoken-promise-aloud = Elle n’a pas d’adresse e-mail : aucune lettre ne part. Quand la plateforme répond, annule ou libère une place, les mots à lui dire sont sur votre page d’accueil. Si elle ne veut plus, elle vous le dit : vous reprenez la demande pour elle, sur sa page.
spoken-promise = Elle reçoit une lettre. Vous ne saurez pas ce que la plateforme répond, sauf si elle vous le dit. Elle peut retirer cet envoi quand elle veut.
flash-sent-for-her-aloud = C’est envoyé. Aucune lettre ne part : la suite à lui dire sera sur votre page d’accueil. Les mots lus sont gardés dans son dossier.
flash-sent-for-her = C’est envoyé. Elle reçoit une lettre, et le lit dans son dossier.
error-spoken-consent-missing = Lisez-lui le texte, puis cochez si elle est d’accord.
hers-spoken = Envoyé pour moi, à ma demande
# $name (String) - a person
sheet-title = Fiche pour { $name }
# $n (Number) - characters
sheet-sms-label = Texte ({ $n } caractères, un SMS en tient 160)
# $name (String) - a person
spoken-title = Envoyer pour { $name }
# $platform (String) - its name
# $title (String) - a mission
spoken-said = J’envoie pour vous « ça m’intéresse » à { $platform } pour la mission « { $title } », avec seulement ce que vous choisissez. Vous êtes libre de dire non : aucun effet sur vos droits.
# $said (String) - what was read
# $when (String) - day and hours
# $what (String) - what is shared
spoken-kept = Lu et accepté de vive voix : « { $said } » Créneau : { $when }. Envoyé : { $what }.
# $name (String) - who sent it
# $when (String) - date and hour
hers-spoken-by = Par { $name }, le { $when }
# $n (Number) - missions
person-open = { $n ->
    [0] Aucune mission ouverte. Ses horaires ne sont pas indiqués
    [one] { $n } mission ouverte. Ses horaires ne sont pas indiqués
   *[other] { $n } missions ouvertes. Ses horaires ne sont pas indiqués
}
confirm-promise-aloud = Ce qu’elle répond ne se note nulle part : dire non, ou rien, ne laisse pas de trace. Si elle dit oui, utilisez « Envoyer pour elle ».
# $n (Number) - missions
said-proposal = { $n ->
    [one] Je vous propose une mission.
   *[other] Je vous propose { $n } missions.
}
# $title (String) - a mission
# $platform (String) - its name
said-mission = C’est « { $title } », avec { $platform }.
# $day (String) - a day
# $from (String) - an hour
# $to (String) - an hour
said-when = le { $day }, de { $from } à { $to }
said-free = Vous pouvez dire non, ou ne rien dire. Cela ne coûte rien, et personne ne le note.
# $service (String) - where the advisor works
# $phone (String) - a phone
# $n (Number) - missions
said-yes = { $n ->
    [one] Si cela vous intéresse, dites-le-moi, maintenant ou plus tard
   *[other] Si l’une d’elles vous intéresse, dites-le-moi, maintenant ou plus tard
} : j’envoie votre demande pour vous. Vous pouvez aussi appeler { $service } au { $phone }.
spoken-said-waiting = Si le créneau est complet, je prends pour vous une place sur la liste d’attente : rien ne part tant qu’une place ne se libère pas.
spoken-said-space = Vous pouvez le retirer quand vous voulez, dans votre espace.
flash-waits-for-her-aloud = C’est une place sur la liste d’attente : rien n’est encore envoyé à la plateforme. La suite à lui dire sera sur votre page d’accueil. Les mots lus sont gardés dans son dossier.
flash-waits-for-her = C’est une place sur la liste d’attente : rien n’est encore envoyé à la plateforme. Elle reçoit une lettre, et le lit dans son dossier.
spoken-no-phone = Aucun téléphone n’est noté, et ce n’est pas obligatoire : la plateforme répond ici, et vous lui dites sa réponse.
spoken-share-phone = Son téléphone n’est pas obligatoire. Sans lui, la plateforme ne l’appelle pas : elle répond ici, et vous lui dites sa réponse.
# $phone (String) - the phone of the service
sheet-sms-yes = Oui : { $phone }
error-short-code-gone = Cette mission n’est plus ouverte, ou l’adresse n’est pas tapée en entier.

follow-title = Votre accompagnement continue
follow-today = Aujourd’hui
follow-end-asked = La fin de votre accompagnement vous est proposée.
follow-end-answer = Lire et répondre
follow-with = vous accompagne.
follow-call = Appeler le service :
follow-none = Aucun accompagnement n’est noté ici. Pour en parler : France Travail, 39 49.
follow-untouched = Dire oui ou non à une mission n’y change rien.
# $day (String) - a day
follow-from = À partir du { $day }
# $day (String) - a day
follow-since = Depuis le { $day }

space-hello = Bonjour
space-lead = Vous choisissez : oui, non, ou pas de réponse.
# $n (Number) - proposals to see
space-to-see = { $n ->
    [0] Aucune proposition à voir pour le moment.
    [one] 1 mission vous est proposée. Prenez votre temps.
   *[other] { $n } missions vous sont proposées. Prenez votre temps.
}
space-see-proposals = Voir mes propositions
space-agreed = Mes prochains créneaux
space-agreed-none = Aucun créneau prévu pour le moment.
# $n (Number) - slots
space-agreed-more = { $n ->
    [one] Un autre créneau
   *[other] { $n } autres créneaux
}
space-no-home = Dites où vous habitez pour voir ce qui est près de vous.
space-say-home = Dire où j’habite
space-remote = Voir les missions à distance
space-all-mine = Toutes mes demandes
space-fitting = Missions qui vont avec mes heures
space-near = Missions près de chez moi
space-my-hours = Mes horaires
space-all = Toutes les missions
# $n (Number) - missions that fit
space-fitting-count = { $n ->
    [0] Aucune en ce moment.
    [one] 1 mission en ce moment.
   *[other] { $n } missions en ce moment. Voici les premières.
}
space-fitting-all = Voir toutes ces missions
space-no-hours = Donnez vos horaires pour voir d’abord les missions qui vont avec vos heures.
space-fitting-none = Aucune mission ne va avec vos heures
space-fitting-none-text = Il en arrive chaque jour. Vous pouvez aussi élargir vos horaires.
space-looks = Qui a regardé mon dossier
space-looks-text = Quand quelqu’un ouvre votre dossier, c’est écrit ici, une fois par jour.
space-looks-none = Personne pour le moment.

proposed-lead = La personne qui vous suit pense que ces missions peuvent vous convenir. Vous choisissez. Vous pouvez aussi ne rien faire.
proposed-to-see = À voir
proposed-none = Rien à voir pour le moment
proposed-none-text = Quand la personne qui vous suit vous propose une mission, elle est ici. Vous pouvez aussi chercher par vous-même.
proposed-kept = Gardées ou déjà demandées
proposed-kept-none = Quand vous gardez une mission, elle est ici. Personne d’autre ne le voit.
proposed-ended = Terminées
proposed-ended-text = Ces missions ne sont plus proposées. Vous n’avez rien à faire.
proposed-aside = Mises de côté
proposed-aside-text = Personne d’autre ne voit cette liste. Elle s’efface 7 jours après la fin de chaque mission.
proposed-by = Proposée par
# $date (String) - a date
proposed-on = le { $date }
proposed-sent = Vous avez dit « ça m’intéresse »
proposed-sent-see = Voir mes demandes
proposed-again = Remettre dans « à voir »
proposed-not-for-me = Pas pour moi
proposed-keep = Garder pour plus tard
proposed-unkeep = Ne plus garder
proposed-is-kept = Vous l’avez gardée. Personne d’autre ne le voit.
proposed-is-aside = Vous l’avez mise de côté. Personne d’autre ne le voit.
proposed-close-page = Vous pouvez aussi fermer cette page, sans répondre. Personne ne le saura.
proposed-note = Un mot de
proposed-mission = La mission
proposed-receipt = Le récépissé de cette proposition
proposed-waiting-list = M’inscrire sur la liste d’attente
proposed-still-shown = Voir la mission, toujours publiée
gone-taken-back = La personne qui vous suit a repris cette proposition.
flash-private-choice = C’est noté, pour vous seulement. Personne d’autre ne le voit.
error-choice-unknown = Ce choix n’existe pas.

send-title = Voici ce qui sera envoyé
send-back = Retour
send-to = À
send-for = pour :
send-slot = Le créneau
send-slot-waiting = Complet : liste d’attente
send-slot-sent = Vous avez déjà une demande pour ce créneau
# $hours (String) - from an hour to another
# $title (String) - another mission
send-overlap-agreed = En même temps que ce qui est convenu, { $hours } : { $title }. À vous de choisir.
# $hours (String) - from an hour to another
# $title (String) - another mission
send-overlap-asked = En même temps que ce que vous avez demandé, { $hours } : { $title }. À vous de choisir.
send-share = Ce que vous partagez
send-share-text = Cochez ce que la plateforme peut voir. Rien d’autre ne part.
send-nothing-text = Vous pouvez ne rien cocher. La plateforme ne saura alors pas qui vous êtes et ne pourra pas vous appeler : ce service vous transmettra sa réponse.
send-name = Nom
send-email = E-mail
send-phone = Téléphone
send-message = Message
send-message-label = Un mot pour la plateforme
send-message-hint = Si vous voulez. Par exemple : « Je peux arriver à 8 h 45. »
send-never = Ce que la plateforme ne saura jamais
send-never-status = Que vous cherchez un emploi, et pourquoi
send-never-benefit = Votre allocation
send-never-advisor = Qui vous accompagne, ni si on vous a proposé la mission
send-never-home = Où vous habitez
send-button = Envoyer
send-leave = Retour, sans envoyer
send-take-back = Vous pourrez reprendre votre demande à tout moment, sans raison.
send-all-sent = Vous avez déjà envoyé une demande pour cette mission.
error-slot-missing = Choisissez un créneau.
error-slot-gone = La plateforme a retiré ce créneau. Choisissez-en un autre, ou une autre mission.
flash-sent = Votre demande est envoyée. Nous vous écrivons dès que la plateforme répond.
flash-waiting = Vous êtes sur la liste d’attente. Si une place se libère, nous vous écrivons.

# $day (String) - a day
# $hour (String) - an hour
told-moment = { $day } à { $hour }
# $when (String) - day and hour
told-sent = En attente de réponse, { $when } au plus tard. Votre place est gardée.
# $rank (Number) - rank on the waiting list
told-waiting = Liste d’attente : vous êtes au rang { $rank }.
told-accepted = La plateforme a dit oui : c’est convenu.
told-done = C’était convenu. Le créneau est passé.
told-declined-filled = La plateforme a répondu : la place est déjà prise.
told-declined-cancelled = La mission n’a pas lieu.
told-declined-condition-missing = La plateforme a répondu qu’une condition de l’annonce manque :
told-taken-back = Vous avez repris cette demande.
told-unanswered = La plateforme n’a pas répondu à temps.

mine-lead = Les missions que vous avez demandées, et la réponse.
mine-none = Vous n’avez rien envoyé
mine-none-text = Quand vous dites « ça m’intéresse », vous suivez la réponse ici.
mine-agreed = D’accord des deux côtés
mine-live = En attente
mine-past = Passées ou terminées
mine-contact = Contact :
mine-declare = Pensez à déclarer vos heures et vos revenus lors de votre actualisation.
mine-shared = Partagé :
mine-shared-nothing = Partagé : rien, ni nom, ni adresse, ni téléphone.
mine-label-agreed = Le label de cette plateforme n’est plus actif. Ce qui est convenu reste à vous : vous pouvez y aller, ou reprendre votre demande.
mine-label-pending = Le label de cette plateforme n’est plus actif. Votre demande tient, et vous pouvez la reprendre.
mine-take-back = Reprendre
mine-take-back-text = Sans raison à donner.
mine-take-back-agreed = La place ira à la personne suivante et la plateforme sera prévenue. Aucune raison n’est demandée, rien n’est noté.
mine-take-back-confirm = Oui, reprendre ma demande
mine-similar = Voir des missions proches
flash-interest-taken-back = C’est fait : votre demande est reprise. Aucune raison n’est notée.
flash-interest-closed = Cette demande était déjà close.

mail-hello = Bonjour
mail-sent = Votre « ça m’intéresse » est parti à la plateforme.
mail-sent-what = Voici exactement ce que vous partagez :
mail-waiting = Le créneau est complet. Vous êtes sur la liste d’attente, dans l’ordre d’arrivée.
mail-waiting-later = Rien n’est encore envoyé à la plateforme. Si une place se libère, votre demande part et nous vous écrivons.
mail-take-back = Vous pouvez reprendre votre demande à tout moment, sans donner de raison :
mail-see-mine = Mes missions
mail-freed = Une place s’est libérée : elle est gardée pour vous. Votre demande est partie à la plateforme.
# $n (Number) - slots
mail-ended = { $n ->
    [one] La plateforme a annulé : ce créneau n’a pas lieu. Vous n’avez rien à faire.
   *[other] La plateforme a annulé : ces créneaux n’ont pas lieu. Vous n’avez rien à faire.
}
# $title (String) - a mission
mail-sent-subject = Votre demande est envoyée : { $title }
# $title (String) - a mission
mail-waiting-subject = Vous êtes sur la liste d’attente : { $title }
# $title (String) - a mission
mail-accepted-subject = C’est convenu : { $title }
# $title (String) - a mission
mail-answered-subject = Une réponse pour : { $title }
# $title (String) - a mission
mail-freed-subject = Une place s’est libérée : { $title }
# $title (String) - a mission
mail-ended-subject = Annulée : { $title }

followed-title = Mon accompagnement
# $since (String) - a date
followed-since = Votre accompagnement a commencé le { $since }.
followed-readers = Qui peut ouvrir mon dossier
followed-readers-text = Seules ces personnes peuvent l’ouvrir. Elles voient votre accompagnement, jamais ce que vous faites d’une proposition.
followed-readers-none = Personne en ce moment.
followed-kind-referent = Vous suit
followed-kind-cover = Remplace un collègue
# $from (String) - a date
followed-from = depuis le { $from }
# $from (String) - a date
# $until (String) - a date
followed-from-until = du { $from } au { $until }
followed-looks-text = Quand quelqu’un ouvre votre dossier, c’est écrit ici, une fois par jour. La liste est gardée un an.
# $name (String) - an advisor
mail-sent-for = { $name } l’a envoyé pour vous, à votre demande. Si ce n’est pas le cas, retirez-le et dites-le-nous.
# $advisor (String) - who asked
mail-sent-already = { $advisor } voulait l’envoyer pour vous. Vous l’aviez déjà envoyé : rien de plus n’est parti.
hers-spoken-already = Vous l’aviez déjà envoyé vous-même : rien de plus n’est parti.
# $name (String) - an advisor
mail-waiting-for = À votre demande, { $name } a pris une place pour vous sur la liste d’attente. Si vous ne l’avez pas demandé, reprenez votre demande et dites-le-nous.
mail-waiting-what = Voici exactement ce que la plateforme recevra si une place se libère :

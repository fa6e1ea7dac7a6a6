portfolio-title = Personnes suivies
portfolio-empty = Vous ne suivez personne pour l’instant
portfolio-empty-text = Les personnes qui vous sont confiées apparaîtront ici.
portfolio-stepless-see = Voir
portfolio-search = Chercher une personne
portfolio-filter-toutes = Toutes
portfolio-filter-missions = Avec des missions
portfolio-filter-sans-etape = Sans étape
portfolio-none = Aucune personne pour cette recherche
portfolio-all = Voir toutes les personnes
portfolio-person = Personne
portfolio-fit = Vont dans ses horaires
portfolio-step = Prochaine étape
portfolio-training = Formation
portfolio-action = Action
portfolio-open = Ouvrir
portfolio-promise = Vous voyez ce que la personne choisit de partager. Rien d’autre.
file-follow-up = Accompagnement
file-active = Accompagnement actif
file-not-active = Pas d’accompagnement actif
file-no-follow-up = Il n’y a pas d’accompagnement actif.
file-referent = Suivi par
file-step = Prochaine étape
file-no-step = Pas d’étape prévue
file-no-training = Pas de formation
portfolio-unknown-heures = Heures inconnues
portfolio-unknown-commune = Commune inconnue
file-no-hours = Horaires non indiqués
file-no-place = Commune non indiquée
file-goes-on = Une mission ne change rien à cet accompagnement : rien ne s’arrête.
file-every-day = tous les jours
file-day-0 = lun.
file-day-1 = mar.
file-day-2 = mer.
file-day-3 = jeu.
file-day-4 = ven.
file-day-5 = sam.
file-day-6 = dim.
# $n (Number) - how many people have no next step
portfolio-stepless = { $n ->
    [one] Une personne n’a pas de prochaine étape.
   *[other] { $n } personnes n’ont pas de prochaine étape.
}
# $n (Number) - how many missions fit
portfolio-missions = { $n ->
    [0] Aucune aujourd’hui
    [one] { $n } mission
   *[other] { $n } missions
}
# $name (String) - a person
portfolio-open-whom = la page : { $name }
# $since (String) - date
file-you-since = Vous, depuis le { $since }
# $name (String) - the referent
# $since (String) - date
file-referent-since = { $name }, depuis le { $since }
# $date (String)
file-training-from = À partir du { $date }
# $date (String)
file-training-since = Depuis le { $date }
# $from (String) - a day of the week
# $to (String) - a day of the week
file-days = { $from } au { $to }
step-plan = Prévoir la prochaine étape
step-change = Modifier l’étape
step-done-button = C’est fait
step-what = Quoi
step-what-hint = La personne peut le lire aussi. Exemple : Point par téléphone.
step-kind = Comment
step-kind-meeting = En face à face
step-kind-phone = Par téléphone
step-kind-video = En visio
step-kind-workshop = Atelier
step-kind-visit = Chez un employeur
step-kind-other = Autre
step-date = Jour
step-hour = Heure
step-place = Lieu
step-save = Enregistrer l’étape
training-title = Formations
training-course = Au catalogue de votre organisme
training-course-none = Aucune, je l’écris
training-stage-label = Où en est-elle ?
training-stage-wish = Souhait
training-stage-prescribed = Prescription
training-stage-enrolled = Inscription
training-start = Début
training-start-hint = Pour un souhait, laissez vide s’il n’y a pas encore de date.
error-training-undated = Pour une inscription, indiquez la date de début.
training-end = Fin (si elle est connue)
training-add = Ajouter la formation
training-move = Changer
training-drop = Retirer
course-name = Intitulé
course-provider = Organisme de formation
course-funding = Financement
courses-title = Catalogue des formations
courses-lead = Ces formations sont à la disposition de toute l’équipe de votre organisme :
courses-none = Le catalogue est vide pour l’instant.
courses-add = Ajouter une formation au catalogue
courses-button = Ajouter au catalogue
contact-title = Contacts
contact-date = Jour
contact-how = Moyen
contact-channel-visit = rendez-vous
contact-channel-phone = téléphone
contact-channel-video = visio
contact-channel-mail = courrier
contact-channel-message = message
contact-note = Note courte
contact-note-hint = La personne peut la lire. Rien sur la santé, rien sur ce qu’elle a fait d’une mission.
contact-add = Noter le contact
summary-title = Résumé partagé
summary-label = Où en est le parcours
summary-hint = La personne peut lire ce texte. 1 500 caractères au plus.
summary-now = Le texte enregistré maintenant :
summary-save = Enregistrer le résumé
end-title = Finir l’accompagnement
end-text-aloud = Prendre ou laisser une mission n’est jamais une raison de finir. La personne n’a pas d’adresse e-mail : les mots à lui dire seront sur votre page d’accueil. Elle a au moins 14 jours pour y penser, à partir du jour où c’est dit.
end-text = Prendre ou laisser une mission n’est jamais une raison de finir. La fin est d’abord proposée à la personne, par lettre et dans son espace. Elle a au moins 14 jours pour y penser.
end-reason-label = Raison
end-reason-lasting-job = Emploi durable
end-reason-moved = Déménagement
end-reason-asked-by-person = Demande de la personne
end-reason-other-service = Suivi par un autre organisme
end-button = Proposer la fin
end-drop = Ne plus le demander
hers-words = Ce que note la personne qui vous suit
hers-words-text = Vous lisez les mêmes mots que lui.
hers-end = La personne qui vous suit propose de finir l’accompagnement
hers-end-button = Je suis d’accord
# $due (String)
hers-end-silence = Si vous ne répondez pas, l’accompagnement finit de lui-même à partir du { $due }. Si vous avez alors une mission convenue, il continue jusqu’à sa fin.
# $due (String)
hers-end-waiting = Vous préférez continuer : c’est noté, pour vous seul. L’accompagnement continue au moins jusqu’au { $due }, puis il finit de lui-même si la fin est encore demandée. Pour continuer après, parlez-en avec la personne qui vous suit. Si vous avez alors une mission convenue, il continue jusqu’à sa fin.
end-letter-subject = La fin de votre accompagnement vous est proposée
# $due (String)
end-letter-choice = Vous pouvez être d’accord, ou préférer continuer. Si vous préférez continuer, personne n’en est prévenu. Si vous ne répondez pas, l’accompagnement finit de lui-même à partir du { $due }. Si vous avez alors une mission convenue, il continue jusqu’à sa fin.
end-letter-open = Pour lire votre dossier et répondre, ouvrez ce lien :
end-letter-call = Une question ? Appelez :
stepless-letter-subject = Des personnes n’ont plus de prochaine étape
stepless-letter-text = Une étape protège le parcours de chaque personne. Ouvrez la liste pour en prévoir une :
flash-step-saved = L’étape est enregistrée. La personne la voit.
flash-step-done = L’étape est faite. Prévoyez la suivante.
flash-training-saved = La formation est à jour. La personne la voit.
flash-contact-saved = Le contact est noté. La personne le lit.
flash-summary-saved = Le résumé est enregistré. La personne le lit.
flash-end-asked = La fin est proposée à la personne. En attendant, l’accompagnement continue.
flash-end-dropped = La fin n’est plus demandée. L’accompagnement continue.
flash-end-agreed = C’est noté : votre accompagnement est fini.
flash-course-saved = La formation est au catalogue.
flash-course-dropped = La formation n’est plus au catalogue.
error-step-past = Choisissez un moment à venir.
error-step-changed = Un collègue vient de changer cette étape. L’étape actuelle est affichée au-dessus, votre saisie est gardée : vérifiez, puis enregistrez.
error-summary-changed = Un collègue vient de changer ce résumé. Le sien est affiché plus bas, le vôtre est gardé : vérifiez, puis enregistrez.
error-training-inverted = La fin vient après le début.
error-contact-future = Un contact a déjà eu lieu : choisissez aujourd’hui ou un jour passé.
error-course-known = Cette formation est déjà au catalogue.
error-choice-missing = Choisissez ce qu’il faut faire.
error-follow-up-over = L’accompagnement de cette personne est fini : il n’y a plus rien à y écrire.
error-mandate-not-referent = Seule la personne référente peut le faire. Vous êtes en remplacement.
# $max (String) - a figure
error-courses-full = Le catalogue tient { $max } formations au plus. Retirez-en une.
# $stage (String) - wish, prescription…
# $date (String)
file-training-stage = { $stage }, à partir du { $date }
# $title (String) - a training
training-start-of = Début de { $title }
# $title (String) - a training
training-stage-of = Où en est { $title }
# $since (String) - date
end-waits = La fin est proposée à la personne depuis le { $since }. L’accompagnement continue. Il finira dès qu’elle sera d’accord, ou de lui-même, au plus tôt après 14 jours. La date peut varier : rien n’est à en conclure.
# $since (String) - date
# $reason (String) - why
hers-end-text = Demandé le { $since }. Raison : { $reason }.
# $advisor (String) - who asks
# $service (String) - where the advisor works
end-letter-lead = { $advisor } ({ $service }) propose de finir votre accompagnement.
# $reason (String) - why
end-letter-reason = Raison : { $reason }.
portfolio-filters = Filtres
portfolio-filter-maintenant = Disponibles maintenant
portfolio-filter-formation = En formation
portfolio-filter-remplacement = En remplacement
portfolio-orders = Trier
portfolio-order-nom = Par nom
portfolio-order-etape = Par prochaine étape
portfolio-order-missions = Par nombre de missions
portfolio-keys = Au clavier : j et k pour passer d’une personne à l’autre, / pour chercher.
# $until (String) - date
portfolio-cover = En remplacement jusqu’au { $until }
# $n (Number) - how many people are listed
portfolio-found = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
hers-end-later = Je préfère continuer
hers-end-private = Si vous préférez continuer, personne n’en est prévenu. Votre réponse ne change rien à votre inscription ni à votre allocation.
flash-end-later = C’est noté, pour vous seul. L’accompagnement continue au moins 28 jours de plus.
error-end-asked-already = La fin est déjà proposée à la personne.
ended-letter-subject = Votre accompagnement est fini
# $advisor (String)
# $service (String)
ended-letter-lead = Votre accompagnement par { $advisor } ({ $service }) est fini. Plus personne ne peut ouvrir votre dossier ici.
ended-letter-stays = Votre compte, vos missions et vos recherches restent. Votre inscription et votre allocation ne changent pas.
ended-letter-call = Pour être suivi de nouveau, appelez :
# $found (String) - words of the text
error-text-threatens = « { $found } » : la personne croirait qu’un non a un effet. Dire non n’a jamais d’effet ici. Dites-le autrement.
# $found (String) - words of the text
error-text-records = « { $found } » : ce qu’une personne n’a pas fait ou pas voulu ne s’écrit pas ici. Écrivez ce qui est prévu ou ce qui a été fait.
flash-end-asked-aloud = La fin est proposée. La personne ne le sait pas encore : les mots à lui dire sont sur votre page d’accueil. Le délai commence quand c’est dit.
# $since (String) - date
end-waits-aloud = La fin est proposée depuis le { $since }, mais elle n’est pas encore dite à la personne. Les mots à lui dire sont sur votre page d’accueil. Les 14 jours commencent quand c’est dit. L’accompagnement continue.
flash-step-saved-aloud = L’étape est enregistrée. Dites-la à la personne : elle ne reçoit pas de lettre.
flash-training-saved-aloud = La formation est à jour. Dites-le à la personne : elle ne reçoit pas de lettre.
flash-contact-saved-aloud = Le contact est noté. La personne peut demander à le lire.
flash-summary-saved-aloud = Le résumé est enregistré. La personne peut demander à le lire.
error-step-kind-missing = Choisissez comment l’étape se passe.
error-stage-missing = Choisissez où en est la formation.
error-channel-missing = Choisissez le moyen du contact.
error-reason-missing = Choisissez la raison de la fin.
error-colleague-missing = Choisissez un collègue.
error-person-missing = Choisissez une personne de votre liste.
# $since (String) - date
end-waits-told = La fin est proposée depuis le { $since }, et elle est dite à la personne. L’accompagnement continue. Il finira de lui-même, au plus tôt 14 jours après qu’elle l’a su. Si elle préfère continuer, vous pouvez ne plus le demander.

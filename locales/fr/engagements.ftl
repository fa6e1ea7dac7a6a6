dash-someone = Une personne
dash-label-pending = Votre demande de label est en cours d’examen.
dash-label-none = Vous n’avez pas encore de label.
dash-label-page = Voir les décisions du label
dash-label-means = Tant que le label n’est pas actif, aucune de vos missions n’est visible. Vous ne pouvez pas en publier, même déjà préparées.
dash-label-agreed-stays = Le travail déjà convenu tient : il reste dû aux personnes.
dash-stat-pulse = depuis votre dernière confirmation générale
dash-asks = Réponses à donner
dash-asks-none = Personne n’attend de réponse.
dash-asks-text = Une place est gardée pour chacune de ces personnes. Vous voyez ce qu’elle a choisi d’envoyer, rien d’autre.
dash-accept = Accepter
dash-accept-ticked = Accepter les personnes cochées
dash-say-no = Répondre non
dash-reason = Pour quelle raison, du côté de la mission ?
dash-reason-filled = La place est déjà prise
dash-reason-help-filled = Elle n’est plus proposée.
dash-reason-cancelled = La mission n’a pas lieu
dash-reason-help-cancelled = La place n’est plus proposée. Pour tout annuler, retirez la mission.
dash-reason-condition-missing = Une condition écrite dans la mission n’est pas remplie
dash-reason-help-condition-missing = Dites laquelle. La place passe à la personne suivante.
dash-condition = La condition
dash-condition-hint = À remplir pour la dernière raison. La mission demande :
dash-agreed = Travail convenu
dash-agreed-none = Rien de convenu pour les jours à venir.
dash-agreed-badge = Convenu
dash-mine = Mes missions
dash-mine-none = Vous n’avez pas encore de mission.
dash-notice = Cette mention accompagne chaque mission :
dash-pulse = Confirmer toutes mes missions
dash-pulse-text = Sans confirmation depuis 24 heures, une mission passe en fin de liste ; depuis 3 jours, elle est masquée.
dash-col-mission = Mission
dash-col-slot = Prochain créneau
dash-col-state = État
dash-col-places = Places prises
dash-col-action = Action
dash-no-slot = Aucun à venir
dash-change = Modifier
dash-state-draft = Brouillon
dash-state-online = En ligne
dash-state-full = Complète
dash-state-ended = Terminée
dash-state-withdrawn = Retirée
dash-state-masked = Masquée : vérification en cours
dash-state-label = Masquée : label non actif
flash-platform-accepted = C’est convenu. La personne reçoit une lettre.
flash-platform-accepted-some = C’est convenu. Certaines réponses n’étaient plus attendues : elles sont laissées de côté.
flash-platform-declined = Votre réponse est envoyée.
flash-platform-pulsed = Merci. Toutes vos missions sont confirmées.
error-answer-reason-missing = Choisissez une raison.
error-nothing-ticked = Cochez au moins une personne.
letter-platform-mission = Mission :
letter-platform-slot = Créneau :
letter-platform-shared-name = Nom :
letter-platform-shared-email = E-mail :
letter-platform-shared-phone = Téléphone :
letter-platform-shared-message = Message :
letter-platform-shared-nothing = Elle n’a rien ajouté. Votre réponse lui parvient par Escale.
letter-received-shared = Ce qu’elle a choisi de vous envoyer
letter-received-act = Accepter, ou répondre non :
letter-received-place = Une place est gardée pour elle jusque-là. Sans réponse, la place est proposée à quelqu’un d’autre.
letter-released-begun = Le créneau a commencé : la place n’est plus proposée.
letter-released-passed-on = La place est déjà prise à nouveau : la liste d’attente passe d’abord. Une réponse vous attend peut-être.
letter-released-free = La place est libre, et proposée à nouveau.
letter-released-no-reason = Aucune raison n’est demandée : c’est la règle pour tout le monde. Merci de ne pas en demander.

# $until (String) - date
dash-label-active = jusqu’au { $until }
# $until (String) - date
dash-label-suspended = Votre label est suspendu, au plus tard jusqu’au { $until }.
# $at (String) - date
dash-label-expired = Votre label a expiré le { $at }.
# $at (String) - date
dash-label-declined = Le label ne vous a pas été accordé, le { $at }.
# $at (String) - date
dash-label-withdrawn = Votre label a été retiré le { $at }.
# $at (String) - date
dash-label-renounced = Vous avez renoncé au label le { $at }.
# $n (Number) - messages to answer
dash-stat-asks = { $n ->
    [one] réponse à donner
   *[other] réponses à donner
}
# $n (Number) - agreed engagements
dash-stat-agreed = { $n ->
    [one] personne à venir
   *[other] personnes à venir
}
# $n (Number) - missions
dash-stat-online = { $n ->
    [one] mission en ligne
   *[other] missions en ligne
}
# $n (Number) - missions
# $shown (String) - the same, grouped
dash-mine-count = { $n ->
    [one] { $n } mission en tout
   *[other] { $shown } missions en tout
}
# $name (String) - a person, as she named herself
dash-tick = Cocher { $name }
# $name (String) - a person, as she named herself
dash-to = à { $name }
# $ago (String) - a length of time
dash-sent = reçu il y a { $ago }
# $when (String) - day and hour
dash-answer-by = À répondre avant { $when }
# $ago (String) - a length of time
dash-state-silent = Masquée : non confirmée depuis { $ago }
# $taken (Number) - places taken
# $all (Number) - places in all
dash-places = { $taken } sur { $all }
# $title (String) - a mission
letter-received-subject = Une personne est intéressée : { $title }
# $name (String) - a person, as she named herself
letter-received-lead = { $name } est intéressée par votre mission.
# $when (String) - day and hour
letter-received-answer-by = Répondez avant { $when }.
# $title (String) - a mission
letter-released-subject = Une place est rendue : { $title }
# $name (String) - a person, as she named herself
letter-released-lead = { $name } a rendu sa place.

agenda-title = Mon agenda et mes rappels
agenda-name = Escale : mes créneaux
agenda-lead = Vos créneaux convenus dans l’agenda de votre téléphone. Ce qui est annulé s’y efface tout seul.
agenda-address = L’adresse de mon agenda
agenda-none = Votre agenda n’a pas d’adresse.
# $since (String) - a date
agenda-since = Votre agenda a une adresse depuis le { $since }.
agenda-secret = Cette adresse est secrète : qui l’a voit vos créneaux. Vous pouvez en changer ou l’arrêter à tout moment.
agenda-make = Créer l’adresse
agenda-again = Changer d’adresse
agenda-end = Arrêter cette adresse
agenda-made = Voici l’adresse de votre agenda
agenda-once = Copiez-la maintenant : elle n’est plus montrée ensuite.
agenda-how = Dans votre agenda, choisissez « ajouter un agenda par adresse » ou « s’abonner », puis collez-la.
agenda-one = Mettre dans mon agenda
letters-title = Mes lettres
letters-which = M’écrire
letter-kind-slot-reminder = La veille de chaque créneau convenu
letter-kind-monthly-recap = Quand vient le moment de déclarer mon mois
letters-save = Enregistrer mes lettres
flash-agenda-ended = L’adresse est arrêtée. Elle ne montre plus rien.
flash-letters-set = Votre choix de lettres est enregistré.
# $title (String) - a mission
reminder-subject = Votre prochain créneau : { $title }
reminder-lead = Votre créneau convenu commence dans moins d’un jour.
reminder-why = Vous recevez ce rappel parce que ce créneau est convenu.

# $month (String) - a month and its year
recap-title = Mon mois : { $month }
recap-link = Mon mois, à déclarer
recap-lead = Vos créneaux passés, par plateforme : heures et montants à recopier.
recap-declare = Déclarer mon mois
recap-never = Escale ne déclare jamais rien à votre place. C’est vous qui déclarez, à France Travail.
# $day (String) - a day
# $last (String) - a day
recap-opens = En général, on déclare ce mois du { $day } au { $last }. Déclarez même si vous n’avez pas travaillé.
# $last (String) - a day
recap-over = Ce mois se déclarait jusqu’au { $last }. Ce n’est pas fait ? Appelez France Travail au 39 49.
# $last (String) - a day
recap-letter-until = En général, on déclare ce mois jusqu’au { $last }.
recap-of = Récapitulatif :
recap-before = Mois précédent
recap-after = Mois suivant
recap-csv = Tableau (CSV)
recap-none = Aucun créneau passé ce mois-ci
recap-none-text = Les créneaux convenus arrivent ici quand ils sont passés. Pensez à déclarer, même à zéro.
recap-total = En tout
recap-estimate = Le net après cotisations est une estimation, avant impôt : il dépend de votre activité. Les montants à déclarer sont ceux de vos bulletins et de vos relevés.
recap-platform = Plateforme
recap-mission = Mission
recap-status = Statut
recap-begins = Début
recap-ends = Fin
recap-hours = Heures
recap-minutes = Minutes
recap-gross = Brut
recap-fees = Mes frais
recap-left = Net de frais
recap-net = Net estimé après cotisations
recap-version = Version
recap-own = la mienne
recap-proposed = d’après la mission
recap-minutes-proposed = Minutes d’après la mission
recap-gross-proposed = Brut d’après la mission
# $least (String) - an amount
# $most (String) - an amount
recap-between = de { $least } à { $most }
# $hours (String) - a length of time
# $gross (String) - an amount
recap-own-said = Votre version. D’après la mission : { $hours }, { $gross }.
recap-costs = Frais annoncés :
recap-withheld = les cotisations sont déjà retirées par la plateforme : regardez son relevé
recap-correct = Corriger
recap-sum = Total
# $n (Number) - slots
recap-to-come = { $n ->
    [one] 1 créneau convenu n’est pas encore passé : il n’est pas compté.
   *[other] { $n } créneaux convenus ne sont pas encore passés : ils ne sont pas comptés.
}
recap-kept = Personne d’autre ne voit cette page ni vos corrections. Elles sont gardées deux ans, puis effacées.
own-title = Corriger ce créneau
own-back = Mon mois
own-lead = Écrivez ce qui s’est vraiment passé. C’est votre version : elle ne change pas celle de la plateforme, et personne d’autre ne la voit.
# $hours (String) - a length of time
# $gross (String) - an amount
own-proposed = D’après la mission : { $hours }, { $gross } brut.
own-hours = Heures de travail
own-hours-hint = Par exemple 4 h 30, ou 4,5.
own-gross = Montant brut (€)
own-gross-hint = Avant cotisations, sans les frais de la plateforme.
own-fees = Mes frais (€)
own-fees-hint = Ce que cela vous a coûté : trajet, matériel. Laissez 0 s’il n’y en a pas.
own-save = Enregistrer ma version
own-forget = Reprendre ce que dit la mission
own-forget-text = Votre version sera effacée.
flash-own-saved = Votre version est enregistrée.
flash-own-forgotten = Ce que dit la mission compte à nouveau.
# $most (String) - hours and minutes
error-own-hours = Pour ce créneau, vous pouvez écrire { $most } au plus : le créneau et 2 heures, 24 heures en tout par jour.
error-own-hours-unreadable = Ces heures ne se lisent pas. Écrivez par exemple 4 h 30.
error-own-amount = Écrivez un montant de 0 à 100 000 €.
error-own-amount-unreadable = Ce montant ne se lit pas. Écrivez par exemple 61,50.
error-own-fees = Les frais ne dépassent pas le montant brut.
agenda-declare = Déclarer mon mois à France Travail (actualisation)
# $month (String) - a month and its year
recap-letter-subject = Votre mois de { $month } : c’est le moment de déclarer
recap-letter-lead = Vous avez eu des créneaux convenus ce mois-ci. Vos heures et vos montants sont prêts à recopier.
recap-letter-see = Voir mon mois
recap-letter-why = Vous recevez cette lettre parce que vous avez eu un créneau ce mois-ci.

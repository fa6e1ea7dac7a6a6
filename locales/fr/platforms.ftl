post-title-new = Publier une mission
post-title-change = Modifier une mission
post-lead = Elle est visible dès que vous publiez.
post-back = Tableau de bord
post-reference-is = Référence :
post-no-label = Votre label n’est pas actif. Tant qu’il ne l’est pas, aucune mission ne peut être publiée ni modifiée.
post-what = La mission
post-when = Quand et où
post-pay = Rémunération et statut
post-terms = Conditions
post-name = Titre
post-name-hint = Ce qu’il y a à faire, en quelques mots.
post-description = Description
post-description-hint = En français. Ce que la personne fera, avec qui, dans quel lieu.
post-occupation = Métier
post-occupation-other = Autre : à écrire ci-dessous
post-code = Métier, s’il n’est pas dans la liste
post-code-hint = Son nom, ou son code ROME : une lettre et quatre chiffres, par exemple G1803.
post-when-hint = Heures du lieu de la mission. Une fin avant le début veut dire le lendemain.
post-begun = Déjà commencé, gardé tel quel :
post-slot-date = Jour
post-slot-from = Début
post-slot-to = Fin
post-slot-places = Places
post-slots-more = Ajouter d’autres créneaux
post-choose = Choisissez
post-address = Adresse
post-address-hint = Rue et numéro.
post-remote-hint = Sans lieu : la commune et l’adresse ne sont pas montrées. Heures de Paris.
post-amount = Montant brut, en euros
post-amount-hint = Par exemple 13,50
post-unit = Unité
post-unit-hour = par heure
post-unit-mission = pour la mission
post-duration = Temps de travail par créneau
post-duration-hint = Par exemple 3 h 30, pauses non payées déduites. Vide : la durée du premier créneau.
post-agency = Agence d’intérim
post-agency-hint = À nommer si le statut est « intérim ».
post-paid-by = Qui paie la personne ?
post-paid-by-hint = Par exemple : le client vous paie, vous versez la rémunération.
post-delay = Paiement sous combien de jours
post-commission = Commission facturée au client, en %
post-withheld = Nous prélevons les cotisations sociales
post-withheld-hint = Pour le travail indépendant : précompte à la source.
post-costs = Frais pour la personne
post-costs-hint = Trajet, tenue, outils : ce qui reste à sa charge, et ce que vous remboursez.
post-insurance-hint = Ce qui la couvre en cas d’accident ou de dégât.
post-requirements-hint = Ce qu’il faut savoir faire ou avoir. Aucun critère d’âge, de sexe ou d’origine.
post-equipment-hint = Qui apporte le matériel.
post-cancellation = Annulation de votre côté
post-cancellation-hint = Jusqu’à quand, et ce qui est payé. La personne, elle, peut annuler sans raison.
post-contact-hint = Qui appeler ou à qui écrire.
post-reference = Votre référence (facultatif)
post-reference-hint = Lettres sans accent, chiffres et - _ . : seulement. Vide : nous en créons une.
post-read-title = Ce que les personnes liront
post-read-text = Cette mention accompagne chaque mission.
post-publish = Publier
post-save = Enregistrer et publier
post-more = Autres actions
post-copy = Publier une mission semblable
post-see = Voir comme tout le monde
post-withdraw = Retirer cette mission
post-withdraw-button = Retirer la mission
post-usual-costs = Aucun frais pour vous.
post-usual-equipment = Le matériel est fourni.
post-usual-requirements = Aucune expérience n’est demandée.
post-usual-cancellation = Vous pouvez annuler sans frais et sans motif. Si nous annulons, nous vous prévenons tout de suite.
flash-posted = Votre mission est publiée. Elle est déjà visible.
flash-offer-changed = Votre mission est à jour.
flash-offer-withdrawn = Votre mission est retirée. Les personnes concernées reçoivent une lettre.
error-place-several = Plusieurs communes portent ce nom : choisissez dans la liste ci-dessous.
error-slot-date-unreadable = Écrivez un jour, par exemple 24/11/2026.
error-slot-date-past = Ce créneau a déjà commencé : choisissez un moment à venir.
error-slot-hour-unreadable = Écrivez une heure, par exemple 09:30.
error-slot-hour-skipped = Cette heure n’existe pas ce jour-là : on change d’heure. Choisissez-en une autre.
error-slot-hour-twice = Cette heure arrive deux fois ce jour-là : on change d’heure. Choisissez-en une autre.
error-pay-unreadable = Écrivez un montant en euros, par exemple 13,50.
error-number-unreadable = Écrivez un nombre entier.
error-duration-unreadable = Écrivez une durée, par exemple 3 h 30 ou 45 min.
error-reference-taken = Une de vos missions porte déjà cette référence. Modifiez-la, ou choisissez une autre référence.

# $n (Number) - the row, from 1
post-slot = Créneau { $n }
# $n (Number) - places taken
post-taken = { $n ->
    [one] 1 personne compte sur cette mission. Si vous changez le jour ou l’heure de son créneau, il est annulé et elle est prévenue.
   *[other] { $n } personnes comptent sur cette mission. Si vous changez le jour ou l’heure d’un créneau, il est annulé et les personnes sont prévenues.
}
# $n (Number) - places taken
post-withdraw-text = { $n ->
    [0] Elle disparaît tout de suite de la liste. Personne n’a encore de place.
    [one] Elle disparaît tout de suite de la liste. 1 personne a une place : elle reçoit une lettre qui lui dit que la mission est annulée.
   *[other] Elle disparaît tout de suite de la liste. { $n } personnes ont une place : elles reçoivent une lettre qui leur dit que la mission est annulée.
}
# $name (String) - a platform
leave-title = Quitter { $name }
leave-text = Votre compte est supprimé tout de suite. La plateforme, ses missions, ses clés et ses autres membres restent.
leave-button = Quitter et supprimer mon compte
error-member-last = Vous êtes le dernier membre de cette plateforme : des personnes comptent sur une réponse. Invitez d’abord quelqu’un, sur la page « Membres ».
flash-platform-left = C’est fait : votre compte est supprimé.

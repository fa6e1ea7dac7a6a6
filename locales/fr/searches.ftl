saved-title = Mes recherches
saved-save = Enregistrer cette recherche
saved-sign-in = Me connecter pour enregistrer cette recherche
saved-lead = Quand une mission y répond, nous vous écrivons.
saved-private = Personne d’autre ne voit vos recherches : ni la personne qui vous suit, ni les plateformes.
saved-back = Retour à la recherche
saved-rhythm = M’écrire
frequency-immediate = Tout de suite
frequency-daily = Chaque jour à 7 h
frequency-weekly = Le lundi à 7 h
saved-name = Nom (facultatif)
saved-name-hint = Sans nom, nous gardons les mots de la recherche.
saved-none = Aucune recherche enregistrée
saved-none-text = Cherchez des missions, puis enregistrez la recherche : vous recevrez les nouvelles par e-mail.
saved-open = Voir les missions
saved-change = Changer
saved-delete = Supprimer
saved-past = Sa date est passée : elle ne donne plus rien.
saved-stopped = Plus aucune lettre pour cette recherche. Choisissez un rythme pour en recevoir à nouveau.
# $n (Number) - missions published since she last looked
saved-new = { $n ->
    [one] 1 nouvelle
    [21] plus de 20 nouvelles
   *[other] { $n } nouvelles
}
flash-search-saved = Votre recherche est enregistrée.
flash-search-frequency = C’est changé.
flash-search-deleted = La recherche est supprimée. Plus aucune lettre ne partira pour elle.
error-search-frequency-unknown = Choisissez un rythme : tout de suite, chaque jour ou le lundi.
error-search-too-wide = Dites au moins quoi, où ou quand : sinon, chaque mission de France vous serait écrite.
error-search-too-long = Cette recherche a trop de filtres pour être enregistrée. Retirez-en quelques-uns.
# $max (String) - a figure
error-searches-full = Vous avez déjà { $max } recherches. Supprimez-en une pour enregistrer celle-ci.

# $n (Number) - missions in the letter
# $name (String) - the search in words
alert-subject = { $n ->
    [one] 1 mission pour vous : { $name }
   *[other] { $n } missions pour vous : { $name }
}
# $n (Number) - missions in the letter
alert-subject-many = { $n ->
    [one] 1 mission pour vos recherches
   *[other] { $n } missions pour vos recherches
}
alert-lead = Voici du nouveau pour ce que vous cherchez.
# $n (Number) - missions not shown
alert-more = { $n ->
    [one] et 1 autre mission.
   *[other] et { $n } autres missions.
}
alert-see = Voir toute la recherche
alert-why = Vous recevez cette lettre parce que vous avez enregistré une recherche.
alert-manage = Changer mes recherches
alert-stop = Ne plus recevoir ces lettres
alert-stop-one = Ne plus recevoir de lettre pour cette recherche
stop-title = Arrêter ces lettres
stop-text-one = Nous ne vous écrirons plus pour cette recherche.
stop-text-all = Nous ne vous écrirons plus pour vos recherches.
stop-button = Oui, arrêter
stop-done = C’est arrêté
stop-done-text-one = Votre recherche reste dans votre espace, sans lettre. Cela ne change rien pour vos droits.
stop-done-text-all = Votre recherche reste dans votre espace, sans lettre. Cela ne change rien pour vos droits.
stop-done-text-slot-reminder = Vos créneaux restent dans votre espace, sans rappel. Cela ne change rien pour vos droits.
stop-done-text-monthly-recap = Votre récapitulatif reste dans votre espace. Pensez à déclarer chaque mois.
stop-text-slot-reminder = Nous ne vous écrirons plus la veille de vos créneaux.
stop-text-monthly-recap = Nous ne vous écrirons plus quand vient le moment de déclarer votre mois.
stop-back = Changer d’avis

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
portfolio-hours = Horaires
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
portfolio-open-whom = la page de { $name }
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

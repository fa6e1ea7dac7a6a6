admin-title = Vue d’ensemble
# $n (Number) - how many missions
admin-visible = { $n ->
    [one] mission visible
   *[other] missions visibles
}
# $n (Number) - how many labels
admin-active = { $n ->
    [one] label actif
   *[other] labels actifs
}
# $n (Number) - how many reports
admin-reports-count = { $n ->
    [one] signalement à lire
   *[other] signalements à lire
}
# $n (Number) - how many jobs
admin-dead = { $n ->
    [one] tâche en échec
   *[other] tâches en échec
}
admin-reports = Signalements
admin-reports-none = Aucun signalement
admin-reports-none-text = Les signalements de missions arrivent ici.
admin-column-offer = Mission
admin-column-message = Message
admin-column-date = Reçu le
admin-column-due = Réponse avant le
admin-late = En retard
admin-platforms = Plateformes, par état du label
admin-works = En coulisses
admin-works-published = Missions publiées, visibles ou non
admin-works-waiting = Lettres et tâches en attente
admin-works-dead = Lettres et tâches en échec

admin-report = Signalement
admin-report-letter = La réponse part par e-mail, et se lit sur la page du signalement.
admin-report-page = Cette personne n’a pas laissé d’adresse : la réponse se lit sur la page du signalement.
admin-report-answer = Réponse
admin-report-hint = En phrases simples : ce qui a été vérifié, ce qui change.
admin-report-send = Répondre
flash-report-answered = La réponse est partie.

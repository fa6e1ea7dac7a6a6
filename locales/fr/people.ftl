week-title = Mes horaires
week-lead = Quand pouvez-vous travailler ? Nous montrons d’abord les missions qui vont avec vos heures.
week-hint = Laissez vide un jour où vous ne pouvez pas. Pour minuit, écrivez 00:00. Vous pouvez changer quand vous voulez.
week-day-0 = Lundi
week-day-1 = Mardi
week-day-2 = Mercredi
week-day-3 = Jeudi
week-day-4 = Vendredi
week-day-5 = Samedi
week-day-6 = Dimanche
week-from = De
week-to = À
# $n (Number) - which hours of the day, from 1
week-row = heures { $n }
week-day-none = pas d’heures
week-more = Autres heures ce jour-là
week-save = Enregistrer mes horaires
week-proposals = Recevoir des propositions
week-proposals-text = La personne qui vous suit peut vous proposer des missions. C’est vous qui choisissez.
week-proposals-yes = Oui, je veux bien en recevoir
week-proposals-no = Non, pas en ce moment
week-proposals-no-text = Votre accompagnement continue de la même façon. La personne qui vous suit voit seulement que vous n’en recevez pas.
week-save-choice = Enregistrer ce choix
flash-week-saved = Vos horaires sont enregistrés.
flash-proposals-setting = Votre choix est enregistré.
error-hours-incomplete = Il manque le début ou la fin.
error-hours-unreadable = Cette heure ne se lit pas. Écrivez par exemple 09:30.

week-midnight = minuit
ready-title = Je peux commencer maintenant
ready-text = Nous montrons alors aussi les missions d’aujourd’hui, même hors de vos heures, et la personne qui vous suit voit que vous êtes disponible. Cela s’arrête tout seul à la fin de la journée.
# $until (String) - an hour
ready-on = C’est activé, jusqu’à { $until }.
ready-start = Je peux commencer maintenant
ready-stop = Je ne peux plus aujourd’hui
day-title = Des jours différents
day-text = Une date où vous ne pouvez pas, ou pas aux mêmes heures. Elle remplace vos heures de ce jour-là.
# $n (Number) - dates
day-count = { $n ->
    [0] Aucune date
    [one] 1 date
   *[other] { $n } dates
}
day-date = Date
day-possible = Ce jour-là
day-no = Je ne peux pas
day-yes = Je peux, de … à …
day-add = Ajouter cette date
# $hours (String) - from an hour to another
day-open = possible, { $hours }
day-closed = pas possible
day-forget = Retirer
reach-title = Trajet et durée
reach-place = Ma commune
reach-place-hint = Nom ou code postal. La personne qui vous suit la voit, avec vos heures. Les plateformes ne la voient pas.
reach-which = Laquelle ?
reach-radius = Je vais jusqu’à (km)
reach-mode = Comment j’y vais
reach-mode-none = Sans préciser
reach-notice = Me prévenir avant le début
# $n (Number) - hours
reach-notice-hours = { $n ->
    [0] Même au dernier moment
    [one] 1 heure avant
   *[other] { $n } heures avant
}
reach-shortest = Durée la plus courte
reach-longest = Durée la plus longue
reach-any = Toute durée
reach-about = Les temps de trajet sont des estimations. La durée est celle d’un créneau.
reach-change = Changer
# $mode (String) - a way of travelling
# $minutes (String) - a length of time
# $far (String) - a distance
reach-bounded = Vous vous déplacez { $mode } : nous comptons { $minutes } de trajet au plus, soit environ { $far }. Les missions plus lointaines ne vous sont pas montrées.
reach-save = Enregistrer
fit-title = Missions à vos heures
fit-lead = Chaque mission dit pourquoi elle va avec vos heures. Les plus proches dans le temps d’abord.
# $day (String) - a day
# $hours (String) - from an hour to another
fit-when = { $day } { $hours }
# $when (String) - day and hours
fit-week = { $when } est dans vos heures
# $when (String) - day and hours
fit-date = { $when } est dans vos heures de cette date
# $when (String) - day and hours
fit-ready = { $when } : vous avez dit pouvoir commencer maintenant
fit-here = dans votre commune
# $when (String) - day and hours
fit-any = { $when }
flash-ready-on = C’est noté. Cela s’arrête tout seul à la fin de la journée.
flash-ready-off = C’est noté : vous ne le dites plus.
flash-day-apart = La date est ajoutée.
flash-day-forgotten = La date est retirée. Ce jour-là suit à nouveau votre semaine.
flash-reach-saved = C’est enregistré.
error-hours-overlap = Ces heures se recoupent avec d’autres du même jour. Réunissez-les.
error-day-past = Cette date est passée. Choisissez aujourd’hui ou plus tard.
error-day-too-far = Cette date est trop loin : un an au plus.
error-day-unreadable = Cette date ne se lit pas. Exemple : 28/11/2026
error-day-choice-missing = Dites si vous pouvez ce jour-là, ou non.
error-day-said-already = Cette date est déjà dans la liste. Retirez-la d’abord.
# $max (String) - a figure
error-days-full = Vous avez déjà { $max } dates. Retirez-en une.
error-hour-skipped = Cette heure n’existe pas cette nuit-là : on passe à l’heure d’été.
error-radius-out-of-range = Écrivez un nombre de 1 à 200 kilomètres.
error-reach-choice-unknown = Choisissez dans la liste.
error-lengths-inverted = La durée la plus longue est plus courte que la plus courte.
# $name (String) - a person
hours-title = Horaires : { $name }
hours-link = Régler ses horaires avec elle
hours-lead = Vous les réglez avec elle, parce qu’elle vous l’a demandé. Les mots ci-dessous s’adressent à elle. Cette page vous est ouverte une heure.
hours-first = Elle vous demande de régler ses horaires avec elle. Lisez-lui d’abord ce texte.
hours-said = Je regarde et je règle vos horaires avec vous : votre semaine, vos dates, votre trajet, la durée, et si vous pouvez commencer maintenant. Ils servent à montrer les missions qui vous vont. La personne qui vous suit voit aussi si vous pouvez commencer maintenant. Vous êtes libre de ne rien dire, et vous changez tout quand vous voulez.
# $said (String) - what was read
hours-kept = Lu et accepté de vive voix : « { $said } »
hours-open = Régler ses horaires
hours-private = Recevoir ou non des propositions, et la façon de lui écrire, ne sont pas sur cette page. S’ils changent à sa demande, c’est sur la page de ce que vous faites à sa demande.
flash-hours-for-her = C’est enregistré, et noté dans son dossier avec votre nom.
error-hours-not-asked = Ses horaires vous sont ouverts une heure, quand elle vous l’a demandé. Lisez-lui d’abord le texte.
hours-act-week = Votre semaine est changée.
hours-act-day = Une date est changée.
hours-act-reach = Votre trajet et la durée sont changés.
hours-act-now = « Je peux commencer maintenant » est changé.
hers-hours = Mes horaires réglés avec la personne qui me suit
export-part-hours-set-with-advisor = Quand vos horaires ont été réglés avec vous, et les mots que vous avez acceptés.

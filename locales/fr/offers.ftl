search-what = Quoi ?
search-what-example = plonge, jardin, vente…
search-where = Où ?
search-where-example = Commune ou code postal
search-where-list = Communes proposées
search-when = Quand ?
search-any-day = Tous les jours
when-aujourdhui = Aujourd’hui
when-demain = Demain
when-semaine = Dans les 7 jours
when-weekend = Ce week-end
search-on-date = Ou à cette date
search-button = Chercher
search-filter = Filtrer et trier
search-part-of-day = Moment de la journée
search-radius = À moins de
search-pay = Au moins, en euros par heure
search-sort = Trier par
search-status = Statut
search-needs = Pratique
search-apply = Appliquer
search-clear = Effacer les filtres
search-which-place = Quelle commune ?
sort-best = Le plus utile d’abord
sort-soonest = Date
sort-nearest = Distance
sort-pay = Rémunération
sort-newest = Nouveauté
part-matin = Matin
part-apres-midi = Après-midi
part-soir = Soir
part-nuit = Nuit
need-sans-permis = Sans permis
need-sans-voiture = Sans voiture
need-accessible = Accessible en fauteuil
need-debutant = Débutants bienvenus
need-a-distance = À distance
status-self-employed = Indépendant
status-fixed-term = Salarié, CDD
status-temp-agency = Salarié, intérim
status-help-self-employed = Vous facturez. Vous payez vos cotisations, ou la plateforme les prélève.
status-help-fixed-term = Un contrat de travail est signé avant la mission.
status-help-temp-agency = Un contrat de mission est signé avec l’agence d’intérim.
list-title = Missions
list-empty = Aucune mission pour cette recherche
list-empty-text = Essayez une autre date, un rayon plus large ou moins de filtres.
live-connected = En direct
live-paused = En pause
live-asking = Mise à jour toutes les 30 secondes
live-lost = Connexion interrompue, nouvel essai bientôt
live-new-one = 1 nouvelle mission : afficher
live-changed-one = 1 mission a changé.
live-reload = La liste a changé : afficher
offer-label = Label
offer-remote = À distance
detail-back = Retour aux missions
detail-act = Répondre
detail-interested = Ça m’intéresse
detail-before-sending = Vous verrez ce qui est envoyé avant d’envoyer.
detail-platform = La plateforme
detail-decisions = Voir les décisions du label
detail-receipt-text = Un récépissé prouve ce que l’annonce dit aujourd’hui. Il ne contient pas votre nom.
detail-receipt-button = Obtenir un récépissé
detail-report = Signaler
fact-when = Quand
fact-where = Où
fact-status = Statut
fact-agency = Agence d’intérim :
fact-payer = Qui paie quoi
fact-withheld = Vos cotisations sont prélevées par la plateforme.
fact-costs = Vos frais
fact-insurance = Assurance
fact-requirements = Ce qui est demandé
fact-equipment = Matériel
fact-cancellation = Annuler
fact-cancellation-yours = De votre côté, vous n’avez pas de raison à donner.
fact-contact = Contact
slot-begun = Déjà commencé
slot-full = Complet : liste d’attente possible
label-state-active = Label actif
gone-title = Cette mission n’est plus proposée
gone-badge = Plus proposée
gone-rights = Cela ne change rien pour vos droits ni pour votre accompagnement.
gone-similar = Missions proches
gone-see-others = Voir d’autres missions
gone-live-offer = Cette mission n’est plus proposée.
gone-live-full = Toutes les places de cette mission sont prises.
gone-live-begun = Le créneau de cette mission a commencé.
gone-live-withdrawn = La plateforme a retiré cette mission.
gone-live-masked = Cette mission est masquée le temps d’une vérification.
gone-live-silent = La plateforme n’a pas confirmé cette mission depuis trois jours.
gone-live-elsewhere = Cette mission ne correspond plus à votre recherche.
gone-live-platform = Le label de cette plateforme n’est plus actif : ses missions ne sont plus proposées.
gone-offer-ended = Elle est terminée, ou la plateforme l’a retirée.
gone-offer-masked = Elle est masquée le temps d’une vérification.
gone-offer-label = Le label de la plateforme n’est pas actif. Ses missions ne sont pas proposées.
gone-offer-silent = La plateforme ne l’a pas confirmée depuis trois jours.
gone-offer-full = Toutes les places sont prises.
report-title = Signaler cette mission
report-text = Une personne de l’équipe lit chaque signalement et répond sous 7 jours. Vous pouvez rester anonyme.
report-message = Qu’est-ce qui ne va pas ?
report-message-hint = Par exemple : l’adresse est fausse, on demande de l’argent.
report-email = Votre adresse e-mail (facultatif)
report-email-hint = Seulement pour vous répondre.
report-send = Envoyer le signalement
flash-reported = Merci. Votre signalement est envoyé : réponse sous 7 jours.

# $n (Number) - how many missions there are
# $shown (String) - the same, grouped
home-all = { $n ->
    [one] La mission
   *[other] Les { $shown } missions
}
search-where-status = {"{n}"} communes proposées
live-new = {"{n}"} nouvelles missions : afficher
live-changed = {"{n}"} missions ont changé.
live-gone = {"{n}"} missions ne sont plus dans la liste.
# $n (Number) - how many filters
search-filters-set = { $n ->
    [one] 1 filtre
   *[other] { $n } filtres
}
# $place (String) - a commune
list-title-near = Missions près de { $place }
# $n (Number) - how many missions
# $shown (String) - the same, grouped
list-count = { $n ->
    [0] Aucune mission ne correspond
    [one] { $n } mission correspond
   *[other] { $shown } missions correspondent
}
# $words (String) - the words as understood
search-corrected = Résultats pour « { $words } ».
search-partial = Aucune mission ne contient tous vos mots. Voici celles qui en contiennent une partie.
# $words (String) - the words without the place
search-reread-words = « { $words } »
# $place (String) - a commune
search-reread-place = près de { $place }
# $when (String) - date and hour
live-as-of = Mise à jour le { $when }
# $n (Number) - how many mistakes
form-errors-title = { $n ->
    [one] 1 réponse est à corriger
   *[other] { $n } réponses sont à corriger
}
# $number (String) - the number of the fault
error-number = Si vous nous écrivez, donnez ce numéro : { $number }
# $distance (String) - with its unit
offer-at-distance = à { $distance }
# $n (Number) - places left
offer-places = { $n ->
    [0] Complet
    [one] { $n } place
   *[other] { $n } places
}
# $amount (String) - money
offer-pay-hour = { $amount } par heure
# $amount (String) - money
offer-pay-mission = { $amount } pour la mission
# $ago (String) - a length of time
offer-confirmed = Confirmé il y a { $ago }
# $ago (String) - a length of time
offer-unconfirmed = Non confirmé depuis { $ago }
feed-title = Missions, les plus récentes
# $search (String) - what is sought, in words
feed-title-of = Missions : { $search }
feed-follow = Suivre cette recherche (flux Atom)
# $n (Number)
ago-seconds = { $n } s
# $n (Number)
ago-minutes = { $n } min
# $n (Number)
ago-hours = { $n } h
# $n (Number)
ago-days = { $n ->
    [one] 1 jour
   *[other] { $n } jours
}
# $left (Number) - places left
# $all (Number) - places in all
slot-places = { $left ->
    [one] 1 place sur { $all }
   *[other] { $left } places sur { $all }
}
# $amount (String) - money
detail-per-hour = Soit { $amount } par heure.
# $since (String) - date
# $until (String) - date
detail-label = Label accordé le { $since }, jusqu’au { $until }.
# $percent (Number) - commission
fact-commission = { $percent ->
    [0] La plateforme ne prend pas de commission.
   *[other] La plateforme facture { $percent } % de commission au client.
}
# $days (Number) - days until payment
fact-pay-delay = { $days ->
    [0] Paiement le jour même.
    [one] Paiement le lendemain.
   *[other] Paiement sous { $days } jours.
}
# $date (String) - since when
gone-suspended = Le label de la plateforme est suspendu depuis le { $date }. Ses missions ne sont pas proposées. La raison donnée :
search-weekdays = Jours de la semaine
search-length = Durée
search-occupation = Métier
search-platform = Plateforme
search-any = Peu importe
search-until-date = Jusqu’à cette date
search-from-hour = Pas avant
search-to-hour = Fini à
search-counts-hint = Chaque nombre dit combien de missions donne ce choix.
search-take-off = (retirer ce filtre)
# $hour (String)
search-not-before = Pas avant { $hour }
# $hour (String)
search-not-after = Fini à { $hour }
# $km (String)
search-km = { $km } km
# $amount (String)
search-pay-from = Au moins { $amount } par heure
when-maintenant = Dans les 2 heures
weekday-lundi = Lundi
weekday-mardi = Mardi
weekday-mercredi = Mercredi
weekday-jeudi = Jeudi
weekday-vendredi = Vendredi
weekday-samedi = Samedi
weekday-dimanche = Dimanche
length-courte = 2 heures ou moins
length-demi-journee = De 2 à 5 heures
length-journee = De 5 à 10 heures
length-longue = Plus de 10 heures
need-sans-diplome = Sans diplôme exigé
domain-a = Agriculture et espaces verts
domain-b = Arts et artisanat d’art
domain-c = Banque, assurance, immobilier
domain-d = Commerce et vente
domain-e = Communication et médias
domain-f = Bâtiment et travaux publics
domain-g = Hôtellerie, restauration, loisirs
domain-h = Industrie
domain-i = Installation et maintenance
domain-j = Santé
domain-k = Services à la personne
domain-l = Spectacle
domain-m = Bureau et administration
domain-n = Transport et logistique
# $km (String)
wider-radius = Chercher jusqu’à { $km } km
# $filter (String)
wider-without = Sans « { $filter } »
wider-any-day = N’importe quel jour
wider-any-words = Tous les métiers
wider-anywhere = Partout en France
# $date (String)
search-until = Jusqu’au { $date }
# $order (String)
search-sorted = Tri : { $order }
search-all = Voir toutes les missions
gone-queue = Me mettre sur la liste d’attente
wider-words-only = Les mêmes mots, partout et sans filtre
map-title = Carte des missions
# $place (String) - a department
map-title-in = Carte des missions : { $place }
# $place (String) - a commune
map-title-near = Carte des missions près de { $place }
map-see = Voir sur la carte
map-see-list = Voir la liste
map-by-department = Par département
map-by-commune = Par commune
# $n (Number) - how many missions
# $shown (String) - the same, grouped
map-missions = { $n ->
    [0] aucune mission
    [one] { $n } mission
   *[other] { $shown } missions
}
# $name (String) - a place
# $missions (String) - how many it has
map-named = { $name } : { $missions }
# $n (Number) - how many other communes
# $place (String) - a commune
map-and-others = { $n ->
    [one] { $place } et 1 autre commune
   *[other] { $place } et { $n } autres communes
}
# $n (Number) - how many missions
# $shown (String) - the same, grouped
map-here = { $n ->
    [one] 1 mission dans ce que montre la carte
   *[other] { $shown } missions dans ce que montre la carte
}
# $n (Number) - how many missions
# $shown (String) - the same, grouped
map-remote = { $n ->
    [one] Dont 1 mission à distance, sans lieu
   *[other] Dont { $shown } missions à distance, sans lieu
}
map-nothing = Aucune mission ici pour cette recherche.
# $n (Number) - how many places
map-others = { $n ->
    [one] Voir l’autre lieu
   *[other] Voir les { $n } autres lieux
}
# $n (Number) - how many places
map-beyond = { $n ->
    [one] 1 autre lieu n’est pas dans cette liste : approchez la carte.
   *[other] { $n } autres lieux ne sont pas dans cette liste : approchez la carte.
}
map-steps = Changer de vue
map-closer = Approcher
map-farther = Éloigner
map-north = Vers le nord
map-south = Vers le sud
map-east = Vers l’est
map-west = Vers l’ouest
map-country = Toute la France
map-neighbours = Départements voisins
# $distance (String)
# $place (String) - a commune
map-reach = À { $distance } autour de { $place }
map-source = Contours : IGN, Admin Express 2018, Licence Ouverte. Le nombre dans un cercle dit combien de missions s’y trouvent.
search-occupation-add = Ajouter un métier
search-occupation-hint = Par exemple : serveuse, cariste, garde d’enfants
search-occupation-list = Métiers proposés
search-occupation-status = {"{n}"} métiers proposés
search-which-occupation = Quel métier ?
# $duration (String) - a length of time
# $mode (String) - a way of travelling
offer-travel = environ { $duration } { $mode }
travel-pied = à pied
travel-velo = à vélo
travel-transports = en transports
travel-voiture = en voiture
search-travel = Pour y aller
search-travel-time = Temps de trajet, environ
# $duration (String) - a length of time
search-within-time = { $duration } au plus
search-hours = Mes disponibilités
search-her-hours = Mes heures
error-search-hours-none = Vous n’avez pas encore indiqué vos heures. Indiquez-les dans votre espace, puis revenez.
error-search-hours-whose = Connectez-vous pour chercher avec vos heures.
# $net (String) - an amount
detail-net = Environ { $net } net, avant impôt. C’est une estimation.
# $least (String) - an amount
# $most (String) - an amount
detail-net-between = Environ { $least } à { $most } après cotisations, selon l’activité, avant impôt. C’est une estimation.
detail-hers = Vous avez demandé cette mission. Elle n’est plus visible des autres personnes ; ce qui est dit ici reste valable pour vous.
detail-hers-see = Voir ma demande
offer-here = dans la commune
error-condition-unasked = Un refus se fonde sur l’offre seulement : ce texte n’est accepté qu’avec le motif « condition annoncée non remplie ».
error-terms-held = Des personnes ont déjà une place. La paie ne peut plus baisser ; le statut, le lieu, la durée et les conditions ne changent plus. Retirez la mission et publiez-en une autre.
error-search-km-unreadable = Le rayon n’est pas compris. Choisissez un nombre de kilomètres.

reported-title = Mon signalement
# $due (String) - a date
reported-due = Réponse au plus tard le { $due }.
reported-done = Nous avons répondu.
# $date (String) - a date
reported-on = Reçu le { $date }
reported-mission = La mission signalée
reported-answer = Notre réponse
reported-by-letter = La réponse vous est aussi envoyée par e-mail.
reported-here = La réponse sera écrite ici, sur cette page.
reported-keep = Gardez l’adresse de cette page : elle seule mène à votre signalement.
# $title (String) - a mission
reported-subject = Votre signalement a une réponse : { $title }
reported-letter-lead = Vous avez signalé cette mission :
error-report-answered = Ce signalement a déjà une réponse.

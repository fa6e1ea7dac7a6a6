search-what = What?
search-what-example = dishes, garden, sales…
search-where = Where?
search-where-example = Town or postcode
search-where-list = Suggested towns
search-when = When?
search-any-day = Any day
when-aujourdhui = Today
when-demain = Tomorrow
when-semaine = Within 7 days
when-weekend = This weekend
search-on-date = Or on this date
search-button = Search
search-filter = Filter and sort
search-part-of-day = Part of the day
search-radius = Within
search-pay = At least, in euros an hour
search-sort = Sort by
search-status = Status
search-needs = Practical
search-apply = Apply
search-clear = Clear the filters
search-which-place = Which town?
sort-best = Most useful first
sort-soonest = Date
sort-nearest = Distance
sort-pay = Pay
sort-newest = Newest
part-matin = Morning
part-apres-midi = Afternoon
part-soir = Evening
part-nuit = Night
need-sans-permis = No driving licence
need-sans-voiture = No car
need-accessible = Wheelchair accessible
need-debutant = Beginners welcome
need-a-distance = Remote
status-self-employed = Self-employed
status-fixed-term = Employee, fixed-term contract
status-temp-agency = Employee, temporary agency
status-help-self-employed = You invoice. You pay your contributions, or the platform withholds them.
status-help-fixed-term = A contract of employment is signed before the mission.
status-help-temp-agency = A contract is signed with the temporary agency.
list-title = Missions
list-empty = No mission for this search
list-empty-text = Try another date, a wider radius or fewer filters.
live-connected = Live
live-paused = Paused
live-asking = Updated every 30 seconds
live-lost = Connection lost, trying again soon
live-new-one = 1 new mission: show
live-changed-one = 1 mission has changed.
live-reload = The list has changed: show
offer-label = Label
offer-remote = Remote
detail-back = Back to missions
detail-act = Reply
detail-interested = I’m interested
detail-before-sending = You will see what is sent before you send it.
detail-platform = The platform
detail-decisions = See the label’s decisions
detail-receipt-text = A receipt proves what this mission says today. It does not hold your name.
detail-receipt-button = Get a receipt
detail-report = Report
fact-when = When
fact-where = Where
fact-status = Status
fact-agency = Temporary agency:
fact-payer = Who pays what
fact-withheld = Your contributions are withheld by the platform.
fact-costs = Your costs
fact-insurance = Insurance
fact-requirements = What is asked
fact-equipment = Equipment
fact-cancellation = Cancelling
fact-cancellation-yours = On your side, you have no reason to give.
fact-contact = Contact
slot-begun = Already begun
slot-full = Full: you may join the waiting list
label-state-active = Label in force
gone-title = This mission is no longer offered
gone-badge = No longer offered
gone-rights = This changes nothing for your rights or your support.
gone-similar = Similar missions
gone-see-others = See other missions
gone-live-offer = This mission is no longer offered.
gone-live-full = All the places of this mission are taken.
gone-live-begun = The slot of this mission has begun.
gone-live-withdrawn = The platform has withdrawn this mission.
gone-live-masked = This mission is hidden while it is being checked.
gone-live-silent = The platform has not confirmed this mission for three days.
gone-live-elsewhere = This mission no longer matches your search.
gone-live-platform = This platform’s label is no longer in force: its missions are no longer offered.
gone-offer-ended = It is over, or the platform has withdrawn it.
gone-offer-masked = It is hidden while it is being checked.
gone-offer-label = The platform’s label is not in force. Its missions are not offered.
gone-offer-silent = The platform has not confirmed it for three days.
gone-offer-full = All places are taken.
report-title = Report this mission
report-text = Someone from the team reads each report and answers within 7 days. You may stay anonymous.
report-message = What is wrong?
report-message-hint = For example: the address is wrong, they ask for money.
report-email = Your e-mail address (optional)
report-email-hint = Only to answer you.
report-send = Send the report
flash-reported = Thank you. Your report is sent.

home-all = { $n ->
    [one] The mission
   *[other] All { $shown } missions
}
search-where-status = {"{n}"} towns suggested
live-new = {"{n}"} new missions: show
live-changed = {"{n}"} missions have changed.
live-gone = {"{n}"} missions are no longer in the list.
search-filters-set = { $n ->
    [one] 1 filter
   *[other] { $n } filters
}
list-title-near = Missions near { $place }
list-count = { $n ->
    [0] No mission matches
    [one] { $n } mission matches
   *[other] { $shown } missions match
}
search-corrected = Results for “{ $words }”.
search-partial = No mission has all your words. Here are those that have some of them.
search-reread-words = “{ $words }”
search-reread-place = near { $place }
live-as-of = Updated { $when }
form-errors-title = { $n ->
    [one] 1 answer needs correcting
   *[other] { $n } answers need correcting
}
error-number = If you write to us, give this number: { $number }
offer-at-distance = { $distance } away
offer-places = { $n ->
    [0] Full
    [one] { $n } place
   *[other] { $n } places
}
offer-pay-hour = { $amount } an hour
offer-pay-mission = { $amount } for the mission
offer-confirmed = Confirmed { $ago } ago
offer-unconfirmed = Not confirmed for { $ago }
feed-title = Missions, newest first
feed-title-of = Missions: { $search }
feed-follow = Follow this search (Atom feed)
ago-seconds = { $n } s
ago-minutes = { $n } min
ago-hours = { $n } h
ago-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
slot-places = { $left ->
    [one] 1 place out of { $all }
   *[other] { $left } places out of { $all }
}
detail-per-hour = That is { $amount } an hour.
detail-label = Label granted on { $since }, until { $until }.
fact-commission = { $percent ->
    [0] The platform takes no commission.
   *[other] The platform charges the client a { $percent } % commission.
}
fact-pay-delay = { $days ->
    [0] Paid the same day.
    [one] Paid the next day.
   *[other] Paid within { $days } days.
}
gone-suspended = The platform’s label has been suspended since { $date }. Its missions are not offered. The reason given:
search-weekdays = Days of the week
search-length = Length
search-occupation = Occupation
search-platform = Platform
search-any = Any
search-until-date = Until this date
search-from-hour = Not before
search-to-hour = Ends by
search-counts-hint = Each number says how many missions a choice gives.
search-take-off = (remove this filter)
search-not-before = Not before { $hour }
search-not-after = Ends by { $hour }
search-km = { $km } km
search-pay-from = At least { $amount } an hour
when-maintenant = Within 2 hours
weekday-lundi = Monday
weekday-mardi = Tuesday
weekday-mercredi = Wednesday
weekday-jeudi = Thursday
weekday-vendredi = Friday
weekday-samedi = Saturday
weekday-dimanche = Sunday
length-courte = 2 hours or less
length-demi-journee = 2 to 5 hours
length-journee = 5 to 10 hours
length-longue = More than 10 hours
need-sans-diplome = No diploma required
domain-a = Farming and gardens
domain-b = Arts and crafts
domain-c = Banking, insurance, housing
domain-d = Shops and sales
domain-e = Communication and media
domain-f = Building and public works
domain-g = Hotels, restaurants, leisure
domain-h = Industry
domain-i = Installation and maintenance
domain-j = Health
domain-k = Personal services
domain-l = Performing arts
domain-m = Office and administration
domain-n = Transport and logistics
wider-radius = Search up to { $km } km
wider-without = Without “{ $filter }”
wider-any-day = Any day
wider-any-words = All occupations
wider-anywhere = Anywhere in France
search-until = Until { $date }
search-sorted = Sorted by: { $order }
search-all = See all missions
gone-queue = Join the waiting list
wider-words-only = The same words, anywhere, without filters
map-title = Map of missions
map-title-in = Map of missions: { $place }
map-title-near = Map of missions near { $place }
map-see = See on the map
map-see-list = See the list
map-by-department = By department
map-by-commune = By town
map-missions = { $n ->
    [0] no mission
    [one] { $n } mission
   *[other] { $shown } missions
}
map-named = { $name }: { $missions }
map-and-others = { $n ->
    [one] { $place } and 1 other town
   *[other] { $place } and { $n } other towns
}
map-here = { $n ->
    [one] 1 mission in what the map shows
   *[other] { $shown } missions in what the map shows
}
map-remote = { $n ->
    [one] Of which 1 remote mission, without a place
   *[other] Of which { $shown } remote missions, without a place
}
map-nothing = No mission here for this search.
map-others = { $n ->
    [one] See the other place
   *[other] See the { $n } other places
}
map-beyond = { $n ->
    [one] 1 other place is not on this list: zoom in.
   *[other] { $n } other places are not on this list: zoom in.
}
map-steps = Change the view
map-closer = Zoom in
map-farther = Zoom out
map-north = To the north
map-south = To the south
map-east = To the east
map-west = To the west
map-country = All of France
map-neighbours = Neighbouring departments
map-reach = Within { $distance } of { $place }
map-source = Outlines: IGN, Admin Express 2018, Licence Ouverte. The number in a circle says how many missions are there.
search-occupation-add = Add an occupation
search-occupation-hint = For example: waiter, forklift driver (French names are found best)
search-occupation-list = Suggested occupations
search-occupation-status = {"{n}"} suggested occupations
search-which-occupation = Which occupation?
offer-travel = about { $duration } { $mode }
travel-pied = on foot
travel-velo = by bicycle
travel-transports = by public transport
travel-voiture = by car
search-travel = Getting there
search-travel-time = Travel time, about
search-within-time = { $duration } at most
search-hours = My availability
search-her-hours = My hours
error-search-hours-none = You have not given your hours yet. Give them in your space, then come back.
error-search-hours-whose = Sign in to search with your hours.
detail-net = About { $net } net, before tax. This is an estimate.
detail-net-between = About { $least } to { $most } after contributions, depending on the activity, before tax. This is an estimate.
detail-hers = You asked for this mission. Other people cannot see it any more; what is said here still holds for you.
detail-hers-see = See my request
offer-here = in this commune
error-condition-unasked = A refusal is about the offer only: this text is accepted only with the reason “stated condition not met”.
error-terms-held = People already have a place. The pay cannot go down any more; the status, place, length and conditions do not change. Withdraw the mission and post another one.
error-search-km-unreadable = The radius is not understood. Choose a number of kilometres.

reported-title = My report
reported-due = Answer by { $due } at the latest.
reported-done = We have answered.
reported-on = Received on { $date }
reported-mission = The reported mission
reported-answer = Our answer
reported-by-letter = The answer is sent to you by e-mail too.
reported-here = The answer will be written here, on this page.
reported-keep = Keep the address of this page: it alone leads to your report.
reported-subject = Your report has an answer: { $title }
reported-letter-lead = You reported this mission:
error-report-answered = This report already has an answer.

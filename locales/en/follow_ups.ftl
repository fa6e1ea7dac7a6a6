portfolio-title = People you follow
portfolio-empty = You follow nobody for now
portfolio-empty-text = The people entrusted to you will appear here.
portfolio-stepless-see = Show
portfolio-search = Look for a person
portfolio-filter-toutes = Everyone
portfolio-filter-missions = With missions
portfolio-filter-sans-etape = Without a step
portfolio-none = Nobody matches this search
portfolio-all = See everyone
portfolio-person = Person
portfolio-hours = Hours
portfolio-fit = Fit their hours
portfolio-step = Next step
portfolio-training = Training
portfolio-action = Action
portfolio-open = Open
portfolio-promise = You see what the person chooses to share. Nothing else.
file-follow-up = Follow-up
file-active = Active follow-up
file-not-active = No active follow-up
file-no-follow-up = There is no active follow-up.
file-referent = Followed by
file-step = Next step
file-no-step = No step planned
file-no-training = No training
file-no-hours = Hours not given
file-no-place = Town not given
file-goes-on = A mission changes nothing in this follow-up: nothing stops.
file-every-day = every day
file-day-0 = Mon
file-day-1 = Tue
file-day-2 = Wed
file-day-3 = Thu
file-day-4 = Fri
file-day-5 = Sat
file-day-6 = Sun
portfolio-stepless = { $n ->
    [one] One person has no next step.
   *[other] { $n } people have no next step.
}
portfolio-missions = { $n ->
    [0] None today
    [one] { $n } mission
   *[other] { $n } missions
}
portfolio-open-whom = the page of { $name }
file-you-since = You, since { $since }
file-referent-since = { $name }, since { $since }
file-training-from = From { $date }
file-training-since = Since { $date }
file-days = { $from } to { $to }

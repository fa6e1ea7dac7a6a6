platform-kind-jobbing = Small jobs between people
platform-kind-organised-services = Services organised by the platform
platform-kind-microwork = Remote microwork
platform-kind-freelance = Qualified independent work
platform-kind-insertion = Inclusion through work (experiment)
platform-kind-employer = Employer with very short needs
platform-kind-association = Association with very short needs
platform-kind-temp-agency = Temporary employment agency
register-title = Labelled platforms
register-lead = The “socially responsible” label is earned. Every decision is public, dated and explained.
register-filters = Filter by state of the label
register-filter-all = All
register-filter-active = In force
register-filter-suspended = Suspended
register-filter-pending = Asked, in progress
register-filter-expired = Expired
register-filter-declined = Not granted
register-filter-renounced = Given up
register-filter-withdrawn = Withdrawn
register-filter = { $word } ({ $n })
register-state-active = In force
register-state-suspended = Suspended
register-state-pending = Asked, in progress
register-state-expired = Expired
register-state-declined = Not granted
register-state-renounced = Given up by the platform
register-state-withdrawn = Withdrawn
register-state-none = Never asked
register-until = Until { $date }
register-since = Since { $date }
register-from-to = From { $since } to { $until } at the latest
register-caption = Register of the label
register-column-platform = Platform
register-column-kind = Activity
register-column-label = Label
register-column-when = Dates
register-column-more = Decisions
register-more-about = about
register-empty = No platform in this state
register-empty-text = See the whole register.
register-csv = Whole register (CSV)
register-csv-decisions = All decisions (CSV)
register-back = All platforms
sheet-state = Label: { $state }
sheet-decisions = Decisions
sheet-decisions-text = Latest first. A decision is never changed nor erased.
sheet-for-you = For you
sheet-for-you-active = Its missions are shown. You are free to say no: no effect on your rights.
sheet-for-you-suspended = Its missions are no longer shown. Missions already agreed stay yours, and stay paid.
sheet-for-you-withdrawn = Its missions are no longer shown. Missions already agreed stay yours, and stay paid.
sheet-for-you-expired = The label has run out. Its missions are no longer shown. Missions already agreed stay yours, and stay paid.
sheet-for-you-renounced = The platform has given up its label. Its missions are no longer shown. Missions already agreed stay yours, and stay paid.
sheet-for-you-pending = The request is in progress. No mission of this platform is shown.
sheet-for-you-declined = The label is not granted. No mission of this platform is shown.
sheet-question = A question? Your advisor, or
sheet-missions = See its missions
sheet-facts = About
sheet-company = Company
sheet-activity = Activity
sheet-website = The platform’s site
sheet-siren = SIREN { $number }
label-kind-submitted = Request made
label-kind-admissible = File complete
label-kind-examination = Examination begun
label-kind-opinion = Opinion of the colleges given
label-kind-granted = Label granted
label-kind-declined = Label not granted
label-kind-notice = Notice to mend
label-kind-suspended = Label suspended
label-kind-reinstated = Label reinstated
label-kind-withdrawn = Label withdrawn
label-kind-renounced = Label given up by the platform
decision-from = Takes effect on { $date }.
decision-until = Until { $date }.
decision-by = Decision by
decision-appeal = Can be appealed until { $date }.
decision-appeal-over = Could be appealed until { $date }: that time is over.
label-body-title = Label: the platforms
label-body-lead = Every decision is signed, reasoned and published in the register.
label-body-caption = Platforms and states of the label
label-body-published = Published missions
label-body-under-way = Agreed work under way
label-body-open = Open
label-body-back = All platforms
label-body-public = See the public sheet
label-body-act = Decide
label-body-nothing = In this state, there is nothing to suspend or reinstate.
label-body-suspend-text = You will first see what the suspension touches and the letters that will leave.
label-body-suspend = Suspend the label
label-body-suspend-title = Suspend the label of
label-body-suspend-now = What will happen, at once
label-body-suspend-until = The suspension lasts until { $date } at the latest. You can lift it before. Without another decision, the label then holds again.
label-body-reinstate = Reinstate the label
label-body-reinstate-text = { $n ->
    [0] No published mission is waiting. The people concerned are told.
    [one] { $n } published mission can be seen again. The people concerned are told.
   *[other] { $n } published missions can be seen again. The people concerned are told.
}
label-body-reason = Reason, published in the register
label-body-reason-hint = Facts, dates, the rule concerned. At least 20 characters. Name no one.
label-body-reason-to-come = (the reason that you write below)
label-body-signature = Signed: { $author }, { $authority }.
label-body-cancel = Change nothing
label-body-impact-missions = { $n ->
    [one] mission will no longer be visible
   *[other] missions will no longer be visible
}
label-body-impact-proposals = { $n ->
    [one] proposal is open: its mission can no longer be seen
   *[other] proposals are open: their missions can no longer be seen
}
label-body-impact-agreed = { $n ->
    [one] person has a mission agreed: it stays hers
   *[other] people have a mission agreed: it stays theirs
}
label-body-impact-awaiting = { $n ->
    [one] other person awaits an answer or a place
   *[other] other people await an answer or a place
}
label-body-concerned = What rests on the label today
label-body-now-proposals = Open proposals
label-body-now-agreed = People with a mission agreed
label-body-now-awaiting = Other people waiting
label-body-letters = Letters that will leave
label-body-letters-count = { $n ->
    [0] No letter to people. One letter to the platform.
    [one] { $n } letter to a person, first. Then one letter to the platform.
   *[other] { $n } letters to people, first. Then one letter to the platform.
}
label-body-letters-agreed = { $n ->
    [one] First: { $n } person with a mission agreed
   *[other] First: { $n } people with a mission agreed
}
label-body-letters-awaiting = { $n ->
    [one] First too: { $n } other person, waiting
   *[other] First too: { $n } other people, waiting
}
label-body-letters-platform = Then: the platform
label-body-letters-subject = Subject:
label-body-letters-read = Read the letter
flash-label-suspended = The label is suspended. Its missions are no longer visible. The letters are leaving, to people first.
flash-label-reinstated = The label is reinstated. Its missions can be seen again. The letters are leaving, to people first.
label-person-subject-suspended = Label of { $platform } suspended: what it means for you
label-person-subject-withdrawn = Label of { $platform } withdrawn: what it means for you
label-person-subject-reinstated = Label of { $platform } reinstated: what it means for you
label-person-hello = Hello { $name },
label-person-hello-you = Hello,
label-person-suspended = The label of { $platform } has been suspended since { $date }. Its missions are no longer offered on Escale.
label-person-withdrawn = The label of { $platform } has been withdrawn since { $date }. Its missions are no longer offered on Escale.
label-person-reinstated = The label of { $platform } has been reinstated since { $date }. Its missions are offered on Escale again.
label-person-mission = { $n ->
    [one] Your mission:
   *[other] Your missions:
}
label-person-mission-any = (title, day and hours of the mission)
label-person-agreed = { $n ->
    [one] It is maintained. It stays yours, and stays paid.
   *[other] They are maintained. They stay yours, and stay paid.
}
label-person-awaited = The platform has not answered yet. It cannot say yes while its label is suspended.
label-person-queued = { $n ->
    [one] You are on the waiting list.
   *[other] You are on their waiting lists.
}
label-person-back-agreed = { $n ->
    [one] Nothing changes: it stays yours, and stays paid.
   *[other] Nothing changes: they stay yours, and stay paid.
}
label-person-back-awaited = Nothing changes: the platform is still to answer you.
label-person-back-queued = { $n ->
    [one] Nothing changes: you are on the waiting list.
   *[other] Nothing changes: you are on their waiting lists.
}
label-person-choice-agreed = { $n ->
    [one] You can go. You can also give it back, without giving a reason.
   *[other] You can go. You can also give one back, or all of them, without giving a reason.
}
label-person-choice-awaited = { $n ->
    [one] You can wait for its answer. You can also take your request back, without giving a reason.
   *[other] You can wait for its answers. You can also take back one request, or all of them, without giving a reason.
}
label-person-choice-queued = You may stay on it. You may also leave it, without a reason.
label-person-mine = See my mission or take my request back
label-person-rights = Your rights and your support do not change. Your advisor stays the same.
label-person-others = Other missions, on labelled platforms
label-person-search = Look for other missions near this one
label-person-reasons = The reasons for this decision
label-platform-subject = { $platform }: { $what }
label-platform-hello = Hello,
label-platform-what = A decision was taken on your label:
label-platform-by = Decision of { $date }, signed by { $author }, { $authority }.
label-platform-reason = The reason:
label-platform-yours = Your missions:
label-platform-appeal = You can appeal this decision until { $date }, to: { $authority }.
label-platform-register = The decision is published in the register
label-platform-missions-submitted = you can publish some if the label is granted.
label-platform-missions-admissible = you can publish some if the label is granted.
label-platform-missions-examination = you can publish some if the label is granted.
label-platform-missions-opinion = you can publish some if the label is granted.
label-platform-missions-granted = you can publish them from now on.
label-platform-missions-declined = they cannot be published. You can make a new request after 12 months.
label-platform-missions-notice = they stay visible. Mend what is asked in time.
label-platform-missions-suspended = they are no longer visible, and you cannot publish any. Those already agreed still stand: they stay due to the people, and paid. People may give them back without a reason. The people concerned have been told.
label-platform-missions-reinstated = those still to come are visible again.
label-platform-missions-withdrawn = they are no longer visible. Those already agreed still stand: they stay due to the people, and paid. You can make a new request after 12 months.
label-platform-missions-renounced = they are no longer visible. Those already agreed still stand: they stay due to the people, and paid.

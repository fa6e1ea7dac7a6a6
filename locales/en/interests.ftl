follow-title = Your support goes on
follow-today = Today
follow-end-asked = The end of your follow-up is put to you.
follow-end-answer = Read and answer
follow-with = supports you.
follow-call = Call the service:
follow-none = No support is noted here. To talk about it: France Travail, 39 49.
follow-untouched = Saying yes or no to a mission changes nothing about it.
follow-from = From { $day }
follow-since = Since { $day }

space-hello = Hello
space-lead = You choose: yes, no, or no reply.
space-to-see = { $n ->
    [0] No proposal to see at the moment.
    [one] 1 mission is proposed to you. Take your time.
   *[other] { $n } missions are proposed to you. Take your time.
}
space-see-proposals = See my proposals
space-agreed = My next slots
space-agreed-none = No slot planned at the moment.
space-agreed-more = { $n ->
    [one] One more slot
   *[other] { $n } more slots
}
space-no-home = Say where you live to see what is near you.
space-say-home = Say where I live
space-remote = See missions done from anywhere
space-all-mine = All my requests
space-fitting = Missions that fit my hours
space-near = Missions near me
space-my-hours = My hours
space-all = All missions
space-fitting-count = { $n ->
    [0] None at the moment.
    [one] 1 mission at the moment.
   *[other] { $n } missions at the moment. Here are the first ones.
}
space-fitting-all = See all these missions
space-no-hours = Give your hours to see first the missions that fit them.
space-fitting-none = No mission fits your hours
space-fitting-none-text = New ones arrive every day. You can also widen your hours.
space-looks = Who looked at my file
space-looks-text = When an advisor opens your file, it is written here, once a day.
space-looks-none = Nobody so far.

proposed-lead = Your advisor thinks that these missions may suit you. You choose. You can also do nothing.
proposed-to-see = To see
proposed-none = Nothing to see at the moment
proposed-none-text = When your advisor proposes a mission to you, it is here. You can also search by yourself.
proposed-kept = Kept or already asked for
proposed-kept-none = When you keep a mission, it is here. Nobody else sees it.
proposed-ended = Ended
proposed-ended-text = These missions are no longer proposed. You have nothing to do.
proposed-aside = Set aside
proposed-aside-text = Only you see this list. It is erased 7 days after the end of each mission.
proposed-by = Proposed by
proposed-on = on { $date }
proposed-sent = You said “I am interested”
proposed-sent-see = See my requests
proposed-again = Put back in “to see”
proposed-not-for-me = Not for me
proposed-keep = Keep for later
proposed-unkeep = No longer keep
proposed-is-kept = You kept it. Nobody else sees it.
proposed-is-aside = You set it aside. Nobody else sees it.
proposed-close-page = You can also close this page without replying. Nobody will know.
proposed-note = A word from
proposed-mission = The mission
proposed-receipt = The receipt of this proposal
proposed-waiting-list = Join the waiting list
proposed-still-shown = See the mission, still published
gone-taken-back = Your advisor took this proposal back.
flash-private-choice = Noted, for you only. Nobody else sees it.
error-choice-unknown = This choice does not exist.

send-title = This is what will be sent
send-back = Back
send-to = To
send-for = for:
send-slot = The slot
send-slot-waiting = Full: waiting list
send-slot-sent = You already have a request for this slot
send-overlap-agreed = At the same time as what is agreed, { $hours }: { $title }. It is up to you.
send-overlap-asked = At the same time as what you asked for, { $hours }: { $title }. It is up to you.
send-share = What you share
send-share-text = Tick what the platform may see. Nothing else leaves.
send-nothing-text = You can tick nothing. The platform will then not know who you are and cannot call you: this service will pass its answer on to you.
send-name = Name
send-email = E-mail
send-phone = Phone
send-message = Message
send-message-label = A word for the platform
send-message-hint = If you like. For example: “I can arrive at 8:45.”
send-never = What the platform will never know
send-never-status = That you are looking for a job, and why
send-never-benefit = Your benefit
send-never-advisor = Who supports you, or whether the mission was proposed to you
send-never-home = Where you live
send-button = Send
send-leave = Back, without sending
send-take-back = You can take your request back at any time, without a reason.
send-all-sent = You have already sent a request for this mission.
error-slot-missing = Choose a slot.
error-slot-gone = The platform has withdrawn this slot. Choose another one, or another mission.
flash-sent = Your request is sent. We write to you as soon as the platform answers.
flash-waiting = You are on the waiting list. If a place comes free, we write to you.

told-moment = { $day } at { $hour }
told-sent = Waiting for an answer, by { $when } at the latest. Your place is held.
told-waiting = Waiting list: your rank is { $rank }.
told-accepted = The platform said yes: it is agreed.
told-done = It was agreed. The slot is over.
told-declined-filled = The platform answered: the place is already taken.
told-declined-cancelled = The mission does not take place.
told-declined-condition-missing = The platform answered that a condition of the mission is missing:
told-taken-back = You took this request back.
told-unanswered = The platform did not answer in time.

mine-lead = The missions that you asked for, and the answer.
mine-none = You have sent nothing
mine-none-text = When you say “I am interested”, you follow the answer here.
mine-agreed = Agreed
mine-live = Waiting
mine-past = Past or ended
mine-contact = Contact:
mine-declare = Remember to declare your hours and income in your monthly update.
mine-shared = Shared:
mine-shared-nothing = Shared: nothing, neither name, address nor phone.
mine-label-agreed = The label of this platform is no longer active. What is agreed stays yours: you can go, or take your request back.
mine-label-pending = The label of this platform is no longer active. Your request stands, and you can take it back.
mine-take-back = Take back
mine-take-back-text = No reason to give.
mine-take-back-agreed = The place goes to the next person and the platform is told. No reason is asked, nothing is noted.
mine-take-back-confirm = Yes, take my request back
mine-similar = See missions nearby
flash-interest-taken-back = Done: your request is taken back. No reason is noted.
flash-interest-closed = This request was already closed.

mail-hello = Hello
mail-sent = Your “I am interested” has left for the platform.
mail-sent-what = This is exactly what you share:
mail-waiting = The slot is full. You are on the waiting list, in order of arrival.
mail-waiting-later = Nothing is sent to the platform yet. If a place comes free, your request leaves and we write to you.
mail-take-back = You can take your request back at any time, without giving a reason:
mail-see-mine = My missions
mail-freed = A place came free: it is held for you. Your request has left for the platform.
mail-ended = { $n ->
    [one] The platform cancelled: this slot does not take place. You have nothing to do.
   *[other] The platform cancelled: these slots do not take place. You have nothing to do.
}
mail-sent-subject = Your request is sent: { $title }
mail-waiting-subject = You are on the waiting list: { $title }
mail-accepted-subject = It is agreed: { $title }
mail-answered-subject = An answer for: { $title }
mail-freed-subject = A place came free: { $title }
mail-ended-subject = Cancelled: { $title }

followed-title = My support
followed-since = Your support began on { $since }.
followed-readers = Who can open my file
followed-readers-text = Only these people can open it. They see your support, never what you make of a proposal.
followed-readers-none = Nobody at the moment.
followed-kind-referent = Your referent
followed-kind-cover = Covers for a colleague
followed-from = since { $from }
followed-from-until = from { $from } to { $until }
followed-looks-text = When an advisor opens your file, it is written here, once a day. The list is kept for one year.
mail-sent-for = { $name } sent it for you, because you asked. If you did not, take it back and tell us.
mail-sent-already = { $advisor } wanted to send it for you. You had already sent it: nothing more left.
hers-spoken-already = You had already sent it yourself: nothing more left.
mail-waiting-for = At your request, { $name } took a place for you on the waiting list. If you did not ask for it, take your request back and tell us.
mail-waiting-what = Here is exactly what the platform will receive if a place comes free:

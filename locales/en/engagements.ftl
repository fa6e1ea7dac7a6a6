dash-someone = Somebody
dash-label-pending = Your application for the label is being examined.
dash-label-none = You do not have the label yet.
dash-label-page = See the label’s decisions
dash-label-means = Until the label is active, none of your missions is visible. You cannot post any, not even those already prepared.
dash-label-agreed-stays = Work already agreed stands: it is still owed to the people.
dash-stat-pulse = since you last confirmed everything
dash-asks = To answer
dash-asks-none = Nobody is waiting for an answer.
dash-asks-text = A place is held for each of these people. You see what she chose to send, and nothing else.
dash-accept = Accept
dash-accept-ticked = Accept those ticked
dash-say-no = Say no
dash-reason = For which reason, on the mission’s side?
dash-reason-filled = The place is already taken
dash-reason-help-filled = It is not proposed any more.
dash-reason-cancelled = The mission does not take place
dash-reason-help-cancelled = The place is not proposed any more. To cancel everything, withdraw the mission.
dash-reason-condition-missing = A condition written in the mission is not met
dash-reason-help-condition-missing = Say which one. The place goes to the next person.
dash-condition = The condition
dash-condition-hint = To be filled in for the last reason. The mission asks for:
dash-agreed = Agreed work
dash-agreed-none = Nothing agreed for the days to come.
dash-agreed-badge = Agreed
dash-mine = My missions
dash-mine-none = You have no mission yet.
dash-notice = This notice goes with every mission:
dash-pulse = Confirm all my missions
dash-pulse-text = Not confirmed for 24 hours, a mission goes to the end of the list; for 3 days, it is hidden.
dash-col-mission = Mission
dash-col-slot = Next slot
dash-col-state = State
dash-col-places = Places taken
dash-col-action = Action
dash-no-slot = None to come
dash-change = Change
dash-state-draft = Draft
dash-state-online = Online
dash-state-full = Full
dash-state-ended = Ended
dash-state-withdrawn = Withdrawn
dash-state-masked = Hidden: being checked
dash-state-label = Hidden: label not active
flash-platform-accepted = It is agreed. The person gets a letter.
flash-platform-accepted-some = It is agreed. Some answers were not awaited any more: they are left aside.
flash-platform-declined = Your answer is sent.
flash-platform-pulsed = Thank you. All your missions are confirmed.
error-answer-reason-missing = Choose a reason.
error-nothing-ticked = Tick at least one person.
letter-platform-mission = Mission:
letter-platform-slot = Slot:
letter-platform-shared-name = Name:
letter-platform-shared-email = E-mail:
letter-platform-shared-phone = Phone:
letter-platform-shared-message = Message:
letter-platform-shared-nothing = She added nothing. Your answer reaches her through Escale.
letter-received-shared = What she chose to send you
letter-received-act = Accept, or say no:
letter-received-place = A place is held for her until then. Without an answer, it is proposed to someone else.
letter-released-begun = The slot has begun: the place is not proposed any more.
letter-released-passed-on = The place is taken again: the waiting list comes first. An answer may be awaited from you.
letter-released-free = The place is free, and proposed again.
letter-released-no-reason = No reason is asked for: this is the rule for everyone. Please do not ask for one.

dash-label-active = until { $until }
dash-label-suspended = Your label is suspended, until { $until } at the latest.
dash-label-expired = Your label ran out on { $at }.
dash-label-declined = The label was not granted to you, on { $at }.
dash-label-withdrawn = Your label was withdrawn on { $at }.
dash-label-renounced = You gave up the label on { $at }.
dash-stat-asks = { $n ->
    [one] answer to give
   *[other] answers to give
}
dash-stat-agreed = { $n ->
    [one] person coming
   *[other] people coming
}
dash-stat-online = { $n ->
    [one] mission online
   *[other] missions online
}
dash-mine-count = { $n ->
    [one] { $n } mission in all
   *[other] { $shown } missions in all
}
dash-tick = Tick { $name }
dash-to = to { $name }
dash-sent = received { $ago } ago
dash-answer-by = To be answered before { $when }
dash-state-silent = Hidden: not confirmed for { $ago }
dash-places = { $taken } of { $all }
letter-received-subject = Somebody is interested: { $title }
letter-received-lead = { $name } is interested in your mission.
letter-received-answer-by = Answer before { $when }.
letter-released-subject = A place is given back: { $title }
letter-released-lead = { $name } has given her place back.

agenda-title = My calendar and reminders
agenda-name = Escale: my slots
agenda-lead = Your agreed slots in the calendar of your phone. What is cancelled goes from it by itself.
agenda-address = The address of my calendar
agenda-none = Your calendar has no address yet.
agenda-since = Your calendar has an address since { $since }.
agenda-secret = This address is a secret: whoever has it sees your slots. You can change or end it at any time.
agenda-make = Make the address
agenda-again = Change the address
agenda-end = End this address
agenda-made = Here is the address of your calendar
agenda-once = Copy it now: it is not shown again.
agenda-how = In your calendar, choose “add a calendar by address” or “subscribe”, then paste it.
agenda-one = Put in my calendar
letters-title = My letters
letters-which = Write to me
letter-kind-slot-reminder = The day before each agreed slot
letter-kind-monthly-recap = When the time comes to declare my month
letters-save = Save my letters
flash-agenda-ended = The address has ended. It shows nothing any more.
flash-letters-set = Your choice of letters is saved.
reminder-subject = Your next slot: { $title }
reminder-lead = Your agreed slot begins in less than a day.
reminder-why = You receive this reminder because this slot is agreed.

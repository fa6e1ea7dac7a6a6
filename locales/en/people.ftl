week-title = My hours
week-lead = When can you work? We show first the missions that fit your hours.
week-hint = Leave a day empty when you cannot work. For midnight, write 00:00. You can change this whenever you like.
week-day-0 = Monday
week-day-1 = Tuesday
week-day-2 = Wednesday
week-day-3 = Thursday
week-day-4 = Friday
week-day-5 = Saturday
week-day-6 = Sunday
week-from = From
week-to = To
week-row = hours { $n }
week-day-none = no hours
week-more = Other hours on that day
week-save = Save my hours
week-proposals = Receive proposals
week-proposals-text = Your advisor can propose missions to you. You are the one who chooses.
week-proposals-yes = Yes, I am happy to receive some
week-proposals-no = No, not at the moment
week-proposals-no-text = Your support goes on in the same way. Your advisor only sees that you do not receive any.
week-save-choice = Save this choice
flash-week-saved = Your hours are saved.
flash-proposals-setting = Your choice is saved.
error-hours-incomplete = The start or the end is missing.
error-hours-unreadable = This time cannot be read. Write for example 09:30.

week-midnight = midnight
ready-title = I can start now
ready-text = We then also show today’s missions, even outside your hours, and your advisor sees that you are available. It stops by itself at the end of the day.
ready-on = It is on, until { $until }.
ready-start = I can start now
ready-stop = I cannot any more today
day-title = Days that are different
day-text = A date when you cannot work, or not at the same hours. It replaces your hours of that day.
day-count = { $n ->
    [0] No date
    [one] 1 date
   *[other] { $n } dates
}
day-date = Date
day-possible = On that day
day-no = I cannot work
day-yes = I can, from … to …
day-add = Add this date
day-open = possible, { $hours }
day-closed = not possible
day-forget = Remove
reach-title = Travel and length
reach-place = My town
reach-place-hint = Name or postcode. Platforms do not see it.
reach-which = Which one?
reach-radius = I go as far as (km)
reach-mode = How I get there
reach-mode-none = Not said
reach-notice = Tell me before the start
reach-notice-hours = { $n ->
    [0] Even at the last moment
    [one] 1 hour before
   *[other] { $n } hours before
}
reach-shortest = Shortest length
reach-longest = Longest length
reach-any = Any length
reach-about = Travel times are estimates. The length is that of one slot.
reach-change = Change
reach-bounded = You travel { $mode }: we count { $minutes } one way at most, about { $far }. Missions farther away are not in this list.
reach-save = Save
fit-title = Missions at your hours
fit-lead = Each mission says why it fits your hours. The soonest come first.
fit-when = { $day } { $hours }
fit-week = { $when } is within your hours
fit-date = { $when } is within your hours of that date
fit-ready = { $when }: you said that you can start now
fit-here = in your town
fit-any = { $when }
flash-ready-on = Noted. It ends by itself at the end of the day.
flash-ready-off = Noted: you do not say so any more.
flash-day-apart = The date is added.
flash-day-forgotten = The date is removed. That day follows your week again.
flash-reach-saved = Saved.
error-hours-overlap = These hours overlap others of the same day. Join them.
error-day-past = This date is past. Choose today or later.
error-day-too-far = This date is too far away: one year at most.
error-day-unreadable = This date cannot be read. Example: 28/11/2026
error-day-choice-missing = Say whether you can work on that day, or not.
error-day-said-already = This date is already in the list. Remove it first.
error-days-full = You already have { $max } dates. Remove one.
error-hour-skipped = This hour does not exist that night: the clocks go forward.
error-radius-out-of-range = Write a number from 1 to 200 kilometres.
error-reach-choice-unknown = Choose from the list.
error-lengths-inverted = The longest length is shorter than the shortest one.

saved-title = My searches
saved-save = Save this search
saved-sign-in = Sign in to save this search
saved-lead = When a mission answers it, we write to you.
saved-private = Only you see your searches. Your advisor does not, nor do the platforms.
saved-back = Back to the search
saved-rhythm = Write to me
frequency-immediate = At once
frequency-daily = Every day at 7:00
frequency-weekly = On Mondays at 7:00
saved-name = Name (optional)
saved-name-hint = Without a name, we keep the words of the search.
saved-none = No saved search
saved-none-text = Look for missions, then save the search: new ones come to you by e-mail.
saved-open = See the missions
saved-change = Change
saved-delete = Delete
saved-past = Its date has passed: it gives nothing any more.
saved-stopped = No more letters for this search. Choose how often to receive some again.
saved-new = { $n ->
    [one] 1 new
    [21] more than 20 new
   *[other] { $n } new
}
flash-search-saved = Your search is saved.
flash-search-frequency = It is changed.
flash-search-deleted = The search is deleted. No letter will leave for it any more.
error-search-frequency-unknown = Choose how often: at once, every day or on Mondays.
error-search-too-wide = Say at least what, where or when: otherwise every mission in France would be written to you.
error-search-too-long = This search has too many filters to be saved. Take some off.
error-searches-full = You already have { $max } searches. Delete one to save this one.

alert-subject = { $n ->
    [one] 1 mission for you: { $name }
   *[other] { $n } missions for you: { $name }
}
alert-subject-many = { $n ->
    [one] 1 mission for your searches
   *[other] { $n } missions for your searches
}
alert-lead = Here is what is new for what you look for.
alert-more = { $n ->
    [one] and 1 other mission.
   *[other] and { $n } other missions.
}
alert-see = See the whole search
alert-why = You receive this letter because you saved a search.
alert-manage = Change my searches
alert-stop = Stop receiving these letters
alert-stop-one = Stop receiving letters for this search
stop-title = Stop these letters
stop-text-one = We will no longer write to you for this search.
stop-text-all = We will no longer write to you for your searches.
stop-button = Yes, stop
stop-done = It is stopped
stop-done-text-one = Your search stays in your space, without letters. This changes nothing for your rights.
stop-done-text-all = Your search stays in your space, without letters. This changes nothing for your rights.
stop-done-text-slot-reminder = Your slots stay in your space, without a reminder. This changes nothing for your rights.
stop-done-text-monthly-recap = Your recap stays in your space. Remember to declare every month.
stop-text-slot-reminder = We will no longer write to you the day before your slots.
stop-text-monthly-recap = We will no longer write to you when the time comes to declare your month.
stop-back = Change my mind

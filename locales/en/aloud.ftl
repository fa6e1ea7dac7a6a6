aloud-title = To be told by word of mouth
aloud-text = These people have no e-mail address. Call them, and read them these words.
aloud-no-phone = No phone is noted. Tell them at an appointment.
aloud-said = They know
aloud-file = Open their file
aloud-note = You read here what became of what was sent at their request, nothing else. Once told, it is written in their file, with your name.
aloud-soon = { $n ->
    [0] Starts in less than an hour
    [one] Starts in { $n } hour
   *[other] Starts in { $n } hours
}
aloud-begun = Already started
aloud-waiting = Nothing has been sent to the platform yet. If a place comes free, your request leaves and your advisor tells you.
aloud-waiting-no = If the platform calls you, you are free to say no, without giving a reason.
aloud-take-back = You can take your request back at any time, without giving a reason. Tell the platform.
aloud-similar = If you wish, your advisor looks at other missions with you.
aloud-about-waiting = You are on the waiting list.
aloud-about-answered = The platform answered, or its time to answer is over.
aloud-about-freed = A place came free for you.
aloud-about-ended = It does not take place.
aloud-about-label = A decision about the platform’s label.
flash-said-aloud = Noted: they know, and it is written in their file.
hers-aloud = What I was told by word of mouth
export-part-told-aloud = What your advisor had to tell you by word of mouth, and when they told you.

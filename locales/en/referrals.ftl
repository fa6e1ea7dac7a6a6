person-none = No mission fits their hours and place today. New missions arrive every hour.
person-no-place = Their town is not known: nobody can say which missions are near. Ask them where they live, and set it with them. If they have a space here, they can also do it themselves.
person-label = active label
person-propose = Propose
person-proposed-already = Already proposed
person-sent = Proposed missions
person-sent-none = Nothing for now.
person-take-back = Take back
confirm-lead = Here is exactly the text for this person. They receive it as they chose: by e-mail, or in their space.
confirm-lead-aloud = They have no e-mail address: no letter leaves. Here are the words to tell them. Afterwards, the sheet to print and the text message are on their page.
confirm-subject = Subject:
confirm-note = Add a word (if you wish)
confirm-note-hint = It will stand after the mission, under your name. 500 characters at most.
confirm-button = Confirm
confirm-leave = Do not propose
confirm-promise = You will not know whether the person opened this message, nor what they chose, unless they share it.
sent-everyone = Everyone
sent-from = Proposed from
sent-until = Until
sent-all = Show all
sent-nothing = No proposal answers this request.
sent-title = Proposed missions
sent-none = You have proposed nothing for now
sent-none-text = Open a person’s page: the missions that fit their hours are there.
sent-mission = Mission
sent-date = Proposed on
sent-state = State
sent-open = Proposed
sent-close = Closed
close-cause-offer-ended = mission ended
close-cause-taken-back = taken back
flash-proposed = The mission is proposed. The person is told as they chose: by e-mail, or in their space.
flash-proposed-aloud = The mission is proposed. No letter leaves: tell them, or hand them the sheet. If they have a phone, the text message is ready too.
flash-taken-back = The proposal is taken back.
blocked-proposals-not-wanted = This person does not wish to receive proposals. It is their choice, with no effect on their rights. They can see every mission themselves, and you can talk about it in person.
blocked-follow-up-not-active = This person’s follow-up is not active: nothing can be proposed here. They can see every mission themselves.
blocked-referral-already-open = This mission is already proposed to this person. You can take the proposal back or choose another one.
blocked-referral-closed = This proposal is closed already. There is nothing to do.
blocked-label-not-active = The platform’s label is no longer active: its missions are no longer proposed. Those in the list are open.
blocked-offer-label = The platform’s label is no longer active: its missions are no longer proposed. Those in the list are open.
blocked-offer-ended = This mission has ended, or the platform took it back. Those in the list are open.
blocked-offer-masked = This mission is hidden while it is being checked. Those in the list are open.
blocked-offer-silent = The platform has not confirmed this mission for three days. Those in the list are open.
blocked-offer-full = All the places of this mission have just been taken. Those in the list are open.
proposal-link-to-come = [their personal link]
proposal-code-to-come = [number to come]
proposal-pay = Pay
proposal-open = To see the mission and choose, open this link:
proposal-open-button = See the mission and choose
proposal-once = { $n ->
    [one] This link is for you only. It works once, within 7 days.
   *[other] These links are for you only. Each works once, within 7 days.
}
proposal-silence = You may leave this unanswered.
proposal-goes-on = Your follow-up goes on, whatever you choose.
receipt-genuine = This receipt is genuine.
receipt-meaning = It says what the mission said on that date, signed by this service. It names nobody. The mission may have changed since.
receipt-label = Label
receipt-download = Download the signed file
receipt-today = See the mission today
receipt-broken = This receipt is not genuine.
receipt-broken-text = The signature does not match the document. Do not rely on it, and tell us.
receipt-check = Check it yourself, without us
receipt-check-text = The file holds the exact document, the signature (Ed25519, in hexadecimal) and the public key. Any Ed25519 tool can check the signature of the document, offline. Compare the key with the published list.
receipt-key = Key
receipt-public-key = Public key
receipt-keys = The published keys
person-radius = up to { $km } km
person-fit = { $n ->
    [0] No mission fits their hours
    [one] { $n } mission fits their hours
   *[other] { $n } missions fit their hours
}
person-page = Page { $n } of { $all }
confirm-title = Propose this mission to { $name }?
sent-proposed = Proposed on { $date }
sent-closed = Closed ({ $cause }) on { $date }
proposal-subject = { $n ->
    [one] { $advisor } proposes a mission to you
   *[other] { $advisor } proposes { $n } missions to you
}
proposal-hello = Hello { $name },
proposal-from = { $n ->
    [one] { $advisor } ({ $service }) proposes a mission to you:
   *[other] { $advisor } ({ $service }) proposes { $n } missions to you:
}
proposal-label = label active until { $date }
proposal-fact = { $name }: { $fact }
proposal-note = A word from { $advisor }:
proposal-more-slots = { $n ->
    [one] one more date
   *[other] { $n } more dates
}
proposal-step = Your next step is still planned: { $when }, { $what }.
proposal-receipt = Receipt { $code }. It proves what the mission says today, without your name:
receipt-title = Receipt { $code }
receipt-issued = Issued on { $when } (Paris time).
receipt-notice-version = Signed notice, version { $version }.
receipt-siren = Siren { $siren }
person-all-proposed = All these missions are already proposed to them.
person-propose-ticked = Propose the ticked missions
choose-title = Propose to your people
choose-fit = Fits their hours
choose-nobody = This mission cannot be proposed to any of these people for now.
choose-none-fit = From what is known, it is within nobody’s hours and distance
choose-others = Other people
choose-unwanted = Does not wish to receive proposals.
batch-lead = This is exactly what each person will receive, by e-mail.
batch-reach = { $letters ->
    [0] No letter leaves
    [one] One person receives a letter
   *[other] { $letters } people receive a letter
}; { $aloud ->
    [one] one person has no e-mail address: tell them by word of mouth.
   *[other] { $aloud } people have no e-mail address: tell them by word of mouth.
}
batch-aloud = Here are the exact words for each of them.
batch-no-email = no e-mail address
batch-blocked = Nothing has been proposed yet. These proposals cannot leave, the others wait for you:
batch-blocked-all = Nothing is proposed, and no letter leaves. Here is why:
batch-none = Go back to the list to choose something else. You can also talk about it in person.
batch-other = Choose something else
flash-proposed-many = The missions are proposed. { $lettres ->
    [0] No letter leaves.
    [one] One person is told by e-mail, or in their space.
   *[other] { $lettres } people are told by e-mail, or in their space.
} { $voix ->
    [0] { "" }
    [one] One person has no e-mail address: tell them by word of mouth.
   *[other] { $voix } people have no e-mail address: tell them by word of mouth.
}
error-nobody-ticked = Tick at least one person.
error-mission-unticked = Tick at least one mission.
error-too-many-letters = { $max } letters at most leave at once. Untick some.
blocked-mission-unticked = Tick at least one mission.
person-tick = Choose { $title }
choose-page-title = Whom to propose “{ $title }” to?
choose-places = { $n ->
    [0] No place is left.
    [one] { $n } place is left.
   *[other] { $n } places are left.
}
choose-more = { $n ->
    [one] See one more person
   *[other] See { $n } more people
}
batch-title = { $n ->
    [0] Nothing to propose
    [1] Confirm the proposal
   *[other] Confirm { $n } proposals
}
batch-short = { $left ->
    [0] no place is left for { $people } people. Those who are interested will wait for a place.
    [one] { $left } place is left for { $people } people. The first to write will have it, the others will wait.
   *[other] { $left } places are left for { $people } people. The first to write will have them, the others will wait.
}
sheet-open = Sheet and text message
sheet-sms = Text to send by SMS
sheet-copy = Copy the text
sheet-copied = The text is copied.
sheet-print = Print the sheet
sheet-code = Code to scan: it opens the page of the mission
sheet-scan = To see the mission, scan this code or type:
sheet-call = A question? Call:
spoken-open = Send for them
spoken-list = Sent at their request
spoken-slot = Which slot?
spoken-share = What they choose to send
spoken-shared-nom = Their first and last name
spoken-shared-email = Their e-mail address
spoken-shared-telephone = Their phone
spoken-shared-nothing = no information about them
spoken-message = Their own words (if they wish)
spoken-message-hint = The platform reads this text. 600 characters at most.
spoken-read = To be read to them
spoken-agreed = They asked me, I read them this text, and they agree.
spoken-agreed-detail = These words are kept in their file, with the date and your name. They have the right to read them.
spoken-button = Send for them
spoken-said-aloud = You have no e-mail address: what follows comes to me, and I tell you. Whoever stands in for me sees it too, until the end of the slot. To take it back, just tell me, without giving a reason.
spoken-promise-aloud = They have no e-mail address: no letter leaves. When the platform answers, cancels or frees a place, the words to tell them are on your home page. If they change their mind, they tell you: you take the request back for them, on their page.
spoken-promise = They receive a letter. You will not know what the platform answers, unless they tell you. They can take this back whenever they like.
flash-sent-for-her-aloud = Sent. No letter leaves: what is to be told will be on your home page. The words that were read are kept in their file.
flash-sent-for-her = Sent. They receive a letter, and read it in their file.
error-spoken-consent-missing = Read them the text, then tick if they agree.
hers-spoken = Sent for me, at my request
sheet-title = Sheet for { $name }
sheet-sms-label = Text ({ $n } characters, one SMS holds 160)
spoken-title = Send for { $name }
spoken-said = I send “I’m interested” for you to { $platform } for the mission “{ $title }”, with only what you choose. You are free to say no: no effect on your rights.
spoken-kept = Read aloud and agreed: “{ $said }” Slot: { $when }. Sent: { $what }.
hers-spoken-by = By { $name }, on { $when }
person-open = { $n ->
    [0] No open mission. Their hours are not said
    [one] { $n } open mission. Their hours are not said
   *[other] { $n } open missions. Their hours are not said
}
confirm-promise-aloud = What they answer is written nowhere: saying no, or nothing, leaves no trace. If they say yes, use “Send for them”.
said-proposal = { $n ->
    [one] I have a mission for you.
   *[other] I have { $n } missions for you.
}
said-mission = It is “{ $title }”, with { $platform }.
said-when = { $day }, from { $from } to { $to }
said-free = You can say no, or say nothing. It costs nothing, and nobody writes it down.
said-yes = { $n ->
    [one] If you are interested, tell me, now or later
   *[other] If one of them interests you, tell me, now or later
}: I send your request for you. You can also call { $service } on { $phone }.
spoken-said-waiting = If the slot is full, I take a place for you on the waiting list: nothing leaves until a place comes free.
spoken-said-space = You can take it back whenever you like, in your space.
flash-waits-for-her-aloud = It is a place on the waiting list: nothing has been sent to the platform yet. What is to be told will be on your home page. The words that were read are kept in their file.
flash-waits-for-her = It is a place on the waiting list: nothing has been sent to the platform yet. They receive a letter, and read it in their file.
spoken-no-phone = No phone is noted, and none is needed: the platform answers here, and you tell them its answer.
spoken-share-phone = Their phone is not needed. Without it the platform does not call: it answers here, and you tell them its answer.
sheet-sms-yes = Yes: { $phone }
error-short-code-gone = This mission is no longer open, or the address was not typed in full.

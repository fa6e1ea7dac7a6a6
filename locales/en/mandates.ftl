colleague = Colleague
newcomer-title = Add a person
newcomer-lead = You become their referent. With an address, they receive their letters and sign in without a password. Without one, you follow them with the paper sheet, the text message and their spoken agreement.
newcomer-first = First name
newcomer-last = Last name
newcomer-email = E-mail address
newcomer-email-hint = If they have one. It is theirs alone: it is how they sign in.
newcomer-phone = Phone (if they wish)
newcomer-place = Commune or postcode (if they wish)
newcomer-radius = How far they go, in km (15 otherwise)
newcomer-button = Add
transfer-title = Hand over to a colleague
transfer-text = Your colleague becomes the referent. The file closes for you. Nothing else changes for the person.
transfer-button = Hand over
covers-title = Cover
covers-now = At the moment
covers-end = End the cover
covers-nobody = You are alone in your service: nobody can cover for you here.
covers-new = Have someone cover for you
covers-whom = With whom
covers-everyone = Everyone whose referent I am
covers-lead-all = Choose everyone
covers-date = Until
covers-date-hint = That day included. It ends by itself.
covers-button = Save
import-title = Import a file
import-lead = A CSV file, one person a line. It is checked whole first: if a line is wrong, nothing is added.
import-columns = Columns, the first two are needed:
import-file = File
import-file-hint = UTF-8 or Windows-1252, semicolon or comma, 2,000 lines at most.
import-text = Or paste the lines here, header included
import-button = Check and import
import-nothing = Nothing was added. Correct these lines, then send the file again.
import-line = Line
import-wrong = To correct
imported-title = Import
imported-left = Lines that could not be added. The others are.
export-title = Export the list
flash-person-added-aloud = Noted. They are in your list. They have no e-mail address: no letter leaves. Tell them yourself, and give them the sheets.
flash-person-added = Noted. If the address is new here, the person is in your list. If not, a letter asks them to agree.
flash-transferred = The person is handed over to your colleague. Their file is closed to you.
flash-cover-set = The cover is saved.
flash-cover-ended = The cover has ended.
error-cover-past = Choose a day to come.
error-cover-nobody = You are nobody’s referent for now.
error-phone-invalid = This phone number is not complete. Example: 06 39 98 00 01
error-import-unreadable = This file could not be read. Save it as CSV.
error-import-empty = There is nobody to import. Choose a file, or paste the lines.
error-import-columns = This line has more cells than the header.
error-import-twice = This person is twice in the file.
error-cover-too-long = A cover lasts { $days } days at most.
error-import-too-long = { $max } lines at most at a time. Split the file.
covers-lead-one = Your colleague will see and follow { $name } in your place.
covers-lead = { $n ->
    [0] You are nobody’s referent.
    [one] Your colleague will see and follow { $n } person in your place.
   *[other] Your colleague will see and follow { $n } people in your place.
}
covers-until = until { $until }
import-more = { $n ->
    [one] One more line is to be corrected.
   *[other] { $n } more lines are to be corrected.
}
imported-progress = Under way: { $done } lines of { $total }. You may leave this page.
imported-done = { $total ->
    [one] Done: one line.
   *[other] Done: { $total } lines.
}
imported-added = Added or asked: { $n }
imported-already = Followed by you already: { $n }
imported-again = See how far it is
referent-same = Nothing else changes: your follow-up goes on.
referent-about = Escale is the public service of short missions. Nobody makes you take any: saying no, or not answering, has no effect on your rights.
referent-space = Your space is here. You enter by a link received by e-mail, without a password. You can also delete everything there.
referent-subject = { $advisor } follows you now
referent-lead = { $advisor } ({ $service }) follows you now.
newcomer-known = If an address is known here already, a letter asks the person to agree. They are in your list only then. If somebody follows them already, nothing changes.
requests-title = An advisor would like to follow you
requests-text = Nothing changes without your agreement. Without an answer, the request is erased after 30 days, and nobody is told.
requests-since = Asked on { $since }
requests-agree = I agree
flash-referent-agreed = Noted: you are followed.
error-followed-already = Somebody follows you already. Nothing was changed.
request-subject = { $advisor } would like to follow you
request-lead = { $advisor } ({ $service }) would like to follow you here.
request-free = Nothing changes without your agreement. Without an answer, the request is erased after 30 days, and nobody is told.
request-open = To read the request and answer, open this link:
request-elsewhere = { $advisor } ({ $service }) wanted to add you to their list.
request-followed = { $referent } follows you already: nothing changes. To change, talk to your advisor.
file-no-email = No e-mail address. No letter leaves: give them the sheet, read the proposal to them, or send the text message if they have a phone.
address-label = They now have an e-mail address
address-hint = A letter leaves for this address. It becomes theirs when they open the link.
address-button = Send the letter
flash-address-asked = The letter leaves for this address.
error-address-known = This person has an address already. Only they change it.
address-subject = { $advisor } opens a space for you
address-lead = { $advisor } ({ $service }) follows you, and you gave them this address.
address-open = Open this link to read your proposals and your file here, without a password. It is valid for 7 days:
address-press = Open my space
address-mistake = Is this letter not for you? Do nothing.
error-asked-lately = You already added this address less than 30 days ago. Wait 30 days before doing it again, or talk with the person.
error-name-known = Someone of this name is in your list already. If it is somebody else, give a phone number that tells them apart.
dash-no-contact = No way to reach them was sent. Answer here: your answer is passed on.
error-import-column-unknown = Unknown column: “{ $name }”. Take it out, or give it one of the names above.
error-import-column-near = Unknown column: “{ $name }”. Did you mean “{ $near }”?
error-import-column-twice = The column “{ $name }” is there twice.
error-import-column-missing = The column “{ $name }” is missing.
import-colleagues = You import for your colleagues too: add a column “conseiller” with their e-mail address. A blank cell: the person is for you.
error-import-colleague-manager = This person is for another member of your service: ask whoever runs it to import them.
error-import-colleague-unknown = No member of your service has this address. Who is invited must accept the invitation first.
unheld-title = People to take over
unheld-lead = Your service accompanies these people, and nobody follows them any more. Their follow-up goes on. Their file opens for whoever takes them over.
unheld-none = Each person of your service is followed.
unheld-whom = Whom do you take over?
unheld-from = Followed before by { $from }
unheld-take = Take these people over
unheld-subject = People have nobody who follows them
unheld-count = { $n ->
    [one] One person of your service is followed by nobody any more.
   *[other] { $n } people of your service are followed by nobody any more.
}
unheld-goes-on = Their follow-up goes on, and waits for whoever takes it over.
unheld-do = Take these people over, or ask a member of your team to:
unheld-hers-subject = Your service is looking for who follows you
unheld-hers = { $advisor } does not follow you any more. { $service } is looking for who goes on with you.
follow-unheld = Your service is looking for who follows you
give-back-title = Follow this person no more
give-back-text = Their follow-up goes on. They receive a letter if they have an address. Their file closes for you. Whoever runs your service is told, and the team sees their name among the people to take over.
give-back-button = Give back to my service
flash-given-back = Done: your service is told. This person's follow-up goes on.
flash-taken-over = Done: you follow these people now.
error-take-nobody = Tick at least one person. If somebody is no longer in the list, a colleague has taken them over.

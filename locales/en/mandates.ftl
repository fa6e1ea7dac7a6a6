colleague = Colleague
newcomer-title = Add a person
newcomer-lead = You become their referent. They receive their letters at this address, and sign in without a password.
newcomer-first = First name
newcomer-last = Last name
newcomer-email = E-mail address
newcomer-email-hint = It is theirs alone: it is how they sign in.
newcomer-phone = Phone (if they wish)
newcomer-place = Commune or postcode (if they wish)
newcomer-radius = How far they go, in km (15 otherwise)
newcomer-button = Add
transfer-title = Hand over to a colleague
transfer-text = Your colleague becomes the referent. The file closes for you. Nothing else changes for the person.
transfer-button = Hand over
covers-title = Standing in
covers-now = At the moment
covers-end = End the cover
covers-nobody = You are alone in your service: nobody can stand in for you here.
covers-new = Have someone stand in for you
covers-date = Until
covers-date-hint = That day included. It ends by itself.
covers-button = Save
import-title = Import a file
import-lead = A CSV file, one person a line. It is checked whole first: if a line is wrong, nothing is added.
import-columns = Columns, the first three are needed:
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
flash-person-added = The person is added. You are their referent.
flash-transferred = The person is handed over to your colleague. Their file is closed to you.
flash-cover-set = The cover is saved.
flash-cover-ended = The cover has ended.
error-email-of-another = This address belongs to another account. Check the address and the name.
error-followed-by-colleague = A colleague of your service follows this person already. Ask them to hand the person over to you.
error-followed-elsewhere = Another service follows this person already. Nothing was changed: it must end its follow-up first.
error-cover-past = Choose a day to come.
error-cover-nobody = You are nobody’s referent for now.
error-phone-invalid = This phone number is not complete. Example: 06 39 98 00 01
error-import-unreadable = This file could not be read. Save it as CSV.
error-import-empty = This file holds nobody.
error-import-columns = This line has more cells than the header.
error-import-twice = This address is in the file twice.
error-cover-too-long = A cover lasts { $days } days at most.
error-import-header = The header is wrong. Use these columns, the first three are needed: { $columns }
error-import-too-long = { $max } lines at most at a time. Split the file.
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
imported-added = Added: { $n }
imported-taken-over = Known already, now followed by you: { $n }
imported-already = Followed by you already: { $n }
imported-again = See how far it is
referent-same = Nothing else changes: your follow-up goes on.
referent-subject = { $advisor } follows you now
referent-lead = { $advisor } ({ $service }) follows you now.

service-title = My service
members-title = Advisors
member-manager = Manager
member-manage = Make manager
member-unmanage = Remove the manager role
member-leave = Has left the service
member-invite = Invite an advisor
member-name = First and last name
member-invite-button = Send the invitation
convention-title = Convention for salaried missions
convention-none = Not signed: for a contract (fixed-term, agency), the notice stays conditional.
convention-date = Signed, in force from
convention-hint = With it, your service promises in writing that saying no to a salaried mission has no effect. Leave blank if it is not signed.
convention-button = Save
figures-promise = People only, give or take ten or twenty, never by advisor. These figures come once a month. A figure does not follow each person who comes or goes: it moves by tens.
figure-followed = People followed
figure-begun = Follow-ups begun the month before
figure-training = People with a training
figure-contacts = People contacted the month before
figure-few = Fewer than 20
digest-subject = Open missions for your people, this week
digest-lead = These missions are open and fit the hours of people whom you follow. Open one to see whose.
digest-stop = Stop this letter
digest-stop-title = Stop the letter of the week?
digest-stopped = Stopped: the letter of the week does not leave any more.
digest-on = Every Monday you receive the missions that fit your people.
digest-off = You do not receive the letter of the week any more.
digest-again = Receive it again
flash-digest-set = Noted.
flash-member-invited = The invitation is leaving now.
flash-member-changed = Noted.
flash-convention-set = The convention is saved. The notice follows this date.
error-member-last-manager = A service always has a manager. Appoint another first.
error-advisor-left = You do not work in this service any more: nothing was changed.
error-member-has-people = This advisor is the referent of { $people } people. They are handed over to a colleague first.
convention-from = In force from { $from }.
figures-at = On { $first }
figure-people = About { $n }
digest-fits = { $n ->
    [one] Fits the hours of one person
   *[other] Fits the hours of { $n } people
}
invitation-subject = { $service } invites you to Escale
invitation-lead = { $service } invites you to follow people and propose missions to them. No password: open this link.
figures-title = Figures
figures-none = The first figures come with the next month.
figures-day = Date
hand-over-title = Hand over the people of an advisor
hand-over-text = Everyone they follow as referent goes to a colleague. Each person with an e-mail address gets a letter. Nothing else changes for them.
hand-over-left = { $name } has left the service. People still have them as referent.
hand-over-of = People of { $name }
hand-over-to = Hand them over to
hand-over-button = Hand these people over
error-hand-over-nobody = This advisor is nobody’s referent. Nothing was changed.
error-convention-too-early = A convention cannot be older than 1 November 2018.
error-convention-too-late = Write a date within the year to come, or earlier.
entrusted-subject = People are entrusted to you
entrusted-followed = { $n ->
    [one] You are now the referent of one more person.
   *[other] You are now the referent of { $n } more people.
}
entrusted-covered = { $n ->
    [one] You cover for a colleague with one person.
   *[other] You cover for a colleague with { $n } people.
}

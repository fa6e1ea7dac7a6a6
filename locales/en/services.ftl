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
invitation-lead = { $service } invites you to follow people and propose missions to them.
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
invitation-platform = { $service } invites you to post its missions and answer the people who are interested.
invitation-open = No password: open this link. Your account is made at that moment.
invitation-accept = Accept the invitation
invitation-known = This e-mail address already has an account on Escale. Nothing has changed for that account, and whoever invites you does not know that it exists.
invitation-known-what = To accept, give them another e-mail address, the one of your work for instance. If you did not expect this invitation, you have nothing to do.
invited-title = Invitations not yet opened
invited-text = An invitation gives no right until its link is opened. The link holds for 7 days. After a day you can invite the same address again.
invited-since = Invitation sent on { $since }
invited-take-back = Take the invitation back
flash-member-uninvited = The invitation is taken back: its link opens nothing any more.
error-member-already = This person is in the list already.
error-invited-lately = An invitation left for this address less than a day ago. Wait until tomorrow to send it again.
platform-members-title = Members
platform-members-lead = Each member posts missions and answers the people who are interested.
platform-member-me = Leave the platform
platform-member-remove = Take off
platform-member-remove-means = The account of a member whom you take off is deleted at once. Missions, keys and answers stay.
platform-member-invite = Invite a member

service-title = Mon organisme
members-title = Équipe
member-manager = Responsable
member-manage = Nommer responsable
member-unmanage = Retirer le rôle de responsable
member-leave = A quitté l’organisme
member-invite = Inviter quelqu’un dans l’équipe
member-name = Prénom et nom
member-invite-button = Envoyer l’invitation
convention-title = Convention pour les missions salariées
convention-none = Non signée : pour un contrat (CDD, intérim), la mention reste conditionnelle.
convention-date = Signée, en vigueur à partir du
convention-hint = Avec elle, votre organisme promet par écrit que dire non à une mission salariée n’a pas d’effet. Laissez vide si elle n’est pas signée.
convention-button = Enregistrer
figures-promise = Des personnes seulement, à dix ou vingt près, jamais le détail de qui suit qui. Ces chiffres viennent une fois par mois. Un chiffre ne suit pas chaque arrivée ni chaque départ : il change par dizaines.
figure-followed = Personnes suivies
figure-begun = Accompagnements commencés le mois d’avant
figure-training = Personnes avec une formation
figure-contacts = Personnes contactées le mois d’avant
figure-few = Moins de 20
digest-subject = Missions ouvertes pour vos personnes, cette semaine
digest-lead = Ces missions sont ouvertes et vont dans les horaires de personnes que vous suivez. Ouvrez-en une pour voir lesquelles.
digest-stop = Ne plus recevoir cette lettre
digest-stop-title = Ne plus recevoir la lettre de la semaine ?
digest-stopped = C’est arrêté : la lettre de la semaine ne part plus.
digest-on = Vous recevez chaque lundi les missions qui vont à vos personnes.
digest-off = Vous ne recevez plus la lettre de la semaine.
digest-again = La recevoir de nouveau
flash-digest-set = C’est noté.
flash-member-invited = L’invitation part maintenant.
flash-member-changed = C’est noté.
flash-convention-set = La convention est enregistrée. La mention suit cette date.
error-member-last-manager = Un organisme a toujours un responsable. Nommez-en un autre d’abord.
error-advisor-left = Vous ne travaillez plus dans cet organisme : rien n’a été changé.
# $people (String) - a figure
error-member-has-people = Des personnes sont encore suivies par ce membre ({ $people }). Confiez-les d’abord à un collègue.
# $from (String) - date
convention-from = En vigueur à partir du { $from }.
# $first (String) - date
figures-at = Au { $first }
# $n (Number) - people, rounded down to ten
figure-people = Environ { $n }
# $n (Number) - people
digest-fits = { $n ->
    [one] Va dans les horaires d’une personne
   *[other] Va dans les horaires de { $n } personnes
}
# $service (String) - its name
invitation-subject = { $service } vous invite sur Escale
# $service (String) - its name
invitation-lead = { $service } vous invite à suivre des personnes et à leur proposer des missions.
figures-title = Chiffres
figures-none = Les premiers chiffres viennent avec le prochain mois.
figures-day = Date
hand-over-title = Confier toutes les personnes d’un membre
hand-over-text = Toutes les personnes que ce membre suit passent à un collègue. Chacune reçoit une lettre, si elle a une adresse e-mail. Rien d’autre ne change pour elles.
# $name (String)
hand-over-left = { $name } a quitté l’organisme. Des personnes comptent encore sur ce suivi.
# $name (String)
hand-over-of = Personnes de { $name }
hand-over-to = Les confier à
hand-over-button = Confier ces personnes
error-hand-over-nobody = Ce membre ne suit personne. Rien n’a été changé.
error-convention-too-early = Une convention ne peut pas être plus ancienne que le 1er novembre 2018.
error-convention-too-late = Écrivez une date dans l’année qui vient, ou plus tôt.
entrusted-subject = Des personnes vous sont confiées
# $n (Number) - people
entrusted-followed = { $n ->
    [one] Vous suivez maintenant une personne de plus.
   *[other] Vous suivez maintenant { $n } personnes de plus.
}
# $n (Number) - people
entrusted-covered = { $n ->
    [one] Vous remplacez un collègue auprès d’une personne.
   *[other] Vous remplacez un collègue auprès de { $n } personnes.
}
# $service (String) - a platform's name
invitation-platform = { $service } vous invite à publier ses missions et à répondre aux personnes intéressées.
invitation-open = Pas de mot de passe : ouvrez ce lien. Votre compte est créé à ce moment-là.
invitation-accept = Accepter l’invitation
invitation-known = Cette adresse e-mail a déjà un compte sur Escale. Rien n’a changé pour ce compte, et la personne qui vous invite ne sait pas qu’il existe.
invitation-known-what = Pour accepter, donnez-lui une autre adresse e-mail, par exemple celle de votre travail. Si vous n’attendiez pas cette invitation, vous n’avez rien à faire.
invited-title = Invitations en attente
invited-text = Une invitation ne donne aucun droit tant que son lien n’est pas ouvert. Le lien sert 7 jours. Après un jour, vous pouvez inviter la même adresse de nouveau.
# $since (String) - date
invited-since = Invitation envoyée le { $since }
invited-take-back = Retirer l’invitation
flash-member-uninvited = L’invitation est retirée : son lien n’ouvre plus rien.
error-member-already = Cette personne est déjà dans la liste.
error-invited-lately = Une invitation est déjà partie à cette adresse depuis moins d’un jour. Attendez demain pour la renvoyer.
platform-members-title = Membres
platform-members-lead = Chaque membre publie des missions et répond aux personnes intéressées.
platform-member-me = Quitter la plateforme
platform-member-remove = Retirer
platform-member-remove-means = Le compte d’un membre que vous retirez est supprimé tout de suite. Les missions, les clés et les réponses restent.
platform-member-invite = Inviter un membre

aloud-title = À dire de vive voix
aloud-text = Ces personnes n’ont pas d’adresse e-mail. Appelez-les ou voyez-les, et lisez-leur ces mots.
aloud-no-phone = Pas de téléphone noté. Dites-le lors d’un rendez-vous.
aloud-said = C’est dit
aloud-file = Ouvrir son dossier
aloud-note = Vous lisez ici la suite de ce qui a été envoyé à leur demande, qui les suit ou assure un remplacement, et la fin d’un accompagnement. Quand c’est dit, c’est écrit dans leur dossier, avec votre nom.
# $n (Number) - hours
aloud-soon = { $n ->
    [0] Commence dans moins d’une heure
    [one] Commence dans { $n } heure
   *[other] Commence dans { $n } heures
}
aloud-begun = Déjà commencée
aloud-waiting = Rien n’est encore envoyé à la plateforme. Si une place se libère, votre demande part et la personne qui vous suit vous le dit.
aloud-waiting-no = Si la plateforme vous appelle, vous êtes libre de dire non, sans donner de raison.
aloud-take-back = Vous pouvez reprendre votre demande à tout moment, sans donner de raison. Dites-le à la personne qui vous suit : elle la reprend pour vous.
aloud-similar = Si vous le souhaitez, la personne qui vous suit regarde d’autres missions avec vous.
aloud-about-waiting = Vous êtes sur la liste d’attente.
aloud-about-answered = La plateforme a répondu, ou son délai est passé.
aloud-about-freed = Une place s’est libérée pour vous.
aloud-about-ended = Cela n’a pas lieu.
aloud-about-label = Une décision sur le label de la plateforme.
flash-said-aloud = C’est noté : la personne le sait, et c’est écrit dans son dossier.
hers-aloud = Ce que l’on m’a dit de vive voix
export-part-told-aloud = Ce qui devait vous être dit de vive voix, et quand cela a été dit.
aloud-about-reminder = Un rappel, la veille du créneau.
aloud-reminds = Rappelez-lui
# $name (String) - an advisor
aloud-waiting-for = À votre demande, { $name } a pris une place pour vous sur la liste d’attente.
under-way-title = Envoyé pour elle, en cours
under-way-waiting = Sur la liste d’attente. Rien n’est encore envoyé à la plateforme.
under-way-sent = Envoyé. La plateforme n’a pas encore répondu.
under-way-agreed = C’est convenu avec la plateforme.
take-back-open = Reprendre pour elle
# $platform (String) - its name
# $title (String) - a mission
take-back-said = Je reprends pour vous votre demande à { $platform } pour la mission « { $title } ». Aucune raison n’est donnée. Cela ne change rien à vos droits ni à votre accompagnement.
take-back-button = Elle me le demande : reprendre
take-back-detail = La place va à la personne suivante. Si c’était convenu, la plateforme est prévenue. Ces mots sont gardés dans son dossier, avec la date et votre nom.
flash-taken-back-for-her = C’est fait : la demande est reprise. Aucune raison n’est notée.
flash-closed-for-her = Cette demande était déjà close.
phone-note = Noter son téléphone
phone-change = Corriger son téléphone
phone-label = Son téléphone
phone-save = Enregistrer le téléphone
phone-said = Je note votre numéro de téléphone pour vous joindre. Une plateforme ne le reçoit que si vous me le demandez. Vous le faites corriger quand vous voulez.
flash-phone-saved = Le téléphone est noté. Ce qui est déjà envoyé garde l’ancien numéro. Les mots lus sont gardés dans son dossier, avec votre nom.
spoken-act-taken-back = Demande reprise
spoken-act-phone = Téléphone noté
spoken-act-end-told = Fin de l’accompagnement proposée de vive voix
hers-done = Fait avec moi, de vive voix
# $what (String) - what was done
# $title (String) - a mission
hers-done-of = { $what } : { $title }
export-part-done-by-advisor = Ce qui a été fait avec vous de vive voix, et les mots lus.
end-said-subject = La fin de l’accompagnement est proposée
# $due (String) - a date
# $days (Number) - days
end-said-choice = Vous avez { $days } jours pour y penser. Si vous êtes d’accord, ou si vous ne répondez pas, l’accompagnement finit de lui-même à partir du { $due }. Si vous avez alors une mission convenue, il continue jusqu’à sa fin. Si vous préférez continuer, dites-le à la personne qui vous suit, sans donner de raison.
end-said-rights = Votre réponse ne change rien à votre inscription ni à votre allocation.
end-said-kept = Dit de vive voix : la fin de l’accompagnement est proposée, le délai pour y penser commence ce jour.
phone-hers-text = Elle ajoute, change ou retire son téléphone elle-même, dans ses préférences.
error-phone-hers = Cette personne a une adresse e-mail : elle change elle-même son téléphone, dans ses préférences.
# $by (String) - who stands in
# $name (String) - the referent
# $until (String) - a date
cover-said = { $by } remplace { $name } auprès de vous jusqu’au { $until }.
cover-said-subject = Qui vous suit pendant un remplacement
ended-said-subject = L’accompagnement est fini
# $name (String) - the referent
# $service (String) - where the referent works
ended-said-lead = Votre accompagnement par { $name } ({ $service }) finit maintenant. Plus personne ne peut ouvrir votre dossier ici.
ended-said-kept = Dit de vive voix : l’accompagnement est fini, et qui appeler pour être suivi de nouveau.
aloud-pages = Pages de ce qui est à dire
aloud-before = À dire avant
aloud-after = La suite à dire
# $last (Number) - pages
# $number (Number) - of this page
aloud-leaf = À dire : page { $number } sur { $last }

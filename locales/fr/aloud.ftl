aloud-title = À dire de vive voix
aloud-text = Ces personnes n’ont pas d’adresse e-mail. Appelez-les, et lisez-leur ces mots.
aloud-no-phone = Pas de téléphone noté. Dites-le lors d’un rendez-vous.
aloud-said = C’est dit
aloud-file = Ouvrir son dossier
aloud-note = Vous lisez ici la suite de ce qui a été envoyé à leur demande, rien d’autre. Quand c’est dit, c’est écrit dans leur dossier, avec votre nom.
# $n (Number) - hours
aloud-soon = { $n ->
    [0] Commence dans moins d’une heure
    [one] Commence dans { $n } heure
   *[other] Commence dans { $n } heures
}
aloud-begun = Déjà commencée
aloud-waiting = Rien n’est encore envoyé à la plateforme. Si une place se libère, votre demande part et votre conseiller vous le dit.
aloud-waiting-no = Si la plateforme vous appelle, vous êtes libre de dire non, sans donner de raison.
aloud-take-back = Vous pouvez reprendre votre demande à tout moment, sans donner de raison. Dites-le à la plateforme.
aloud-similar = Si vous le souhaitez, votre conseiller regarde d’autres missions avec vous.
aloud-about-waiting = Vous êtes sur la liste d’attente.
aloud-about-answered = La plateforme a répondu, ou son délai est passé.
aloud-about-freed = Une place s’est libérée pour vous.
aloud-about-ended = Cela n’a pas lieu.
aloud-about-label = Une décision sur le label de la plateforme.
flash-said-aloud = C’est noté : la personne le sait, et c’est écrit dans son dossier.
hers-aloud = Ce que l’on m’a dit de vive voix
export-part-told-aloud = Ce que votre conseiller devait vous dire de vive voix, et quand il vous l’a dit.

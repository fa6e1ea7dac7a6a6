platform-kind-jobbing = Petits travaux entre particuliers
platform-kind-organised-services = Services organisés par la plateforme
platform-kind-microwork = Micro-travail à distance
platform-kind-freelance = Travail indépendant qualifié
platform-kind-insertion = Insertion par l’activité (expérimentation)
platform-kind-employer = Employeur, besoins très courts
platform-kind-association = Association, besoins très courts
platform-kind-temp-agency = Agence d’intérim
register-title = Plateformes labellisées
register-lead = Le label « socialement responsable » se mérite. Chaque décision est publique, datée et expliquée.
register-filters = Filtrer par état du label
register-filter-all = Toutes
register-filter-active = Actif
register-filter-suspended = Suspendu
register-filter-pending = Demande en cours
register-filter-expired = Expiré
register-filter-declined = Non accordé
register-filter-renounced = Rendu
register-filter-withdrawn = Retiré
# $word (String) - the name of the filter
# $n (Number) - how many platforms
register-filter = { $word } ({ $n })
register-state-active = Actif
register-state-suspended = Suspendu
register-state-pending = Demande en cours
register-state-expired = Expiré
register-state-declined = Non accordé
register-state-renounced = Rendu par la plateforme
register-state-withdrawn = Retiré
register-state-none = Jamais demandé
# $date (String)
register-until = Jusqu’au { $date }
# $date (String)
register-since = Depuis le { $date }
# $since (String) - date
# $until (String) - date
register-from-to = Du { $since } au { $until } au plus tard
register-caption = Registre du label
register-column-platform = Plateforme
register-column-kind = Activité
register-column-label = Label
register-column-when = Échéance
register-column-more = Décisions
register-more-about = sur
register-empty = Aucune plateforme dans cet état
register-empty-text = Voir tout le registre.
register-csv = Registre complet (CSV)
register-csv-decisions = Toutes les décisions (CSV)
register-back = Toutes les plateformes
# $state (String) - the state of the label
sheet-state = Label : { $state }
sheet-decisions = Décisions
sheet-decisions-text = De la plus récente à la plus ancienne. Une décision n’est jamais modifiée ni effacée.
sheet-for-you = Pour vous
sheet-for-you-active = Ses missions sont affichées. Vous êtes libre de dire non : aucun effet sur vos droits.
sheet-for-you-suspended = Ses missions ne sont plus affichées. Les missions déjà acceptées restent à vous, et restent payées.
sheet-for-you-withdrawn = Ses missions ne sont plus affichées. Les missions déjà acceptées restent à vous, et restent payées.
sheet-for-you-expired = Le label est arrivé à son terme. Ses missions ne sont plus affichées. Les missions déjà acceptées restent à vous, et restent payées.
sheet-for-you-renounced = La plateforme a rendu son label. Ses missions ne sont plus affichées. Les missions déjà acceptées restent à vous, et restent payées.
sheet-for-you-pending = La demande est en cours. Aucune mission de cette plateforme n’est affichée.
sheet-for-you-declined = Le label n’est pas accordé. Aucune mission de cette plateforme n’est affichée.
sheet-question = Une question ? La personne qui vous suit, ou le
sheet-missions = Voir ses missions
sheet-facts = Fiche
sheet-company = Entreprise
sheet-activity = Activité
sheet-website = Site de la plateforme
# $number (String) - nine digits
sheet-siren = SIREN { $number }
label-kind-submitted = Demande déposée
label-kind-admissible = Dossier complet
label-kind-examination = Examen commencé
label-kind-opinion = Avis des collèges rendu
label-kind-granted = Label accordé
label-kind-declined = Label non accordé
label-kind-notice = Mise en demeure
label-kind-suspended = Label suspendu
label-kind-reinstated = Label rétabli
label-kind-withdrawn = Label retiré
label-kind-renounced = Label rendu par la plateforme
# $date (String)
decision-from = Prend effet le { $date }.
# $date (String)
decision-until = Jusqu’au { $date }.
decision-by = Décision de
# $date (String)
decision-appeal = Recours possible jusqu’au { $date }.
# $date (String)
decision-appeal-over = Recours possible jusqu’au { $date } : ce délai est passé.
label-body-title = Label : les plateformes
label-body-lead = Chaque décision est signée, motivée et publiée au registre.
label-body-caption = Plateformes et états du label
label-body-published = Missions publiées
label-body-under-way = Prestations en cours
label-body-open = Ouvrir
label-body-back = Toutes les plateformes
label-body-public = Voir la fiche publique
label-body-act = Décider
label-body-nothing = Dans cet état, il n’y a rien à suspendre ni à rétablir.
label-body-suspend-text = Vous verrez d’abord ce que la suspension touche et les lettres qui partiront.
label-body-suspend = Suspendre le label
label-body-suspend-title = Suspendre le label de
label-body-suspend-now = Ce qui va se passer, tout de suite
# $date (String)
label-body-suspend-until = La suspension dure jusqu’au { $date } au plus tard. Vous pouvez la lever avant. Sans autre décision, le label reprend ensuite.
label-body-reinstate = Rétablir le label
# $n (Number) - how many missions
label-body-reinstate-text = { $n ->
    [0] Aucune mission publiée n’attend. Les personnes concernées sont prévenues.
    [one] { $n } mission publiée pourra de nouveau être vue. Les personnes concernées sont prévenues.
   *[other] { $n } missions publiées pourront de nouveau être vues. Les personnes concernées sont prévenues.
}
label-body-reason = Motif, publié dans le registre
label-body-reason-hint = Des faits, des dates, la règle concernée. 20 caractères au moins. Ne nommez aucune personne.
label-body-reason-to-come = (le motif que vous écrivez ci-dessous)
# $author (String) - who signs
# $authority (String) - in whose name
label-body-signature = Signé : { $author }, { $authority }.
label-body-cancel = Ne rien changer
# $n (Number) - how many missions
label-body-impact-missions = { $n ->
    [one] mission ne sera plus visible
   *[other] missions ne seront plus visibles
}
# $n (Number) - how many proposals
label-body-impact-proposals = { $n ->
    [one] proposition est ouverte : sa mission ne pourra plus être vue
   *[other] propositions sont ouvertes : leurs missions ne pourront plus être vues
}
# $n (Number) - how many people
label-body-impact-agreed = { $n ->
    [one] personne a une mission acceptée : elle reste à elle
   *[other] personnes ont une mission acceptée : elle reste à elles
}
# $n (Number) - how many people
label-body-impact-awaiting = { $n ->
    [one] autre personne attend une réponse ou une place
   *[other] autres personnes attendent une réponse ou une place
}
label-body-concerned = Ce que le label porte aujourd’hui
label-body-now-proposals = Propositions ouvertes
label-body-now-agreed = Personnes avec une mission acceptée
label-body-now-awaiting = Autres personnes en attente
label-body-letters = Lettres qui partiront
# $n (Number) - how many letters
label-body-letters-count = { $n ->
    [0] Aucune lettre à des personnes. Une lettre à la plateforme.
    [one] { $n } lettre à une personne, d’abord. Puis une lettre à la plateforme.
   *[other] { $n } lettres aux personnes, d’abord. Puis une lettre à la plateforme.
}
# $n (Number) - how many people
label-body-letters-agreed = { $n ->
    [one] En premier : { $n } personne avec une mission acceptée
   *[other] En premier : { $n } personnes avec une mission acceptée
}
# $n (Number) - how many people
label-body-letters-awaiting = { $n ->
    [one] En premier aussi : { $n } autre personne, en attente
   *[other] En premier aussi : { $n } autres personnes, en attente
}
label-body-letters-platform = Ensuite : la plateforme
label-body-letters-subject = Objet :
label-body-letters-read = Lire la lettre
flash-label-suspended = Le label est suspendu. Ses missions ne sont plus visibles. Les lettres partent, aux personnes d’abord.
flash-label-reinstated = Le label est rétabli. Ses missions peuvent de nouveau être vues. Les lettres partent, aux personnes d’abord.
# $platform (String) - its name
label-person-subject-suspended = Label de { $platform } suspendu : ce que cela change pour vous
# $platform (String) - its name
label-person-subject-withdrawn = Label de { $platform } retiré : ce que cela change pour vous
# $platform (String) - its name
label-person-subject-reinstated = Label de { $platform } rétabli : ce que cela change pour vous
# $name (String) - a first name
label-person-hello = Bonjour { $name },
label-person-hello-you = Bonjour,
# $platform (String) - its name
# $date (String)
label-person-suspended = Le label de { $platform } est suspendu depuis le { $date }. Ses missions ne sont plus proposées sur Escale.
# $platform (String) - its name
# $date (String)
label-person-withdrawn = Le label de { $platform } est retiré depuis le { $date }. Ses missions ne sont plus proposées sur Escale.
# $platform (String) - its name
# $date (String)
label-person-reinstated = Le label de { $platform } est rétabli depuis le { $date }. Ses missions sont de nouveau proposées sur Escale.
# $n (Number) - missions
label-person-mission = { $n ->
    [one] Votre mission :
   *[other] Vos missions :
}
label-person-mission-any = (titre, jour et heures de sa mission)
# $n (Number) - missions
label-person-agreed = { $n ->
    [one] Elle est maintenue. Elle reste à vous, et reste payée.
   *[other] Elles sont maintenues. Elles restent à vous, et restent payées.
}
label-person-awaited = La plateforme n’a pas encore répondu. Elle ne peut pas vous dire oui tant que son label est suspendu.
# $n (Number) - missions
label-person-queued = { $n ->
    [one] Vous êtes sur la liste d’attente.
   *[other] Vous êtes sur leurs listes d’attente.
}
# $n (Number) - missions
label-person-back-agreed = { $n ->
    [one] Rien ne change : elle reste à vous, et reste payée.
   *[other] Rien ne change : elles restent à vous, et restent payées.
}
label-person-back-awaited = Rien ne change : la plateforme doit encore vous répondre.
# $n (Number) - missions
label-person-back-queued = { $n ->
    [one] Rien ne change : vous êtes sur la liste d’attente.
   *[other] Rien ne change : vous êtes sur leurs listes d’attente.
}
# $n (Number) - missions
label-person-choice-agreed = { $n ->
    [one] Vous pouvez y aller. Vous pouvez aussi la rendre, sans raison à donner.
   *[other] Vous pouvez y aller. Vous pouvez aussi en rendre une, ou toutes, sans raison à donner.
}
# $n (Number) - missions
label-person-choice-awaited = { $n ->
    [one] Vous pouvez attendre sa réponse. Vous pouvez aussi reprendre votre demande, sans raison à donner.
   *[other] Vous pouvez attendre ses réponses. Vous pouvez aussi reprendre une demande, ou toutes, sans raison à donner.
}
label-person-choice-queued = Vous pouvez y rester. Vous pouvez aussi en sortir, sans raison à donner.
label-person-mine = Voir ma mission ou reprendre ma demande
label-person-rights = Vos droits et votre accompagnement ne changent pas. La même personne vous suit.
label-person-others = D’autres missions, sur des plateformes labellisées
label-person-search = Chercher d’autres missions près de celle-ci
label-person-reasons = Les raisons de cette décision
# $platform (String) - its name
# $what (String) - the decision
label-platform-subject = { $platform } : { $what }
label-platform-hello = Bonjour,
label-platform-what = Une décision a été prise sur votre label :
# $author (String) - who signs
# $authority (String) - in whose name
# $date (String)
label-platform-by = Décision du { $date }, signée par { $author }, { $authority }.
label-platform-reason = Le motif :
label-platform-yours = Vos missions :
# $date (String)
# $authority (String) - who decided
label-platform-appeal = Vous pouvez contester cette décision jusqu’au { $date }, auprès de : { $authority }.
label-platform-register = La décision est publiée au registre
label-platform-missions-submitted = vous pourrez en publier si le label est accordé.
label-platform-missions-admissible = vous pourrez en publier si le label est accordé.
label-platform-missions-examination = vous pourrez en publier si le label est accordé.
label-platform-missions-opinion = vous pourrez en publier si le label est accordé.
label-platform-missions-granted = vous pouvez les publier dès maintenant.
label-platform-missions-declined = elles ne peuvent pas être publiées. Vous pouvez déposer un nouveau dossier après 12 mois.
label-platform-missions-notice = elles restent visibles. Corrigez ce qui est demandé dans le délai.
label-platform-missions-suspended = elles ne sont plus visibles, et vous ne pouvez pas en publier. Celles qui sont déjà acceptées sont maintenues : elles restent dues aux personnes, et payées. Elles peuvent les rendre sans raison à donner. Les personnes concernées ont été prévenues.
label-platform-missions-reinstated = celles qui sont encore à venir sont de nouveau visibles.
label-platform-missions-withdrawn = elles ne sont plus visibles. Celles qui sont déjà acceptées sont maintenues : elles restent dues aux personnes, et payées. Vous pouvez déposer un nouveau dossier après 12 mois.
label-platform-missions-renounced = elles ne sont plus visibles. Celles qui sont déjà acceptées sont maintenues : elles restent dues aux personnes, et payées.

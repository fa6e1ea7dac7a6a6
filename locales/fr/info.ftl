rights-title = Mes droits
rights-lead = Une mission est une escale. Vos droits ne changent pas.
rights-easy = Version simple
rights-easy-free-one = Vous pouvez dire non.
rights-easy-free-two = Dire non n’est pas grave.
rights-easy-free-three = Vous gardez la personne qui vous suit.
rights-easy-free-four = Vous gardez votre inscription.
rights-easy-free-five = Personne ne note que vous avez dit non.
rights-easy-work-one = Vous travaillez ?
rights-easy-work-two = Vous devez le dire à France Travail chaque mois.
rights-easy-work-three = Votre argent du chômage peut baisser ce mois-là.
rights-easy-work-four = Vous avez une question ? Appelez le 39 49.
rights-free = Dire non, c’est permis
rights-free-text = Vous pouvez dire non, ne pas répondre, ou arrêter. Vous n’avez pas de raison à donner.
rights-free-trace = Qui vous propose une mission voit « proposée » ou « close ». Rien d’autre.
rights-free-private = « Pas pour moi » reste entre vous et l’écran. Ce choix est effacé 7 jours après la fin de la mission.
rights-free-plan = Une mission n’entre jamais dans votre contrat d’engagement. Il n’y a pas de délai pour répondre, ni de relance.
rights-free-follow = Votre accompagnement continue : la personne qui vous suit, vos rendez-vous et vos formations restent.
rights-words = Les mots de la loi
rights-words-reasonable = Offre raisonnable d’emploi
rights-words-reasonable-text = C’est le mot d’aujourd’hui dans le code du travail (art. L. 5411-6-1). Cette offre est définie avec vous, dans votre contrat d’engagement. Elle porte toujours sur un emploi salarié.
rights-words-reasonable-limits = Nul n’est tenu d’accepter un salaire plus bas que la pratique locale, un temps partiel si un temps complet est prévu, ou un emploi sans rapport avec ses qualifications (art. L. 5411-6-4).
rights-words-reasonable-risk = Refuser deux fois une offre raisonnable, sans motif légitime, peut coûter l’allocation et l’inscription (art. L. 5412-1 et R. 5412-3). C’est pourquoi nous disons clairement ce qu’une mission n’est pas.
rights-words-reasonable-here = Une mission d’indépendant n’est jamais une offre raisonnable d’emploi, puisque ce n’est pas un emploi salarié.
rights-words-valid = Offre valable d’emploi
rights-words-valid-text = C’est le mot du rapport de 2018 qui a proposé ce service. Il demande de ne pas considérer l’activité sur les plateformes comme une « offre valable d’emploi », dont le refus peut conduire à la suppression des indemnités. La loi dit aujourd’hui « offre raisonnable d’emploi ».
rights-salaried = Missions salariées (CDD, intérim)
rights-salaried-text = Une mission courte avec un contrat de travail pourrait, en théorie, ressembler à votre offre raisonnable d’emploi. Nous ne pouvons pas décider à la place de France Travail.
rights-salaried-signed = Si l’organisme qui vous suit a signé un engagement écrit, la mission porte la mention complète, en haut de cette page.
rights-salaried-else = Sinon, elle porte cette mention :
rights-work = Si vous travaillez
rights-work-declare = Chaque mois, déclarez vos heures et vos revenus lors de votre actualisation, même pour une heure de travail.
rights-work-short = Une activité non déclarée, même très brève, peut être sanctionnée (art. R. 5412-3-2). Plus de 3 jours non déclarés dans le mois ne comptent pas pour de nouveaux droits (art. L. 5426-1-1).
rights-work-available = Jusqu’à 78 heures par mois, une activité occasionnelle vous laisse « immédiatement disponible » : vous restez inscrit comme avant (art. R. 5411-10).
rights-work-us = Nous ne déclarons rien à votre place, et nous n’envoyons rien à France Travail.
rights-keep = Ce que vous gardez
rights-keep-text = Vous pouvez cumuler une partie de votre allocation chômage avec le revenu d’une mission. En général, 70 % de votre revenu brut du mois est retiré, sous forme de jours non payés. Allocation et revenu ensemble ne dépassent pas votre ancien salaire. Les jours non payés ne sont pas perdus : ils sont reportés. En indépendant, le paiement peut être provisoire puis corrigé, et le cumul a un plafond. Le RSA et la prime d’activité suivent d’autres règles. Demandez une réponse écrite à la personne qui vous suit avant de compter sur un montant.
rights-who = Qui voit quoi
rights-who-you = Vous
rights-who-you-text = Tout ce qui vous concerne, et qui a regardé votre dossier.
rights-who-advisor = La personne qui vous suit
rights-who-advisor-text = Votre dossier d’accompagnement et ce qu’il vous a proposé. Jamais vos choix privés.
rights-who-platform = La plateforme
rights-who-platform-text = Rien avant votre « ça m’intéresse ». Ensuite, seulement ce que vous cochez. Jamais que vous cherchez un emploi, ni vos allocations.
rights-who-others = Les autres
rights-who-others-text = L’organisme du label et l’administration du site voient des nombres, pas vos choix.
rights-help = Être aidé
rights-help-advisor = La personne qui vous suit répond à vos questions, et peut faire les démarches avec vous.
rights-help-phone = France Travail, par téléphone :
rights-help-mediator = Vous contestez une décision de France Travail ? Demandez d’abord le médiateur (art. R. 5312-47).
rights-help-defender = Vos droits ne sont pas respectés ? Le Défenseur des droits vous aide, gratuitement :
rights-help-report = Une mission vous semble fausse ou dangereuse ? Sur sa page, choisissez « Signaler ».
rights-see-also = Voir aussi
info-defender-form = Écrire au Défenseur des droits
info-defender-delegate = Rencontrer un délégué près de chez vous
info-defender-post = Par courrier, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
access-title = Accessibilité
access-lead = Ce site doit pouvoir servir à tout le monde. Voici où nous en sommes, sans embellir.
access-state = État : non conforme
access-state-text = Aucun organisme extérieur n’a encore contrôlé ce site. Tant que ce contrôle n’est pas fait, la loi demande d’écrire « non conforme » au référentiel RGAA 4.1. Cela ne veut pas dire que le site ne marche pas : cela veut dire que rien n’est prouvé.
access-scope = Cette déclaration concerne les pages du site Escale. Elle date de novembre 2026.
access-tested = Ce qui est vérifié
access-tested-axe = Des contrôles automatiques (axe-core) sur les écrans principaux, sur téléphone et sur ordinateur, en clair et en sombre. Ils ne trouvent qu’une partie des défauts.
access-tested-small = La lecture à 320 pixels de large, sans défilement horizontal, et la taille des boutons.
access-tested-plain = L’usage sans JavaScript : chaque page et chaque formulaire fonctionnent.
access-not = Ce qui n’est pas encore vérifié
access-not-audit = Les critères du RGAA, un par un, par un tiers.
access-not-readers = L’usage complet avec chaque lecteur d’écran.
access-not-people = Des essais avec des personnes handicapées. La « version simple » de nos textes n’a pas été relue par des personnes concernées : ce n’est pas du FALC.
access-not-partners = Les textes écrits par les plateformes : ils sont en français seulement, et parfois difficiles.
access-report = Signaler un problème
access-report-text = Une page vous bloque ? Dites-le à la personne qui vous suit, ou appelez le 39 49. Tout ce que fait ce site peut être fait avec vous, au téléphone ou sur place.
access-report-contact = L’organisme qui met ce site en service doit ajouter ici une adresse de contact.
access-defender = Si la réponse ne vient pas
access-defender-text = Vous avez signalé un défaut qui vous empêche d’utiliser le site, et vous n’avez pas de réponse satisfaisante ? Vous pouvez saisir le Défenseur des droits. C’est gratuit.
privacy-title = Données personnelles
privacy-lead = Nous gardons peu, peu de temps, et vous savez qui voit quoi.
privacy-never = Ce que nous ne demandons jamais
privacy-never-nir = Votre numéro de sécurité sociale.
privacy-never-health = Votre santé ou votre handicap.
privacy-never-nationality = Votre nationalité.
privacy-never-why = Pourquoi vous avez dit non, ou pourquoi vous avez arrêté.
privacy-kept = Ce que nous gardons
privacy-kept-what = Quoi
privacy-kept-why = Pourquoi
privacy-kept-long = Combien de temps
privacy-kept-who = Qui le voit
privacy-kept-note = Tout s’efface tout seul, à la date dite dans ce tableau. Vous n’avez rien à demander.
privacy-what-account = Nom, adresse e-mail, langue, session
privacy-why-account = Vous connecter sans mot de passe, vous écrire
# $away (String)
# $notice (String)
# $left (String)
# $request (String) - days
privacy-long-account = Compte inactif, sans accompagnement : { $away } mois. Nous vous écrivons à { $notice } mois. Session : 30 jours au plus. Organisme du label et administration : { $away } mois sans venir, sauf le dernier compte de chacun. Membre d’une plateforme : tout de suite quand il la quitte. Membre d’un organisme : { $left } mois après son départ, son adresse d’abord ; son nom reste auprès de ce qui vous a été écrit. Invitation : { $request } jours.
privacy-who-account = Vous
privacy-what-person = Téléphone, commune, distance et horaires de la semaine, si vous les donnez
privacy-why-person = Trouver des missions qui vous vont
privacy-long-person = Comme le compte
privacy-who-person = Vous, et la personne qui vous suit
privacy-what-hours = Vos dates différentes, trajet, délai et durée, « je peux commencer maintenant », préférences de lettres
privacy-why-hours = Choisir les missions qui vous vont, vous écrire comme vous voulez
# $day (String)
privacy-long-hours = Dates : { $day } jours après. « Maintenant » : jusqu’à la fin de la journée. Le reste : comme le compte.
privacy-who-hours = Vous. La personne qui vous suit voit seulement quelles missions vous vont, combien, et si vous pouvez commencer maintenant. Sur votre fiche, elle voit aussi vos heures de la semaine. Elle lit vos dates et votre trajet, et elle règle vos horaires, seulement quand vous le lui demandez, pendant une heure.
privacy-what-month = L’adresse de votre agenda, vos rappels déjà envoyés, votre propre version des heures et des montants
privacy-why-month = Vous rappeler vos créneaux, préparer votre déclaration
# $slot (String)
# $month (String)
# $own (String)
privacy-long-month = Agenda : jusqu’à ce que vous l’arrêtiez. Rappels : { $slot } jours, ou { $month } jours pour un mois. Votre version : { $own } mois après que vous l’écrivez, au plus tard quand la mission est effacée.
privacy-who-month = Vous seulement. Sans adresse e-mail, la personne qui vous suit ouvre un mois avec vous, seulement quand vous le lui demandez, pendant 30 minutes.
privacy-what-follow-up = Accompagnement : qui vous suit, prochaine étape, formations, contacts, résumé, ce qui est envoyé à votre demande, et qui a regardé votre dossier
privacy-why-follow-up = Continuer votre accompagnement, contrôler les accès
# $follow (String)
# $look (String)
# $spoken (String)
# $news (String)
# $request (String)
privacy-long-follow-up = { $follow } mois après la fin de l’accompagnement. Accès au dossier : { $look } mois. Ce qui est envoyé ou fait à votre demande : { $spoken } mois. Ce qui vous est dit de vive voix : { $news } mois. La demande de vous suivre : { $request } jours.
privacy-who-follow-up = Vous, et la personne qui vous suit
privacy-what-choice = Vos choix privés : gardée, pas pour moi
privacy-why-choice = Ranger votre liste
# $choice (String)
privacy-long-choice = { $choice } jours après la fin de la mission
privacy-who-choice = Vous seulement
privacy-what-search = Vos recherches enregistrées, et les missions déjà écrites pour elles
privacy-why-search = Vous écrire quand une mission y répond
# $choice (String)
privacy-long-search = Jusqu’à ce que vous les supprimiez ; missions déjà écrites : { $choice } jours après leur fin
privacy-who-search = Vous seulement
privacy-what-device = Les appareils où vous recevez des notifications : l’adresse que votre navigateur a donnée
privacy-why-device = Afficher le message tout de suite, chiffré pour l’appareil
privacy-long-device = Jusqu’à votre déconnexion. Si vous le gardez après : jusqu’à ce que vous l’arrêtiez, ou que l’appareil disparaisse
privacy-who-device = Vous seulement
privacy-what-referral = Les propositions de la personne qui vous suit
privacy-why-referral = Vous les montrer
# $referral (String)
privacy-long-referral = { $referral } mois. Ensuite il n’en reste que le récépissé, sans votre nom.
privacy-who-referral = Vous, et la personne qui vous suit : « proposée » ou « close »
privacy-what-interest = Vos « ça m’intéresse » et vos messages
privacy-why-interest = Les transmettre à la plateforme
# $interest (String)
privacy-long-interest = { $interest } mois après la fin
privacy-who-interest = Vous ; la plateforme, pour ce que vous cochez
privacy-what-engagement = Les missions acceptées
privacy-why-engagement = Préparer votre déclaration du mois
# $engagement (String)
privacy-long-engagement = { $engagement } mois après la mission
privacy-who-engagement = Vous, et la plateforme
privacy-what-receipt = Les récépissés, sans aucun nom
privacy-why-receipt = Prouver ce que disait une annonce
# $receipt (String)
privacy-long-receipt = { $receipt } ans
privacy-who-receipt = Toute personne qui a le code
privacy-what-report = Les signalements de missions ; votre e-mail, si vous le donnez
privacy-why-report = Vérifier la mission, vous répondre
# $report (String)
# $open (String)
privacy-long-report = { $report } mois après la réponse. Sans réponse : { $open } mois.
privacy-who-report = L’administration du site
privacy-what-journal = Le journal de ce qui s’est passé : une proposition, un envoi, un accès
privacy-why-journal = Tenir les pages à jour, contrôler les accès
# $journal (String)
privacy-long-journal = Votre nom : { $journal } mois. La ligne reste, sans nom.
privacy-who-journal = Vous, dans le fichier de vos données
privacy-what-label = Les décisions sur le label, avec le nom de qui signe
privacy-why-label = Rendre chaque décision publique
privacy-long-label = Sans limite
privacy-who-label = Tout le monde
privacy-what-logs = Journaux techniques, sans données personnelles
privacy-why-logs = Réparer les pannes, protéger le site
privacy-long-logs = 6 mois
privacy-who-logs = L’équipe technique
privacy-cookies = Cookies
privacy-cookies-none = Sans compte : aucun cookie. Personne ne vous suit, donc pas de bandeau.
privacy-cookies-session = Quand vous vous connectez : un cookie de session, effacé quand vous vous déconnectez. Pendant la connexion, un second cookie relie le code reçu à votre navigateur. Ils ne servent à rien d’autre.
privacy-rights = Vos droits
privacy-rights-text = Dans votre espace, « Mes préférences et mes données » : vous téléchargez tout ce qui est gardé sur vous, et vous pouvez tout supprimer. Vous pouvez aussi voir vos données, les corriger et vous opposer à toute mise en relation. La personne qui vous suit peut vous aider.
privacy-rights-basis = Ce service relève d’une mission d’intérêt public : aider à trouver une activité. Il ne transmet rien à un service de contrôle.
privacy-rights-contact = L’organisme qui met ce site en service est responsable de ces données. Il doit ajouter ici l’adresse de son délégué à la protection des données.
privacy-rights-cnil = Sans réponse sous un mois, vous pouvez écrire à la CNIL :

wants-link = Faire à sa demande
wants-lead = Elle vous le demande : lisez-lui les mots, cochez si elle est d’accord, puis faites-le. Tout est gardé dans son dossier, avec la date et votre nom.
wants-offline = Elle n’a pas d’adresse e-mail : vous faites ici pour elle ce qu’elle ferait dans son espace. Ce qui y est noté, elle peut vous demander de le lire.
wants-space = Elle a une adresse e-mail : elle lit dans son espace ce que vous faites ici. Ce qu’elle y garde pour elle n’est pas sur cette page.
wants-end = La fin de son accompagnement est proposée
wants-end-link = Noter sa réponse, à sa demande
wants-end-hers = Elle seule répond, dans son espace. Sa réponse ne vous est pas dite.
wants-end-first = Elle ne le sait pas encore. Dites-le-lui d’abord : les mots sont sur votre page d’accueil.
wants-end-private = La réponse est gardée dans son dossier, pour elle. Elle ne change rien à son inscription ni à son allocation.
wants-end-said = Vous êtes d’accord pour finir votre accompagnement ici. Il finit maintenant, et plus personne ne peut ouvrir votre dossier. Cela ne change rien à votre inscription ni à votre allocation. Rien ne vous y oblige : vous pouvez aussi préférer continuer.
wants-end-agreed = Elle est d’accord : finir
wants-go-on-said = Vous préférez continuer. L’accompagnement continue au moins 28 jours de plus. Aucune raison n’est demandée ni notée.
wants-go-on = Elle préfère continuer
# $from (String) - date and hour
wants-end-from = Vous proposez la fin : vous notez son accord au plus tôt 24 heures après la lui avoir dite, à partir du { $from }. Un collègue qui vous remplace peut le noter avant.
wants-proposals = Recevoir des propositions
wants-proposals-off = Elle n’en reçoit pas en ce moment.
wants-proposals-stop-said = Vous ne recevez plus de propositions de missions. Aucune raison n’est demandée. Cela ne change rien à vos droits ni à votre accompagnement. Vous pouvez en recevoir à nouveau quand vous voulez.
wants-proposals-stop = Ne plus lui en proposer
wants-proposals-again-said = Vous recevez à nouveau des propositions de missions. Vous êtes libre de dire non, ou de ne pas répondre. Vous pouvez les arrêter quand vous voulez.
wants-proposals-again = Lui en proposer à nouveau
wants-wishes = Langue et phrases
wants-wishes-aloud = La fiche, le SMS et les mots à lui dire suivent ces choix.
wants-wishes-blind = Ce qu’elle a choisi elle-même n’est pas montré ici. Ne cochez que ce qui change.
wants-wishes-language = Langue
wants-language-fr = Français
wants-language-en = Anglais
wants-sentences-habituelles = Phrases habituelles
wants-sentences-simples = Phrases plus simples
wants-wishes-said = Je règle pour vous la langue et la façon de vous écrire et de vous parler, comme vous me le dites. Vous en changez quand vous voulez.
wants-wishes-save = Enregistrer ces réglages
wants-month = Son mois, à déclarer
wants-month-text = Heures, brut et net de frais, par plateforme et en tout. La page et le tableau vous sont ouverts 30 minutes, à vous seul. Imprimez-les et remettez-les-lui. Vous notez aussi ses propres chiffres, si elle vous les dit.
wants-month-which = Quel mois ?
wants-month-said = J’ouvre avec vous ce que vous avez fait ce mois-là : vos heures et vos montants. Je peux y noter vos propres chiffres. La page m’est ouverte 30 minutes. Rien n’est déclaré à votre place.
wants-month-open = Ouvrir ce mois avec elle
wants-month-hers = Elle le lit dans son espace, avec le tableau et ses propres chiffres. Vous ne le voyez pas.
wants-alert = Une alerte
wants-alert-offline = Sans adresse e-mail, une alerte n’arriverait nulle part. Les missions qui vont dans ses horaires sont sur sa page, à jour : regardez-les avec elle.
wants-alert-fit = Les missions qui vont dans ses horaires
wants-alert-text = Une lettre lui mène à l’alerte, déjà remplie. Elle la garde ou non : vous ne le saurez pas.
wants-alert-hours = À ses horaires
wants-alert-said = Je vous envoie une lettre. Elle mène à une alerte déjà remplie. Vous la gardez, vous la changez ou vous ne faites rien : personne d’autre ne le sait.
wants-letter-send = Lui envoyer la lettre
wants-file = Ses données
wants-file-text = Un fichier avec ce qui est gardé sur elle, à lui remettre. Il ne contient pas ce que seul son espace montre : choix privés, recherches gardées, appareils, connexions. Avec une adresse e-mail, elle aurait tout.
wants-file-letter = Une lettre lui mène à la page où elle télécharge tout. Vous ne voyez pas ce fichier.
wants-file-open = Le fichier vous est ouvert 30 minutes, pour le lui remettre. Effacez ensuite votre copie.
wants-file-take = Télécharger pour elle
wants-file-said = Je prépare un fichier avec ce qui est gardé sur vous, et je vous le remets. Je peux le lire. Je ne garde pas de copie.
wants-file-make = Préparer le fichier
wants-file-letter-said = Je vous envoie une lettre. Elle mène à la page où vous téléchargez tout ce qui est gardé sur vous. Je ne le vois pas.
wants-file-send = Lui envoyer la lettre de ses données
wants-more = Aussi à sa demande
wants-phone = Noter ou corriger son téléphone
wants-address = Noter une adresse e-mail : elle ouvre son espace
wants-send = Envoyer « Ça m’intéresse » pour elle
wants-leave = Tout supprimer
wants-leave-letter-said = Je vous envoie une lettre. Elle mène à la page où vous supprimez tout ce qui est à vous ici. Vous seul le décidez. Si vous ne faites rien, rien ne change.
# $name (String) - a person
wants-title = À sa demande : { $name }
# $said (String) - the words that were read
# $what (String) - what was chosen
wants-kept = Lu et accepté de vive voix : « { $said } » Choisi : { $what }.
# $name (String) - a person
farewell-title = Tout supprimer : { $name }
farewell-lead = Voici ce que cela veut dire. Rien n’est encore supprimé.
farewell-letter = Elle a une adresse e-mail : elle seule supprime, dans son espace. Une lettre l’y mène.
farewell-goes-account = Son compte, son nom, ses coordonnées.
farewell-goes-rest = Ses heures, ses propositions, ses demandes, ses mois, son accompagnement noté ici. Vous ne la suivez plus ici.
farewell-goes-places = Ses places : elles vont à d’autres. La plateforme sait seulement que la place est libre, sans raison.
farewell-stays-rights = Son inscription et son allocation à France Travail. Vous continuez de la suivre, hors d’Escale.
farewell-stays-journal = Une ligne qui dit que vous avez agi, sans son nom.
farewell-referent = Seule la personne référente le fait, à sa demande. Vous assurez ici un remplacement.
farewell-said = Je supprime tout ce qui est à vous ici : votre nom, vos heures, vos demandes, vos mois et l’accompagnement noté ici. Vos places vont à d’autres. Cela ne peut pas être annulé. Votre inscription et votre allocation à France Travail ne changent pas.
farewell-button = Elle me le demande : tout supprimer
recap-for-text = Vous le lisez avec elle, parce qu’elle vous l’a demandé. Les mots s’adressent à elle. Cette page vous est ouverte 30 minutes.
recap-for-back = Son mois
recap-for-kept = Cette page n’est ouverte qu’à sa demande. Ses chiffres sont gardés deux ans, puis effacés.
own-for-lead = Notez ce qu’elle vous dit, et relisez-le-lui. C’est sa version : elle ne change pas celle de la plateforme.
# $month (String)
# $name (String) - a person
recap-for-title = { $month } : { $name }
# $title (String) - a mission
# $when (String) - day and hours
figures-dropped-said = Je retire les chiffres que vous m’aviez donnés pour la mission « { $title } », { $when }. Ceux de la plateforme comptent de nouveau.
own-for-agreed = Je lui ai relu ces chiffres. Elle est d’accord pour que je les note.
# $title (String) - a mission
# $when (String) - day and hours
# $hours (String) - a length of time
# $gross (String) - an amount
# $fees (String) - an amount
figures-said = Je note pour vous, pour la mission « { $title } », { $when } : { $hours }, { $gross } brut, { $fees } de frais.
flash-done-for-her = C’est fait, et noté dans son dossier avec votre nom.
flash-way-sent = La lettre part. Ce qu’elle en fait est à elle.
flash-file-open = C’est noté. Le fichier vous est ouvert 30 minutes.
flash-go-on-for-her = C’est noté : l’accompagnement continue.
flash-end-for-her = C’est noté : elle est d’accord, l’accompagnement est fini. Son dossier vous est fermé.
flash-erased-for-her = Tout est supprimé, à sa demande.
spoken-act-end-answer = Votre réponse à la fin proposée
spoken-act-proposals = Propositions de missions
spoken-act-wishes = Langue et façon de vous écrire et de vous parler
spoken-act-month = Votre mois, ouvert avec vous
spoken-act-figures = Vos propres chiffres notés
spoken-act-file = Vos données
spoken-act-farewell = Lettre pour tout supprimer
spoken-act-alert = Lettre pour une alerte
export-what-for-her = Ce qu’Escale garde sur vous, à la date de ce fichier, remis à votre demande. Il y manque ce que votre espace seul montre : choix privés, recherches gardées, appareils, connexions, réglages des lettres, demandes que vous avez reprises, vos réponses à une fin. Avec une adresse e-mail, vous ouvrez votre espace et vous avez tout. Les instants sont en temps universel.
error-asked-has-address = Cette personne a une adresse e-mail : elle le fait elle-même, dans son espace.
error-asked-no-address = Cette personne n’a pas d’adresse e-mail : aucune lettre ne peut partir.
# $max (String) - a figure
error-asked-letters = { $max } lettres sont déjà parties pour elle depuis hier. Attendez demain.
error-month-not-asked = Ce mois vous est ouvert 30 minutes, quand elle vous l’a demandé. Lisez-lui d’abord les mots.
error-file-not-asked = Ce fichier vous est ouvert 30 minutes, quand elle vous l’a demandé. Lisez-lui d’abord les mots.
error-month-missing = Choisissez un mois de la liste.
error-wishes-missing = Cochez au moins un choix.
error-end-not-told = La fin n’est pas encore dite à la personne. Dites-la-lui d’abord.
error-news-to-say-first = Une demande envoyée pour elle est en cours, ou sa suite reste à lui dire. Dites-la-lui d’abord.
error-end-told-lately = Vous proposez la fin : notez son accord au plus tôt 24 heures après la lui avoir dite. Un collègue qui vous remplace peut le noter avant.
# $advisor (String)
way-lead = { $advisor } vous envoie cette lettre parce que vous le lui avez demandé.
way-subject-file = Vos données : la page où tout télécharger
way-subject-farewell = La page où tout supprimer
way-subject-alert = Votre alerte est prête à garder
way-what-file = Elle mène à la page où vous téléchargez tout ce qui est gardé sur vous.
way-what-farewell = Elle mène à la page où vous pouvez tout supprimer. Ouvrir la page ne supprime rien.
way-what-alert = Elle mène à une alerte déjà remplie. Vous la gardez, vous la changez, ou non.
way-press-file = Ouvrir mes données
way-press-farewell = Ouvrir la page
way-press-alert = Ouvrir l’alerte
way-open = Ouvrez ce lien. Il est valable 7 jours, une seule fois :
way-private = Ce que vous y faites est à vous : personne n’en est prévenu.
way-nothing = Vous ne l’avez pas demandé ? Ne faites rien : rien ne change.

error-agency-missing = Nommez l’agence d’intérim (code du travail, art. L. 5332-3).
error-changed-meanwhile = Quelqu’un a changé la même chose en même temps. Rechargez la page et recommencez.
error-commission-out-of-range = La commission est un nombre entier de 0 à 60 %.
error-condition-missing = Écrivez quelle condition de l’annonce manque.
error-duration-out-of-range = La durée est entre 15 minutes et 7 jours.
error-email-invalid = Cette adresse e-mail n’est pas complète. Exemple : prenom@exemple.fr
error-email-taken = Cette adresse e-mail a déjà un compte.
error-follow-up-not-active = L’accompagnement de cette personne n’est pas actif : on ne peut pas lui proposer de mission.
error-hours-inverted = L’heure de fin vient après l’heure de début. Pour une nuit : jusqu’à 00:00 ce jour-là, puis dès 00:00 le lendemain.
error-hours-out-of-day = Les heures vont de 0 h à 24 h.
error-interest-already-sent = Vous avez déjà répondu pour ce créneau.
error-interest-not-open = Cette demande n’attend plus de réponse.
error-internal = Un problème est survenu chez nous. Rien n’a été perdu. Réessayez dans un instant.
error-key-invalid = La clé d’API manque, est fausse ou n’est plus valable.
error-label-not-active = Le label de cette plateforme n’est pas actif. Ses missions ne peuvent être ni publiées ni proposées.
error-label-not-suspended = Ce label n’est pas suspendu.
error-method-not-allowed = Cette adresse ne répond pas à cette méthode.
error-not-found = L’adresse est fausse, ou cette page n’est pas pour vous.
error-occupation-unknown = Choisissez un métier, ou donnez un code du ROME, par exemple G1605.
error-offer-already-ended = Cette mission est déjà terminée.
# $word (String) - a figure or a word
error-offer-discriminates = « { $word } » : une annonce ne peut pas fixer d’âge maximal ni de critère discriminatoire (art. L. 5321-2 et L. 1132-1).
error-offer-ended = Cette mission est terminée.
error-offer-full = Toutes les places sont prises.
error-offer-label = Le label de la plateforme n’est pas actif.
error-offer-masked = Cette mission est masquée le temps d’une vérification.
error-offer-no-future-slot = Il faut au moins un créneau à venir : une annonce est datée (art. L. 5332-1).
error-offer-not-free = Une mission est gratuite pour la personne : aucun frais ne peut lui être demandé (art. L. 5321-3).
error-offer-not-french = L’annonce doit être écrite en français (art. L. 5331-4).
error-offer-silent = La plateforme n’a pas confirmé cette mission depuis trois jours.
error-offer-still-running = Cette mission n’est pas terminée.
# $floor (String) - a figure or a word
error-pay-below-floor = La rémunération est d’au moins { $floor } € par heure.
error-pay-delay-out-of-range = Le paiement arrive sous 0 à 90 jours.
error-pay-too-high = La rémunération dépasse 10 000 €. Vérifiez le montant : il est en centimes.
error-pay-unit-unknown = L’unité est « hour » (par heure) ou « mission » (pour la mission).
error-place-unknown = Choisissez une commune (par API : son code Insee), ou dites que la mission est à distance.
# $taken (String) - a figure or a word
error-places-below-taken = Des places sont déjà prises ({ $taken }) : il en faut au moins autant.
error-proposals-not-wanted = Cette personne ne souhaite pas recevoir de propositions.
# $min (String) - a figure or a word
error-reason-too-short = Écrivez la raison en { $min } caractères au moins : elle est publique.
error-reference-invalid = La référence a de 1 à 100 caractères : lettres sans accent, chiffres et - _ . :
error-referral-already-open = Cette mission est déjà proposée à cette personne.
error-referral-closed = Cette proposition est déjà close.
error-request-unreadable = La demande n’a pas pu être lue.
error-scope-missing = Cette clé d’API n’a pas ce droit.
# $value (String) - what was asked
error-search-choice-unknown = « { $value } » n’est pas un choix possible. Il n’a pas été pris en compte.
error-search-date-far = Cette date est trop lointaine. Choisissez une date dans l’année.
error-search-date-past = Choisissez une date à partir d’aujourd’hui.
error-search-date-unreadable = Cette date n’a pas pu être lue. Exemple : 25/11/2026
error-search-hour-unreadable = Cette heure n’a pas pu être lue. Exemple : 18:30
error-search-occupation-several = Plusieurs métiers portent ce nom : choisissez-en un.
error-search-occupation-unknown = Ce métier n’est pas connu. Essayez avec un autre mot.
error-search-pay-unreadable = Écrivez un montant, par exemple 13,50
error-search-place-several = Plusieurs communes portent ce nom : choisissez-en une.
error-search-place-unknown = Cette commune n’est pas connue. Essayez avec le code postal.
error-search-until-before = Cette date est avant la première. Choisissez une date après elle.
error-search-when-unknown = Ce choix de date n’est pas connu.
error-several-errors = Plusieurs points sont à corriger.
error-sign-in-code-wrong = Ce code n’est pas le bon. Vérifiez les huit chiffres.
error-sign-in-expired = Ce lien n’est plus valable : il durait dix minutes. Demandez-en un autre.
error-sign-in-first = Connectez-vous d’abord.
error-sign-in-other-browser = Ce lien s’ouvre dans le navigateur où vous l’avez demandé. Ou tapez le code de la lettre dans ce navigateur.
error-sign-in-unknown = Ce lien n’est pas connu. Demandez-en un autre.
error-sign-in-used = Ce lien a déjà servi. Demandez-en un autre.
error-slot-begun = Ce créneau a déjà commencé.
error-slot-inverted = La fin vient après le début.
error-slot-places = Un créneau a de 1 à 500 places.
error-slot-too-far = Un créneau commence dans les 90 jours.
error-slot-too-long = Un créneau dure au plus 24 heures.
error-slot-twice = Ce créneau est donné deux fois.
# $max (String) - a figure or a word
error-slots-missing = Donnez au moins un créneau, et { $max } au plus.
error-status-unknown = Le statut est « self_employed », « fixed_term » ou « temp_agency ».
error-text-control-characters = Ce texte contient des caractères invisibles. Retapez-le.
error-text-missing = Ce champ est à remplir.
# $max (String) - a figure or a word
error-text-too-long = C’est trop long : { $max } caractères au plus.
# $min (String) - a figure or a word
error-text-too-short = C’est trop court : { $min } caractères au moins.
error-too-large = C’est trop long pour être envoyé en une fois.
error-too-many-requests = Trop de demandes à la fois. Attendez un instant, puis recommencez.
error-unavailable = Le service se met en route. Rien n’a été perdu. Réessayez dans quelques secondes.
error-week-too-long = Il y a trop de plages horaires : 42 au plus.
error-form-refused = Ce formulaire a été ouvert il y a trop longtemps ou ailleurs. Revenez en arrière et renvoyez-le.
# $stated (String) - the offer’s own conditions
error-condition-not-stated = Recopiez une condition écrite dans l’annonce : « { $stated } ».
error-mandate-ended = Vous ne suivez plus cette personne : son dossier vous est fermé, et rien n’a été changé ni envoyé.

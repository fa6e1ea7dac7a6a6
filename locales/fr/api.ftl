api-title = API pour les plateformes
api-lead = Publiez vos missions et répondez aux personnes depuis votre propre outil.
api-start = Pour commencer
api-start-key = Connectez-vous avec le compte de votre plateforme, puis créez une clé dans « Ma plateforme ». Elle n’est montrée qu’une fois. Votre label doit être actif pour publier.
api-start-put = Envoyez une mission sous votre propre référence. Elle est visible tout de suite. Renvoyez-la quand elle change : rien n’est créé deux fois.
api-start-pulse = Toutes les quelques heures, dites que vos missions sont toujours vraies : POST /api/v1/heartbeat. Sans nouvelles pendant 24 heures, elles passent en dernier ; pendant 72 heures, elles ne sont plus montrées.
api-start-answer = Lisez les personnes intéressées et répondez-leur sous 48 heures. Vous voyez ce que chaque personne a choisi de vous montrer, rien d’autre.
api-start-notice = Montrez toujours la mention « notice » avec une mission. Une mission n’est jamais une offre raisonnable d’emploi.
api-example = Un premier appel
api-example-text = À envoyer depuis un terminal. La réponse donne l’adresse publique de la mission, dit si elle est visible, et ce que vous devez savoir.
api-errors = Les erreurs
api-errors-text = Chaque erreur a un code qui ne change pas, une phrase en français, et le champ à corriger. Toutes les fautes sont dites en une fois.
api-errors-all = Voir tous les codes
api-document = Description OpenAPI (JSON)
api-language-note = La suite est écrite en anglais, comme l’API.
api-operations = Opérations
api-types = Types
api-parameters = Paramètres
api-body = Corps envoyé
api-answers = Réponses
api-name = Nom
api-kind = Type
api-about = Description
api-status = Statut
api-required = obligatoire
api-problems-title = Codes d’erreur de l’API
api-problems-lead = Le code d’une erreur ne change pas. Sa phrase peut devenir plus claire.
api-problems-caption = Codes et phrases
api-problems-code = Code
api-problems-sentence = Phrase
api-problems-back = API pour les plateformes
api-warning-masked = Cette mission est masquée le temps d’une vérification : personne ne la voit.
api-warning-full = Toutes les places sont prises : la mission n’est plus montrée dans la liste.
api-warning-regulated = Ce métier est réglementé : vérifiez la carte, le permis ou le diplôme avant le travail.
error-json-missing-field = Ce champ est obligatoire.
error-cursor-unknown = Ce curseur n’est pas un des nôtres. Reprenez l’adresse donnée par « next ».

# $n (Number) - how many slots
api-warning-begun = { $n ->
    [one] 1 créneau a déjà commencé : il n’est pas montré.
   *[other] { $n } créneaux ont déjà commencé : ils ne sont pas montrés.
}
# $line (String) - line of the text
# $column (String) - column of the text
error-json-invalid = Ce texte n’est pas du JSON lisible : ligne { $line }, colonne { $column }.
# $version (String)
error-changed-since = Cette mission a changé depuis que vous l’avez lue. Version actuelle : { $version }.
# $name (String) - the name of the field
error-json-unknown-field = Le champ « { $name } » n’existe pas.
# $expected (String) - the values that are known
error-json-unknown-value = Cette valeur n’existe pas. Valeurs possibles : { $expected }.
# $expected (String) - the type that is expected
error-json-type = { $expected ->
    [string] Un texte est attendu.
    [integer] Un nombre entier est attendu.
    [boolean] « true » ou « false » est attendu.
    [array] Une liste est attendue.
    [object] Un objet est attendu.
    [date] Une date est attendue, avec son heure et son fuseau. Exemple : 2026-12-01T10:00:00+01:00.
   *[other] Ce n’est pas le bon type de valeur.
}
# $expected (String) - the content types that are accepted
error-content-type = Le type du contenu (Content-Type) n’est pas accepté. Types acceptés : { $expected }.
# $max (String) - the most that can be asked
error-limit-out-of-range = « limit » va de 1 à { $max }.
# $expected (String) - the values that are known
error-query-value = Cette valeur n’est pas comprise. Attendu : { $expected }.
# $field (String)
error-query-unknown = Ce paramètre n’existe pas : { $field }.

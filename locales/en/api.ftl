api-title = API for platforms
api-lead = Post your missions and answer people from your own tools.
api-start = To begin
api-start-key = Sign in with your platform’s account, then make a key in “My platform”. It is shown only once. Your label must be active to post.
api-start-put = Send a mission under your own reference. It is visible at once. Send it again when it changes: nothing is created twice.
api-start-pulse = Every few hours, say that your missions are still true: POST /api/v1/heartbeat. Without news for 24 hours, they come last; for 72 hours, they are not shown any more.
api-start-answer = Read who is interested and answer within 48 hours. You see what each person chose to show you, nothing else.
api-start-notice = Always show the “notice” with a mission. A mission is never a reasonable job offer.
api-example = A first call
api-example-text = To be sent from a terminal. The answer gives the public address of the mission, says whether it is visible, and what you should know.
api-errors = Errors
api-errors-text = Each error has a code that does not change, a sentence in French, and the field to mend. All faults are told at once.
api-errors-all = See every code
api-document = OpenAPI description (JSON)
api-language-note = What follows is in English, like the API.
api-operations = Operations
api-types = Types
api-parameters = Parameters
api-body = Body to send
api-answers = Answers
api-name = Name
api-kind = Type
api-about = Description
api-status = Status
api-required = required
api-problems-title = Error codes of the API
api-problems-lead = The code of an error does not change. Its sentence may become clearer.
api-problems-caption = Codes and sentences
api-problems-code = Code
api-problems-sentence = Sentence
api-problems-back = API for platforms
api-warning-masked = This mission is hidden while it is checked: nobody sees it.
api-warning-full = All places are taken: the mission is not in the list any more.
api-warning-regulated = This occupation is regulated: check the card, licence or diploma before work.
error-json-missing-field = This field is required.
error-cursor-unknown = This cursor is not one of ours. Use the address given by “next”.

api-warning-begun = { $n ->
    [one] 1 slot has already begun: it is not shown.
   *[other] { $n } slots have already begun: they are not shown.
}
error-changed-since = This mission has changed since you read it. Current version: { $version }.
error-json-invalid = This text is not readable JSON: line { $line }, column { $column }.
error-json-unknown-field = The field “{ $name }” does not exist.
error-json-unknown-value = This value does not exist. Possible values: { $expected }.
error-json-type = { $expected ->
    [string] A text is expected.
    [integer] A whole number is expected.
    [boolean] “true” or “false” is expected.
    [array] A list is expected.
    [object] An object is expected.
    [date] A date is expected, with its hour and offset. Example: 2026-12-01T10:00:00+01:00.
   *[other] This is not the right type of value.
}
error-content-type = This content type is not accepted. Accepted: { $expected }.
error-limit-out-of-range = “limit” goes from 1 to { $max }.
error-query-value = This value is not understood. Expected: { $expected }.
error-query-unknown = There is no such parameter: { $field }.

admin-title = Overview
admin-visible = { $n ->
    [one] visible mission
   *[other] visible missions
}
admin-active = { $n ->
    [one] label in force
   *[other] labels in force
}
admin-reports-count = { $n ->
    [one] report to read
   *[other] reports to read
}
admin-dead = { $n ->
    [one] job set apart
   *[other] jobs set apart
}
admin-reports = Reports
admin-reports-none = No report
admin-reports-none-text = Reports on missions come here.
admin-column-offer = Mission
admin-column-message = Message
admin-column-date = Received
admin-column-due = Answer before
admin-late = Late
admin-platforms = Platforms, by state of the label
admin-works = Behind the scenes
admin-works-published = Published missions, visible or not
admin-works-waiting = Letters and jobs waiting
admin-works-dead = Letters and jobs set apart

admin-report = Report
admin-report-letter = The answer leaves by e-mail, and is read on the report’s page.
admin-report-page = This person left no address: the answer is read on the report’s page.
admin-report-answer = Answer
admin-report-hint = In plain sentences: what was checked, what changes.
admin-report-send = Answer
flash-report-answered = The answer is sent.

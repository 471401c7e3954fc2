# The closing: what is missing, the closing itself, and what the citizen takes home.

closing = Close the course
closing-lead = A course ends on its planned day. If it ends before, it is for a reason that is the citizen's.
closing-not-enrolled = The citizen is not enrolled. A clarification ends on the page about the clarification.
closing-before = Before the course ends
closing-meeting-held = Held { $day }
closing-meeting-missing = Not recorded yet
closing-round = Last star and follow-up
closing-round-done = The last follow-up is filled in
closing-round-lacks = Missing { $titles }
closing-handover-done = Every need has somebody who carries it
closing-handover-none = No needs are written down yet
closing-handover-lacks = { $open } of { $needs } needs lack something, and { $goals ->
    [one] 1 goal has
   *[other] { $goals } goals have
} nobody who carries it on
closing-again = Write another
closing-note-it = Write it down
closing-fill-in = Fill the follow-up in
closing-see = See it
closing-hand-over = Go to the handover
closing-print = The citizen's picture of the course
closing-print-lead = The plan before and now, the star first and latest, and the citizen's own words. To take home, if the citizen wants it.
closing-print-open = Show the print-out
closing-close = Close
closing-planned-now = The planned end was { $day }. The course can end as planned.
closing-planned-later = The planned end is { $day }. If it ends before, choose the reason.
closing-day = Ends on
closing-reason = Reason
closing-reason-hint = Relapse and missed meetings are no reason to end.
lost-now = Contact has been lost for more than { $days } days. That can be the reason.
lost-later = Lost contact is a reason only after { $days } days. The last contact was { $last }, so { $from } at the earliest.
lost-never-reached = Lost contact is a reason only { $days } days after the enrolment, so { $from } at the earliest.
closing-words = The reason in words
closing-words-hint = Needed with "other". Otherwise if there is something to say.
closing-effect = The agreed next step is closed, and the course leaves the caseload. The project coordinator can reopen it for 30 days.
closing-save = Close the course
closing-done = The course is closed.
closing-undone = The course is open again. Agree on a new next step.
closed-on = Closed { $day }
closed-because = Closed { $day }: { $reason }
reopen-until = If it is a mistake, the project coordinator can reopen the course until { $day }.
reopen-too-late = The course could be reopened until { $day }. If the citizen comes back, begin a new clarification.
reopen-why = Why is it to be opened again?
reopen-hint = The closing stays in the history.
reopen = Reopen the course

print-title = My course
print-way = Print-out
print-back = Back
print-how = Print with Ctrl + P. Only the sheet is printed.
print-days = From { $from } to { $to }
print-made = Printed { $day }
print-own-words = My own words
print-plan = My goals
print-goal = Goal
print-then = Set on
print-now = Now

# The programme's own papers: the overview, and what all their forms say.

effort-title = The effort
effort-lead = The effort's own papers. Do not write about citizens here: they have pages of their own.
effort-all = What is next
effort-what = What
effort-next = Next
effort-next-meeting = { $what }, { $day }
effort-no-meeting = No meeting is planned
effort-next-line = { $what }, { $day }
effort-no-line = Nothing is planned from today on
effort-late = { $n ->
    [one] 1 overdue
   *[other] { $n } overdue
}
effort-groups = { $n ->
    [one] 1 group
   *[other] { $n } groups
}
effort-decisions = { $n ->
    [one] 1 open decision
   *[other] { $n } open decisions
}
effort-notes = { $n ->
    [one] 1 note
   *[other] { $n } notes
}
effort-unread = { $n ->
    [one] 1 waits to be read through
   *[other] { $n } wait to be read through
}
effort-handings = { $n ->
    [one] 1 thing is left to hand over
   *[other] { $n } things are left to hand over
}
effort-from = from { $day }
effort-choose = Choose
effort-reason = Why do you change it?
effort-reason-hint = May be empty. It stands in the history.
effort-day-hint = Such as 23.11.2015
effort-history = History
effort-version = Version { $n }
effort-version-by = { $who }, { $at }
effort-ended = Taken out
effort-why = Why: { $why }
effort-field = Field
effort-says = Content
effort-print = Print
effort-print-title = Print
effort-print-back = Back to the page
effort-taken-out = Taken out
effort-change = Change
effort-save = Save
effort-end = Take it out
effort-again = Put it back
effort-end-text = It stays in the history with the reason.
effort-end-reason = Why?
effort-overdue = overdue
effort-done = Saved.
effort-done-ended = Saved. It stands in the history.

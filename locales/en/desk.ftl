# The coordinator's desk.

desk-title = The coordinator's desk
desk-lead = { $day } · { $week } · the whole programme
desk-lead-past = As it stood on { $day }. Only today can something be done.
desk-day = See another day
desk-today = Back to today
desk-overview = Overview
desk-more = More about the programme
desk-tile-attached = Attached citizens
desk-tile-attached-sub = { $enrolled } enrolled · { $clarification } in clarification
desk-tile-attached-rule = Enrolled citizens and citizens in clarification. Each person counts once.
desk-tile-due = Missing or due
desk-tile-due-sub = { $n ->
    [0] nothing is urgent
    [one] 1 is urgent
   *[other] { $n } are urgent
}
desk-tile-due-rule = Everything that is missing or due by the method's rules. “Urgent”: a citizen may lose something within 14 days, or it has lain for more than 30 days. “To note”: documentation that no citizen loses anything by.
desk-tile-referrals = Referrals without an answer
desk-tile-referrals-sub = the oldest { $days }
desk-tile-referrals-none = all are answered
desk-tile-referrals-rule = Referrals sent that the receiver has not answered yet. After 10 days it is time to ask.
desk-tile-cut = Courses cut short
desk-tile-cut-all = all { $n } end in time
desk-tile-cut-late = { $n } cannot end in time
desk-tile-cut-rule = Open courses that have to end before { $months } months because the funding ends on { $day }.
desk-due = Missing and due
desk-due-caption = Missing and due, the most important first
desk-show = Show
desk-all = All { $n }
desk-severity-urgent = Urgent
desk-severity-soon = Soon
desk-severity-note = To note
desk-severity-chip = { $name } { $n }
desk-worker = Worker
desk-worker-all = All workers
desk-column-weight = How important
desk-column-what = What
desk-column-citizen = Citizen
desk-column-do = Action
desk-quiet = Nothing is missing and nothing is due. It is a good day.
desk-quiet-filter = There is nothing here today.
desk-rest = Show all { $n }
desk-fewer = Show the first
desk-since = since { $day } · { $days }
desk-ends = the course ends { $when }
desk-need-worker = No worker
desk-need-decision = The clarification has to be decided
desk-need-support = Agreement on continued support is missing
desk-need-contact = No contact for 14 days
desk-need-record = { $what } is missing
desk-need-follow-up = Follow-up of { $day } is not held
desk-need-goals = Goals without a goal area
desk-need-goals-sub = { $n } of { $of } goals are linked to none of the programme's areas, and nobody has written why
desk-need-goals-citizens = { $n ->
    [one] 1 citizen
   *[other] { $n } citizens
}
desk-do-worker = Choose a worker
desk-do-decision = Open the clarification
desk-do-support = Write the agreement
desk-do-contact = Write a contact
desk-do-record = Do it
desk-do-goals = See the goals
desk-ask = Ask { $name }
desk-asked = Asked { $day }
desk-said-done = Reported done { $day }
desk-answered = Answer { $day }: { $words }
desk-asked-done = The question is sent. It stands on top of the worker's own page.
desk-loads = Caseloads
desk-loads-cap = cap { $cap }
desk-loads-rule = Each worker's attached citizens. One above the cap is stopped; the coordinator can grant an exception with a reason. The numbers are for sharing out, not for comparing.
desk-loads-none = The programme has no workers yet.
desk-load = { $n } of { $cap }
desk-load-split = { $enrolled } enrolled · { $clarification } in clarification
desk-load-free = { $n ->
    [0] no free place
    [one] 1 free
   *[other] { $n } free
}
desk-load-over = { $n } above the cap
desk-legend-enrolled = Enrolled
desk-legend-clarification = In clarification
desk-legend-cap = Cap
desk-waiting = Waiting in clarification
desk-waiting-until = the window closes on { $day }
desk-waiting-closed = the window is closed
desk-waiting-none = Nobody is in clarification.
desk-column-since = Since
desk-column-waited = Waited
desk-column-worker = Worker
desk-nobody = nobody yet
desk-referrals = Referrals without an answer
desk-referrals-none = All referrals are answered.
desk-column-to = To
desk-column-sent = Sent
desk-referral-do = Write the answer
desk-exceptions = Exceptions
desk-exceptions-none = No exceptions have been granted.
desk-exception-window = Enrolment outside the recruitment window: { $citizen }
desk-exception-cap = Citizen above the cap with { $worker }: { $citizen }
desk-exception-told = { $reason } Granted by { $by } on { $day }.
desk-enquiries = Enquiries without an answer
desk-enquiries-none = All enquiries are answered.
desk-enquiry = { $day } · { $channel }
desk-enquiries-all = See the enquiries
desk-fidelity = Method fidelity – local indicators
desk-fidelity-all = See all 12 indicators
desk-team = the team

desk-report-waits = { $title } to { $for }, version { $n }, waits for approval
desk-report-taken-back = A quotation in a locked report was taken back: { $title } to { $for }, version { $n }
desk-quotation-waits = A quotation from { $citizen } waits for you to read it
desk-recalls = { $n ->
    [one] 1 person has to be deleted by whoever got a research package
   *[other] { $n } persons have to be deleted by those who got research packages
}
desk-report-lacks = { $title } to { $for } cannot be made yet: { $why }

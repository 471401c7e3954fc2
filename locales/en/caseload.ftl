# My citizens and Citizens: the tiles, the list and the phase bar.

tiles-label = Choose what the list shows
tile-all = Active courses
tile-all-sub = { $enrolled } enrolled · { $clarification } in clarification
tile-all-rule = Citizens who today are enrolled or in clarification and have you as their worker. The cap is { $cap }.
tile-all-rule-programme = Citizens of the programme who today are enrolled or in clarification. Each person counts once.
tile-overdue = Follow-up overdue
tile-overdue-sub = the oldest was due { $day }
tile-overdue-rule = Follow-ups not held 15 days after the day they were due. “Postponed because …” and “the citizen declined” are answers and are not counted.
tile-phase = Phase ends within 30 days
tile-phase-sub = the first on { $day }
tile-phase-rule = Courses whose present phase ends on { $day } at the latest.
tile-contact = No contact for 14 days
tile-contact-sub = the longest since { $day }
tile-contact-sub-never = somebody has not been reached yet
tile-contact-rule = Citizens without a completed contact since { $day }. Attempts are not counted here, but the list shows them.
tile-nobody = nobody

list-all = { $n ->
    [0] No citizens
    [one] 1 citizen
   *[other] All { $n } citizens
}
list-overdue = Follow-up overdue: { $n }
list-phase = Phase ends within 30 days: { $n }
list-contact = No contact for 14 days: { $n }
sort-label = Order
sort-overdue = Overdue first
sort-name = Name
sort-step = Next step
list-caption = Citizens. Order: { $sort }
list-empty-all = You have no citizens yet
list-empty-all-help = The project coordinator allocates the citizens. When a citizen gets you as worker, the course stands here.
list-empty-programme = No citizens yet
list-empty-programme-help = If the team keeps a register in Excel or CSV, it can be read in on the command line with “brobygger import”. Then all attached citizens stand here.
list-empty-filter = Nobody is in that group today
list-empty-back = See all
pages-label = Pages
page-before = Previous page
page-after = Next page
page-of = Page { $page } of { $pages }

column-citizen = Citizen
column-worker = Worker
column-course = Course
column-follow-up = Next follow-up
column-contact = Completed contact
column-step = Agreed next step

phase-bar-label = Phase { $phase } of { $phases }, day { $day } of { $days }
phase-bar-none = In clarification, no phases yet
phase-of = Phase { $phase } of { $phases }
day-of = day { $day } of { $days }
phase-ends-in = { $n ->
    [0] Phase { $phase } ends today
    [one] Phase { $phase } ends tomorrow
   *[other] Phase { $phase } ends in { $n } days
}
clarification-since = In clarification since { $day }
course-closed-on = Closed { $day }
clarification-left-on = Left in clarification { $day }
enquiry-only = Enquiry only

follow-up-overdue = { $n ->
    [one] 1 day overdue
   *[other] { $n } days overdue
}
follow-up-due-sub = was due { $day }
follow-up-due = { $n ->
    [0] Due today
    [one] Was due yesterday
   *[other] Was due { $n } days ago
}
follow-up-last = the last one
follow-up-none-yet = Not yet
follow-up-none-yet-sub = the first star enrols
follow-up-all-done = All have been held
one-reading = Only one reading
contact-late = { $n ->
    [one] 1 day ago
   *[other] { $n } days ago
}
contact-none = None yet
attempted = Attempted { $when }
step-none = Not agreed
column-do = Action

# The time plan.

timeplan-title = Time plan
timeplan-says = What is planned, and what happened
timeplan-lead = What is planned beside what happened.
timeplan-new = New line
timeplan-edit = Change the line
timeplan-name = What?
timeplan-name-hint = Short, such as “Recruitment”.
timeplan-kind = Is it a day or a period?
timeplan-milestone = Milestone
timeplan-period = Period
timeplan-from = Planned day, or first day
timeplan-to = Planned last day
timeplan-to-hint = For a period only.
timeplan-happened = Happened, or began
timeplan-happened-hint = Leave it empty until it has happened.
timeplan-happened-to = Ended
timeplan-words = More about it
timeplan-propose = { $n ->
    [one] Add 1 line from the programme's days
   *[other] Add { $n } lines from the programme's days
}
timeplan-done-proposed = The lines from the programme's days are added.
timeplan-svg = Get as a picture
timeplan-ics = Get for a calendar
timeplan-ics-name = Time plan
timeplan-ics-period = Planned period
timeplan-ics-milestone = Planned day
timeplan-drawn = Drawn
timeplan-drawn-title = The time plan drawn: planned above, what happened below. The same days stand in the table.
timeplan-lines = Line by line
timeplan-empty = Here you plan the effort's periods and milestones and note when they happened. Begin with the programme's own days, or write the first line.
timeplan-empty-reader = There is no time plan yet. The coordinator writes it.
timeplan-what = What
timeplan-planned = Planned
timeplan-happened-short = Happened
timeplan-standing = State
standing-ahead = ahead
standing-under-way = under way
standing-on-time = on time
standing-late = { $n ->
    [one] 1 day late
   *[other] { $n } days late
}
standing-overdue = { $n ->
    [one] 1 day overdue
   *[other] { $n } days overdue
}
gantt-today = Today
gantt-planned = planned
gantt-happened = happened
gantt-open = under way
timeplan-proposed-recruitment = Recruitment
timeplan-proposed-last-recruitment = Last day for new courses
timeplan-proposed-winding-down = Winding down and anchoring
timeplan-proposed-last-courses = The last courses: phase { $n }
timeplan-proposed-funding-end = The funding ends

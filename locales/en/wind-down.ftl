# Wind-down: how each open course ends within the funding, and try-outs that change nothing.

wind-down = Wind-down plan
wind-down-title = Wind-down
wind-down-lead = How each open course ends within the funding. No citizen may be stopped in the middle of a course.
wind-down-rule = planned end: { $months } months, but no later than { $day }
wind-down-none = There are no open courses.
wind-down-proof = { $n ->
    [one] The one open course ends by { $day }, on { $last }.
   *[other] All { $n } open courses end by { $day }, the last on { $last }.
}
wind-down-cannot = { $n ->
    [one] 1 cannot end in time: { $names }.
   *[other] { $n } cannot end in time: { $names }.
}
wind-down-others = { $n ->
    [0] { "" }
    [one] The other open course ends in time.
   *[other] The other { $n } open courses end in time.
}
wind-down-cut-none = None is cut short.
wind-down-cut = { $n ->
    [one] 1 is cut short because the funding ends.
   *[other] { $n } are cut short because the funding ends.
}
wind-down-clarifications = { $n ->
    [one] The one in clarification gets less than { $months } months if enrolled after { $day }.
   *[other] The { $n } in clarification get less than { $months } months if enrolled after { $day }.
}
wind-down-clarifications-short = { $n ->
    [one] The one in clarification gets less than { $months } months.
   *[other] The { $n } in clarification get less than { $months } months.
}
wind-down-clarifications-closed = { $n ->
    [one] The one in clarification can only be enrolled with an exception.
   *[other] The { $n } in clarification can only be enrolled with an exception.
}
wind-down-phase = Phase { $n }
wind-down-if = If enrolled on the window's last day
wind-down-loses = What is lost
wind-down-supposed = In clarification – if enrolled on the window's last day
wind-down-lost = −{ $n } mo.
wind-down-funding = Funding ends { $day }
wind-down-now = Today
wind-down-now-on = { $day }
wind-down-picture = Wind-down plan. { $proof } The numbers are in the table below.
wind-down-scroll = Wind-down plan, can be scrolled sideways
wind-down-if-title = If a citizen is enrolled on …
wind-down-if-caption = What the day of enrolment gives
wind-down-if-none = The window is closed. An enrolment takes an exception.
wind-down-column-on = Enrolled
wind-down-column-ends = Ends
wind-down-column-days = Days
wind-down-column-cut = Cut short
wind-down-column-left = What is left
wind-down-after-funding = after the funding
wind-down-cut-no = no
wind-down-cut-under = no whole month
wind-down-cut-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
wind-down-takes-exception = takes an exception
wind-down-left = phase { $phase }: { $days }
wind-down-left-none = nothing
wind-down-table = Show { $n } courses as a table
wind-down-courses = Open courses
wind-down-must = What must happen
wind-down-must-enrol = { $names }: agree on the first star
wind-down-must-enrol-sub = by { $day } it gives { $months } months
wind-down-must-window = Clarifications still open on { $day }
wind-down-must-window-sub = are ended or referred before the window closes
wind-down-must-closed = { $names }: end the clarification, or grant an exception
wind-down-must-closed-sub = the window is closed
wind-down-must-end = { $names }: end the clarification and refer
wind-down-must-end-sub = the funding has ended
wind-down-must-late = Courses with no way to end in time
wind-down-must-late-none = none
wind-down-must-late-some = see the names below
wind-down-late-title = Cannot end in time: what now?
wind-down-late-enrolled_after_funding = enrolled after the last funded day
wind-down-late-funding_ended = still open after the funding has ended
wind-down-late-past_planned_end = the planned end was { $day }, and the course is still open
wind-down-late-clarification_after_funding = the clarification is open after the funding has ended
wind-down-way-close = Close the course
wind-down-way-end = End the clarification
wind-down-way-hand = Write who carries on
wind-down-way-phase = Move a phase
wind-down-all = The whole wind-down plan and try-outs
wind-down-try = Try out: what if …
wind-down-try-lead = A try-out changes nothing and is not saved. It stands in the address, so it can be shared.
wind-down-try-enrol = … we enrol more?
wind-down-try-n = How many
wind-down-try-until = Until
wind-down-try-do = Try
wind-down-try-leave = … a worker leaves?
wind-down-try-who = Who
wind-down-try-choose = Choose a worker
wind-down-try-on = First day without the worker
wind-down-try-wrong = Write a number from 1 to 99
wind-down-tried-enrol = { $n ->
    [one] 1 more, enrolled { $from }
   *[other] { $n } more, spread evenly { $from }–{ $to }
}
wind-down-tried-cut = { $n ->
    [0] All get the full length.
    [one] 1 gets less than { $months } months.
   *[other] { $n } get less than { $months } months.
}
wind-down-tried-outside = { $n ->
    [one] 1 lies outside the window and takes an exception.
   *[other] { $n } lie outside the window and take exceptions.
}
wind-down-tried-room = There is room for everybody in every month.
wind-down-tried-full = From { $month } there is no room for { $n }.
wind-down-tried-unfunded = { $n } would come after the funding and cannot be enrolled.
wind-down-tried-caption = Number at the end of the month
wind-down-tried-month = Month
wind-down-tried-known = Known
wind-down-tried-more = More
wind-down-tried-total = Total
wind-down-tried-places = Places
wind-down-tried-without = short of { $n }
wind-down-tried-days = Enrolments in the try-out
wind-down-adopt = Do you want to do it?
wind-down-adopt-window = Move the window in the programme's set-up: correct “rekruttering” in the programme's file and run “brobygger programme add”. Ask the administrator.
wind-down-adopt-enquiries = Begin clarifications from the enquiries
wind-down-adopt-deputy = Name a deputy from { $day }
wind-down-adopt-hand = Hand over to { $name }
wind-down-adopt-hand-any = Hand over
wind-down-left-nobody = No citizen is without a worker if { $name } leaves on { $day }.
wind-down-left-some = { $n ->
    [one] 1 citizen needs another worker if { $name } leaves on { $day }.
   *[other] { $n } citizens need another worker if { $name } leaves on { $day }.
}
wind-down-left-ended = { $n ->
    [0] { "" }
    [one] 1 course has ended by then.
   *[other] { $n } courses have ended by then.
}
wind-down-left-placed = There is room for all of them with the colleagues.
wind-down-left-without = { $n ->
    [one] 1 has no place: { $names }.
   *[other] { $n } have no place: { $names }.
}
wind-down-left-caption = Who can take over
wind-down-left-to = Place with
wind-down-left-no-place = no place
wind-down-left-rooms = The colleagues' places on that day
wind-down-left-has = Has
wind-down-left-free = Free
wind-down-clarification = in clarification

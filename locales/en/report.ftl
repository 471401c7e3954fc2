# The reports: titles, what they count, and the words of their tables.

report-as-of = As of { $day }
report-period = { $from } to { $to }
report-column-what = What
report-column-number = Number
report-column-value = Value
report-column-missing = Missing
report-row-n = n
report-grounds = What the numbers rest on
report-row-missing-services = Missing: no contact on record
report-row-incomplete-stars = Stars that are not complete
report-outcomes-star-readings = Stars that are not counted
report-yes = yes
report-no = no
report-not-known = not known

report-title-status = Status
report-line-status = how many are enrolled, in clarification and closed on a day
report-definition-status = Different persons by their status on the day (R2, R3, R4). Enrolled: has a course whose first complete star is filled in and that is not closed. In clarification: the clarification has begun and not ended. Closed: has been enrolled, and nothing is open. Attached is enrolled plus in clarification; different users is attached plus closed. The two lines at the bottom are in no sum. Each person counts once.
report-basis-status = n = { $n } persons. Missing: { $missing ->
    [0] none
    [one] 1 enquiry by somebody not known, who cannot be counted as a person
   *[other] { $missing } enquiries by somebody not known, who cannot be counted as a person
}.

report-title-intake = Intake
report-line-intake = enquiries, clarifications, enrolments and closings of a period, by month and by channel
report-definition-intake = Enrolments dated in the period (R1, R5); a course is enrolled on the day its first complete star is filled in. The average is the enrolments divided by the whole months of the period. A clarification counts in the month it began; a closing is an enrolled course that was closed. Enquiries are counted by how they came.
report-basis-intake = n = { $n }: the enquiries and enrolments of the period. Missing: { $missing ->
    [0] none
    [one] 1 enquiry whose channel is not known
   *[other] { $missing } enquiries whose channel is not known
}.
report-intake-sum = The whole period
report-intake-persons = Different persons enrolled
report-intake-quarters = Three months at a time, from the period's first month
report-column-quarter = Three months
report-intake-months = Whole months

report-title-courses = Courses
report-line-courses = every enrolled course with its planned end, phase and follow-ups on a day
report-definition-courses = Every course enrolled on or before the day (R1). The planned end is the last day of the full course, and never later than the last funded day (R6); the months lost are whole months from one to the other (R9). The phase is the one that the day lies in (R7); an empty cell means that none is under way. A follow-up is done when every instrument has a complete reading, or the citizen declined; it is overdue from 15 days after its day; it is missed when the course was closed first (R8). Next is the first that is still to be held.
report-basis-courses = n = { $n } courses. Missing: { $missing ->
    [0] none
   *[other] { $missing } without a plan, enrolled after the last funded day
}.
report-column-enrolled-on = Enrolled
report-column-planned-end = Planned end
report-column-months-lost = Months lost
report-column-status = Status
report-column-closed-on = Closed
report-column-phase = Phase
report-column-phase-from = Phase from
report-column-phase-to = Phase to
report-column-follow-ups = Follow-ups
report-column-done = Done
report-column-overdue = Overdue
report-column-postponed = Postponed
report-column-missed = Missed
report-column-next = Next
report-status-enrolled = enrolled
report-status-in-clarification = in clarification
report-status-closed = closed
report-status-left = left in clarification
report-status-enquiry = enquiry only
report-status-not-known = not known

report-title-caseload = Caseloads
report-line-caseload = attached citizens per worker on a day, beside the cap
report-definition-caseload = Citizens who are enrolled or in clarification on the day and have the worker on it (R12). A citizen with two workers stands with both. The numbers are for sharing out citizens, not for measuring workers.
report-basis-caseload = n = { $n } attached citizens, each counted once. Missing: { $missing ->
    [0] none
   *[other] { $missing } without a worker on the day
}.
report-caseload-cap = The cap is { $cap } citizens a worker
report-column-over-cap = Over the cap

report-title-outcomes = Development
report-line-outcomes = first and latest reading of WHO-5, star and purpose, over the courses of a period
report-definition-outcomes = First and latest complete reading in courses enrolled on the last day of the period at the latest and not closed before its first; made on the last day at the latest. WHO-5 goes from 0 to 100; the risk zone is 50 or less, and a change counts from 10 points (R14). The star is read area by area, because its steps are not equally long; no average of areas is made (R15). The purpose is the citizen's own answer (R16). For a citizen with several courses the last one that has the two readings stands. A median is shown from 10 persons on. These are before-and-after figures and do not say what the reason is.
report-basis-outcomes = n = { $n } different persons with a course in the period. How many each part rests on, and how many are missing, stands in the tables; readings of another version are not added to them (R17).
report-outcomes-score = WHO-5
report-outcomes-star = The star area by area (complete stars)
report-outcomes-purpose = Purpose
report-outcomes-answers = Answers about the purpose
report-row-two-readings = Persons with two complete readings or more (n)
report-row-fewer-readings = Persons with fewer (missing)
report-row-incomplete = Readings without a score
report-row-other-versions = Readings of another version
report-row-risk-first = In the risk zone at first
report-row-risk-latest = In the risk zone at the latest
report-row-answered = Persons with an answer (n)
report-row-unanswered = Persons without an answer (missing)
report-row-changed = Persons whose latest answer is another
report-column-area = Area
report-column-stage-up = Moved to a higher stage
report-column-stage-down = Moved to a lower stage

report-title-forecast = Expected intake
report-line-forecast = expected intake and load of a period, from what was observed
report-definition-forecast = The average of enrolments a month in the observed period times the whole months ahead (R5, R22). With a probability of 80 per cent the interval holds the number that will come, if intake varies by chance around the same average. Known courses count in a month when their planned end is not reached as it begins; expected ones are newcomers who are expected to be enrolled while recruitment is open. Citizens in clarification are not in the load.
report-basis-forecast = n = { $n } enrolments in { $months ->
    [one] 1 whole month
   *[other] { $months } whole months
}, { $from } to { $to }. Missing: { $missing ->
    [0] none
   *[other] { $missing }
}. This is a forecast from few observations and no promise: read the whole interval, not only the number in the middle.
report-forecast-sum = The whole period
report-forecast-load = Load month by month
report-row-observed = Enrolments observed
report-row-average = Enrolments a month
report-row-expected = Expected enrolments
report-row-low = Lower end of the interval (80%)
report-row-high = Upper end of the interval (80%)
report-row-open-clarifications = In clarification the day before the period
report-column-known = Known courses
report-column-expected = Expected newcomers

report-title-wind-down = Wind-down
report-line-wind-down = how every open course ends within the funding, and which cannot
report-definition-wind-down = Courses enrolled and not closed on the day, and clarifications that are open (R9, R10). In time: the planned end has not passed and lies within the funding; a course cut short ends in time too. Cut short: the funding ends before the full length of the course. Cannot end in time: the day for it has passed. Undecided: a clarification that must lead to an enrolment or end.
report-basis-wind-down = n = { $n } open courses and clarifications. Missing: { $missing ->
    [0] none
    [one] 1 course without a plan, enrolled after the last funded day
   *[other] { $missing } courses without a plan, enrolled after the last funded day
}.
report-wind-down-sum = In all
report-row-funding-end = Last funded day
report-row-open = Open courses
report-row-in-time = Ends in time
report-row-cut-short = Cut short by the end of the funding
report-row-cannot-end = Cannot end in time
report-row-undecided = Undecided
report-column-why = Why
report-column-decide-by = Decide by
report-column-must = What must happen
report-why-enrolled-after-funding = enrolled after the last funded day
report-why-funding-ended = open after the last funded day
report-why-past-planned-end = open after its planned end
report-why-clarification-after-funding = clarification open after the last funded day
report-must-enrol-or-end = enrol, or end the clarification
report-must-end-or-except = end the clarification, refer on, or grant an exception
report-must-end = end the clarification, and refer on

report-title-staffing = Staffing
report-line-staffing = how many workers a number of citizens needs
report-definition-staffing = Citizens divided by the cap, plus the share of a full-time worker that anchoring takes, rounded up to a whole number (R13). Where no number of citizens is chosen, it is those attached on the day.
report-asked-staffing = { $citizens ->
    [one] For 1 citizen
   *[other] For { $citizens } citizens
}
report-basis-staffing = n = { $n } citizens. Missing: { $missing ->
    [0] none
   *[other] { $missing }
}.
report-row-citizens = Citizens
report-row-cap = Cap a worker
report-row-anchoring = Anchoring (share of a worker)
report-row-workers = Workers needed

report-title-fidelity = Method fidelity - local indicators
report-line-fidelity = the method's local indicators for the team's courses on a day
report-definition-fidelity = Twelve indicators that this program has set by the CTI method; they are no recognised scale (R18). Each enrolled course is met, not met, too early to tell or not relevant. Not relevant has a reason: the course ended before it came to that; the citizen died or contact was lost; what is needed is not known; the register holds nothing that could tell. The numbers are the team's.
report-basis-fidelity = n = { $n } courses. Missing: { $missing ->
    [0] none
   *[other] { $missing } without a plan, enrolled after the last funded day
}.
report-column-indicator = Indicator
report-column-met = Met
report-column-not-met = Not met
report-column-too-early = Too early
report-column-not-relevant = Not relevant
report-reason-closed-before = Ended before
report-reason-out-of-reach = Out of reach
report-reason-not-known = Not known
report-reason-no-fact = Not in register
report-indicator-phase-shifts = Phase shifts within 14 days of plan
report-indicator-plan = A plan in each phase
report-indicator-focus-areas = 1-3 focus areas in each phase
report-indicator-first-month = 2 contacts or more in the first month
report-indicator-outside = 3 outside meetings or more in phase 1
report-indicator-network = 2 network contacts or more in phase 1
report-indicator-falling = Fewer contacts from phase to phase
report-indicator-support = Support agreed 1 month before the end
report-indicator-closing-meeting = Closing meeting held
report-indicator-no-early-stop = Not stopped early by the programme
report-indicator-caseload = Caseload within the cap
report-indicator-supervision = Supervision every week

report-title-goals = Goals
report-line-goals = the goals of the activity plans by goal area: set in a period, and how they stand
report-definition-goals = Goals of the activity plans by the programme's goal areas (M15, M16). Set: made in the period. The other columns: all goals made on the last day of the period at the latest, by their state on that day. A goal without a state is under way.
report-basis-goals = n = { $n } goals made on the last day at the latest. Missing: { $missing ->
    [0] none
   *[other] { $missing } in an area that the programme no longer has
}.
report-goals-areas = Goals by area
report-goals-sum = In all
report-goals-former = { $area } (former)
report-row-goals = Goals
report-row-unlinked = Outside the areas
report-column-goal-area = Goal area
report-column-set = Set
report-column-active = Under way
report-column-reached = Reached
report-column-handed-over = Handed over
report-column-dropped = Dropped

report-title-referrals = Referrals
report-line-referrals = referrals from and to partners in a period
report-definition-referrals = From: enquiries of the period that a partner referred (M20). To: citizens referred to a partner in the period (M21). Answered: the partner has answered, in whatever way, on the last day of the period at the latest. Median of days: from the referral to the first answer, over those answered.
report-basis-referrals = n = { $n } referrals from and to. Missing: { $missing ->
    [0] none
    [one] 1 enquiry by a partner whose name is not known
   *[other] { $missing } enquiries by a partner whose name is not known
}.
report-referrals-in = From partners
report-referrals-out = To partners
report-column-partner = Partner
report-column-sent = Referred
report-column-answered = Answered
report-column-days = Median days to answer

report-title-situation = Assessment and contact with the ordinary system
report-line-situation = what is assessed, area by area, and contact with the ordinary services
report-definition-situation = Courses enrolled on or before the day, closed ones included (M31). Assessment: how far each goal area was assessed on that day, over the courses with at least one area on record. Contact: the number of courses in which the citizen is in contact with the service on that day, and whether contact was there before, was established during the course or was established again during it. These are before-and-after figures; they say nothing about causes.
report-basis-situation = n = { $n } courses. Missing: { $missing ->
    [0] none
   *[other] { $missing }
} without an assessment on record, { $services ->
    [0] none
   *[other] { $services }
} without a service on record.
report-situation-areas = Assessed by area
report-situation-services = Contact by service
report-situation-sum = In all
report-row-all-assessed = Courses of which every area is assessed or not relevant
report-row-newly-in-contact = Courses with at least one contact established or established again
report-column-service = Service
report-column-assessed = Assessed
report-column-under-way = Under way
report-column-not-begun = Not begun
report-column-before = Before
report-column-established = Established
report-column-reestablished = Established again
report-title-continuation = Continuation
report-line-continuation = what goes on after the grant, and what must be handed over
report-definition-continuation = Activities that go on or end (M29), and what must be handed over, with by whom, to whom and by when. Handed over: by the day. Overdue: not handed over, and due before the day. Attached citizens: enrolled or in clarification on the day (R3).
report-basis-continuation = n = { $n } activities and things to hand over. Missing: { $missing } without a receiver.
report-table-activities = Activities
report-table-handover = Handover
report-table-sums = In all
report-column-activity = Activity
report-column-afterwards = After the grant
report-column-carried-by = With
report-column-handing = What
report-column-kind = Kind
report-column-state = State
report-column-by = From
report-column-to = To
report-column-due = By
report-column-done-on = Handed over
report-line-carried-on = Activities that go on
report-line-ends = Activities that end
report-line-handed-over = Handed over
report-line-overdue = Overdue
report-line-citizens-attached = Attached citizens

report-title-effort = Time used
report-line-effort = the team's time with the citizens by month, phase, kind, with whom and goal area, beside the goals reached
report-definition-effort = The minutes of the period's contacts, added up for the whole team (M32). An attempt counts where minutes were noted. A contact stands with each goal area in which the citizen had an active goal that day; so the rows overlap and cannot be added up. Goals reached: goals that were reached in the period and still were on its last day. The numbers stand beside each other and do not say what the time led to. They are of the team and never of one worker.

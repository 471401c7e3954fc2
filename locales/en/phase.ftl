# The course: the phases, what is recorded on them, and the record.

phases = Phases
phases-none = The phases begin with the first whole star. Until then the citizen is in clarification.
phase-now = Now
phase-one = Phase
phase-shifted = Shifted { $day }
phase-moved = Moved from { $day }
phase-not-shifted = The shift is not recorded
phase-begins-with-star = Began with the first star
focus-areas = Focus areas
focus-none = None chosen yet
focus-choose = Choose focus areas
focus-change = Change focus areas
focus-hint = Choose 1-3. What the phase is to gather around.
focus-day = Chosen on
demands = What the phase asks for
demand-met = Met
demand-not-yet = Still to come
demand-not-met = Not met
demand-not-relevant = Not relevant
demand-by = by { $day }
demand-shift = Phase shift within 14 days of the plan
demand-plan = A plan that is worked with
demand-focus = { $have ->
    [0] 1-3 focus areas
    [one] 1 focus area
   *[other] { $have } focus areas
}
demand-first-month = Contacts in the first month: { $have } (at least { $needed })
demand-outside = Meetings outside the office: { $have } (at least { $needed })
demand-support = Contacts with network or other services: { $have } (at least { $needed })
demand-fewer = Fewer contacts a month than in the phase before
demand-agreed = Support after the course is agreed
demand-review = The phase looked back on together
demand-meeting = Closing meeting

phase-record = Record
phase-marks = Recorded on the course
phase-marks-none = Phase shifts, focus areas, reviews and interruptions will stand here.
phase-open-note = Open the note
phase-withdraw = Withdraw
phase-restore = Undo
phase-gone = Withdrawn
phase-since = since { $day }
phase-kept = Saved: { $what }
phase-withdrawn = Withdrawn. It counts no more.
phase-restored = Put back. It counts again.
phase-back = Back to the course
phase-save = Save
day-example = As in 23.11.2015
mark-day = Date

do-shift = Phase shift
do-shift-lead = Shift within 14 days of the plan, or write why it became another day.
do-focus = Focus areas
do-focus-lead = A few things at a time. What you leave out can be put back.
do-review = Phase review
do-review-lead = Go through the plan together: what worked, and what now?
do-interruption = Interruption
do-interruption-lead = Hospital, prison or lost contact. An interruption moves no phase.
do-boundary = Move a phase boundary
do-boundary-lead = See first what happens to the phases. Then write why.
do-agreed = Support after the course
do-agreed-lead = Agree a month before the end at the latest who supports afterwards.
do-meeting = Closing meeting
do-meeting-lead = Look back on the course together, and write the citizen's own words.

shift-phase = Shift to
shift-planned = { $phase } is planned from { $day }.
shift-day = Shifted on
shift-why = Why that day?
shift-why-hint = Only needed where it is more than 14 days from the plan.
review-phase = Which phase?
review-worked-label = What worked?
review-now-label = What now?
review-worked = What worked: { $worked }
review-both = What worked: { $worked }
    Now: { $now }
interruption-from = From
interruption-to = To
interruption-to-hint = Leave the field empty while it lasts.
interruption-why = What happened?
interruption-why-hint = Write only what colleagues need to know.
boundary-phase = The phase that is to begin another day
boundary-day = New first day
boundary-show = Show what happens
boundary-effect = What happens to the phases
boundary-before = Now
boundary-after = Afterwards
boundary-why = Why is the boundary moved?
agreed-day = Agreed on
agreed-words = What is agreed?
agreed-hint = Who supports, with what, and from when.
meeting-day = Held on
meeting-words = The citizen's own words about the course
meeting-hint = They go with the citizen's picture of the course, if the citizen wants to take it home.

ahead = Next
ahead-shift = Phase shift
ahead-shift-to = Phase { $phase } · { $day }
ahead-missing = Missing longest
ahead-end = The course ends

documentation = Documentation
record-lead = What should stand about each course today. Courses that lack most stand first.
record-list = Courses
record-open = Running courses
record-every = All courses
record-courses = { $n ->
    [one] 1 course, { $complete } fully documented
   *[other] { $n } courses, { $complete } fully documented
}
record-place = Where in the course
record-done = Recorded
record-count = { $done } of { $of }
record-lacks = Missing
record-complete = Nothing is missing
record-more = and { $n } more
record-all = See it all
record-none = There are no courses yet
record-none-help = When a clarification begins, the course will stand here.
record-earlier = Previous page
record-later = Next page
record-is-done = There
record-is-missing = Missing
record-is-ahead = To come
record-since = since { $day }
record-from = from { $day }
record-with-enrolment = when the citizen is enrolled
record-enquiry = Enquiry
record-consent = Asked about research
record-star = First star
record-words = The citizen's own words at the star
record-plan = Goals in the plan
record-follow-up = Follow-up { $day }
record-focus = Focus areas in phase { $phase }
record-shift = Shift to phase { $phase }
record-review = Review of phase { $phase }
record-handover = Handover
record-meeting = Closing meeting
record-closing = Closing

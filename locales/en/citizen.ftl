# Citizen: the head, the timeline and the pictures beside it.

citizen = Citizen
heed-label = Take heed
address-protected = Protected address
fact-worker = Worker
fact-purpose = Purpose
fact-ends = Ends
fact-ended = Closed

timeline = Timeline
timeline-count = { $n ->
    [one] 1 entry
   *[other] { $n } entries, newest first
}
timeline-empty = There are no entries of that kind
timeline-unfold = { $n ->
    [one] 1 contact or change is folded away.
   *[other] { $n } contacts and changes are folded away.
}
timeline-show = Show them
timeline-fold = { $n ->
    [one] 1 contact or change can be folded away.
   *[other] { $n } contacts and changes can be folded away.
}
timeline-hide = Fold them away
filter-label = Show
filter-all = All
filter-contacts = Contacts
filter-readings = Readings
filter-plan = Plan
filter-referrals = Referrals
filter-phases = Phases
next-step = Next step
band-before = Before enrolment
band-clarification = Enquiry and clarification
band-phase = Phase { $n }
band-phase-1 = planning and beginning
band-phase-2 = trying out and adapting
band-phase-3 = handing over

what-enquiry = Enquiry
what-enquiry-channel = Channel: { $channel }
what-enquiry-referrer = referred by { $referrer }
what-clarification-began = Clarification began
what-clarification-ended = Clarification ended without enrolment
what-enrolled = First star · enrolled
what-reading = Reading · { $filled }
what-reading-by-somebody = Reading
what-reading-score = { $title } ({ $score })
what-reading-incomplete = { $title } (incomplete)
what-reading-choice = { $title }: { $choice }
what-reply = Follow-up { $reply }
what-reply-due = Was due { $day }
what-phase-shift = Shift to phase { $phase }
what-focus = Focus areas: { $areas }
what-mark-phase = phase { $phase }
what-plan-made = Activity plan made: { $n } goals
what-goal-set = New goal
what-goal-moved = Goal { $state }
what-goal-outside = outside the goal areas
what-referral = Referral { $state }: { $partner }
what-assigned = { $worker } is the worker
what-closed = The course was closed
what-closed-reason = Reason: { $reason }
what-contact = { $kind } with { $with }
what-contact-unknown = contact
what-attempt = Attempt: nobody was reached
minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}

sealed-text = The text is sealed
sealed-goal = The citizen's words are sealed
sealed-open = Open (logged)
sealed-opened = Opened at { $clock } · logged
sealed-close = Close

star = The star
star-count = { $n ->
    [one] 1 reading
   *[other] { $n } readings
} · the citizen's own answers
star-first = First, { $day }
star-latest = Latest, { $day }
star-only = Only reading, { $day }
star-title = { $name } with { $n } areas, { $min } innermost and { $max } outermost. First reading { $first }, latest { $latest }: { $up } up, { $same } unchanged, { $down } down. The numbers are in the table beside it.
star-title-one = { $name } with { $n } areas, { $min } innermost and { $max } outermost. One reading, { $first }. The numbers are in the table beside it.
star-caption = The star area by area, first and latest reading
star-none = There is no complete star yet. The first one enrols.
star-area = Area
star-numbers = Steps
star-change = Change
star-from-to = from { $first } to { $latest }
star-up = { $change } up
star-down = { $change } down
star-same = unchanged
star-once = one reading
star-not-now = not relevant now
star-disagree = Disagreed: the worker { $step }
up-is-better = Up is better

score-of = 0–{ $max }
score-change-counts = A change counts from { $n }.
score-now = { $score } on { $day }.
score-more = That is { $n } more than the first time.
score-less = That is { $n } less than the first time.
score-even = That is the same as the first time.
score-title = { $title } from 0 to { $max }, up is better. { $points }. The numbers are in the table below.
score-caption = { $title }, all readings
score-date = Date
score-score = Score
score-change = Change
score-words = In words
score-first = first reading
score-incomplete = incomplete
score-incomplete-all = No reading is complete yet.
band-from-to = { $from }–{ $to }: { $text }
band-great-risk = great risk
band-risk = risk
band-no-risk = no immediate risk

purpose = Purpose over time
purpose-now = { $purpose } since { $day }.
purpose-label = The purpose from { $first } until today
purpose-caption = Each answer about the purpose

goals = Goals
goals-none = There are no goals in the plan yet.
goal-since = { $state } since { $day }
goal-earlier = from an earlier course
goal-outside = Outside the goal areas
goal-no-words = The citizen's own words are not written
said = “{ $words }”

# Activity plan: goals, actions, handover.

plan-title = Activity plan
plan-print = Print
plan-phase = Phase { $phase } of { $of }
plan-closed = Closed { $day }
plan-clarification = In clarification
plan-count = { $n ->
    [one] 1 goal
   *[other] { $n } goals
}
plan-focus = focus now: { $areas }
plan-on = The plan on
plan-show = Show
plan-jump = Jump to
plan-today = Today
plan-at-start = At the start { $day }
plan-at-phase = Phase shift { $day }
plan-changed = Changed since the start:
plan-unchanged = nothing.
plan-added = { $n ->
    [one] 1 goal added
   *[other] { $n } goals added
}
plan-reworded = { $n ->
    [one] 1 reworded
   *[other] { $n } reworded
}
plan-reached = { $n ->
    [one] 1 reached
   *[other] { $n } reached
}
plan-handed-over = { $n ->
    [one] 1 handed over
   *[other] { $n } handed over
}
plan-dropped = { $n ->
    [one] 1 dropped
   *[other] { $n } dropped
}
plan-passed-on = { $n ->
    [one] 1 action has gone from { $worker } to others.
   *[other] { $n } actions have gone from { $worker } to others.
}
plan-beside = Show the plan beside it, as it was at the start
plan-beside-close = Show only the plan of the day
plan-beside-title = The plan as it was at the start, and as it is now
plan-earlier = You see the plan as it was. Go to today to change it.
plan-none-then = There were no goals yet.
plan-meanwhile = Your change is not saved. Here is the plan as it is now. Have a look, and do it again if it still fits.
plan-empty = There are no goals yet
plan-empty-how = Ask: What would you like help with? Write the goal in the citizen's own words. Then find one small action that somebody can begin this week.
plan-empty-areas = It may be about:
plan-outside = Outside the goal areas
plan-by-citizen = { $citizen } proposed it
plan-by-worker = { $worker } proposed it, { $citizen } agrees
plan-by-both = { $citizen } and { $worker } thought of it together
plan-both = { $citizen } and { $worker }
plan-since = since { $day }
plan-the-worker = the worker
plan-no-doer = Not agreed

goal-new = New goal
goal-first = Write the first goal
goal-edit = Change the goal
goal-save = Save the goal
goal-refer = Refer
goal-why = Write why the goal is here
goal-active = Active
goal-added = Added { $day }
goal-reworded = Reworded { $day }
goal-reached = Reached { $day }
goal-handed-over = Handed over { $day }
goal-dropped = Dropped { $day }
goal-words = The goal
goal-words-hint = In the citizen's own words, such as “I want a place where I can lock my door”.
goal-area = Goal area
goal-area-hint = Where the goal belongs nowhere, choose “Outside the goal areas”. You can write why later.
goal-by = Who thought of it?
goal-why-outside = Why is the goal here?
goal-outside-hint = What does it help the citizen with? Short is fine.
goal-becomes = What has become of the goal?
goal-becomes-aktiv = Under way again
goal-becomes-naaet = Reached
goal-becomes-overdraget = Others carry it on
goal-becomes-droppet = Dropped

action-agree = New action
action-edit = Change the action
action-save = Save the action
action-do = Move
action-new = New { $day }
action-passed-on = From { $worker } to { $to }
action-to-whom = Who has taken it over?
action-words = What is to be done?
action-words-hint = One thing that one can see is done, such as “Call the housing adviser”.
action-doer = Who does it?
action-doer-hint = Think whether the citizen or others can do it, so that it is not only you.
action-name = Name
action-name-hint = Where it is a partner, an authority or somebody else. May be empty.
action-due = When?
action-due-hint = May be empty. Write such as 8.12.2015.

day-since = From which day?
day-since-hint = Empty is today.
how-title = What do you change?
how-hint = A slip of the pen is put right in the plan as it was, too. Anything else holds from the day below.
how-since = It is different now
how-corrected = A slip of the pen
plan-take-out = Written by mistake? Take it out
take-out-why = Why?
plan-take-out-do = Take it out

need-title = Handover
need-until = Complete when each need has somebody who carries it after { $day }
need-caption = Handover, need by need
need-empty = Write down each need the citizen still has after the course, and find somebody who carries it. Begin in good time.
need-new = New need
need-edit = Change the need
need-save = Save the need
need-help = Write what you know now. The rest can come later.
need-words = Need
need-words-hint = Such as “Somebody to talk to when it is hard”.
need-goal = Which goal does it come from?
need-no-goal = No goal in particular
need-carrier = Who carries it now
need-nobody = Nobody yet
need-self = { $citizen } alone
need-name = Name
need-name-hint = Such as the housing advice.
need-contact = How does the citizen reach them?
need-contact-hint = A person and a number is best.
need-contact-short = Contact
need-agreed = From which day do they carry it?
need-agreed-hint = Empty where it is not agreed yet.
need-agreed-short = Agreed for
need-meeting = Meeting together
need-meeting-planned = A meeting together is agreed for
need-meeting-hint = The citizen, you and whoever takes over.
need-meeting-held = The meeting was held
need-held = Held { $day }
need-planned = Agreed { $day }
need-no-meeting = Not needed
need-not-begun = Not begun
need-by = by { $day }
missing-title = { $n ->
    [one] 1 thing is missing
   *[other] { $n } things are missing
}
missing-none = Everything is handed over.
missing-goal = Nobody carries the goal on: “{ $goal }”
lack-carrier = nobody carries it
lack-contact = the contact is missing
lack-agreement = the day is missing
lack-meeting = the meeting has not been held

doers-title = Who does it?
doers-caption = Actions in each phase, by who does them
doers-when = Phase
doers-worker = Worker
doers-others = Others
doers-phase = Phase { $phase }
doers-label = Phase { $phase }: { $citizen } with the citizen, { $worker } with the worker, { $others } with others
doers-empty = Here you can see who carries the actions once there are some.
doers-help = The worker gathers the threads. In time others should carry them. What you do together counts with the worker.

done-goal = The goal is saved.
done-action = The action is saved.
done-moved = The action is moved.
done-state = The goal has a new state.
done-need = The need is saved.
plan-done-out = It is taken out of the plan.
done-undone = It is undone. The plan is as before.

plan-print-title = My plan
plan-print-back = Back to the plan
plan-print-how = Use the browser's print (Ctrl+P).
print-when = When
print-state = State
print-needs = Who helps me afterwards
print-empty = There are no goals yet.

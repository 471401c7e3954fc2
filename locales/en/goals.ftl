# Goals: by goal area, and those that belong to none.

goals-title = Goals
goals-lead = How many goals belong to the programme's areas, and which do not.
goals-from = From
goals-to = To
goals-area = Goal area
goals-caption = Goals by area
goals-column-set = Set in the period
goals-column-active = Active
goals-column-reached = Reached
goals-column-handed = Handed over
goals-column-dropped = Dropped
goals-former = no longer an area
goals-outside-row = Outside the areas
goals-basis = n = { $n } goals set by { $day }. { $missing } are in an area that the programme no longer has.
goals-share = { $linked } of { $n } goals belong to an area; { $outside } lie outside.
goals-unsettled = Goals to talk about
goals-unsettled-lead = They belong to no area, and nobody has written why. Choose an area, or write why the goal lies outside.
goals-unsettled-none = Every goal belongs to an area or has a reason to lie outside.
goals-set-on = set { $day } · { $state }
goals-choose = Choose an area
goals-why = Or: why does it lie outside?
goals-why-hint = Kept sealed with the citizen.
goals-link = Save the area
goals-confirm = Save the reason
goals-settled = The goal is settled.
goals-closed = The course is closed, so the goal cannot be changed.
goals-outside = Outside the areas, for a reason
goals-outside-lead = A goal may lie there. The reason stands here.
goals-outside-none = None.
goals-all = Show all
goals-fault = It was not saved

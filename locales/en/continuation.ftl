# Continuation after the grant.

continuation-title = Continuation
continuation-says = What goes on, what ends, and what must be handed over
continuation-lead = What stands here goes on to the final report.
continuation-citizens-title = Citizens
continuation-citizens = { $n ->
    [one] 1 citizen is attached today and must be handed over or closed by { $day }.
   *[other] { $n } citizens are attached today and must be handed over or closed by { $day }.
}
continuation-see-citizens = See the citizens
continuation-activities = Activities
continuation-no-activities = Write each activity: does it go on, with whom, or does it end, and why?
continuation-activity = Activity
continuation-activity-new = New activity
continuation-activity-edit = Change the activity
continuation-activity-short = Activity
continuation-afterwards = What becomes of it?
continuation-afterwards-short = After the grant
continuation-by = Who carries it on?
continuation-by-hint = Only where it goes on. A unit or a function.
continuation-by-short = With
continuation-why = Why?
continuation-why-short = Why
continuation-needs-money = Does it need money after the funding?
continuation-needs-money-hint = Must be answered where it goes on. What needs money is not carried on.
continuation-money = Yes
continuation-no-money = No
continuation-handings = What must be handed over
continuation-no-handings = Write what others must be given: citizens, partners, documents, knowledge and data.
continuation-handing = What is handed over?
continuation-handing-hint = No names of citizens.
continuation-handing-new = New thing to hand over
continuation-handing-edit = Change what is handed over
continuation-handing-short = What
continuation-handing-by = Who hands it over
continuation-kind = What kind?
continuation-state = How far has it come?
continuation-state-short = State
continuation-to = To whom?
continuation-to-hint = Empty until you know.
continuation-to-short = To
continuation-nobody = not agreed yet
continuation-due = By
continuation-done-on = Handed over on
continuation-done-on-hint = Only once it is handed over.
continuation-done = on { $day }

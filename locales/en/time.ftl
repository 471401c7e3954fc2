# Time used (M32): the report and its tables, and the line on the page of figures.

effort-hours = { $hours } hours in { $n ->
    [one] 1 contact
   *[other] { $n } contacts
} with minutes.
report-basis-effort = n = { $n } contacts. Missing: { $missing ->
    [0] none
    [one] 1 contact without minutes
   *[other] { $missing } contacts without minutes
}.
report-effort-sum = In the whole period
report-effort-areas = Time beside goals reached
report-effort-months = Time month by month
report-effort-phases = Time by phase
report-effort-types = Time by kind
report-effort-with = Time by whom
report-column-contacts = Contacts
report-column-minutes = Minutes
report-column-with = With whom
report-column-goals-reached = Goals reached
report-row-without-minutes = Contacts without minutes
report-effort-no-area = Without an active goal
report-effort-phase = Phase { $n }
report-effort-clarification = Clarification
report-effort-after = After the planned end

report-outcomes-zones = WHO-5 by zone
report-outcomes-changes = From the first to the latest answer about the purpose
report-column-zone = Zone
report-zone = { $from }–{ $to }: { $text }
report-change = From { $from } to { $to }
report-column-change = From the first to the latest answer
report-column-persons = Persons
report-outcomes-no-stages = The star has no stages, so no shift of stage can be shown.

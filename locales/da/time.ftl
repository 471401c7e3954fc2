# Tidsforbrug (M32): rapporten og dens tabeller, og linjen på Nøgletal.

effort-hours = { $hours } timer på { $n ->
    [one] 1 kontakt
   *[other] { $n } kontakter
} med minutter.
report-basis-effort = n = { $n } kontakter. Mangler: { $missing ->
    [0] ingen
    [one] 1 kontakt uden minutter
   *[other] { $missing } kontakter uden minutter
}.
report-effort-sum = I hele perioden
report-effort-areas = Tid ved siden af nåede mål
report-effort-months = Tid måned for måned
report-effort-phases = Tid efter fase
report-effort-types = Tid efter slags
report-effort-with = Tid efter hvem
report-column-contacts = Kontakter
report-column-minutes = Minutter
report-column-with = Med hvem
report-column-goals-reached = Mål nået
report-row-without-minutes = Kontakter uden minutter
report-effort-no-area = Uden et mål i gang
report-effort-phase = Fase { $n }
report-effort-clarification = Afklaring
report-effort-after = Efter den planlagte slut

report-outcomes-zones = WHO-5 efter zone
report-outcomes-changes = Fra første til seneste svar om formålet
report-column-zone = Zone
report-zone = { $from }–{ $to }: { $text }
report-change = Fra { $from } til { $to }
report-column-change = Fra første til seneste svar
report-column-persons = Personer
report-outcomes-no-stages = Stjernen har ingen stadier, så skift af stadie kan ikke vises.

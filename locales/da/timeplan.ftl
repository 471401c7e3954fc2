# Tidsplanen.

timeplan-title = Tidsplan
timeplan-says = Hvad der er planlagt, og hvad der skete
timeplan-lead = Det planlagte ved siden af det, der skete.
timeplan-new = Ny linje
timeplan-edit = Ret linjen
timeplan-name = Hvad?
timeplan-name-hint = Kort, fx “Rekruttering”.
timeplan-kind = Er det en dag eller en periode?
timeplan-milestone = Milepæl
timeplan-period = Periode
timeplan-from = Planlagt dag, eller første dag
timeplan-to = Planlagt sidste dag
timeplan-to-hint = Kun for en periode.
timeplan-happened = Skete, eller begyndte
timeplan-happened-hint = Lad det stå tomt, til det er sket.
timeplan-happened-to = Sluttede
timeplan-words = Mere om det
timeplan-propose = { $n ->
    [one] Tilføj 1 linje fra indsatsens datoer
   *[other] Tilføj { $n } linjer fra indsatsens datoer
}
timeplan-done-proposed = Linjerne fra indsatsens datoer er tilføjet.
timeplan-svg = Hent som billede
timeplan-ics = Hent til kalender
timeplan-ics-name = Tidsplan
timeplan-ics-period = Planlagt periode
timeplan-ics-milestone = Planlagt dag
timeplan-drawn = Tegnet
timeplan-drawn-title = Tidsplanen tegnet: planlagt øverst, det der skete nedenunder. De samme dage står i tabellen.
timeplan-lines = Linje for linje
timeplan-empty = Her planlægger I indsatsens perioder og milepæle og skriver, hvornår de skete. Begynd med indsatsens egne datoer, eller skriv den første linje.
timeplan-empty-reader = Der er ingen tidsplan endnu. Projektkoordinatoren skriver den.
timeplan-what = Hvad
timeplan-planned = Planlagt
timeplan-happened-short = Skete
timeplan-standing = Status
standing-ahead = kommer
standing-under-way = i gang
standing-on-time = til tiden
standing-late = { $n ->
    [one] 1 dag for sent
   *[other] { $n } dage for sent
}
standing-overdue = { $n ->
    [one] 1 dag over tiden
   *[other] { $n } dage over tiden
}
gantt-today = I dag
gantt-planned = planlagt
gantt-happened = skete
gantt-open = i gang
timeplan-proposed-recruitment = Rekruttering
timeplan-proposed-last-recruitment = Sidste dag for nye forløb
timeplan-proposed-winding-down = Nedlukning og forankring
timeplan-proposed-last-courses = De sidste forløb: fase { $n }
timeplan-proposed-funding-end = Bevillingen slutter

# Indsatsens egne papirer: oversigten, og det som alle deres formularer siger.

effort-title = Indsatsen
effort-lead = Indsatsens egne papirer. Skriv ikke om borgere her: de har deres egne sider.
effort-all = Det næste
effort-what = Hvad
effort-next = Det næste
effort-next-meeting = { $what }, { $day }
effort-no-meeting = Intet møde er planlagt
effort-next-line = { $what }, { $day }
effort-no-line = Intet er planlagt fra i dag
effort-late = { $n ->
    [one] 1 over tiden
   *[other] { $n } over tiden
}
effort-groups = { $n ->
    [one] 1 gruppe
   *[other] { $n } grupper
}
effort-decisions = { $n ->
    [one] 1 åben beslutning
   *[other] { $n } åbne beslutninger
}
effort-notes = { $n ->
    [one] 1 note
   *[other] { $n } noter
}
effort-unread = { $n ->
    [one] 1 venter på at blive læst igennem
   *[other] { $n } venter på at blive læst igennem
}
effort-handings = { $n ->
    [one] 1 ting mangler at blive overdraget
   *[other] { $n } ting mangler at blive overdraget
}
effort-from = fra { $day }
effort-choose = Vælg
effort-reason = Hvorfor ændrer du det?
effort-reason-hint = Kan stå tomt. Det står i historikken.
effort-day-hint = Fx 23.11.2015
effort-history = Historik
effort-version = Version { $n }
effort-version-by = { $who }, { $at }
effort-ended = Taget ud
effort-why = Hvorfor: { $why }
effort-field = Felt
effort-says = Indhold
effort-print = Udskriv
effort-print-title = Udskrift
effort-print-back = Tilbage til siden
effort-taken-out = Taget ud
effort-change = Ret
effort-save = Gem
effort-end = Tag det ud
effort-again = Sæt det tilbage
effort-end-text = Det bliver liggende i historikken med grunden.
effort-end-reason = Hvorfor?
effort-overdue = over tiden
effort-done = Gemt.
effort-done-ended = Gemt. Det står i historikken.

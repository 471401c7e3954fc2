# Afvikling: hvordan hvert åbent forløb slutter inden for tilskuddet, og forsøg, der intet ændrer.

wind-down = Afviklingsplan
wind-down-title = Afvikling
wind-down-lead = Hvordan hvert åbent forløb slutter inden for tilskuddet. Ingen borger må stoppes midt i et forløb.
wind-down-rule = planlagt slutning: { $months } måneder, dog senest { $day }
wind-down-none = Der er ingen åbne forløb.
wind-down-proof = { $n ->
    [one] Det ene åbne forløb slutter senest { $day }, nemlig { $last }.
   *[other] Alle { $n } åbne forløb slutter senest { $day }, det sidste { $last }.
}
wind-down-cannot = { $n ->
    [one] 1 kan ikke slutte i tide: { $names }.
   *[other] { $n } kan ikke slutte i tide: { $names }.
}
wind-down-others = { $n ->
    [0] { "" }
    [one] Det sidste åbne forløb slutter i tide.
   *[other] De andre { $n } åbne forløb slutter i tide.
}
wind-down-cut-none = Ingen er afkortet.
wind-down-cut = { $n ->
    [one] 1 er afkortet, fordi tilskuddet slutter.
   *[other] { $n } er afkortet, fordi tilskuddet slutter.
}
wind-down-clarifications = { $n ->
    [one] Den ene i afklaring får færre end { $months } måneder, hvis indskrivningen kommer efter { $day }.
   *[other] De { $n } i afklaring får færre end { $months } måneder, hvis de indskrives efter { $day }.
}
wind-down-clarifications-short = { $n ->
    [one] Den ene i afklaring får færre end { $months } måneder.
   *[other] De { $n } i afklaring får færre end { $months } måneder.
}
wind-down-clarifications-closed = { $n ->
    [one] Den ene i afklaring kan kun indskrives med en undtagelse.
   *[other] De { $n } i afklaring kan kun indskrives med en undtagelse.
}
wind-down-phase = Fase { $n }
wind-down-if = Hvis indskrevet på vinduets sidste dag
wind-down-loses = Det, der mistes
wind-down-supposed = I afklaring – hvis de indskrives på vinduets sidste dag
wind-down-lost = −{ $n } md.
wind-down-funding = Tilskud slutter { $day }
wind-down-now = I dag
wind-down-now-on = { $day }
wind-down-picture = Afviklingsplan. { $proof } Tallene står i tabellen nedenfor.
wind-down-scroll = Afviklingsplan, kan rulles vandret
wind-down-if-title = Hvis en borger indskrives den …
wind-down-if-caption = Hvad indskrivningsdagen giver
wind-down-if-none = Vinduet er lukket. En indskrivning kræver en undtagelse.
wind-down-column-on = Indskrevet
wind-down-column-ends = Slutter
wind-down-column-days = Dage
wind-down-column-cut = Afkortes
wind-down-column-left = Det, der er tilbage
wind-down-after-funding = efter tilskuddet
wind-down-cut-no = nej
wind-down-cut-under = ingen hele måneder
wind-down-cut-months = { $n ->
    [one] 1 måned
   *[other] { $n } måneder
}
wind-down-takes-exception = kræver en undtagelse
wind-down-left = fase { $phase }: { $days }
wind-down-left-none = ingen
wind-down-table = Vis { $n } forløb som tabel
wind-down-courses = Åbne forløb
wind-down-must = Det skal der ske
wind-down-must-enrol = { $names }: aftal den første stjerne
wind-down-must-enrol-sub = senest { $day } giver { $months } måneder
wind-down-must-window = Afklaringer, der stadig er åbne { $day }
wind-down-must-window-sub = afsluttes eller henvises, før vinduet lukker
wind-down-must-closed = { $names }: afslut afklaringen, eller giv en undtagelse
wind-down-must-closed-sub = vinduet er lukket
wind-down-must-end = { $names }: afslut afklaringen og henvis
wind-down-must-end-sub = tilskuddet er slut
wind-down-must-late = Forløb uden mulighed for at slutte i tide
wind-down-must-late-none = ingen
wind-down-must-late-some = se navnene nedenfor
wind-down-late-title = Kan ikke slutte i tide: hvad nu?
wind-down-late-enrolled_after_funding = indskrevet efter den sidste dag med tilskud
wind-down-late-funding_ended = stadig åbent, efter at tilskuddet er slut
wind-down-late-past_planned_end = planlagt slutning var { $day }, og forløbet er stadig åbent
wind-down-late-clarification_after_funding = afklaringen er åben, efter at tilskuddet er slut
wind-down-way-close = Afslut forløbet
wind-down-way-end = Afslut afklaringen
wind-down-way-hand = Skriv, hvem der fører videre
wind-down-way-phase = Flyt en fase
wind-down-all = Hele afviklingsplanen og forsøg
wind-down-try = Forsøg: hvad nu hvis …
wind-down-try-lead = Et forsøg ændrer intet og gemmes ikke. Det står i adressen, så det kan deles.
wind-down-try-enrol = … vi indskriver flere?
wind-down-try-n = Hvor mange
wind-down-try-until = Indtil
wind-down-try-do = Prøv
wind-down-try-leave = … en medarbejder stopper?
wind-down-try-who = Hvem
wind-down-try-choose = Vælg en medarbejder
wind-down-try-on = Første dag uden medarbejderen
wind-down-try-wrong = Skriv et tal fra 1 til 99
wind-down-tried-enrol = { $n ->
    [one] 1 mere, indskrevet { $from }
   *[other] { $n } mere, jævnt fordelt { $from }–{ $to }
}
wind-down-tried-cut = { $n ->
    [0] Alle får den fulde længde.
    [one] 1 får færre end { $months } måneder.
   *[other] { $n } får færre end { $months } måneder.
}
wind-down-tried-outside = { $n ->
    [one] 1 ligger uden for vinduet og kræver en undtagelse.
   *[other] { $n } ligger uden for vinduet og kræver undtagelser.
}
wind-down-tried-room = Der er plads til alle i alle måneder.
wind-down-tried-full = Fra { $month } mangler der plads til { $n }.
wind-down-tried-unfunded = { $n } ville komme efter tilskuddet og kan ikke indskrives.
wind-down-tried-caption = Antal ved månedens slutning
wind-down-tried-month = Måned
wind-down-tried-known = Kendte
wind-down-tried-more = Flere
wind-down-tried-total = I alt
wind-down-tried-places = Pladser
wind-down-tried-without = mangler { $n }
wind-down-tried-days = Indskrivninger i forsøget
wind-down-adopt = Vil I gøre det?
wind-down-adopt-window = Flyt vinduet i indsatsens opsætning: ret “rekruttering” i indsatsens fil, og kør “brobygger programme add”. Spørg administratoren.
wind-down-adopt-enquiries = Begynd afklaringer fra henvendelserne
wind-down-adopt-deputy = Sæt en vikar på fra { $day }
wind-down-adopt-hand = Overdrag til { $name }
wind-down-adopt-hand-any = Overdrag
wind-down-left-nobody = Ingen borger mangler en medarbejder, hvis { $name } stopper { $day }.
wind-down-left-some = { $n ->
    [one] 1 borger skal have en anden medarbejder, hvis { $name } stopper { $day }.
   *[other] { $n } borgere skal have en anden medarbejder, hvis { $name } stopper { $day }.
}
wind-down-left-ended = { $n ->
    [0] { "" }
    [one] 1 forløb er slut inden da.
   *[other] { $n } forløb er slut inden da.
}
wind-down-left-placed = Der er plads til alle hos kollegerne.
wind-down-left-without = { $n ->
    [one] 1 har ingen plads: { $names }.
   *[other] { $n } har ingen plads: { $names }.
}
wind-down-left-caption = Hvem kan tage over
wind-down-left-to = Plads hos
wind-down-left-no-place = ingen plads
wind-down-left-rooms = Kollegernes pladser den dag
wind-down-left-has = Har
wind-down-left-free = Ledige
wind-down-clarification = i afklaring

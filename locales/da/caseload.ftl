# Mine borgere og Borgere: felterne, listen og fasebjælken.

tiles-label = Vælg, hvad listen viser
tile-all = Aktive forløb
tile-all-sub = { $enrolled } indskrevet · { $clarification } i afklaring
tile-all-rule = Borgere, der i dag er indskrevet eller i afklaring, og som har dig som relationsmedarbejder. Loftet er { $cap }.
tile-all-rule-programme = Borgere i indsatsen, der i dag er indskrevet eller i afklaring. Hver person tæller én gang.
tile-overdue = Opfølgning forfalden
tile-overdue-sub = den ældste skulle holdes { $day }
tile-overdue-rule = Opfølgninger, der ikke er holdt 15 dage efter den dag, de skulle holdes. “Udsat, fordi …” og “borgeren ønsker ikke” er svar og tæller ikke med.
tile-phase = Fase slutter inden 30 dage
tile-phase-sub = den første { $day }
tile-phase-rule = Forløb, hvor den nuværende fase slutter senest { $day }.
tile-contact = Ingen kontakt i 14 dage
tile-contact-sub = den længste siden { $day }
tile-contact-sub-never = nogen er slet ikke nået endnu
tile-contact-rule = Borgere uden en gennemført kontakt siden { $day }. Forsøg tæller ikke med her, men vises i listen.
tile-nobody = ingen

list-all = { $n ->
    [0] Ingen borgere
    [one] 1 borger
   *[other] Alle { $n } borgere
}
list-overdue = Opfølgning forfalden: { $n }
list-phase = Fase slutter inden 30 dage: { $n }
list-contact = Ingen kontakt i 14 dage: { $n }
sort-label = Sortering
sort-overdue = Forfaldne først
sort-name = Navn
sort-step = Næste skridt
list-caption = Borgere. Sortering: { $sort }
list-empty-all = Du har ingen borgere endnu
list-empty-all-help = Projektkoordinatoren fordeler borgerne. Når en borger får dig som relationsmedarbejder, står forløbet her.
list-empty-programme = Ingen borgere endnu
list-empty-programme-help = Har teamet et register i Excel eller CSV, kan det læses ind på kommandolinjen med “brobygger import”. Derefter står alle tilknyttede borgere her.
list-empty-filter = Der er ingen i den gruppe i dag
list-empty-back = Se alle
pages-label = Sider
page-before = Forrige side
page-after = Næste side
page-of = Side { $page } af { $pages }

column-citizen = Borger
column-worker = Medarbejder
column-course = Forløb
column-follow-up = Næste opfølgning
column-contact = Gennemført kontakt
column-step = Aftalt næste skridt

phase-bar-label = Fase { $phase } af { $phases }, dag { $day } af { $days }
phase-bar-none = I afklaring, ingen faser endnu
phase-of = Fase { $phase } af { $phases }
day-of = dag { $day } af { $days }
phase-ends-in = { $n ->
    [0] Fase { $phase } slutter i dag
    [one] Fase { $phase } slutter i morgen
   *[other] Fase { $phase } slutter om { $n } dage
}
clarification-since = I afklaring siden { $day }
course-closed-on = Afsluttet { $day }
clarification-left-on = Forladt i afklaring { $day }
enquiry-only = Kun henvendelse

follow-up-overdue = { $n ->
    [one] Forfalden 1 dag
   *[other] Forfalden { $n } dage
}
follow-up-due-sub = skulle holdes { $day }
follow-up-due = { $n ->
    [0] Skal holdes i dag
    [one] Skulle holdes i går
   *[other] Skulle holdes for { $n } dage siden
}
follow-up-last = den sidste
follow-up-none-yet = Ikke endnu
follow-up-none-yet-sub = den første stjerne indskriver
follow-up-all-done = Alle er holdt
one-reading = Kun én måling
contact-late = { $n ->
    [one] 1 dag siden
   *[other] { $n } dage siden
}
contact-none = Ingen endnu
attempted = Forsøgt { $when }
step-none = Ikke aftalt
column-do = Handling

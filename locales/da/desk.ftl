# Koordinatorens bord.

desk-title = Koordinatorens bord
desk-lead = { $day } · { $week } · hele indsatsen
desk-lead-past = Som det stod { $day }. Kun i dag kan noget gøres.
desk-day = Se en anden dag
desk-today = Tilbage til i dag
desk-overview = Overblik
desk-more = Mere om indsatsen
desk-tile-attached = Tilknyttede borgere
desk-tile-attached-sub = { $enrolled } indskrevet · { $clarification } i afklaring
desk-tile-attached-rule = Indskrevne og borgere i afklaring. Hver person tæller én gang.
desk-tile-due = Mangler eller er forfaldent
desk-tile-due-sub = { $n ->
    [0] intet haster
    [one] 1 haster
   *[other] { $n } haster
}
desk-tile-due-rule = Alt, der mangler eller er forfaldent efter metodens regler. “Haster”: en borger kan miste noget inden 14 dage, eller det har ligget i mere end 30 dage. “Til orientering”: dokumentation, som ingen borger mister noget ved.
desk-tile-referrals = Henvisninger uden svar
desk-tile-referrals-sub = den ældste { $days }
desk-tile-referrals-none = alle er besvaret
desk-tile-referrals-rule = Sendte henvisninger, som modtageren endnu ikke har svaret på. Efter 10 dage er det på tide at spørge.
desk-tile-cut = Forløb, der afkortes
desk-tile-cut-all = alle { $n } slutter i tide
desk-tile-cut-late = { $n } kan ikke slutte i tide
desk-tile-cut-rule = Åbne forløb, der må slutte før { $months } måneder, fordi tilskuddet slutter { $day }.
desk-due = Mangler og forfaldent
desk-due-caption = Mangler og forfaldent, det vigtigste først
desk-show = Vis
desk-all = Alle { $n }
desk-severity-urgent = Haster
desk-severity-soon = Snart
desk-severity-note = Til orientering
desk-severity-chip = { $name } { $n }
desk-worker = Medarbejder
desk-worker-all = Alle medarbejdere
desk-column-weight = Hvor vigtigt
desk-column-what = Hvad
desk-column-citizen = Borger
desk-column-do = Handling
desk-quiet = Intet mangler, og intet er forfaldent. Det er en god dag.
desk-quiet-filter = Her er intet i dag.
desk-rest = Vis alle { $n }
desk-fewer = Vis de første
desk-since = siden { $day } · { $days }
desk-ends = forløbet slutter { $when }
desk-need-worker = Ingen medarbejder
desk-need-decision = Afklaringen skal afgøres
desk-need-support = Aftale om fortsat støtte mangler
desk-need-contact = Ingen kontakt i 14 dage
desk-need-record = { $what } mangler
desk-need-follow-up = Opfølgning { $day } er ikke holdt
desk-need-goals = Mål uden målområde
desk-need-goals-sub = { $n } af { $of } mål er ikke koblet til indsatsens områder, og ingen har skrevet hvorfor
desk-need-goals-citizens = { $n ->
    [one] 1 borger
   *[other] { $n } borgere
}
desk-do-worker = Vælg medarbejder
desk-do-decision = Åbn afklaringen
desk-do-support = Skriv aftalen
desk-do-contact = Skriv en kontakt
desk-do-record = Gør det
desk-do-goals = Se målene
desk-ask = Spørg { $name }
desk-asked = Spurgt { $day }
desk-said-done = Meldt gjort { $day }
desk-answered = Svar { $day }: { $words }
desk-asked-done = Spørgsmålet er sendt. Det står øverst på medarbejderens egen side.
desk-loads = Sagsstammer
desk-loads-cap = loft { $cap }
desk-loads-rule = Tilknyttede borgere hos hver medarbejder. En borger over loftet stoppes; koordinatoren kan give en undtagelse med en grund. Tallene bruges til at fordele, ikke til at sammenligne.
desk-loads-none = Indsatsen har ingen medarbejdere endnu.
desk-load = { $n } af { $cap }
desk-load-split = { $enrolled } indskrevet · { $clarification } i afklaring
desk-load-free = { $n ->
    [0] ingen ledig plads
    [one] 1 ledig
   *[other] { $n } ledige
}
desk-load-over = { $n } over loftet
desk-legend-enrolled = Indskrevet
desk-legend-clarification = I afklaring
desk-legend-cap = Loft
desk-waiting = Venter i afklaring
desk-waiting-until = vinduet lukker { $day }
desk-waiting-closed = vinduet er lukket
desk-waiting-none = Ingen er i afklaring.
desk-column-since = Siden
desk-column-waited = Ventet
desk-column-worker = Medarbejder
desk-nobody = ingen endnu
desk-referrals = Henvisninger uden svar
desk-referrals-none = Alle henvisninger er besvaret.
desk-column-to = Til
desk-column-sent = Sendt
desk-referral-do = Skriv svaret
desk-exceptions = Undtagelser
desk-exceptions-none = Ingen undtagelser er givet.
desk-exception-window = Indskrivning uden for rekrutteringsperioden: { $citizen }
desk-exception-cap = Borger over loftet hos { $worker }: { $citizen }
desk-exception-told = { $reason } Givet af { $by } { $day }.
desk-enquiries = Henvendelser uden svar
desk-enquiries-none = Alle henvendelser er besvaret.
desk-enquiry = { $day } · { $channel }
desk-enquiries-all = Se henvendelserne
desk-fidelity = Metodefidelitet – lokale indikatorer
desk-fidelity-all = Se alle 12 indikatorer
desk-team = teamet

desk-report-waits = { $title } til { $for }, version { $n }, venter på godkendelse
desk-report-taken-back = Et citat i en låst rapport er trukket tilbage: { $title } til { $for }, version { $n }
desk-quotation-waits = Et citat fra { $citizen } venter på, at du læser det
desk-recalls = { $n ->
    [one] 1 person skal slettes hos den, der har fået en forskningspakke
   *[other] { $n } personer skal slettes hos dem, der har fået forskningspakker
}
desk-report-lacks = { $title } til { $for } kan ikke laves endnu: { $why }

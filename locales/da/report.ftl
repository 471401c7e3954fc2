# Rapporterne: titler, hvad de tæller, og ordene i deres tabeller.

report-as-of = Pr. { $day }
report-period = { $from } til { $to }
report-column-what = Hvad
report-column-number = Antal
report-column-value = Værdi
report-column-missing = Mangler
report-row-n = n
report-grounds = Det, tallene bygger på
report-row-missing-services = Mangler: uden en registreret kontakt
report-row-incomplete-stars = Stjerner, der ikke er hele
report-outcomes-star-readings = Stjerner, der ikke er talt med
report-yes = ja
report-no = nej
report-not-known = ikke oplyst

report-title-status = Status
report-line-status = hvor mange der er indskrevet, i afklaring og afsluttet på en dag
report-definition-status = Forskellige personer efter deres status på dagen (R2, R3, R4). Indskrevet: har et forløb, hvor den første hele stjerne er udfyldt, og som ikke er afsluttet. I afklaring: afklaringen er begyndt og ikke slut. Afsluttet: har været indskrevet, og intet er åbent. Tilknyttet er indskrevet plus i afklaring; forskellige brugere er tilknyttet plus afsluttet. De to nederste linjer tæller ikke med i nogen sum. Hver person tæller én gang.
report-basis-status = n = { $n } personer. Mangler: { $missing ->
    [0] ingen
    [one] 1 henvendelse fra nogen, der ikke er kendt og ikke kan tælles som person
   *[other] { $missing } henvendelser fra nogen, der ikke er kendt og ikke kan tælles som personer
}.

report-title-intake = Tilgang
report-line-intake = henvendelser, afklaringer, indskrivninger og afslutninger i en periode, måned for måned og efter kanal
report-definition-intake = Indskrivninger med dato i perioden (R1, R5); et forløb er indskrevet den dag, den første hele stjerne er udfyldt. Gennemsnittet er indskrivninger delt med periodens hele måneder. En afklaring tæller i den måned, den begyndte; en afslutning er et indskrevet forløb, der er lukket. Henvendelser er talt efter, hvordan de kom.
report-basis-intake = n = { $n }: periodens henvendelser og indskrivninger. Mangler: { $missing ->
    [0] ingen
    [one] 1 henvendelse uden oplyst kanal
   *[other] { $missing } henvendelser uden oplyst kanal
}.
report-intake-sum = I hele perioden
report-intake-persons = Forskellige personer indskrevet
report-intake-quarters = Kvartal for kvartal, talt fra periodens første måned
report-column-quarter = Tre måneder
report-intake-months = Hele måneder

report-title-courses = Forløb
report-line-courses = hvert indskrevet forløb med planlagt slut, fase og opfølgninger på en dag
report-definition-courses = Hvert forløb, der er indskrevet senest på dagen (R1). Planlagt slut er den sidste dag af det fulde forløb, dog senest den sidste dag med tilskud (R6); de tabte måneder er hele måneder fra den ene til den anden (R9). Fasen er den, dagen ligger i (R7); en tom celle betyder, at ingen fase er i gang. En opfølgning er gjort, når hvert måleredskab har en hel måling, eller når borgeren har takket nej; forfalden er den fra 15 dage efter dagen; ikke nået er den, når forløbet blev afsluttet forinden (R8). Næste er den første, der stadig skal holdes.
report-basis-courses = n = { $n } forløb. Mangler: { $missing ->
    [0] ingen
   *[other] { $missing } uden plan, indskrevet efter den sidste dag med tilskud
}.
report-column-enrolled-on = Indskrevet
report-column-planned-end = Planlagt slut
report-column-months-lost = Måneder tabt
report-column-status = Status
report-column-closed-on = Afsluttet
report-column-phase = Fase
report-column-phase-from = Fasen fra
report-column-phase-to = Fasen til
report-column-follow-ups = Opfølgninger
report-column-done = Gjort
report-column-overdue = Forfaldne
report-column-postponed = Udsat
report-column-missed = Ikke nået
report-column-next = Næste
report-status-enrolled = indskrevet
report-status-in-clarification = i afklaring
report-status-closed = afsluttet
report-status-left = forladt i afklaring
report-status-enquiry = kun henvendelse
report-status-not-known = ikke kendt

report-title-caseload = Sagsstammer
report-line-caseload = tilknyttede borgere pr. medarbejder på en dag, ved siden af loftet
report-definition-caseload = Borgere, der på dagen er indskrevet eller i afklaring, og som har medarbejderen på dagen (R12). En borger med to medarbejdere står hos begge. Tallene bruges til at fordele borgere, ikke til at måle medarbejdere.
report-basis-caseload = n = { $n } tilknyttede borgere; hver tæller én gang. Mangler: { $missing ->
    [0] ingen
   *[other] { $missing } uden medarbejder den dag
}.
report-caseload-cap = Loftet er { $cap } borgere pr. medarbejder
report-column-over-cap = Over loftet

report-title-outcomes = Udvikling
report-line-outcomes = første og seneste måling af WHO-5, stjernen og formålet for forløb i en periode
report-definition-outcomes = Første og seneste hele måling i forløb, der er indskrevet senest på periodens sidste dag og ikke afsluttet før dens første; målt senest på den sidste dag. WHO-5 går fra 0 til 100; risikozonen er 50 eller mindre, og en ændring tæller fra 10 point (R14). Stjernen læses område for område, fordi trinene ikke er lige lange; der regnes ikke et gennemsnit af områder (R15). Formålet er borgerens eget svar (R16). Har en borger flere forløb, gælder det seneste, der har de to målinger. En median vises fra 10 personer. Tallene er før og efter og siger ikke, hvad der er grunden.
report-basis-outcomes = n = { $n } forskellige personer med et forløb i perioden. Hvor mange hver del bygger på, og hvor mange der mangler, står i tabellerne; målinger af en anden version er ikke lagt sammen med dem (R17).
report-outcomes-score = WHO-5
report-outcomes-star = Stjernen område for område (hele stjerner)
report-outcomes-purpose = Formål
report-outcomes-answers = Svar om formålet
report-row-two-readings = Personer med to hele målinger eller flere (n)
report-row-fewer-readings = Personer med færre (mangler)
report-row-incomplete = Målinger uden score
report-row-other-versions = Målinger af en anden version
report-row-risk-first = I risikozonen ved den første
report-row-risk-latest = I risikozonen ved den seneste
report-row-answered = Personer med svar (n)
report-row-unanswered = Personer uden svar (mangler)
report-row-changed = Personer med et andet svar til sidst
report-column-area = Område
report-column-stage-up = Flyttet til højere stadie
report-column-stage-down = Flyttet til lavere stadie

report-title-forecast = Forventet tilgang
report-line-forecast = forventet tilgang og belastning i en periode, ud fra det, der er set
report-definition-forecast = Gennemsnittet af indskrivninger om måneden i den observerede periode ganget med de hele måneder fremad (R5, R22). Intervallet rummer med 80 procents sandsynlighed det antal, der kommer, hvis tilgangen svinger tilfældigt om det samme gennemsnit. Kendte forløb tæller i en måned, når deres planlagte slut ikke er nået, da den begynder; ventede er nye, der ventes indskrevet, mens rekrutteringen er åben. Borgere i afklaring er ikke med i belastningen.
report-basis-forecast = n = { $n } indskrivninger på { $months ->
    [one] 1 hel måned
   *[other] { $months } hele måneder
}, { $from } til { $to }. Mangler: { $missing ->
    [0] ingen
   *[other] { $missing }
}. Det er en fremskrivning fra få observationer og ikke et løfte: læs hele intervallet, ikke kun tallet i midten.
report-forecast-sum = I hele perioden
report-forecast-load = Belastning måned for måned
report-row-observed = Indskrivninger observeret
report-row-average = Indskrivninger om måneden
report-row-expected = Forventede indskrivninger
report-row-low = Intervallets nederste tal (80 %)
report-row-high = Intervallets øverste tal (80 %)
report-row-open-clarifications = I afklaring dagen før perioden
report-column-known = Kendte forløb
report-column-expected = Ventede nye

report-title-wind-down = Afviklingsplan
report-line-wind-down = hvordan hvert åbent forløb slutter inden for tilskuddet, og hvilke der ikke kan
report-definition-wind-down = Forløb, der er indskrevet og ikke afsluttet på dagen, og afklaringer, der er åbne (R9, R10). I tide: den planlagte slut er ikke passeret og ligger inden for tilskuddet; også et forkortet forløb slutter i tide. Forkortet: tilskuddet slutter før forløbets fulde længde. Kan ikke slutte i tide: dagen for det er passeret. Ikke afgjort: en afklaring, der enten skal føre til indskrivning eller slutte.
report-basis-wind-down = n = { $n } åbne forløb og afklaringer. Mangler: { $missing ->
    [0] ingen
   *[other] { $missing } forløb uden plan, indskrevet efter den sidste dag med tilskud
}.
report-wind-down-sum = I alt
report-row-funding-end = Sidste dag med tilskud
report-row-open = Åbne forløb
report-row-in-time = Slutter i tide
report-row-cut-short = Forkortet af tilskuddets udløb
report-row-cannot-end = Kan ikke slutte i tide
report-row-undecided = Ikke afgjort
report-column-why = Hvorfor
report-column-decide-by = Afgøres senest
report-column-must = Hvad der skal ske
report-why-enrolled-after-funding = indskrevet efter den sidste dag med tilskud
report-why-funding-ended = åbent efter den sidste dag med tilskud
report-why-past-planned-end = åbent efter den planlagte slut
report-why-clarification-after-funding = afklaring åben efter den sidste dag med tilskud
report-must-enrol-or-end = indskriv, eller slut afklaringen
report-must-end-or-except = slut afklaringen, henvis videre, eller giv en undtagelse
report-must-end = slut afklaringen, og henvis videre

report-title-staffing = Bemanding
report-line-staffing = hvor mange medarbejdere et antal borgere kræver
report-definition-staffing = Borgere delt med loftet, plus den del af en fuldtidsmedarbejder, som forankringen tager, rundet op til et helt tal (R13). Er antallet af borgere ikke valgt, er det dagens tilknyttede.
report-asked-staffing = { $citizens ->
    [one] For 1 borger
   *[other] For { $citizens } borgere
}
report-basis-staffing = n = { $n } borgere. Mangler: { $missing ->
    [0] ingen
   *[other] { $missing }
}.
report-row-citizens = Borgere
report-row-cap = Loft pr. medarbejder
report-row-anchoring = Forankring (del af en medarbejder)
report-row-workers = Medarbejdere, der er brug for

report-title-fidelity = Metodefidelitet - lokale indikatorer
report-line-fidelity = metodens lokale indikatorer for teamets forløb på en dag
report-definition-fidelity = Tolv indikatorer, som programmet selv har sat efter CTI-metoden; de er ikke en anerkendt skala (R18). Hvert indskrevet forløb er opfyldt, ikke opfyldt, for tidligt at afgøre eller ikke relevant. Ikke relevant har en grund: forløbet sluttede før det kom så langt; borgeren døde, eller kontakten gik tabt; det nødvendige er ikke oplyst; registret har ingen oplysning, der kan vise det. Tallene gælder teamet.
report-basis-fidelity = n = { $n } forløb. Mangler: { $missing ->
    [0] ingen
   *[other] { $missing } uden plan, indskrevet efter den sidste dag med tilskud
}.
report-column-indicator = Indikator
report-column-met = Opfyldt
report-column-not-met = Ikke opfyldt
report-column-too-early = For tidligt
report-column-not-relevant = Ikke relevant
report-reason-closed-before = Sluttet før
report-reason-out-of-reach = Uden kontakt
report-reason-not-known = Ikke oplyst
report-reason-no-fact = Ikke i registret
report-indicator-phase-shifts = Faseskift inden for 14 dage af planen
report-indicator-plan = Plan i hver fase
report-indicator-focus-areas = 1-3 fokusområder i hver fase
report-indicator-first-month = Mindst 2 kontakter den første måned
report-indicator-outside = Mindst 3 møder ude i fase 1
report-indicator-network = Mindst 2 netværkskontakter i fase 1
report-indicator-falling = Færre kontakter fra fase til fase
report-indicator-support = Støtte aftalt 1 måned før slut
report-indicator-closing-meeting = Afsluttende samtale holdt
report-indicator-no-early-stop = Ikke stoppet af indsatsen før tid
report-indicator-caseload = Sagsstamme inden for loftet
report-indicator-supervision = Supervision hver uge

report-title-goals = Mål
report-line-goals = aktivitetsplanernes mål efter målområde: sat i en periode, og hvordan det går
report-definition-goals = Mål i aktivitetsplanerne efter indsatsens målområder (M15, M16). Sat: oprettet i perioden. De øvrige kolonner: alle mål oprettet senest på periodens sidste dag, efter deres tilstand den dag. Et mål uden en tilstand er i gang.
report-basis-goals = n = { $n } mål oprettet senest på den sidste dag. Mangler: { $missing ->
    [0] ingen
   *[other] { $missing } i et område, som indsatsen ikke længere har
}.
report-goals-areas = Mål efter område
report-goals-sum = I alt
report-goals-former = { $area } (tidligere)
report-row-goals = Mål
report-row-unlinked = Uden for områderne
report-column-goal-area = Målområde
report-column-set = Sat
report-column-active = I gang
report-column-reached = Nået
report-column-handed-over = Overdraget
report-column-dropped = Droppet

report-title-referrals = Henvisninger
report-line-referrals = henvisninger fra og til samarbejdspartnere i en periode
report-definition-referrals = Fra: henvendelser i perioden, som en samarbejdspartner henviste (M20). Til: borgere henvist til en samarbejdspartner i perioden (M21). Besvaret: partneren har svaret, på hvilken måde det end er, senest på periodens sidste dag. Median af dage: fra henvisningen til det første svar, over de besvarede.
report-basis-referrals = n = { $n } henvisninger fra og til. Mangler: { $missing ->
    [0] ingen
    [one] 1 henvendelse, hvor samarbejdspartneren ikke er oplyst
   *[other] { $missing } henvendelser, hvor samarbejdspartneren ikke er oplyst
}.
report-referrals-in = Fra samarbejdspartnere
report-referrals-out = Til samarbejdspartnere
report-column-partner = Samarbejdspartner
report-column-sent = Henvist
report-column-answered = Besvaret
report-column-days = Median af dage til svar

report-title-situation = Udredning og kontakt med normalsystemet
report-line-situation = hvad der er udredt, område for område, og kontakt til de almindelige tilbud
report-definition-situation = Forløb indskrevet senest på dagen, også de afsluttede (M31). Udredning: hvor langt hvert målområde var udredt den dag, over de forløb, hvor mindst ét område er noteret. Kontakt: hvor mange forløb, hvor borgeren den dag har kontakt med tilbuddet, og om kontakten var der i forvejen, blev etableret i forløbet eller genetableret i forløbet. Det er tal for før og efter; de siger intet om årsagen.
report-basis-situation = n = { $n } forløb. Mangler: { $missing ->
    [0] ingen
   *[other] { $missing }
} uden en udredning på sagen, { $services ->
    [0] ingen
   *[other] { $services }
} uden et tilbud på sagen.
report-situation-areas = Udredt efter område
report-situation-services = Kontakt efter tilbud
report-situation-sum = I alt
report-row-all-assessed = Forløb, hvor alle områder er udredt eller ikke relevante
report-row-newly-in-contact = Forløb med mindst én kontakt etableret eller genetableret
report-column-service = Tilbud
report-column-assessed = Udredt
report-column-under-way = I gang
report-column-not-begun = Ikke begyndt
report-column-before = I forvejen
report-column-established = Etableret
report-column-reestablished = Genetableret
report-title-continuation = Videreførelse
report-line-continuation = hvad der fortsætter efter bevillingen, og hvad der skal overdrages
report-definition-continuation = Aktiviteter, der fortsætter eller hører op (M29), og det, der skal overdrages, med hvem, til hvem og hvornår. Overdraget: senest på dagen. Over tiden: ikke overdraget, og fristen er før dagen. Tilknyttede borgere: indskrevet eller i afklaring på dagen (R3).
report-basis-continuation = n = { $n } aktiviteter og overdragelser. Mangler: { $missing } uden modtager.
report-table-activities = Aktiviteter
report-table-handover = Overdragelse
report-table-sums = I alt
report-column-activity = Aktivitet
report-column-afterwards = Efter bevillingen
report-column-carried-by = Hos
report-column-handing = Hvad
report-column-kind = Slags
report-column-state = Status
report-column-by = Fra
report-column-to = Til
report-column-due = Senest
report-column-done-on = Overdraget
report-line-carried-on = Aktiviteter, der fortsætter
report-line-ends = Aktiviteter, der hører op
report-line-handed-over = Overdraget
report-line-overdue = Over tiden
report-line-citizens-attached = Tilknyttede borgere

report-title-effort = Tidsforbrug
report-line-effort = teamets tid med borgerne efter måned, fase, slags, hvem og målområde, ved siden af de nåede mål
report-definition-effort = Minutterne på periodens kontakter, lagt sammen for hele teamet (M32). Et forsøg tæller, når der er skrevet minutter. En kontakt står ved hvert målområde, hvor borgeren havde et mål i gang den dag; rækkerne overlapper derfor og kan ikke lægges sammen. Mål nået: mål, der blev nået i perioden og stadig var det på dens sidste dag. Tallene står ved siden af hinanden og siger ikke, hvad tiden førte til. De gælder teamet og aldrig en enkelt medarbejder.

# Forløb: faserne, det, der registreres på dem, og dokumentationen.

phases = Faser
phases-none = Faserne begynder med den første hele stjerne. Indtil da er borgeren i afklaring.
phase-now = Nu
phase-one = Fase
phase-shifted = Skiftede { $day }
phase-moved = Flyttet fra { $day }
phase-not-shifted = Skiftet er ikke registreret
phase-begins-with-star = Begyndte med første stjerne
focus-areas = Fokusområder
focus-none = Ingen valgt endnu
focus-choose = Vælg fokusområder
focus-change = Skift fokusområder
focus-hint = Vælg 1-3. Det, fasen skal samle sig om.
focus-day = Valgt den
demands = Det beder fasen om
demand-met = Opfyldt
demand-not-yet = Mangler endnu
demand-not-met = Ikke opfyldt
demand-not-relevant = Ikke relevant
demand-by = senest { $day }
demand-shift = Faseskift inden for 14 dage af planen
demand-plan = En plan, der arbejdes med
demand-focus = { $have ->
    [0] 1-3 fokusområder
    [one] 1 fokusområde
   *[other] { $have } fokusområder
}
demand-first-month = Kontakter i den første måned: { $have } (mindst { $needed })
demand-outside = Møder uden for kontoret: { $have } (mindst { $needed })
demand-support = Kontakter med netværk eller andre tilbud: { $have } (mindst { $needed })
demand-fewer = Færre kontakter om måneden end i fasen før
demand-agreed = Støtten efter forløbet er aftalt
demand-review = Fasen er set efter sammen
demand-meeting = Afsluttende samtale

phase-record = Registrér
phase-marks = Registreret på forløbet
phase-marks-none = Faseskift, fokusområder, tilbageblik og afbrydelser kommer til at stå her.
phase-open-note = Åbn noten
phase-withdraw = Træk tilbage
phase-restore = Fortryd
phase-gone = Trukket tilbage
phase-since = siden { $day }
phase-kept = Gemt: { $what }
phase-withdrawn = Trukket tilbage. Det tæller ikke længere med.
phase-restored = Sat tilbage. Det tæller med igen.
phase-back = Tilbage til forløbet
phase-save = Gem
day-example = Som 23.11.2015
mark-day = Dato

do-shift = Faseskift
do-shift-lead = Skift inden for 14 dage af planen, eller skriv, hvorfor det blev en anden dag.
do-focus = Fokusområder
do-focus-lead = Få ting ad gangen. Det, I vælger fra, kan sættes tilbage.
do-review = Tilbageblik på fasen
do-review-lead = Gå planen igennem sammen: Hvad virkede, og hvad nu?
do-interruption = Afbrydelse
do-interruption-lead = Hospital, fængsel eller mistet kontakt. En afbrydelse flytter ingen fase.
do-boundary = Flyt en fasegrænse
do-boundary-lead = Se først, hvad der sker med faserne. Skriv så hvorfor.
do-agreed = Støtte efter forløbet
do-agreed-lead = Aftal senest en måned før slutningen, hvem der støtter bagefter.
do-meeting = Afsluttende samtale
do-meeting-lead = Se tilbage på forløbet sammen, og skriv borgerens egne ord.

shift-phase = Skift til
shift-planned = { $phase } er planlagt fra { $day }.
shift-day = Skiftede den
shift-why = Hvorfor den dag?
shift-why-hint = Kun nødvendigt, når det er mere end 14 dage fra planen.
review-phase = Hvilken fase?
review-worked-label = Hvad virkede?
review-now-label = Hvad nu?
review-worked = Det virkede: { $worked }
review-both = Det virkede: { $worked }
    Nu: { $now }
interruption-from = Fra
interruption-to = Til
interruption-to-hint = Lad feltet stå tomt, hvis det stadig er sådan.
interruption-why = Hvad skete der?
interruption-why-hint = Skriv kun det, kolleger har brug for at vide.
boundary-phase = Fasen, der skal begynde en anden dag
boundary-day = Ny første dag
boundary-show = Vis, hvad der sker
boundary-effect = Det sker der med faserne
boundary-before = Nu
boundary-after = Bagefter
boundary-why = Hvorfor flyttes grænsen?
agreed-day = Aftalt den
agreed-words = Hvad er aftalt?
agreed-hint = Hvem støtter, med hvad, og fra hvornår.
meeting-day = Holdt den
meeting-words = Borgerens egne ord om forløbet
meeting-hint = De kommer med på borgerens billede af forløbet, hvis borgeren vil have det med hjem.

ahead = Næste
ahead-shift = Faseskift
ahead-shift-to = Fase { $phase } · { $day }
ahead-missing = Mangler længst
ahead-end = Forløbet slutter

documentation = Dokumentation
record-lead = Hvad der skulle stå om hvert forløb i dag. Forløb, der mangler mest, står øverst.
record-list = Forløb
record-open = Forløb i gang
record-every = Alle forløb
record-courses = { $n ->
    [one] 1 forløb, { $complete } er fuldt dokumenteret
   *[other] { $n } forløb, { $complete } er fuldt dokumenteret
}
record-place = Hvor i forløbet
record-done = Registreret
record-count = { $done } af { $of }
record-lacks = Mangler
record-complete = Intet mangler
record-more = og { $n } mere
record-all = Se det hele
record-none = Der er ingen forløb endnu
record-none-help = Når en afklaring begynder, kommer forløbet til at stå her.
record-earlier = Forrige side
record-later = Næste side
record-is-done = Er der
record-is-missing = Mangler
record-is-ahead = Kommer
record-since = siden { $day }
record-from = fra { $day }
record-with-enrolment = når borgeren bliver indskrevet
record-enquiry = Henvendelse
record-consent = Spurgt om forskning
record-star = Første stjerne
record-words = Borgerens egne ord ved stjernen
record-plan = Mål i planen
record-follow-up = Opfølgning { $day }
record-focus = Fokusområder i fase { $phase }
record-shift = Skift til fase { $phase }
record-review = Tilbageblik på fase { $phase }
record-handover = Overdragelse
record-meeting = Afsluttende samtale
record-closing = Afslutning

# Prognose: ventet tilgang, belastning og medarbejdere.

forecast-title = Prognose
forecast-lead = Hvem der ventes, hvor mange der er plads til, og hvor mange medarbejdere det kræver.
forecast-panel = Forventet tilgang og antal
forecast-people = { $n } nye borgere ventes { $period }.
forecast-between = 80 %-interval: { $low } til { $high }.
forecast-basis = Bygger på { $n } indskrivninger { $period }, { $average } om måneden.
forecast-closed = Ingen rekrutteringsperiode er åben længere, så ingen nye ventes.
forecast-too-little = Der er for lidt at regne på: mindst én hel måned skal være observeret.
forecast-known = Kendte forløb
forecast-new = Forventet
forecast-interval-word = 80 %-interval
forecast-room-word = Plads hos medarbejderne
forecast-picture = Forventet antal forløb måned for måned, fra { $from } til { $to }. Tallene står i tabellen nedenfor.
forecast-caption = Forventet antal forløb pr. måned
forecast-column-month = Måned
forecast-column-known = Kendte
forecast-column-new = Forventet
forecast-column-total = I alt
forecast-column-between = 80 %-interval
forecast-column-room = Pladser
forecast-column-share = Forankring
forecast-column-workers = Brug for
forecast-column-most = Højst
forecast-column-has = Har
forecast-all = Hele prognosen
forecast-months = Måned for måned
forecast-months-rule = Kendte forløb står, til de er ved deres planlagte slutning. Forventede kommer i månederne med åbent vindue. Brug for = borgere / { $cap } + forankring, rundet op. Højst = det samme, hvis intervallets øverste tal kommer.
forecast-share-of = Forankring i { $month }, fra 0 til 1
forecast-share-wrong = Skriv en andel fra 0 til 1, for eksempel 0,25
forecast-share-save = Regn med det
forecast-share-help = Andelen står i adressen og gemmes ikke.
forecast-worker-short = mangler { $n }
forecast-care = Pas på små tal
forecast-care-text = Tallene her er få. Et interval på 80 % betyder, at to ud af ti gange lander tallet udenfor, og intervallet ved kun, hvad der er sket før: ikke om en partner holder op med at henvise, eller om en kollega bliver syg. Brug det til at holde pladser klar, ikke til at love noget.
forecast-clarification-too = { $n ->
    [0] Ingen er i afklaring.
    [one] 1 er i afklaring og er ikke regnet med.
   *[other] { $n } er i afklaring og er ikke regnet med.
}
forecast-examples = Medarbejdere til 16, 20 og 21 borgere uden forankring: { $a }, { $b } og { $c }.
forecast-none-left = Tilskuddet er slut, så der er ingen måneder tilbage.

# Nøgletal: tallene, og hvad de tæller.

figures = Nøgletal
figures-of = { $programme } · pr. { $day }
figures-day = Status pr.
figures-from = Tilgang fra
figures-to = Tilgang til
team-figures = Teamets tal
team-figures-note = Kun til brug i teamet. Små tal kan vise, hvem det handler om.
headline-attached = { $n ->
    [one] 1 borger er tilknyttet
   *[other] { $n } borgere er tilknyttet
}
headline-rest = { $enrolled } er indskrevet, og { $clarification } er i afklaring. { $closed } er afsluttet. I alt har { $users } forskellige brugere været med.
sum-label = Nøgletal: indskrevet plus i afklaring er tilknyttet; tilknyttet plus afsluttet er forskellige brugere
figure-enrolled = Indskrevet
figure-enrolled-rule = Borgere med et forløb, hvor den første hele stjerne er udfyldt senest { $day }, og som ikke er afsluttet. n = { $n }.
figure-clarification = I afklaring
figure-clarification-rule = Borgere, hvis afklaring er begyndt senest { $day } og ikke er slut, og som ikke er indskrevet. n = { $n }.
figure-attached = Tilknyttet
figure-attached-rule = Indskrevet + i afklaring: { $enrolled } + { $clarification } = { $n }.
figure-closed = Afsluttet
figure-closed-rule = Borgere, der har været indskrevet, og hvis forløb er afsluttet senest { $day }. n = { $n }.
figure-users = Forskellige brugere
figure-users-rule = Indskrevet + i afklaring + afsluttet: { $enrolled } + { $clarification } + { $closed } = { $n }. Hver person tæller én gang, også med to forløb.
figure-left = Forladt i afklaring
figure-left-rule = Borgere, hvis afklaring sluttede uden en indskrivning senest { $day }. De tæller ikke med i summen ovenfor.
figure-enquiry = Kun henvendelse
figure-enquiry-rule = Borgere, der kun har henvendt sig, senest { $day }. De tæller ikke med i summen ovenfor.
beside-sum = Ved siden af summen

intake = Tilgang pr. måned
intake-count = { $n ->
    [one] 1 indskrivning
   *[other] { $n } indskrivninger
} · { $months ->
    [one] 1 måned
   *[other] { $months } måneder
}
intake-rule = Indskrivninger med dato i perioden { $period }, delt med antallet af hele måneder ({ $months }). En indskrivning er dagen for den første hele stjerne. n = { $n }.
intake-title = Indskrivninger pr. måned { $period }, i alt { $n }. Tallene står i tabellen nedenfor.
intake-average = Gennemsnit { $average } om måneden
intake-no-average = Perioden har ingen hel måned, så der er intet gennemsnit
intake-bars = Indskrivninger
intake-caption = Tilgang måned for måned
column-month = Måned
column-enquiries = Henvendelser
column-clarifications = Afklaringer begyndt
column-enrolments = Indskrivninger
column-closings = Afslutninger

channels = Henvendelser efter kanal
channels-rule = Alle henvendelser modtaget i perioden { $period }, efter hvordan de kom. n = { $n }, kanal mangler for { $missing }.
channels-caption = Henvendelser efter kanal
column-channel = Kanal
channels-basis = n = { $n } henvendelser. Kanalen mangler for { $missing }.
channels-none = Ingen henvendelser i perioden

caseload = Sagsstammer
caseload-rule = Tilknyttede borgere pr. medarbejder den { $day }. Loftet er { $cap }.
caseload-caption = Sagsstammer, medarbejder for medarbejder
caseload-free = { $n ->
    [0] ingen ledige pladser
    [one] 1 ledig plads
   *[other] { $n } ledige pladser
}
caseload-over = { $n } over loftet
caseload-none = Ingen medarbejdere har borgere den dag
column-enrolled = Indskrevet
column-clarification = I afklaring
column-total = I alt

forecast = Forventet tilgang
forecast-expected = { $expected } indskrivninger
forecast-period = ventes { $period }
forecast-interval = Med 80 procents sandsynlighed mellem { $low } og { $high }.
forecast-rule = Gennemsnittet { $average } om måneden fra { $observed } ({ $n } indskrivninger på { $months } måneder) ganget med periodens måneder. Intervallet regner med, at tilgangen svinger tilfældigt om det samme gennemsnit.
forecast-caution = Bygger på n = { $n } indskrivninger på { $months } måneder. Det er et skøn og ikke et løfte: ændrer rekrutteringen sig, gælder det ikke.
forecast-none = Der er for kort tid bag til at regne frem.

outcomes = Udvikling
outcomes-note = Før og efter for borgere med to hele målinger eller flere, målt senest { $day }. Tallene siger ikke, hvad der er grunden.
outcomes-who5 = WHO-5
outcomes-who5-rule = Forløb, der var i gang i perioden { $period }. Første og seneste hele måling i forløbet. Risikozonen er 50 eller mindre; en ændring tæller fra 10. n = { $n }, { $incomplete } målinger er ikke udfyldt helt og har ingen score.
outcomes-who5-basis = n = { $n } borgere. { $missing } mangler, fordi de har færre end to hele målinger. { $incomplete ->
    [one] 1 måling har ingen score.
   *[other] { $incomplete } målinger har ingen score.
}
outcomes-star = Stjernen område for område
outcomes-star-rule = Første og seneste hele stjerne, der har et tal for området. n står ved hvert område. Trinene er ikke lige lange, så der regnes ikke et gennemsnit.
outcomes-purpose = Formål
outcomes-purpose-basis = n = { $n } borgere. { $missing } mangler, fordi de ikke har svaret.
outcomes-purpose-rule = Første og seneste svar om formålet. n = { $n }. { $changed } har skiftet mellem de to.
column-first = Første
column-latest = Seneste
column-n = n
column-missing = Mangler
column-up = Frem
column-same = Uændret
column-down = Tilbage
column-median-first = Median første
column-median-latest = Median seneste
row-risk-zone = I risikozonen
row-median = Median
row-improved = Frem
row-same = Uændret
row-worsened = Tilbage
row-change = Ændring
column-purpose = Formål
median-few = under 10
outcomes-none = Ingen har to hele målinger endnu.

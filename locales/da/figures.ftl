# Nøgletal: tallene, og hvad de tæller.

figures = Nøgletal
figures-of = { $programme } · pr. { $day }
figures-not-yet = Dagen er ikke kommet endnu. Vælg i dag eller en dag før; hvad der ventes, står på siden Prognose
figures-day = Status pr.
figures-from = Perioden fra
figures-to = Perioden til
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
channels-caption = Henvendelser efter kanal
column-channel = Kanal
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
column-first = Første
column-latest = Seneste
column-n = n
column-up = Frem
column-same = Uændret
column-down = Tilbage
column-median-first = Median første
column-median-latest = Median seneste
row-improved = Frem
row-same = Uændret
row-worsened = Tilbage
column-purpose = Formål
outcomes-none = Ingen har to hele målinger endnu.
behind-title = Bag et tal
behind-lead = { $n } · { $asked }. Her står hver, der tæller med.
behind-who = Hvem
behind-part = Tæller
behind-none = Ingen, du må se, tæller med.
behind-enquiry = henvendelse { $day } uden navn · { $channel }
behind-hidden = { $n } tæller med for borgere, du ikke må se.
behind-not-shown = { $n } flere tæller med. Der vises højst 500.

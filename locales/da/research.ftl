# Forskning: pakker til forskere, siden om dem, og ordene i kodebogen.

research-title = Forskning
research-says = Pakker til forskere: hvem fik hvad, og hvem skal slettes
research-lead = Oplysninger om enkelte personer til forskere: kun om dem, der har sagt ja, og uden noget, der peger tilbage på nogen.
research-waits = { $n ->
    [one] 1 skal slettes hos en modtager
   *[other] { $n } skal slettes hos modtagere
}
research-nothing-waits = Ingen skal slettes hos en modtager
research-ready = { $n ->
    [one] 1 har sagt ja og er blevet indskrevet.
   *[other] { $n } har sagt ja og er blevet indskrevet.
}
research-needed = Der skal være mindst { $n }.
research-not-yet = Der er ikke nok endnu
research-aggregates = Når så få er med, kan en enkelt kendes igen, også uden navn. Giv forskerne de samlede nøgletal i stedet: dem kan alle få.
research-figures = Se nøgletallene
research-new = Lav en pakke
research-recipient = Hvem får den?
research-recipient-hint = Fx et forskningscenter og den, der har skrevet under
research-purpose = Hvad skal den bruges til?
research-purpose-hint = Som det står i aftalen med forskerne
research-day = Opgjort til og med
research-day-hint = Kan stå tomt: så er det i dag
research-make = Lav pakken
research-given = Hvem har fået hvad
research-none = Der er ikke lavet nogen pakker
research-none-help = Her kommer til at stå, hvem der fik hvad og hvornår.
research-made = Lavet { $at } af { $by }, opgjort til og med { $day }
research-operator = kommandolinjen
research-counts = { $out ->
    [0] { $n } personer
   *[other] { $n } personer · { $out } er udeladt, fordi for få ligner dem
}
research-fetch = Hent pakken
research-no-fetch = Pakken kan ikke hentes mere: nogen i den har trukket deres ja tilbage eller er slettet. Lav en ny, hvis den skal bruges.
research-recalled = { $n ->
    [one] 1 skal slettes hos modtageren
   *[other] { $n } skal slettes hos modtageren
}
research-recall-help = Bed modtageren om at slette disse rækker. Pseudonymerne siger ikke modtageren, hvem det er.
research-tell = Modtageren er bedt om at slette dem
research-told = { $n ->
    [one] Modtageren er bedt om at slette 1 person, senest { $day }
   *[other] Modtageren er bedt om at slette { $n } personer, senest { $day }
}
research-done-made = Pakken er lavet. Hent den herunder, og giv den til modtageren ad en sikker vej.
research-done-told = Det er noteret, at modtageren er bedt om at slette.
research-what = Hvad en pakke er
research-who = Hvem er med
research-who-text = En række for hver person, der har sagt ja til forskning og er blevet indskrevet. Siger nogen nej bagefter, er de ikke med i den næste pakke.
research-holds = Hvad står der
research-holds-text = Køn, alder i grupper, hvordan personen kom, og hvordan forløbet sluttede. Trivsel, stjerne og formål første og seneste gang, antal kontakter, minutter og nåede mål. Dage tælles fra indskrivningen. En kodebog følger med.
research-not = Hvad står der ikke
research-not-text = Intet navn, CPR-nummer, kaldenavn, notat, id eller nogen dato. Pseudonymerne laves på ny til hver pakke, og kun systemet kan slå dem op.
research-safe = Hvordan ingen kan kendes
research-alike = Mindst { $k } ligner hinanden i alt det, en udenforstående kan vide, og har mindst { $l } forskellige svar på det følsomme. Grupperne gøres grovere, til det passer; hvem der stadig skiller sig ud, udelades.
research-back = Hvis nogen fortryder
research-back-text = Trækker en person sit ja tilbage, står det her, hvilke rækker modtageren skal slette.
research-package-title = Forskningspakke
research-universe = Alle personer i indsatsen, der har sagt ja til forskning og ikke har trukket det tilbage, og som er blevet indskrevet.
research-unit = En række er en person. Har personen haft flere forløb, står det seneste for personen; er to journaler lagt sammen, er det én person. En række pr. forløb ville tælle samme person flere gange, og så ville fem ens rækker ikke være fem personer.
research-lead-book = Kodebogen siger, hvad der står i data.csv. Ingen fil fortæller, hvem nogen er, eller nogen dato; dagen, pakken er opgjort til, står i aftalen.
research-use = Tallene viser før og nu, ikke virkning. Det er ikke tilladt at prøve at finde ud af, hvem nogen er, eller at koble rækkerne med andre oplysninger om personer. Bliver modtageren bedt om at slette en række, skal det ske.
research-book-title = Kodebog
research-book-who = Hvem er med
research-book-number = Antal
research-book-persons = Personer
research-book-agreed = Har sagt ja og er indskrevet
research-book-left-out = Udeladt, fordi for få ligner dem
research-book-rows = Rækker i data.csv
research-book-few = { $sign } betyder, at færre end { $k } eller ingen er udeladt. Hvor mange siges ikke, og derfor heller ikke, hvor mange der har sagt ja.
research-book-made = Sådan er den lavet
research-book-alike = Alt det, en udenforstående kan vide, gøres grovere ad en fast stige, til mindst { $k } personer ligner hinanden og mindst { $l } forskellige værdier findes blandt dem i hver følsom kolonne. Her er trin { $rung } af { $rungs } brugt, og den mindste gruppe er på { $smallest }.
research-book-columns-out = Disse følsomme kolonner er udeladt, fordi næsten alle har samme værdi:
research-book-use = Brug
research-book-variables = Kolonner
research-book-values = Værdier
research-book-how = Sådan er værdierne lavet
research-book-instruments = Spørgeskemaer
research-book-name = Navn
research-book-label = Betydning
research-book-part = Rolle
research-book-missing = Mangler
research-book-value = Værdi
research-part-quasi = kan kendes udefra
research-part-days = dage
research-part-sensitive = følsom
research-label-person = Pseudonym
research-label-gender = Køn
research-label-age = Alder ved indskrivningen
research-label-channel = Hvordan personen kom
research-label-ending = Hvordan forløbet sluttede
research-label-ended = Dage til afslutningen
research-label-shift = Dage til fase { $n }
research-label-score-first = { $of }, første score
research-label-score-latest = { $of }, seneste score
research-label-score-first-day = Dage til den første: { $of }
research-label-score-latest-day = Dage til den seneste: { $of }
research-label-step-first = { $of }, første trin
research-label-step-latest = { $of }, seneste trin
research-label-star-day = Dage til den seneste: { $of }
research-label-purpose-first = { $of }, første svar
research-label-purpose-latest = { $of }, seneste svar
research-label-purpose-day = Dage til det seneste svar: { $of }
research-label-contacts = Kontakter
research-label-minutes = Minutter
research-label-reached = Nåede mål: { $of }
research-label-reached-other = Nåede mål uden for målområderne
research-made-person = Tilfældigt og nyt i hver pakke; det kan ikke regnes tilbage til noget.
research-made-gender = Det personen har sagt. Et andet køn og intet svar står sammen.
research-made-age = Indskrivningens år minus fødselsåret, i grupper.
research-made-channel = Den første henvendelse, i grupper: selv, netværk, fagperson eller opsøgende arbejde.
research-made-ending = Åben, planmæssig, borgerens ønske eller flytning, eller andet; i grupper.
research-made-days = Hele dage fra indskrivningen, rundet ned til et helt antal gange { $n }. Tomt, hvis det ikke er sket.
research-made-days-none = Dage er udeladt i denne pakke, fordi for få ligner hinanden.
research-made-score = Skemaets score, når alle spørgsmål er besvaret. Den seneste står kun, når der er mindst to.
research-made-step = Borgerens trin, når hele stjernen er udfyldt. Tomt, når området ikke er relevant; det seneste står kun, når der er mindst to.
research-made-purpose = Borgerens svar. Det seneste står kun, når der er mindst to.
research-made-contacts = Kontakter i forløbet og afklaringen før det; forsøg tæller ikke.
research-made-minutes = Minutter af de kontakter, hvor de er skrevet. Tomt, når de ikke er skrevet for nogen.
research-made-reached = Mål, der er nået på dagen, pakken er opgjort til. At ingen er nået, regnes ikke for følsomt.
research-ages-band = { $band } år
research-value-under_20 = under 20 år
research-value-under_30 = under 30 år
research-value-30_plus = 30 år og derover
research-value-60_plus = 60 år og derover
research-value-uoplyst = ikke oplyst
research-value-alle = alle, ikke opdelt
research-value-kvinde = kvinde
research-value-mand = mand
research-value-andet_uoplyst = et andet køn eller ikke oplyst
research-value-selv = af sig selv
research-value-netvaerk = gennem netværk
research-value-fagperson = gennem en samarbejdspartner eller myndighed
research-value-opsoegende = gennem opsøgende arbejde eller materiale
research-value-selv_eller_netvaerk = af sig selv eller gennem netværk
research-value-andre = på anden måde
research-value-aaben = ikke afsluttet
research-value-planmaessig = som planlagt
research-value-borgeren = borgerens ønske eller flytning
research-value-andet = af anden grund
research-value-afsluttet = afsluttet

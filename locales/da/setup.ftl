# Opsætning: organisationen, indsatsens regler og versioner, medarbejderne, og skift mellem indsatser.

setup = Opsætning
setup-rules = Indsatsens regler
setup-history = Versioner
setup-file = Regler som fil
setup-holder = Tilskudsmodtager
setup-logo = Logo
setup-staff = Medarbejdere

rules-lead = Ret det, der skal gælde. Før noget gemmes, ser du, hvis forløb det flytter, og hvor meget.
rules-read-lead = Reglerne forklarer, hvornår et forløb kan begynde, hvor længe det varer, og hvor mange borgere en medarbejder kan have.
rules-who-changes = Projektkoordinatoren og administratoren kan ændre reglerne.
rules-saved = Reglerne er gemt som en ny version.
rules-same = Reglerne siger det samme som før. Der er intet at gemme.
rules-moved-meanwhile = Noget har ændret sig, siden du så det. Se det igen, før du gemmer.
rules-title = Titel
rules-title-help = Neutral: den kan stå på en skærm, som andre ser.
rules-da = På dansk
rules-en = På engelsk
rules-from = Første dag
rules-to = Sidste dag
rules-funding = Bevilling
rules-funding-help = Intet forløb planlægges længere end bevillingens sidste dag.
rules-window = Rekrutteringsperiode
rules-windows = Rekrutteringsperioder
rules-windows-help = Nye forløb kan kun begynde i en af perioderne.
rules-window-n = Periode { $n }
rules-window-new = Ny periode
rules-window-more = Endnu en periode
rules-remove = Fjern
rules-numbers = Forløb og medarbejdere
rules-range = Et helt tal fra { $from } til { $to }.
rules-instrument = Skema
rules-instruments = Skemaer
rules-instruments-label = Skemaer ved hver opfølgning
rules-instruments-hint = De skemaer, programmet kender.
rules-enrolling = Skema, der indskriver
rules-enrolling-hint = Det første, der er helt udfyldt, begynder forløbet.
rules-area = Målområde
rules-areas = Målområder
rules-areas-help = Et område, der er brugt, kan ikke fjernes. Det kan udgå: så kan nye mål ikke få det.
rules-area-n = Område { $n }
rules-area-new = Nyt område
rules-area-more = Endnu et område
rules-retire = Udgår
rules-retired = udgået
rules-in-use = i brug
rules-none = findes ikke
rules-order = i ny rækkefølge
rules-zone = Tidszone
rules-show = Se, hvad der flytter sig
rules-operator = kommandolinjen ({ $name })
rules-by = Gemt af { $who }, { $at }

change-what = Hvad
change-before = Før
change-after = Nu

preview-title = Det flytter sig
preview-nothing = Intet forløb, ingen frist og ingen borger flytter sig.
preview-lead = { $n ->
    [0] Ingen planlagte slutdage flytter sig.
    [one] Én planlagt slutdag flytter sig.
   *[other] { $n } planlagte slutdage flytter sig.
} Intet er gemt endnu.
preview-changes = Det ændrer du
preview-ends = Planlagt slut
preview-ends-help = De, der mister mest tid, står først.
preview-citizen = Borger
preview-by = Flyttet
preview-earlier = { $n ->
    [one] 1 dag tidligere
   *[other] { $n } dage tidligere
}
preview-later = { $n ->
    [one] 1 dag senere
   *[other] { $n } dage senere
}
preview-months = { $n ->
    [one] 1 måned
   *[other] { $n } måneder
}
preview-no-end = ingen
preview-after-funding = Begyndt efter bevillingens sidste dag
preview-more = Faser og opfølgninger
preview-others = { $n ->
    [one] Ét forløb får andre faser eller opfølgninger
   *[other] { $n } forløb får andre faser eller opfølgninger
}
preview-enrolment = Indskrevet: { $from } bliver til { $to }
preview-phase = Fase { $n } begynder { $to } i stedet for { $from }
preview-gone = Ikke længere opfølgning: { $days }
preview-new = Ny opfølgning: { $days }
preview-somebody = En borger
preview-outside = Indskrevet uden for perioderne
preview-outside-help = Forløbene går videre, selv om de begyndte uden for de nye perioder.
preview-enrolled = Indskrevet { $day }
preview-clarifications = Afklaringer med ny frist
preview-clarifications-help = Så længe kan borgeren blive indskrevet.
preview-until = Kan indskrives til og med { $day }
preview-no-window = Kan ikke længere indskrives uden en undtagelse
preview-cap = Medarbejdere over loftet
preview-cap-help = Ingen mister borgere, men de kan ikke få flere.
preview-over = { $n } borgere, og loftet bliver { $cap }
preview-over-before = { $n } borgere, og loftet bliver { $cap }. Var over loftet i forvejen
preview-areas = Mål i områder, der udgår
preview-areas-help = Målene bliver, hvor de er.
preview-retired = { $area }: { $n ->
    [one] 1 aktivt mål
   *[other] { $n } aktive mål
}
preview-withhold = Mindre tal forlader teamet: offentliggjorte tal skjules først under { $n }. Spørg databeskyttelsesrådgiveren.
preview-instrument = Et skema udgår: gamle besvarelser bliver, men der bedes ikke om nye.
preview-save-title = Gem ændringen
preview-why = Hvorfor?
preview-why-hint = Grunden står i versionerne.
preview-save = Gem som ny version
preview-back = Ret
preview-cancel = Fortryd
preview-stale = En anden har gemt andre regler imens
preview-stale-text = Intet af dit er gemt. Nedenfor står det, den anden ændrede, og derefter det, du ville ændre i de nye regler. Gemmer du, gælder dine felter.
preview-theirs = Den andens ændring

file-lead = Hent reglerne som en TOML-fil, ret den, og læg den op igen. Den tjekkes og vises, før noget gemmes.
file-present = Filen
file-download = Hent filen
file-comments = Kommentarer bliver i en fil, du selv lægger op. Gemmer nogen bagefter fra skærmen, skrives filen på ny uden dem.
file-choose = Vælg en fil
file-choose-hint = Vælger du ingen, bruges teksten herunder.
file-paste = Filens tekst
file-line = Linje { $line }
file-faults = { $n ->
    [one] Der er én fejl i filen
   *[other] Der er { $n } fejl i filen
}
file-wrong = Fejl i filen
file-wrong-help = Filens nøgler er på engelsk, og det er beskederne også.

history-lead = Hver version, hvem der gemte den, hvorfor, og hvad den ændrede.
history-now = Version { $n }, som gælder nu
history-version = Version { $n }
history-first = Den første version.
history-changed = Det blev ændret
history-rules = Reglerne i denne version

holder-lead = Hvem der driver indsatsen, og hvem der er ansvarlig for bevillingen.
holder-name = Organisationens navn
holder-kind = Type
holder-municipality = Kommune
holder-cvr = CVR-nummer
holder-cvr-hint = Otte cifre. Har organisationen intet, så lad feltet stå tomt og skriv den ansvarliges CPR-nummer nedenfor.
holder-grant = Ansvarlig for bevillingen
holder-grant-help = Én person.
holder-responsible = Navn
holder-responsible-hint = Skriver du et andet navn, er det en anden person, og CPR-nummeret skal skrives igen.
holder-contact = Stilling og kontakt
holder-contact-hint = Fx kontorchef, mail eller telefon. Må stå tomt.
holder-cpr = Den ansvarliges CPR-nummer
holder-cpr-hint = Kun når organisationen ikke har et CVR-nummer. Det forsegles. Lad feltet stå tomt for at beholde det, der er gemt.
holder-cpr-hidden = CPR-nummeret er skjult.
holder-cpr-open = Vis CPR-nummeret
holder-cpr-opened = At du så nummeret, står i loggen.
holder-save = Gem
holder-saved = Oplysningerne er gemt.

staff-lead = Hvem der har hvilken rolle i indsatsen. Brugere oprettes på kommandolinjen.
staff-list = Medarbejdere i indsatsen
staff-name = Navn
staff-role = Rolle
staff-role-choose = Vælg en rolle
staff-days = Fra og til
staff-citizens = Borgere
staff-end = Afslut
staff-new = Giv en bruger en rolle
staff-new-help = Brugeren skal findes i organisationen i forvejen.
staff-user = Brugernavn
staff-first-day = Første dag
staff-add = Giv rollen
staff-joined = Rollen er givet.
staff-left = Rollen har fået en sidste dag.
staff-end-title = { $name } holder op
staff-handover = Borgere, der skal gives videre
staff-none-left = Ingen borgere er tildelt efter den sidste dag.
staff-left-behind = { $n ->
    [one] Én borger er tildelt også efter den sidste dag. Giv forløbet til en anden først.
   *[other] { $n } borgere er tildelt også efter den sidste dag. Giv forløbene til andre først.
}
staff-unnamed = { $n ->
    [one] Én af dem kan du ikke se.
   *[other] { $n } af dem kan du ikke se.
}
staff-hand-over = Giv videre
staff-deputy = Er det kun for en tid, så sæt en vikar ind i stedet:
staff-end-form = Sidste dag
staff-last-day = Sidste dag i rollen
staff-last-day-hint = Fx 31.12.2015. Dagen tæller med.
staff-end-save = Gem den sidste dag

choose-title = Skift indsats
choose-switch = Skift indsats
choose-lead = Du har en rolle i flere indsatser. Du arbejder i én ad gangen, og intet går fra den ene til den anden.
choose-current = Her er du nu
choose-go = Gå til

# Logoet på indsatsens dokumenter
logo-lead = Rapporter, referater og andre af indsatsens egne dokumenter begynder med logoet, i PDF og i Word. Det står aldrig på papirer til eller om en borger: de må ikke fortælle, hvor de er fra.
logo-present = Sådan står det
logo-none = Der er intet logo. Dokumenterne begynder med deres titel.
logo-choose = Vælg et logo
logo-change = Skift logoet
logo-file = Billede
logo-file-hint = PNG eller JPEG, højst 5 MB. Gennemsigtigt bliver hvidt, og oplysninger gemt i filen følger ikke med.
logo-file-keep-hint = PNG eller JPEG, højst 5 MB. Vælger du intet, beholdes billedet.
logo-says = Hvad logoet viser
logo-says-hint = Læses op for den, der ikke ser det, for eksempel »Kommunens logo«.
logo-save = Gem logoet
logo-saved = Logoet er gemt. Det står på de dokumenter, der laves fra nu af.
logo-remove = Fjern logoet
logo-removed = Logoet er fjernet.

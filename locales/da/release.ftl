# Rapporter, der forlader huset.

reports = Rapporter
reports-lead = Skriv, kontrollér og lås det, der sendes videre. Ingen tal i en udgivelse fortæller om en enkelt borger.
reports-make = Lav en rapport
reports-usual = { $title } til { $for }, pr. i dag
reports-waiting = Venter på en anden
reports-waiting-note = En rapport låses af en anden end den, der foreslog den.
reports-waiting-none = Ingen rapporter venter.
reports-locked = Låste versioner
reports-locked-none = Ingen rapporter er låst endnu.
reports-turned-down = Afviste forslag
release-report = Rapport
release-as-of = Status pr.
release-period = Periode
release-addressee = Modtager
release-name = { $title }, version { $n }
release-line = pr. { $day } · { $for } · foreslået { $on } af { $by }
release-draft = Kladde, ikke låst
release-team-note = Her står teamets tal. Et skraveret tal holdes tilbage i udgivelsen.
release-withheld-word = holdes tilbage i udgivelsen
section-missing = Tekst mangler
section-title = Tekst i rapporten
section-write = Skriv
section-correct = Ret teksten
section-back = Rapporten
section-text = Teksten i rapporten
section-text-hint = Den gælder for rapporter af dette år og følger med til næste år, indtil I skriver en ny. Skriv ikke noget, der peger på en enkelt borger.
section-from-year = Teksten er fra { $year }. Når du gemmer, bliver den dette års.
release-missing = Mangler, før den kan låses
release-lacks = { $name } mangler i opsætningen
release-propose = Bliver version { $n }
release-propose-do = Foreslå låsning
release-propose-note = Tal, tekster og filer fryses nu. En anden kontrollerer og låser dem.
release-corrected = Hvad er rettet siden sidst?
release-withheld-question = Hvad er tilbageholdt?
release-withheld-count = { $n ->
    [0] Ingen tal
    [one] 1 tal
   *[other] { $n } tal
}
release-withheld-note = vises ikke i udgivelsen, så ingen kan genkendes. I udgivelsen står grunden, men ikke tallene.
release-withheld-more = Vis resten
release-why-small = under { $below }
release-why-gives-away = ellers kan et lille tal regnes ud
release-why-before = blev holdt tilbage før
release-checked = Kontrolleret mod alle tal i rapporten og { $n ->
    [0] ingen tidligere udgivelser
    [one] den ene tidligere udgivelse
   *[other] de { $n } tidligere udgivelser
} til modtageren.
release-agreed-line = { $called } vises præcist: { $reference }.
release-given-away = Modtageren kan allerede regne noget ud.
release-given-away-note = Af det, der er sendt eller vises efter aftale, kan modtageren se noget om disse små tal. Det kan ikke kaldes tilbage; denne rapport siger ikke mere om dem.
release-given-away-others = { $n ->
    [one] 1 lille tal, som ikke står i denne rapport
   *[other] { $n } små tal, som ikke står i denne rapport
}
release-fetch-draft = Hent kladden
release-pdf-note = kan læses op
release-docx-note = til at skrive videre i
release-file-name = Filnavn
release-back = Rapporten
release-about = Om rapporten
release-column-says = Oplysning
release-proposed = Foreslået
release-locked-by = Låst
release-turned-down-by = Afvist
release-by-on = { $name }, { $day }
release-withheld = Tilbageholdte tal
release-corrects-short = Retter
release-corrected-by = Rettet af
release-files = Filer
release-file = Fil
release-sum = Kontrolsum (SHA-256)
release-sum-note = Filerne er de samme hver gang. Kontrolsummen viser, at ingen har ændret dem.
release-files-when-locked = Filerne kan hentes, når rapporten er låst.
release-files-turned-down = Filerne kan ikke hentes: forslaget er afvist.
release-preview = Det, der låses
release-preview-none = Indholdet er ikke gemt til gennemsyn. Afvis forslaget, og foreslå det igen.
release-preview-quote-hidden = Et citat, som du ikke må se
release-size = { $n } KB
release-sent = Sendt til
release-sent-to = Sendt til
release-sent-to-hint = For eksempel tilskudsgivers postkasse eller styregruppens medlemmer.
release-sent-on = Dato
release-sent-none = Den er ikke noteret som sendt.
release-note-sent = Notér, at den er sendt
release-correct = Ret i en ny version
release-lock = Lås som version { $n }
release-waits = Venter på en anden end dig
release-turn-down = Afvis forslaget
release-why = Hvorfor?
release-why-hint = Skriv, hvad der skal være anderledes, så den kan foreslås igen.
release-done-proposed = Rapporten er foreslået. En anden skal låse den.
release-done-locked = Rapporten er låst. Den kan hentes og sendes.
release-done-turned-down = Forslaget er afvist.
release-done-sent = Det er noteret.
exact-title = Præcise tal efter aftale
exact-lead = Totaler, som en modtager efter aftale får vist, også når de er under grænsen.
exact-none = Der er ingen aftaler.
exact-new = Ny aftale
exact-edit = Ret aftalen
exact-counts = Hvilke totaler?
exact-counts-hint = Kun hele indsatsens totaler. Andre tal holdes stadig tilbage, så de ikke kan regnes ud.
exact-reference = Hvor står aftalen?
exact-reference-hint = For eksempel: Tilsagnsbrev af 1.3.2013, punkt 4.

# Faste rapporter
regular-title = Faste rapporter
regular-lead = Programmet gør dem klar som forslag tidligt om morgenen den 1., med tallene fra dagen før. En af jer låser dem og sender dem; det sker aldrig af sig selv.
regular-none = Der er ingen faste rapporter.
regular-new = Ny fast rapport
regular-edit = Ret den faste rapport
regular-what = { $title } til { $for }
regular-no-template = Rapport uden skabelon
regular-to = Hvem skal have den?
regular-to-line = Modtagere: { $to }
regular-addressee-hint = Tallene kontrolleres mod det, denne modtager har fået før.
regular-rhythm = Hvor tit?
regular-period = Hvad skal den tælle?
regular-period-hint = Perioden er slut, når rapporten laves. Status er pr. den sidste dag i måneden før.
regular-since = Fra hvornår?
regular-about = Tæller { $period } · næste gang { $next }
regular-last = Se den fra { $on }
regular-cannot-yet = Kan ikke laves endnu
regular-why = { $on }: { $why }.
regular-draft = Åbn kladden
release-by-program = programmet

# I rapporten selv
release-lead = Tal pr. { $day } og for perioden { $period }. Til: { $for }.
release-version = Version { $n }
release-draft-note = Kladde. Den er ikke låst og må ikke sendes videre.
release-nothing = Intet er skrevet her.
release-table-left-out = Tabellen »{ $title }« er udeladt, fordi næsten alle dens tal er små.
release-withheld-title = Tal, der ikke vises
release-withheld-none = Alle tal vises.
release-withheld-why = Et lille tal kan pege på mennesker, som nogen kender. Derfor vises det ikke, og heller ikke de tal, det kunne regnes ud af.
release-agreed = Nogle totaler vises præcist efter aftale: { $reference }.
release-corrects = Rettelse af version { $n }
release-corrects-table = Tal, der er rettet
release-corrects-no-count = Ingen tal er ændret.
release-before = Før
release-now = Nu
release-programme-title = Indsatsen
release-programme = Indsats
release-funding = Tilskudsperiode
release-recruitment = Rekruttering
release-course = Et forløb varer
release-months = { $n } måneder
release-phases = Faser
release-cap = Borgere pr. medarbejder, højst
release-holder-title = Tilskudsmodtager
release-organisation = Organisation
release-kind = Form
release-municipality = Kommune
release-cvr = CVR-nummer
release-responsible = Tilskudsansvarlig
release-groups-title = Grupper
release-group = Gruppe
release-group-kind = Art
release-group-task = Opgave
release-group-members = Medlemmer
release-held-back = Et citat må ikke bruges længere. Afvis, og foreslå igen
release-taken-back = Citat trukket tilbage
release-taken-back-text = Rapporten er låst og bliver stående, som den er sendt. Bed dem, der har den, om ikke at bruge citatet mere, og notér det.
release-taken-back-erased = Ordene er slettet her
release-taken-back-told = Modtagerne ved det
release-taken-back-do = Modtagerne har fået besked
release-done-taken-back = Det er noteret, at modtagerne har fået besked.
release-redefined = Tælles anderledes nu
release-redefined-figure = Opgørelse
release-redefined-text = Rapporten står, som den blev frosset, med de tal og definitioner, der gjaldt. Et nyt udkast eller en rettelse tæller efter det, der gælder nu.
release-redefined-gone = Opgørelsen findes ikke mere
release-redefined-line = { $title } er talt efter en anden definition end i den forrige version. Dengang: { $then }
release-other-template = Skabelonen er ændret siden. Et nyt udkast følger den nye.

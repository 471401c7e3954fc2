# Samarbejdspartnere: registret, henvisninger ud og ind, og partnerens egne sider.

partners-nav = Tilbud, samarbejdspartnere og henvisninger
partners-title = Samarbejdspartnere
partners-lead = Hvem I samarbejder med, hvad der er aftalt, og hvordan det bliver holdt.
partners-list = Alle samarbejdspartnere
partners-empty = Her er ingen samarbejdspartnere endnu
partners-empty-help = Når projektkoordinatoren har skrevet en partner ind, står dens folk, tilbud og aftale her.
partner-one = Samarbejdspartner
partner-called = Hedder { $name } i lister og tidslinjer
partner-rename = Ret navnet
partner-offers = Tilbud
partner-offers-none = Ingen tilbud er skrevet ind endnu.
partner-saved-person = Personen er gemt.
partner-saved-removed = Det er taget ud.
partner-saved-agreement = Aftalen er gemt.
partner-saved-duty = Opfølgningen er gemt.

people-title = Kontaktpersoner
people-empty = Ingen endnu.
person-new = Ny kontaktperson
person-edit = Ret kontaktpersonen
person-edit-link = Ret
person-lead = Oplysningerne forsegles under personens egen nøgle.
person-name = Navn
person-role = Hvad laver personen der?
person-phone = Telefon
person-mail = Mail
person-remove = Personen er der ikke mere

agreement = Samarbejdsaftale
agreement-new = Ny samarbejdsaftale
agreement-edit = Ret aftalen
agreement-lead = Aftalen har altid fire pligter: at gøre tilbuddene synlige for egne medarbejdere, at henvise til hinanden, at bidrage til en helhedsorienteret indsats og at udveksle viden.
agreement-edit-lead = Slutter aftalen før tid, så ret den sidste dag. Det, der stod før, bliver stående i historikken.
agreement-from = Første dag
agreement-to = Sidste dag
agreement-to-hint = To aftaler med samme partner kan ikke gælde samme dag.
agreement-signed-on = Hvilken dag blev den skrevet under?
agreement-signers = Hvem har skrevet under?
agreement-signers-hint = Én fra hver side.
agreement-reason = Hvorfor rettes den?
agreement-reason-hint = Grunden står i historikken.
agreement-save = Gem aftalen
agreement-signed = Skrevet under { $day }
agreement-none = Ingen aftale
agreement-holds = Gælder nu
agreement-ahead = Begynder senere
agreement-over = Er sluttet
agreement-empty = Der er ingen samarbejdsaftale endnu.
agreement-history = Rettelser
agreement-changed = Rettet { $day } af { $name }
agreement-stood = Før stod der:

duties = Pligter
duties-overdue = { $n ->
    [one] 1 pligt skulle være set på
   *[other] { $n } pligter skulle være set på
}
duty-next = Næste gang { $day }
duty-overdue-since = Skulle være set på { $day }
duty-never-looked = Er ikke set på endnu
duty-none = Ingen opfølgning endnu.
duty-note = Følg op
duty-lead = Se på, om begge sider har holdt aftalen siden sidst.
duty-which = Hvilken pligt?
duty-kept-legend = Er den holdt?
duty-words = Hvad så I?
duty-words-hint = Ved ”delvist” og ”ikke”: hvad manglede, og hvad gør I? Skriv ikke om borgere.
duty-on = Hvilken dag?
duty-next-on = Hvornår ser I på det igen?
duty-next-hint = Tomt, hvis det ikke er aftalt.
duty-take-out = Tag opfølgningen ud
duty-take-out-lead = { $day }: { $duty }, { $kept }.
duty-take-out-link = Skrevet ved en fejl
duty-take-out-do = Tag den ud

referrals-title = Henvisninger
referrals-lead = Hvem I har henvist til partnere, og hvem partnere har henvist til jer.
referrals-late = { $n ->
    [one] 1 henvisning har ventet for længe på svar
   *[other] { $n } henvisninger har ventet for længe på svar
}
referrals-all = Alle
referrals-waiting = Venter på svar
referrals-out = { $n ->
    [one] Ud: 1 henvisning
   *[other] Ud: { $n } henvisninger
}
referrals-in = { $n ->
    [one] Ind: 1 henvisning
   *[other] Ind: { $n } henvisninger
}
referrals-out-none = Ingen henvisninger ud. En henvisning begynder i et mål i borgerens plan.
referrals-in-none = Ingen partner har henvist nogen endnu.
referrals-who = Hvem
referrals-to = Til
referrals-from = Fra
referrals-answer = Svar
referrals-consent = Samtykke
referrals-waits = Venter på svar
referrals-said-yes = Ja
referrals-said-no = Nej
referrals-not-noted = Ikke noteret
referrals-agreed = Personen sagde ja { $day }
referrals-by-sign-in = partnerens login
referrals-noted = noteret af jer
referrals-told = Partneren fik besked { $day }
referrals-told-no-more = Partneren ser ikke mere, hvad der skete
referrals-not-told = Partneren ser kun, at den er modtaget
referrals-remind = Vi har skrevet til dem
referrals-remind-day = Hvilken dag skrev I?
referrals-today = i dag
referrals-reminded = Rykkeren er noteret.
referrals-reminded-on = { $n ->
    [one] Skrevet til { $day }
   *[other] Skrevet til { $n } gange, sidst { $day }
}
referrals-counts = Antal
referrals-counts-in = Ind, efter partner
referrals-counts-out = Ud, efter partner
referrals-counts-channel = Henvendelser, efter vej ind
referrals-number = Antal
referrals-answered = Besvaret
referrals-median = Dage til svar
referrals-missing = { $n ->
    [one] 1 kom fra en partner, hvis navn ikke er noteret.
   *[other] { $n } kom fra en partner, hvis navn ikke er noteret.
}

nav-own-referrals = Henvisninger
nav-own-offers = Tilbud og aftale
own-referrals-title = Jeres henvisninger
own-referrals-lead = Her ser du dem, { $partner } har henvist herfra.
own-list = Henvist af jer
own-who = Hvem
own-sent = Sendt
own-state = Hvad der er sket
own-received = Modtaget
own-outcome-afklaring = Er i gang med samtaler hos os
own-outcome-henvist = Er henvist videre
own-outcome-raad = Har fået råd
own-outcome-borgers_nej = Ønskede ikke mere
own-outcome-afvist = Kunne ikke få et forløb
own-told = Fortalt { $day }
own-none = Her er ingen henvisninger endnu
own-none-help = Når I har henvist en person, kan I se her, at den er modtaget.
own-rule = Vi fortæller kun mere, når personen har sagt ja til det. Ellers står der ”Modtaget”, uanset hvad der er sket.
refer-in-title = Henvis en person
refer-in-lead = Skriv kun det, personen er enig i. Vi kontakter personen, ikke jer.
refer-in-called-label = Alias eller navn
refer-in-called-hint = Det, vi skal spørge efter. Et rigtigt navn er ikke nødvendigt.
refer-in-contact-label = Hvordan får vi fat i personen?
refer-in-contact-hint = Fx et telefonnummer, eller hvor og hvornår I ses.
refer-in-wish-label = Hvad ønsker personen?
refer-in-wish-hint = Med personens egne ord, hvis I kan.
refer-in-agrees-legend = Har personen sagt ja?
refer-in-agrees = Personen har sagt ja til denne henvisning
refer-in-send = Send henvisningen
refer-in-done = Henvisningen er sendt.
refer-in-done-more = Vi tager den herfra.
refer-in-called = alias eller navn
refer-in-contact = kontakt
refer-in-wish = ønske
own-offers-title = Jeres tilbud og aftale
own-offers-lead = Det, medarbejderne her kan se om { $partner }.
own-offers-none = Der er ikke skrevet tilbud ind endnu. Ring eller skriv til projektkoordinatoren.
own-offer-edit = Ret åbningstid og betingelser
own-offer-done = Tilbuddet er gemt.
own-agreement = Samarbejdsaftale
own-agreement-none = Der er ingen aftale endnu.
own-duties = Begge sider har lovet hinanden:

feedback-purpose = At fortælle, hvad der kom ud af henvisningen
told-title = Hvad må { $partner } få at vide?
told-contact = Kontakt, oplyst af partneren
told-agreed = Samtykke til henvisningen
told-agreed-by = Personen har sagt ja, siger partneren { $day }
told-nothing = Ser kun ”Modtaget”
told-no-more = Samtykket gælder ikke mere: partneren ser kun ”Modtaget”
told-words = Har fået besked
told-until = Fortalt { $day }, kan ses til { $until }
told-take-back = Træk samtykket tilbage
told-rule = Uden samtykke ser partneren det samme om alle: at henvisningen er modtaget.
told-outcome = Fortæl: { $outcome }
told-outcome-legend = Må de få at vide, hvad der kom ud af det?
told-words-label = Besked til partneren
told-words-hint = Skriv kun det, borgeren har sagt ja til.
told-consent-legend = Har borgeren sagt ja?
told-consents = Borgeren har sagt ja til, at { $partner } får det at vide
told-save = Fortæl partneren
told-saved = Partneren kan nu se det.
told-withdrawn = Samtykket er trukket tilbage. Partneren ser igen kun ”Modtaget”.
told-alike = Partneren fik ikke at vide, om personen er kendt. Er det den samme, kan projektkoordinatoren lægge dem sammen.

form-stale-again = Nogen har ændret det imens. Se efter, og gem igen, hvis dit stadig passer

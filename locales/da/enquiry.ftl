# Henvendelser: listen, den nye, og hvad der kom ud af dem.

yes = Ja
no = Nej
enquiry = Henvendelse
enquiry-new = Ny henvendelse
enquiries-lead = { $n ->
    [one] 1 er ikke besvaret
   *[other] { $n } er ikke besvaret
}
enquiries-none-unanswered = Alle er besvaret.
enquiries-heading = { $n ->
    [one] 1 henvendelse
   *[other] { $n } henvendelser
}
enquiries-filter = Vis
enquiries-all = Alle
enquiries-unanswered = Ikke besvaret
enquiries-without = Ønsker ikke forløb
enquiries-turned = Afvist
enquiries-caption = Henvendelser, de ubesvarede først, og ellers de nyeste først
enquiries-empty = Her er ingen henvendelser endnu
enquiries-empty-help = Når nogen ringer, skriver eller kommer forbi, så tryk på Ny henvendelse. Det tager under et minut, og der behøver ikke stå et navn.
enquiries-empty-filter = Der er ingen af den slags
enquiries-empty-back = Vis alle henvendelser
enquiries-turned-report = { $n ->
    [one] 1 er afvist
   *[other] { $n } er afvist
}, heraf { $outside } uden for de to spørgsmål og rekrutteringsperioden.
enquiries-turned-rule = Ingen, der vil deltage, afvises i rekrutteringsperioden. De eneste vilkår er de to spørgsmål: baggrund, og om borgeren vil tale om den.
enquiry-received = Modtaget
enquiry-who = Hvem
enquiry-wish = Ønske
enquiry-came = Hvad kom der ud af det?
enquiry-unanswered = Ikke besvaret
enquiry-waited = { $n ->
    [0] Kom i dag
    [one] Har ventet 1 dag
   *[other] Har ventet { $n } dage
}
enquiry-nobody = Ikke oplyst hvem
enquiry-colleagues = En kollegas borger
enquiry-outside = uden for vilkårene
enquiry-wants = Ønsker et forløb
enquiry-wants-not = Ønsker ikke et forløb
enquiry-wish-unknown = Ikke sagt

enquiry-new-lead = Skriv det, du ved. Resten kan vente.
enquiry-half-call = Henvendelsen
enquiry-half-who = Hvem er det?
enquiry-half-who-help = Et alias er nok. Feltet må også stå tomt.
enquiry-half-answer = Hvad kommer der ud af det?
enquiry-half-answer-help = Kan vente. Så står henvendelsen som ikke besvaret.
enquiry-date = Hvornår
enquiry-channel = Hvordan kom den?
enquiry-referrer = Hvem henviste?
enquiry-referrer-hint = Kun når en samarbejdspartner har henvist.
enquiry-partner-none = Ingen valgt
enquiry-wish-legend = Ønskes et forløb?
enquiry-note = Notat
enquiry-questions = De to spørgsmål, og forskning
enquiry-questions-help = Der er kun to vilkår for at være med. Spørg, når det passer.
enquiry-background = Er der en baggrund, som indsatsen er for?
enquiry-willing = Vil borgeren tale om den?
enquiry-not-asked = Ikke spurgt
enquiry-research = Samtykke til forskning
enquiry-wording = Sig: "Må forskere bruge dine oplysninger uden dit navn? Du kan sige nej, og du kan altid fortryde. Det ændrer ikke på din hjælp."
enquiry-research-not-asked = Ikke spurgt
enquiry-research-wording = ordlyd { $version }
enquiry-alias = Alias
enquiry-phone = Telefon
enquiry-safe = Sikker kontakt
enquiry-safe-hint = Spørg: "Er der noget, vi skal passe på, når vi ringer?"
enquiry-more-person = Navn, fødselsår og mere
enquiry-full-name = Navn
enquiry-birth-year = Fødselsår
enquiry-gender = Køn
enquiry-cpr = CPR-nummer
enquiry-address = Adresse
enquiry-protected = Adressen er beskyttet
enquiry-known = Findes borgeren allerede?
enquiry-same-as = Samme person: { $name }
enquiry-same-new = Det er en ny person
enquiry-hidden = Der findes måske en med samme { $what }, som du ikke kan se. Du kan gå videre, eller spørg projektkoordinatoren.
enquiry-answer = Svar
enquiry-answer-date = Dato for svaret
enquiry-referred-to = Henvist til
enquiry-referred-to-hint = Står stedet ikke på listen, så skriv det nedenfor.
enquiry-words = Kort om svaret
enquiry-save = Gem henvendelsen

enquiry-of = Henvendelse { $day }
enquiry-fact-channel = Kanal
enquiry-fact-background = Baggrund
enquiry-fact-willing = Vil tale om den
enquiry-fact-research = Forskning
enquiry-said = Det blev sagt
enquiry-correct-link = Ret
enquiry-to-citizen = Gå til borgerens side
enquiry-to-clarification = Gå til afklaringen
enquiry-answer-title = Besvar henvendelsen
enquiry-answer-change = Ret svaret
enquiry-answer-save = Gem svaret
enquiry-ground-background = Der er svaret nej til baggrunden. Det er et af de to vilkår.
enquiry-ground-willing = Der er svaret nej til at tale om baggrunden. Det er et af de to vilkår.
enquiry-ground-window = Rekrutteringsperioden er slut. Tilbyd gerne en henvisning i stedet.
enquiry-ground-none = Ingen af vilkårene taler for at afvise. Skriv en grund. Afvisningen bliver vist på listen for sig.
enquiry-find = Find borgeren
enquiry-find-help = Ved du nu, hvem det var? Så læg henvendelsen hos borgeren.
enquiry-find-choose = Hvem var det?
enquiry-find-save = Læg henvendelsen hos borgeren
enquiry-withdraw = Tag henvendelsen ud
enquiry-withdraw-help = Kun når den er skrevet ved en fejl. Den tælles ikke med mere, og det kan fortrydes.
enquiry-reason = Grund
enquiry-withdraw-do = Tag ud
enquiry-withdrawn = Taget ud den { $day }
enquiry-withdrawn-help = Den tælles ikke med nogen steder.
enquiry-restore = Sæt henvendelsen tilbage
enquiry-correct = Ret henvendelsen
enquiry-correct-help = Det, der stod før, bliver liggende i historikken.
enquiry-back = Tilbage uden at rette
enquiry-save-correction = Gem rettelsen
enquiry-saved-new = Henvendelsen er gemt.
enquiry-saved-clarification = Afklaringen er begyndt.
enquiry-saved-clarification-next = Projektkoordinatoren finder en, der holder samtalerne.
enquiry-saved-answer = Svaret er gemt.
enquiry-saved-correction = Rettelsen er gemt.
enquiry-saved-citizen = Henvendelsen ligger nu hos borgeren.
enquiry-saved-restored = Henvendelsen er sat tilbage.

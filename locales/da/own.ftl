# Borgerens egen skærm: korte sætninger, ingen ord om indsatsen.

own-title = Spørgsmål
own-number = Spørgsmål { $n } af { $of }
own-answered = { $n } af { $of } spørgsmål er besvaret
own-leave = Forlad siden
own-back = Tilbage
own-next = Næste
own-decline = Vil ikke svare
own-not-relevant = Ikke relevant
own-words = Vil du sige noget om det? (med dine egne ord)
own-left = { $n ->
    [one] Ca. 1 minut endnu.
   *[other] Ca. { $n } minutter endnu.
}
own-promise = Dine svar ses af dig og din medarbejder. Du får den samme hjælp, uanset hvad du svarer.
own-give-back = Giv skærmen tilbage
own-keys = Hurtig vej ud: tryk Shift tre gange
own-offline = Der er ingen forbindelse lige nu. Dit svar er her endnu, og vi prøver igen om lidt.
own-thanks = Tak for dine svar
own-thanks-tablet = Giv skærmen tilbage, når du er klar.
own-thanks-link = Du kan lukke siden nu.
own-see = Vil du se dine egne svar?
own-area = Område
own-first = Første gang
own-now = Nu
own-over-title = Siden er lukket
own-over-tablet = Tiden er gået. Dine svar er gemt. Giv skærmen tilbage.
own-over-link = Linket er brugt, eller tiden er gået. Dine svar er gemt. Bed om et nyt link, hvis du vil svare på mere.
own-start = Begynd
own-start-title = Der er nogle spørgsmål til dig
own-start-text = Det tager omkring { $minutes } minutter. Du bestemmer selv, hvad du vil svare på, og du kan stoppe når som helst. Dine svar ses af dig og din medarbejder. Du får den samme hjælp, uanset hvad du svarer.
own-start-once = Linket kan kun åbnes én gang.
own-pin-title = Giv skærmen tilbage
own-pin-text = Din medarbejder skriver sin kode her.
own-pin = Kode
own-pin-open = Lås op
own-pin-wrong = Koden passer ikke
own-pin-resume = Gå tilbage til spørgsmålene

hand-title = Giv skærmen til { $name }
hand-lead = Skærmen er låst til spørgsmålene, indtil du skriver din kode. Svarene gemmes undervejs og tæller først med, når du har gemt dem som færdige.
hand-pin = Vælg en kode på 4 til 8 tal
hand-pin-hint = Den bringer dig tilbage. Fem forkerte forsøg, og du skal logge ind igen.
hand-language = Sprog på skærmen
hand-language-da = Dansk
hand-language-en = Engelsk
hand-tablet = Giv skærmen videre nu
hand-link-title = Eller send et link til { $name }s egen telefon
hand-link-text = Linket kan åbnes én gang inden for to døgn. Send det på en måde, der er sikker for borgeren.
hand-link = Lav et link
hand-link-made = Her er linket. Det vises kun denne ene gang.
hand-link-copy = Linket
hand-heed = Vær opmærksom på

# Koordinatoren spørger en medarbejder, og medarbejderen svarer.

request-title = Spørg medarbejderen
request-lead = Spørgsmålet kommer til at stå øverst på { $name }s egen side med et link. Der sendes ingen mail.
request-nobody = Ingen arbejder med borgeren, så der er ingen at spørge. Vælg en medarbejder først.
request-about = Det drejer sig om
request-words = Ord til medarbejderen
request-words-hint = Valgfrit. Højst 500 tegn.
request-send = Spørg
request-back = Tilbage til bordet
request-list = { $n ->
    [one] Koordinatoren spørger om 1 ting
   *[other] Koordinatoren spørger om { $n } ting
}
request-by = { $by }, { $day }
request-done = Det er gjort
request-answer = Svar i stedet
request-answer-label = Svar til { $by }
request-answer-send = Send svaret
request-answered = Svaret er sendt.
request-is-done = Tak. Koordinatoren kan se, at det er gjort.

# Formularer: det, som alle formularer siger.

form-faults = { $n ->
    [one] Der er 1 fejl
   *[other] Der er { $n } fejl
}
form-sealed = forsegles
versions-title = Nogen har ændret det samme imens
versions-text = Intet er gemt endnu, og intet er gået tabt. Din tekst står i felterne herunder. Ret den til, og gem igen, eller brug den gemte.
versions-mine = Det, du skrev
versions-theirs = Det, der er gemt nu
versions-take-theirs = Brug det gemte
versions-help = Den version, der bliver erstattet, bliver liggende i historikken.
draft-kept = Kladde gemt kl. { $clock }. Intet går tabt.
draft-keep = Gem kladde
draft-throw = Kassér kladden
undo = Fortryd

lock-title = Skærmen er låst
lock-text = { $name }, skriv din adgangskode for at fortsætte. Det, du var i gang med at skrive, er gemt som kladde.
lock-refused = Adgangskoden passer ikke
lock-open = Lås op
lock-other = Log ind som en anden
lock-soon = Skærmen låses om lidt. Det, du har skrevet, er gemt som kladde.
lock-stay = Bliv her

part-label = Borgerens sider
part-overview = Overblik
part-follow-up = Opfølgning
part-plan = Plan
part-course = Forløb
part-assessment = Udredning
part-network = Netværk
part-consents = Samtykker
part-quotations = Citater
part-files = Filer
part-details = Oplysninger
part-contact = Kontakt

search-label = Søg borger, alias eller telefon
search = Søg
nav-follow-ups = Opfølgninger
nav-enquiries = Henvendelser
nav-offers = Tilbud

keys-title = Genveje på tastaturet
keys-search = Søg
keys-home = Forsiden
keys-follow-ups = Opfølgninger
keys-enquiries = Henvendelser
keys-contact = Ny kontakt (på en borgers side)
keys-move = Flyt handlingen, du står på (i planen)
keys-hide = Skjul skærmen
keys-help = Vis denne liste
keys-on = Brug genveje på denne enhed
keys-close = Luk
keys-then = derefter

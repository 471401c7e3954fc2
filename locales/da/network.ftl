# Netværk.

network = Netværk
network-lead = Mennesker og tjenester omkring borgeren.
network-in-contact = tjenester i kontakt
network-established = etableret i forløbet
network-reestablished = genetableret i forløbet
network-who = Hvem
network-kind = Hvad er det?
network-service = En tjeneste
network-person = En person
network-which = Hvilken tjeneste
network-role = Hvem er personen for borgeren?
network-name = Navn
network-contact = Kontakt til tjenesten
network-contact-on = Kontakt etableret den
network-contact-hint = Kun når kontakten kom i stand i forløbet.
network-since = Siden
network-until = Indtil
network-to = til { $day }
network-phone = Telefon
network-add = Tilføj til netværket
network-correct = Ret
network-empty = Netværket er tomt endnu
network-empty-text = Tilføj lægen, jobcentret, en søster. Så kan I se, hvem der kan bære noget bagefter.

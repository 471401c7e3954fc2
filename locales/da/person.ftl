# Borgerens oplysninger, medarbejder, sammenlægning, spærringer og vikarer.

ways-label = Oplysninger om borgeren
way-identity = Oplysninger
way-assignment = Medarbejder
way-merge = Sammenlægning
way-blocks = Spærringer

days-from = fra { $from }
days-from-to = { $from } – { $to }
choose-person = Vælg …

identity-alias = Alias
identity-alias-hint = Det navn, borgeren helst vil bruge. Det er det, der står i listerne.
identity-navn = Navn
identity-cpr = CPR-nummer
identity-cpr-hint = Ti cifre, fx 010285-1234. Kun hvis borgeren vil oplyse det.
identity-telefon = Telefon
identity-foedselsaar = Fødselsår
identity-foedselsaar-hint = Fire cifre
identity-koen = Køn
identity-adressebeskyttelse = Adresse
identity-adressebeskyttelse-hint = En beskyttet adresse står på ingen lister, udskrifter eller eksporter.
identity-protected = Beskyttet adresse
identity-unprotected = Ikke beskyttet
identity-sikker_kontakt = Sikker kontakt
identity-sikker_kontakt-hint = Står overalt, hvor man kan finde på at kontakte borgeren.
identity-register-id = I registeret:
identity-save = Gem oplysninger
identity-saved = Oplysningerne er gemt.

blocks-title = Kolleger, der ikke må se borgeren
blocks-lead = Kender en kollega borgeren privat, så spær kollegaen her. Kollegaen ser fra da af intet om borgeren: ikke i lister, søgning, log eller nøgletal.
blocks-none = Ingen er spærret.
blocks-new = Spær en kollega
blocks-whom = Hvem
blocks-why = Hvorfor
blocks-why-hint = Fx at de er i familie. Kun koordinatorer ser det.
blocks-save = Spær
blocks-end = Ophæv spærringen
blocks-is-worker = Er borgerens medarbejder
blocks-assign = Vælg en anden medarbejder
blocks-same-day = ophævet samme dag
blocks-saved = Kollegaen er spærret og ser ikke borgeren mere.
blocks-ended = Spærringen er ophævet.

merge-candidates = Måske samme person
merge-candidates-none = Ingen andre har samme telefon, CPR-nummer, navn eller alias og fødselsår.
merge-found = Fundet
merge-found-none = Ingen fundet. Skriv hele aliaset, hele navnet eller hele nummeret.
merge-search = Find en anden borger
merge-search-hint = Hele aliaset eller navnet, telefon, CPR-nummer eller id
merge-pair = Samme person?
merge-other = Vælg en anden
merge-lead = Vælg, hvad der skal gælde. Forløb, kontakter og målinger fra begge samles; intet bliver slettet.
merge-field = Oplysning
merge-here = denne
merge-there = den anden
merge-same = ens
merge-why = Hvorfor er det samme person?
merge-why-hint = Fx at borgeren selv har sagt det.
merge-undo-help = Du kan altid skille dem ad igen. Så er alt, som om det ikke var sket.
merge-save = Læg sammen
merge-leave = Lad være
merge-done-title = Lagt sammen
merge-done-none = Borgeren er ikke lagt sammen med nogen.
merge-told = Lagt sammen { $day } af { $name }
merge-told-undone = Skilt ad igen { $day } af { $name }
merge-undo = Skil ad igen
merge-saved = De to er nu én borger.
merge-undone = De to er skilt ad igen.

assignment-none = Ingen medarbejder endnu.
assignment-assign = Vælg medarbejder
assignment-assign-save = Tildel
assignment-hand-over = Overdrag forløbet
assignment-hand-over-save = Overdrag
assignment-whom = Til
assignment-from = Fra
assignment-from-hint = Den første dag, fx 23.11.2015
assignment-note = Det skal den næste vide
assignment-note-hint = Hvad er aftalt, hvad er vigtigt lige nu, hvordan får man bedst fat i borgeren?
assignment-saved = Medarbejderen er valgt.
assignment-ended = Borgeren har intet åbent forløb.
assignment-coordinator = Koordinatoren vælger den første medarbejder.
assignment-loads = Plads i teamet
assignment-cap = Højst { $n } hver
assignment-of = { $n } af { $cap }
assignment-split = { $enrolled } indskrevet · { $clarification } i afklaring
assignment-free = { $n ->
    [0] fuld
    [one] 1 ledig
   *[other] { $n } ledige
}
assignment-loads-help = Efter navn. Tallene er borgere i dag, ikke arbejdsbyrde.
assignment-room = Her er der plads: { $who }.
assignment-has-room = { $name } ({ $n })
assignment-nobody-has-room = Ingen anden har plads. En koordinator kan give en undtagelse.

exception-title = Undtagelser
exception-none = Ingen undtagelser for borgeren.
exception-new = Giv en undtagelse
exception-rule = Undtagelse fra
exception-window = Rekrutteringsperioden
exception-cap = Loftet over borgere
exception-cap-of = Loftet over borgere hos { $name }
exception-why = Hvorfor
exception-why-hint = Undtagelsen gælder kun denne borger og fra i dag.
exception-save = Giv undtagelsen
exception-saved = Undtagelsen er givet.
exception-told = { $day } af { $name }
exception-outside = I dag ligger uden for rekrutteringsperioden. Uden en undtagelse kan borgeren ikke indskrives.

deputies-title = Vikarer
deputies-lead = En vikar ser og gør det samme for borgerne som den, der er væk.
deputies-list = Nu og senere
deputies-none = Ingen vikarer
deputies-none-help = Skal du på ferie, så vælg her, hvem der passer dine borgere imens.
deputies-told = { $deputy } for { $worker }
deputies-end = Tag vikaren ud
deputies-new = Sæt en vikar ind
deputies-for = For
deputies-who = Vikar
deputies-from = Fra og med
deputies-from-hint = Fx 21.12.2015
deputies-to = Til og med
deputies-to-hint = Fx 3.1.2016
deputies-save = Sæt vikaren ind
deputies-saved = Vikaren er sat ind.
deputies-ended = Vikaren er taget ud.
deputy-for = Vikar for { $name }

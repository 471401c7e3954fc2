# Søgning.

search-over-own = Der søges blandt dine egne borgere, på alias, navn, id og telefon.
search-over-programme = Der søges blandt alle borgere i indsatsen, på alias, navn, id og telefon.
search-short = Skriv mindst tre bogstaver eller tal.
search-none = Der er ingen, der passer.
search-found = { $n ->
    [one] 1 borger passer
   *[other] { $n } borgere passer
}
search-more = De første { $n } vises. Der er flere.
search-more-help = Skriv flere bogstaver, så bliver listen kortere.
search-by = fundet på { $what }
search-citizens = Borgere
search-notes = Kontaktnotater
search-notes-help = Kun hos dine egne borgere. Søgningen står i loggen.
search-notes-none = Ingen notater har de ord.
search-contact = kontakt

# Searching.

search-over-own = Searches among your own citizens, by alias, name, id and telephone.
search-over-programme = Searches among all citizens of the programme, by alias, name, id and telephone.
search-short = Write at least three letters or digits.
search-none = Nobody fits.
search-found = { $n ->
    [one] 1 citizen fits
   *[other] { $n } citizens fit
}
search-more = The first { $n } are shown. There are more.
search-more-help = Write more letters, and the list gets shorter.
search-by = found by { $what }
search-citizens = Citizens
search-notes = Contact notes
search-notes-help = Only with your own citizens. The search is in the log.
search-notes-none = No note has these words.
search-contact = contact

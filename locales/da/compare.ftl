# Nøgletal: valg af periode, sammenligning med en anden, tegninger af før og efter, og filerne.

figures-period = Perioden { $period }
figures-against = Perioden { $period }, ved siden af { $other }
period-choose = Vælg en periode
period-last-year = Seneste 12 måneder
period-quarter = Dette kvartal
period-quarter-before = Kvartalet før
period-month = Denne måned
period-month-before = Måneden før
period-grant-year = Bevillingsår { $year }
compare-with = Sammenlign med
compare-nothing = ingen anden periode
compare-year-before = samme periode året før
compare-quarter-before = tre måneder tidligere
compare-own = min egen periode
compare-own-days = Min egen periode at sammenligne med
compare-own-from = Fra
compare-own-to = Til
compare-own-missing = Skriv begge dage, fx 23.11.2015
compare-beside = Under hvert tal: det samme tal for { $period }, og forskellen.

steps = Hver borgers første og seneste trin, uden navne
steps-note = En streg er en eller flere borgere; jo bredere, jo flere. Kun til brug i teamet: hvem der kender borgerne, kan genkende dem.
steps-title = { $area }: { $n } borgeres første og seneste trin. Tallene står i tabellen nedenfor.
steps-basis = n = { $n }. Mangler: { $missing }.
steps-table = { $area } som tabel
steps-persons = Borgere
flow-title = Formål: { $n } borgeres første og seneste svar. Tallene står i tabellen nedenfor.

figures-csv = { $figure } som CSV
figures-xlsx = { $figure } som Excel
figures-package = { $figure } som datapakke
xlsx-notes = Noter
xlsx-title = Tal
xlsx-asked = Dag eller periode
xlsx-definition = Hvad der tælles
xlsx-basis = Grundlag
xlsx-printed-on = Udskrevet

# Loggen.

log = Log
log-lead = Hvem så hvad, hvornår og hvorfor. Dine egne opslag her logges også.
chain-label = Kædens tilstand
chain-whole = Kæden er hel
chain-broken = Kæden er brudt ved post { $n }
chain-broken-help = Sig det til databeskyttelsesrådgiveren i dag. Ret ikke noget.
chain-never = Kæden er ikke efterregnet endnu
chain-checked = { $n } poster efterregnet { $when }
chain-entries = { $n ->
    [one] 1 post i loggen
   *[other] { $n } poster i loggen
}
checkpoint-on = Seneste kontrolpunkt { $day }
checkpoint-none = Intet kontrolpunkt endnu
checkpoint-help = Et kontrolpunkt gemmes uden for systemet og viser, om nogen har rettet i loggen.
log-lines = Opslag og ændringer
log-count = { $shown } af { $matching }
log-caption = Log, nyeste først
log-empty = Ingen poster passer
log-empty-help = Vælg en anden dag eller en anden person.
log-older = Vis ældre
log-newest = Til de nyeste
filter-who = Hvem
filter-who-all = Alle
filter-event = Hvad
filter-event-all = Alt
filter-from = Fra
filter-to = Til
filter-citizen-only = Kun opslag om én borger.
filter-clear = Fjern
column-when = Hvornår
column-who = Hvem
column-what = Hvad
column-citizens = Borger
column-why = Hvorfor
who-operator = Kommandolinjen ({ $name })
who-citizen = Borgeren selv
who-program = Programmet selv
who-token = Programmet { $name }
who-nobody = Ukendt
log-no-citizen = ingen personer
log-more-citizens = og { $n } til
relation-own = Egen borger
relation-programme = Indsatsens borger
relation-stranger = Uden relation
why-operator = Kommandolinjen
why-own-list = Egne borgere

# The log.

log = Log
log-lead = Who saw what, when and why. Your own look-ups here are logged too.
chain-label = State of the chain
chain-whole = The chain is whole
chain-broken = The chain is broken at entry { $n }
chain-broken-help = Tell the data protection officer today. Change nothing.
chain-never = The chain has not been checked yet
chain-checked = { $n } entries checked { $when }
chain-entries = { $n ->
    [one] 1 entry in the log
   *[other] { $n } entries in the log
}
checkpoint-on = Last checkpoint { $day }
checkpoint-none = No checkpoint yet
checkpoint-help = A checkpoint is kept outside the system and shows whether somebody has changed the log.
log-lines = Look-ups and changes
log-count = { $shown } of { $matching }
log-caption = Log, newest first
log-empty = No entry matches
log-empty-help = Choose another day or another person.
log-older = Show older
log-newest = To the newest
filter-who = Who
filter-who-all = Everybody
filter-event = What
filter-event-all = Everything
filter-from = From
filter-to = To
filter-citizen-only = Only look-ups about one citizen.
filter-clear = Remove
column-when = When
column-who = Who
column-what = What
column-citizens = Citizen
column-why = Why
who-operator = The command line ({ $name })
who-citizen = The citizen
who-program = The program itself
who-token = The program { $name }
who-nobody = Unknown
log-no-citizen = no persons
log-more-citizens = and { $n } more
relation-own = Own citizen
relation-programme = The programme's citizen
relation-stranger = No relation
why-operator = The command line
why-own-list = Own citizens

# Borger: hovedet, tidslinjen og billederne ved siden af.

citizen = Borger
heed-label = Vær opmærksom på
address-protected = Beskyttet adresse
fact-worker = Medarbejder
fact-purpose = Formål
fact-ends = Slutter
fact-ended = Afsluttet

timeline = Tidslinje
timeline-count = { $n ->
    [one] 1 post
   *[other] { $n } poster, nyeste først
}
timeline-empty = Der er ingen poster af den slags
timeline-unfold = { $n ->
    [one] 1 kontakt eller ændring er foldet sammen.
   *[other] { $n } kontakter og ændringer er foldet sammen.
}
timeline-show = Vis dem
timeline-fold = { $n ->
    [one] 1 kontakt eller ændring kan foldes sammen.
   *[other] { $n } kontakter og ændringer kan foldes sammen.
}
timeline-hide = Fold dem sammen
filter-label = Vis
filter-all = Alle
filter-contacts = Kontakter
filter-readings = Målinger
filter-plan = Plan
filter-referrals = Henvisninger
filter-phases = Faser
next-step = Næste skridt
band-before = Før indskrivning
band-clarification = Henvendelse og afklaring
band-phase = Fase { $n }
band-phase-1 = planlægge og begynde
band-phase-2 = prøve af og tilpasse
band-phase-3 = give ansvaret videre

what-enquiry = Henvendelse
what-enquiry-channel = Kanal: { $channel }
what-enquiry-referrer = henvist af { $referrer }
what-clarification-began = Afklaring begyndt
what-clarification-ended = Afklaring slut uden indskrivning
what-enrolled = Første stjerne · indskrevet
what-reading = Måling · { $filled }
what-reading-by-somebody = Måling
what-reading-score = { $title } ({ $score })
what-reading-incomplete = { $title } (ikke udfyldt helt)
what-reading-choice = { $title }: { $choice }
what-reply = Opfølgning { $reply }
what-reply-due = Skulle holdes { $day }
what-phase-shift = Faseskift til fase { $phase }
what-focus = Fokusområder: { $areas }
what-mark-phase = fase { $phase }
what-plan-made = Aktivitetsplan lagt: { $n } mål
what-goal-set = Nyt mål
what-goal-moved = Mål { $state }
what-goal-outside = uden for målområderne
what-referral = Henvisning { $state }: { $partner }
what-assigned = { $worker } er relationsmedarbejder
what-closed = Forløbet er afsluttet
what-closed-reason = Grund: { $reason }
what-contact = { $kind } med { $with }
what-contact-unknown = kontakt
what-attempt = Forsøg: ingen fik fat
minutes = { $n ->
    [one] 1 minut
   *[other] { $n } minutter
}

sealed-text = Teksten er forseglet
sealed-goal = Borgerens ord er forseglet
sealed-open = Åbn (logges)
sealed-opened = Åbnet kl. { $clock } · logget
sealed-close = Luk

star = Stjernen
star-count = { $n ->
    [one] 1 måling
   *[other] { $n } målinger
} · borgerens egne svar
star-first = Første, { $day }
star-latest = Seneste, { $day }
star-only = Eneste måling, { $day }
star-title = { $name } med { $n } områder, { $min } inderst og { $max } yderst. Første måling { $first }, seneste { $latest }: { $up } frem, { $same } uændret, { $down } tilbage. Tallene står i tabellen ved siden af.
star-title-one = { $name } med { $n } områder, { $min } inderst og { $max } yderst. Én måling, { $first }. Tallene står i tabellen ved siden af.
star-caption = Stjernen område for område, første og seneste måling
star-none = Der er ingen hel stjerne endnu. Den første indskriver.
star-area = Område
star-numbers = Tal
star-change = Ændring
star-from-to = fra { $first } til { $latest }
star-up = { $change } frem
star-down = { $change } tilbage
star-same = uændret
star-once = én måling
star-not-now = ikke relevant nu
star-disagree = Uenige: medarbejderen { $step }
up-is-better = Op er bedre

score-of = 0–{ $max }
score-change-counts = En ændring tæller fra { $n }.
score-now = { $score } den { $day }.
score-more = Det er { $n } mere end første gang.
score-less = Det er { $n } mindre end første gang.
score-even = Det er det samme som første gang.
score-title = { $title } fra 0 til { $max }, op er bedre. { $points }. Tallene står i tabellen nedenfor.
score-caption = { $title }, alle målinger
score-date = Dato
score-score = Score
score-change = Ændring
score-words = I ord
score-first = første måling
score-incomplete = ikke udfyldt helt
score-incomplete-all = Ingen måling er udfyldt helt endnu.
band-from-to = { $from }–{ $to }: { $text }
band-great-risk = stor risiko
band-risk = risiko
band-no-risk = ikke umiddelbart risiko

purpose = Formål over tid
purpose-now = { $purpose } siden { $day }.
purpose-label = Formålet fra { $first } til i dag
purpose-caption = Hvert svar om formålet

goals = Mål
goals-none = Der er ingen mål i planen endnu.
goal-since = { $state } siden { $day }
goal-earlier = fra et tidligere forløb
goal-outside = Uden for målområderne
goal-no-words = Borgerens egne ord er ikke skrevet
said = “{ $words }”

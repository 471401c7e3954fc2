# Aktivitetsplan: mål, handlinger, overdragelse.

plan-title = Aktivitetsplan
plan-print = Udskriv
plan-phase = Fase { $phase } af { $of }
plan-closed = Afsluttet { $day }
plan-clarification = I afklaring
plan-count = { $n ->
    [one] 1 mål
   *[other] { $n } mål
}
plan-focus = fokus nu: { $areas }
plan-on = Planen den
plan-show = Vis
plan-jump = Spring til
plan-today = I dag
plan-at-start = Ved start { $day }
plan-at-phase = Faseskift { $day }
plan-changed = Ændret siden start:
plan-unchanged = intet.
plan-added = { $n ->
    [one] 1 mål tilføjet
   *[other] { $n } mål tilføjet
}
plan-reworded = { $n ->
    [one] 1 omformuleret
   *[other] { $n } omformuleret
}
plan-reached = { $n ->
    [one] 1 nået
   *[other] { $n } nået
}
plan-handed-over = { $n ->
    [one] 1 overdraget
   *[other] { $n } overdraget
}
plan-dropped = { $n ->
    [one] 1 droppet
   *[other] { $n } droppet
}
plan-passed-on = { $n ->
    [one] 1 handling er gået fra { $worker } til andre.
   *[other] { $n } handlinger er gået fra { $worker } til andre.
}
plan-beside = Vis planen ved siden af, som den var ved start
plan-beside-close = Vis kun planen for dagen
plan-beside-title = Planen, som den var ved start, og som den er nu
plan-earlier = Du ser planen, som den var. Gå til i dag for at ændre den.
plan-none-then = Der var ingen mål endnu.
plan-meanwhile = Din ændring er ikke gemt. Her er planen, som den er nu. Se efter, og gør det igen, hvis det stadig passer.
plan-empty = Der er ingen mål endnu
plan-empty-how = Spørg: Hvad vil du gerne have hjælp til? Skriv målet med borgerens egne ord. Find så én lille handling, som nogen kan begynde på i denne uge.
plan-empty-areas = Det kan for eksempel handle om:
plan-outside = Uden for målområderne
plan-by-citizen = { $citizen } foreslog
plan-by-worker = { $worker } foreslog, { $citizen } er enig
plan-by-both = { $citizen } og { $worker } fandt på det sammen
plan-both = { $citizen } og { $worker }
plan-since = siden { $day }
plan-the-worker = medarbejderen
plan-no-doer = Ikke aftalt

goal-new = Nyt mål
goal-first = Skriv det første mål
goal-edit = Ret målet
goal-save = Gem målet
goal-refer = Henvis
goal-why = Skriv, hvorfor målet er med
goal-active = Aktiv
goal-added = Tilføjet { $day }
goal-reworded = Omformuleret { $day }
goal-reached = Nået { $day }
goal-handed-over = Overdraget { $day }
goal-dropped = Droppet { $day }
goal-words = Målet
goal-words-hint = Med borgerens egne ord, fx “Jeg vil have et sted, hvor jeg kan låse min dør”.
goal-area = Målområde
goal-area-hint = Hører målet ingen steder til, så vælg “Uden for målområderne”. Du kan skrive hvorfor senere.
goal-by = Hvem fandt på det?
goal-why-outside = Hvorfor er målet med?
goal-outside-hint = Hvad hjælper det borgeren med? Kort er fint.
goal-becomes = Hvad er der sket med målet?
goal-becomes-aktiv = I gang igen
goal-becomes-naaet = Nået
goal-becomes-overdraget = Andre bærer det videre
goal-becomes-droppet = Droppet

action-agree = Ny handling
action-edit = Ret handlingen
action-save = Gem handlingen
action-do = Flyt
action-new = Ny { $day }
action-passed-on = Fra { $worker } til { $to }
action-to-whom = Hvem har overtaget?
action-words = Hvad skal der gøres?
action-words-hint = Én ting, som man kan se er gjort, fx “Ringe til boligrådgiveren”.
action-doer = Hvem gør det?
action-doer-hint = Tænk på, om borgeren eller andre kan gøre det, så det ikke kun er dig.
action-name = Navn
action-name-hint = Hvis det er en samarbejdspartner, en myndighed eller en anden. Må stå tomt.
action-due = Hvornår?
action-due-hint = Må stå tomt. Skriv fx 8.12.2015.

day-since = Fra hvilken dag?
day-since-hint = Tomt er i dag.
how-title = Hvad retter du?
how-hint = En skrivefejl retter også planen, som den var. Alt andet gælder fra dagen herunder.
how-since = Det er anderledes nu
how-corrected = En skrivefejl
plan-take-out = Skrevet ved en fejl? Tag det ud
take-out-why = Hvorfor?
plan-take-out-do = Tag det ud

need-title = Overdragelse
need-until = Færdig, når hvert behov har nogen, der bærer det efter { $day }
need-caption = Overdragelse, behov for behov
need-empty = Skriv hvert behov, borgeren stadig har efter forløbet, og find én, der bærer det. Begynd i god tid.
need-new = Nyt behov
need-edit = Ret behovet
need-save = Gem behovet
need-help = Skriv det, I ved nu. Resten kan komme senere.
need-words = Behov
need-words-hint = Fx “Nogen at tale med, når det er svært”.
need-goal = Hvilket mål kommer det fra?
need-no-goal = Intet bestemt mål
need-carrier = Hvem bærer det nu
need-nobody = Ingen endnu
need-self = { $citizen } selv
need-name = Navn
need-name-hint = Fx Boligrådgivningen.
need-contact = Hvordan får borgeren fat i dem?
need-contact-hint = En person og et nummer er bedst.
need-contact-short = Kontakt
need-agreed = Fra hvilken dag bærer de det?
need-agreed-hint = Tomt, hvis det ikke er aftalt endnu.
need-agreed-short = Aftalt til
need-meeting = Møde sammen
need-meeting-planned = Møde sammen er aftalt til
need-meeting-hint = Borgeren, dig og den, der overtager.
need-meeting-held = Mødet blev holdt
need-held = Holdt { $day }
need-planned = Aftalt { $day }
need-no-meeting = Ikke nødvendigt
need-not-begun = Ikke begyndt
need-by = senest { $day }
missing-title = { $n ->
    [one] 1 ting mangler
   *[other] { $n } ting mangler
}
missing-none = Alt er overdraget.
missing-goal = Ingen bærer målet videre: “{ $goal }”
lack-carrier = ingen bærer det
lack-contact = kontakt mangler
lack-agreement = dag mangler
lack-meeting = mødet er ikke holdt

doers-title = Hvem gør det?
doers-caption = Handlinger i hver fase, efter hvem der gør dem
doers-when = Fase
doers-worker = Medarbejder
doers-others = Andre
doers-phase = Fase { $phase }
doers-label = Fase { $phase }: { $citizen } hos borgeren, { $worker } hos medarbejderen, { $others } hos andre
doers-empty = Her kan I se, hvem der bærer handlingerne, når der er nogen.
doers-help = Medarbejderen samler trådene. Andre skal efterhånden bære dem. Det, I gør sammen, tæller hos medarbejderen.

done-goal = Målet er gemt.
done-action = Handlingen er gemt.
done-moved = Handlingen er flyttet.
done-state = Målet har fået ny tilstand.
done-need = Behovet er gemt.
plan-done-out = Det er taget ud af planen.
done-undone = Det er fortrudt. Planen er som før.

plan-print-title = Min plan
plan-print-back = Tilbage til planen
plan-print-how = Brug browserens udskrift (Ctrl+P).
print-when = Hvornår
print-state = Status
print-needs = Hvem hjælper mig bagefter
print-empty = Der er ingen mål endnu.

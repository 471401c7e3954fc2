# Afslutning: hvad der mangler, selve afslutningen, og det, borgeren tager med hjem.

closing = Afslut forløbet
closing-lead = Et forløb slutter den planlagte dag. Slutter det før, er det af en grund, der er borgerens.
closing-not-enrolled = Borgeren er ikke indskrevet. En afklaring slutter på siden om afklaringen.
closing-before = Inden forløbet slutter
closing-meeting-held = Holdt { $day }
closing-meeting-missing = Er ikke registreret endnu
closing-round = Sidste stjerne og opfølgning
closing-round-done = Den sidste opfølgning er udfyldt
closing-round-lacks = Mangler { $titles }
closing-handover-done = Alle behov har nogen, der bærer dem
closing-handover-none = Ingen behov er skrevet ned endnu
closing-handover-lacks = { $open } af { $needs } behov mangler noget, og { $goals ->
    [one] 1 mål har
   *[other] { $goals } mål har
} ingen, der bærer det videre
closing-again = Skriv en til
closing-note-it = Skriv den ind
closing-fill-in = Udfyld opfølgningen
closing-see = Se den
closing-hand-over = Gå til overdragelsen
closing-print = Borgerens billede af forløbet
closing-print-lead = Planen før og nu, stjernen først og sidst, og borgerens egne ord. Til at tage med hjem, hvis borgeren vil.
closing-print-open = Vis udskriften
closing-close = Afslut
closing-planned-now = Den planlagte slutning var { $day }. Forløbet kan slutte som planlagt.
closing-planned-later = Den planlagte slutning er { $day }. Slutter det før, så vælg grunden.
closing-day = Slutter den
closing-reason = Grund
closing-reason-hint = Tilbagefald og udeblivelser er ingen grund til at slutte.
lost-now = Kontakten har været mistet i mere end { $days } dage. Det kan være grunden.
lost-later = Mistet kontakt er først en grund efter { $days } dage. Sidste kontakt var { $last }, så det kan tidligst være { $from }.
lost-never-reached = Mistet kontakt er først en grund { $days } dage efter indskrivningen, altså tidligst { $from }.
closing-words = Grunden med ord
closing-words-hint = Nødvendigt ved "andet". Ellers hvis der er noget at sige.
closing-effect = Det aftalte næste skridt lukkes, og forløbet går ud af sagsstammen. Projektkoordinatoren kan genåbne det i 30 dage.
closing-save = Afslut forløbet
closing-done = Forløbet er afsluttet.
closing-undone = Forløbet er åbent igen. Aftal et nyt næste skridt.
closed-on = Afsluttet { $day }
closed-because = Afsluttet { $day }: { $reason }
reopen-until = Er det en fejl, kan projektkoordinatoren genåbne forløbet til og med { $day }.
reopen-too-late = Forløbet kunne genåbnes til og med { $day }. Kommer borgeren tilbage, så begynd en ny afklaring.
reopen-why = Hvorfor skal det åbnes igen?
reopen-hint = Afslutningen bliver liggende i historikken.
reopen = Genåbn forløbet

print-title = Mit forløb
print-way = Udskrift
print-back = Tilbage
print-how = Udskriv med Ctrl + P. Kun arket kommer med.
print-days = Fra { $from } til { $to }
print-made = Udskrevet { $day }
print-own-words = Mine egne ord
print-plan = Mine mål
print-goal = Mål
print-then = Sat den
print-now = Nu

# Hvad loggen fortæller. Nøglen er hændelsens kode.

event-store_made = Oprettede lageret
event-programme_kept = Gemte en indsats
event-organisation_kept = Gemte organisationens oplysninger
event-member_added = Gav en bruger en rolle
event-member_left = Afsluttede en rolle
event-programme_chosen = Skiftede indsats
event-user_added = Oprettede en bruger
event-user_disabled = Lukkede en bruger
event-signed_in = Loggede ind
event-sign_in_refused = Login afvist
event-signed_out = Loggede ud
event-register_imported = Indlæste et register
event-seeded = Lavede opfundne borgere til afprøvning
event-figures_seen = Så nøgletal
event-citizens_listed = Så en liste
event-citizen_seen = Så forløbet
event-sealed_opened = Åbnede forseglet tekst
event-fact_recorded = Registrerede
event-fact_corrected = Rettede
event-fact_withdrawn = Trak tilbage
event-withdrawal_undone = Fortrød en tilbagetrækning
event-citizen_kept = Gemte borgerens oplysninger
event-citizens_merged = Lagde to borgere sammen
event-merge_undone = Skilte to borgere igen
event-staff_blocked = Spærrede en medarbejder
event-staff_unblocked = Ophævede en spærring
event-worker_assigned = Tildelte en medarbejder
event-course_handed_over = Overdrog et forløb
event-exception_granted = Gav en undtagelse
event-deputy_named = Satte en vikar ind
event-clarification_begun = Begyndte en afklaring
event-clarification_ended = Sluttede en afklaring
event-enrolled = Indskrev
event-course_closed = Afsluttede et forløb
event-course_reopened = Genåbnede et forløb
event-searched = Søgte
event-enquiries_seen = Så henvendelser
event-file_opened = Åbnede en fil
event-printed = Hentede en udskrift
event-own_task_begun = Gav skærmen til borgeren
event-own_task_opened = Borgeren åbnede sine spørgsmål
event-own_task_ended = Borgerens spørgsmål blev lukket
event-feed_kept = Ændrede en kalenderadresse
event-feed_read = Hentede en kalender
event-log_seen = Så loggen
event-log_verified = Efterregnede loggen
event-checkpoint_written = Skrev et kontrolpunkt

event-detail-programme = en indsats, version { $version }
event-detail-import = { $added } tilføjet, { $changed } ændret
event-detail-citizens = { $n ->
    [one] 1 borger
   *[other] { $n } borgere
}
event-detail-entries = { $n ->
    [one] 1 post
   *[other] { $n } poster
}
event-detail-entry = til og med post { $n }

event-list-own = Mine borgere
event-list-programme = alle indsatsens borgere
event-list-rules = dem, en ændring af reglerne flytter
event-list-left = dem, der skal gives videre
event-list-follow_ups = Opfølgninger
event-list-documentation = dokumentation for alle forløb
event-print-closing = borgerens billede af forløbet
event-page = siden Nøgletal
event-sealed-enquiry = notatet til en henvendelse
event-sealed-course = grunden til, at en afklaring sluttede
event-sealed-contact = notatet til en kontakt
event-sealed-reading = ordene ved en måling
event-sealed-goal = borgerens ord om et mål
event-sealed-mark = notatet til en ændring i forløbet

event-fact-enquiry = en henvendelse
event-fact-course = et forløb
event-fact-reading = en måling
event-fact-contact = en kontakt
event-fact-goal = et mål
event-fact-action = en handling
event-fact-step = et næste skridt
event-fact-mark = en ændring i forløbet
event-fact-reply = et svar på en opfølgning
event-fact-referral = en henvisning
event-fact-consent = et samtykke
event-fact-assessment = en udredning
event-fact-network = en i netværket
event-fact-attachment = en fil
event-fact-offer = et tilbud
event-fact-handover = en overdragelse
event-fact-filling = en påbegyndt opfølgning
event-fact-citizen = en borger
event-fact-assignment = en tildeling
event-rule-r10 = fra rekrutteringsperioden
event-rule-r12 = fra loftet over borgere
event-own-tablet = på en tablet
event-own-link = over et link
event-fact-deputy = en vikar
event-sealed-citizen = navn, CPR og telefon
event-sealed-assignment = noten ved en overdragelse

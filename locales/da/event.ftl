# Hvad loggen fortæller. Nøglen er hændelsens kode.

event-store_made = Oprettede lageret
event-programme_kept = Gemte en indsats
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
event-page = siden Nøgletal
event-sealed-enquiry = notatet til en henvendelse
event-sealed-course = grunden til, at en afklaring sluttede
event-sealed-contact = notatet til en kontakt
event-sealed-reading = ordene ved en måling
event-sealed-goal = borgerens ord om et mål
event-sealed-mark = notatet til en ændring i forløbet

# Videreførelse efter bevillingen.

continuation-title = Videreførelse
continuation-says = Hvad der fortsætter, hvad der hører op, og hvad der skal overdrages
continuation-lead = Det, der står her, går videre til slutrapporten.
continuation-citizens-title = Borgere
continuation-citizens = { $n ->
    [one] 1 borger er tilknyttet i dag og skal være overdraget eller afsluttet senest { $day }.
   *[other] { $n } borgere er tilknyttet i dag og skal være overdraget eller afsluttet senest { $day }.
}
continuation-see-citizens = Se borgerne
continuation-activities = Aktiviteter
continuation-no-activities = Skriv hver aktivitet: fortsætter den, hos hvem, eller hører den op, og hvorfor?
continuation-activity = Aktivitet
continuation-activity-new = Ny aktivitet
continuation-activity-edit = Ret aktiviteten
continuation-activity-short = Aktivitet
continuation-afterwards = Hvad bliver der af den?
continuation-afterwards-short = Efter bevillingen
continuation-by = Hvem fører den videre?
continuation-by-hint = Kun hvis den fortsætter. En enhed eller en funktion.
continuation-by-short = Hos
continuation-why = Hvorfor?
continuation-why-short = Hvorfor
continuation-needs-money = Kræver den penge efter bevillingen?
continuation-needs-money-hint = Skal besvares, hvis den fortsætter. Det, der kræver penge, bliver ikke ført videre.
continuation-money = Ja
continuation-no-money = Nej
continuation-handings = Det, der skal overdrages
continuation-no-handings = Skriv, hvad andre skal have: borgere, partnere, dokumenter, viden og data.
continuation-handing = Hvad skal overdrages?
continuation-handing-hint = Ingen navne på borgere.
continuation-handing-new = Ny overdragelse
continuation-handing-edit = Ret overdragelsen
continuation-handing-short = Hvad
continuation-handing-by = Hvem overdrager
continuation-kind = Hvad slags?
continuation-state = Hvor langt er det?
continuation-state-short = Status
continuation-to = Til hvem?
continuation-to-hint = Tomt, til I ved det.
continuation-to-short = Til
continuation-nobody = ikke aftalt endnu
continuation-due = Senest
continuation-done-on = Overdraget den
continuation-done-on-hint = Kun når det er overdraget.
continuation-done = den { $day }

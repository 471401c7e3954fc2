# Planlagte kørsler og mailen med overblik.

jobs-title = Planlagte kørsler
jobs-lead = Det, programmet gør af sig selv, på faste tidspunkter.
jobs-rule = Var serveren slukket, indhentes kun den seneste kørsel. Går noget galt, prøver programmet igen flere gange med længere og længere pauser.
jobs-next = Næste gang
jobs-none = Har ikke kørt endnu
jobs-no-mail = Kører ikke, for der er ikke sat en mailserver op. Den, der driver serveren, kan gøre det.
jobs-demo-mail = Kører ikke her, for demonstrationen sender ingen mail.
jobs-again = Kør igen
jobs-done-again = Sat i gang igen. Den kører om et øjeblik.
jobs-next-try = Prøver igen { $when }
jobs-came-mails = { $n ->
    [0] ingen mails
    [one] 1 mail sendt
   *[other] { $n } mails sendt
}
jobs-came-proposals = { $n ->
    [0] ingen forslag
    [one] 1 forslag
   *[other] { $n } forslag
}
jobs-came-rows = { $n ->
    [0] intet at rydde op
    [one] 1 række ryddet op
   *[other] { $n } rækker ryddet op
}
jobs-came-reports = { $n ->
    [0] ingen faste rapporter
    [one] 1 fast rapport
   *[other] { $n } faste rapporter
}
jobs-to-retention = Se forslagene

job-kind-daglig_mail = Daglig mail med overblik
job-kind-ugentlig_mail = Ugentlig mail med overblik
job-kind-opbevaring = Forløb, der kan være gemt længe nok
job-kind-oprydning = Oprydning
job-kind-faste_rapporter = Faste rapporter
job-what-daglig_mail = Sendes til dem, der har valgt det. Kun tal, ingen navne.
job-what-ugentlig_mail = Sendes hver mandag til dem, der har valgt det. Kun tal, ingen navne.
job-what-opbevaring = Tæller borgere, hvis forløb har været slut længe. Intet slettes.
job-what-oprydning = Glemmer udløbne login, brugte formularnøgler og lukkede links.
job-what-faste_rapporter = Gør de faste rapporter klar som forslag den 1. i måneden. Intet låses eller sendes af sig selv.
job-state-i_gang = I gang
job-state-gjort = Gjort
job-state-mislykket = Mislykket
job-state-opgivet = Opgivet
job-state-afloest = Afløst af en nyere
job-reason-mail_svarer_ikke = Mailserveren svarer ikke.
job-reason-mail_ikke_sikker = Der kan ikke laves en sikker forbindelse til mailserveren. Den, der driver serveren, må se på dens opsætning.
job-reason-mail_afvist = Mailserveren tog ikke imod alle mails. En adresse kan være forkert.
job-reason-kan_ikke_laves_endnu = En fast rapport kan ikke laves endnu. På Rapporter står hvorfor.
job-reason-afbrudt = Serveren stoppede midt i kørslen.
job-reason-fejl = Der skete en fejl i programmet. Den, der driver serveren, kan se hvilken i serverens log.

retention-title = Gemt længe nok?
retention-lead = Borgere, hvis forløb alle har været slut i mindst { $months } måneder.
retention-nothing-deleted = Listen er kun et forslag. Intet bliver slettet af sig selv. Hvor længe oplysninger skal gemmes, aftaler I med jeres databeskyttelsesrådgiver.
retention-list = Forslag
retention-ended = Sidste forløb sluttede { $day }
retention-none = Ingen har været gemt så længe
retention-none-help = Når den dag kommer, står borgeren her.
retention-more = og { $n } til

settings-title = Indstillinger
settings-lead = Det, du selv bestemmer.
settings-mail = Mail med overblik
settings-mail-help = Mailen siger kun, hvor meget der venter på dig, for eksempel "3 opfølgninger er forfaldne". Der står aldrig navne i den, og du får ingen, når intet venter.
settings-no-mail = Mail kan ikke vælges her, for der er ikke sat en mailserver op. Den, der driver serveren, kan gøre det.
settings-demo = Demonstrationen gemmer dit valg, men sender ingen mail.
settings-how-often = Hvor tit
digest-rhythm-daglig = Hver dag kl. 6.30
digest-rhythm-ugentlig = Hver mandag kl. 6.30
digest-rhythm-ingen = Ingen mail
settings-address = Din mailadresse
settings-address-hint = Adressen gemmes forseglet og bruges kun til denne mail. Vælger du ingen mail, glemmes den.
settings-save = Gem indstillinger
settings-saved = Indstillingerne er gemt.

letter-subject = Dit overblik
letter-hello = Hej
letter-follow-ups = { $n ->
    [one] 1 opfølgning er forfalden
   *[other] { $n } opfølgninger er forfaldne
}
letter-enquiries = { $n ->
    [one] 1 henvendelse venter på svar
   *[other] { $n } henvendelser venter på svar
}
letter-steps = { $n ->
    [one] 1 aftalt skridt har passeret sin dag
   *[other] { $n } aftalte skridt har passeret deres dag
}
letter-referrals = { $n ->
    [one] 1 henvisning har ventet for længe på svar
   *[other] { $n } henvisninger har ventet for længe på svar
}
letter-deputies = { $n ->
    [one] 1 vikar slutter inden for 3 dage
   *[other] { $n } vikarer slutter inden for 3 dage
}
letter-reports = { $n ->
    [one] 1 rapport venter på godkendelse
   *[other] { $n } rapporter venter på godkendelse
}
letter-lacking = { $n ->
    [one] 1 fast rapport kan ikke laves endnu
   *[other] { $n } faste rapporter kan ikke laves endnu
}
letter-quotations = { $n ->
    [one] 1 citat venter på at blive læst
   *[other] { $n } citater venter på at blive læst
}
letter-recalls = { $n ->
    [one] 1 sletning skal meddeles en modtager
   *[other] { $n } sletninger skal meddeles modtagere
}
letter-sign-in = Log ind for at se mere:
letter-why = Du får mailen, fordi du har valgt den. Du kan slå den fra under Indstillinger.

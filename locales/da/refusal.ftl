# Afviste ønsker: grunden i ord. Nøglen er kodens navn.

refusal-outside-recruitment-window = Dagen ligger uden for rekrutteringsperioden
refusal-incomplete-reading = Stjernen er ikke udfyldt helt
refusal-not-the-enrolling-instrument = Målingen er ikke af det måleredskab, der indskriver
refusal-already-enrolled = Borgeren er allerede indskrevet
refusal-after-funding = Dagen ligger efter tilskuddets sidste dag
refusal-before-clarification = Dagen ligger før afklaringen begyndte
refusal-course-ended = Forløbet er afsluttet
refusal-reason-needed = Skriv en grund
refusal-contact-not-lost-long-enough = Kontakten har ikke været mistet længe nok
refusal-no-room = Medarbejderen har ikke plads til flere
refusal-ends-before-it-begins = Slutningen ligger før begyndelsen
refusal-in-the-future = Dagen ligger i fremtiden
refusal-missing = Skriv noget her
refusal-too-long = Teksten er for lang. Gør den kortere
refusal-day-needed = Skriv en dag, fx 5.1.2016
refusal-before-it-was-made = Dagen ligger før det, den hører til
refusal-consent-needed = Du kan først henvise, når borgeren har sagt ja. Spørg, og sæt kryds
refusal-nothing-shared = Vælg mindst én ting, I er enige om at dele
refusal-message-not-shared = Sæt kryds ved “beskeden”, eller slet den
refusal-choice-needed = Vælg en af mulighederne
refusal-area-unknown = Vælg et af målområderne
refusal-name-taken = Der er allerede en med det navn

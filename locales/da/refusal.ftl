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
refusal-outside-course = Dagen ligger uden for forløbet. Vælg en dag fra indskrivningen og frem til afslutningen
refusal-not-enrolled = Borgeren er ikke indskrevet endnu. Det sker med den første hele stjerne
refusal-no-such-phase = Vælg en af forløbets faser
refusal-before-phase-began = Dagen ligger før den fase, I går fra, begyndte. Vælg en senere dag
refusal-shift-made-already = Skiftet til den fase er allerede registreret. Træk det tilbage, hvis dagen er forkert
refusal-no-focus-area = Vælg mindst ét fokusområde
refusal-too-many-focus-areas = Vælg højst tre fokusområder
refusal-area-unknown = Vælg blandt indsatsens målområder
refusal-boundary-passes-another = Fasen skal begynde efter fasen før og inden fasen efter. Hver fase skal have mindst én dag
refusal-not-closed = Forløbet er ikke afsluttet
refusal-reopening-too-late = Der er gået mere end 30 dage siden afslutningen. Begynd en ny afklaring i stedet
refusal-missing = Skriv et par ord her
refusal-too-long = Teksten er for lang. Kort den ned

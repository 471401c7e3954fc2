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
refusal-answer-off-scale = Vælg et af svarene på skalaen
refusal-nothing-answered = Der er ikke svaret på noget endnu. Svar på mindst ét spørgsmål
refusal-not-answerable = Opfølgningen er allerede holdt, eller datoen er ikke forløbets
refusal-left-open = Noget er ikke besvaret. Svar på det, eller vælg at gemme alligevel
refusal-text-too-long = Teksten er for lang. Forkort den til højst 4.000 tegn
refusal-pin-needed = Vælg en kode på 4 til 8 tal

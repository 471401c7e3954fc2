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
refusal-missing = Udfyld feltet
refusal-no-such-day = Den dag findes ikke. Skriv den som 23.11.2015
refusal-not-minutes = Skriv minutter som et helt tal fra 1 til 1.440
refusal-too-long = Teksten er for lang. Der er plads til 100.000 tegn
refusal-before-agreed = Dagen ligger før den dag, skridtet bliver aftalt
refusal-file-missing = Vælg en fil, der ikke er tom
refusal-file-too-large = Filen er for stor. Der er plads til 20 MB
refusal-file-unknown = Filen er ikke en PDF eller et billede (JPEG, PNG, WebP), eller den er noget andet, end navnet siger

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
refusal-day-needed = Skriv en dato, for eksempel 23.11.2015
refusal-in-the-past = Dagen er gået. Vælg i dag eller senere
refusal-text-too-long = Teksten er for lang til feltet. Skriv kortere
refusal-not-a-cpr = Skriv CPR-nummeret med ti cifre, fx 010285-1234
refusal-not-a-phone = Skriv et telefonnummer med 8 til 15 cifre
refusal-not-a-birth-year = Skriv fødselsåret med fire cifre, fx 1985
refusal-not-oneself = Det kan du ikke gøre for dig selv. Bed en kollega
refusal-not-a-colleague = Vælg en kollega fra listen
refusal-same-record = Vælg en anden borger. En borger kan ikke lægges sammen med sig selv
refusal-merged-already = Borgeren er allerede lagt sammen med en anden. Skil dem ad først
refusal-blocked-already = Kollegaen er allerede spærret
refusal-assigned-already = Medarbejderen har allerede forløbet
refusal-exception-not-needed = Undtagelsen er allerede givet

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
refusal-alias-needed = Skriv et alias eller et navn, så borgeren kan findes igen
refusal-no-course-wished = Her står, at der ikke ønskes et forløb. Ret ønsket, eller vælg et andet svar
refusal-partner-or-words = Vælg en samarbejdspartner, eller skriv, hvor der blev henvist til
refusal-clarification-open = Borgeren er allerede i afklaring eller i et forløb
refusal-answered-already = Henvendelsen er allerede besvaret
refusal-maybe-known = Der findes måske allerede en med de samme oplysninger. Vælg, om det er samme person
refusal-day-needed = Skriv en dato, for eksempel 23.11.2015
refusal-choice-needed = Vælg et svar
refusal-too-long = Teksten er for lang. Skriv højst 10.000 tegn
refusal-text-too-long = Teksten er for lang til feltet. Skriv kortere
refusal-not-a-cpr = Skriv CPR-nummeret med ti cifre, fx 010285-1234
refusal-not-a-phone = Skriv et telefonnummer med 8 til 15 cifre
refusal-not-a-birth-year = Skriv fødselsåret med fire cifre, fx 1985

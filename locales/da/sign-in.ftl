# Log ind.

sign-in = Log ind
user-name = Brugernavn
password = Adgangskode
sign-in-refused = Brugernavn og adgangskode passer ikke sammen
sign-in-refused-help = Prøv igen. Kan du ikke logge ind, så spørg projektkoordinatoren.
sign-in-foot = Kun for medarbejdere. Opslag logges.

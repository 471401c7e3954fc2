# Log ind.

sign-in = Log ind
user-name = Brugernavn
password = Adgangskode
sign-in-refused = Brugernavn og adgangskode passer ikke sammen
sign-in-refused-help = Prøv igen. Kan du ikke logge ind, så spørg projektkoordinatoren.
sign-in-too-many = Der er prøvet for mange gange
sign-in-too-many-help = Vent et kvarter, og prøv igen.
sign-in-foot = Kun for medarbejdere. Opslag logges.
signed-out = Du er logget ud
signed-out-help = Browseren har slettet det, den havde gemt fra programmet.

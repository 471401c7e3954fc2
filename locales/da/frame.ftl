# Rammen om alle sider, og siderne for det, der ikke gik.

app-name = Brobygger
page-title = { $page } – Brobygger
skip-link = Gå til indholdet
main-menu = Hovedmenu
nav-desk = Koordinatorens bord
nav-own = Mine borgere
nav-all = Borgere
nav-figures = Nøgletal
nav-log = Log
your-menu = Din menu: { $name }
hide-screen = Skjul skærm
hide-short = Skjul
sign-out = Log ud
other-language = English
foot-logged = Alle opslag logges.
show = Vis
rule-label = Sådan er det talt: { $name }
as-table = Vis som tabel
total = I alt
not-relevant = ikke relevant
not-known = ikke oplyst
none = ingen

day-wrong = Skriv datoen som 23.11.2015
period-wrong = Perioden skal slutte efter den dag, den begynder

fault-not-found-title = Siden findes ikke
fault-not-found-text = Adressen passer ikke til noget, du kan se. Måske er den skrevet forkert, eller også er borgeren ikke tilknyttet dig.
fault-denied-title = Det kan du ikke se
fault-denied-text = Din rolle er { $role }, og den giver ikke adgang til denne side.
fault-denied-help = Har du brug for det i dit arbejde, så spørg projektkoordinatoren.
fault-origin-title = Formularen blev ikke sendt
fault-origin-text = Den kom ikke fra en side i programmet, eller siden var for gammel. Gå tilbage, hent siden igen, og prøv en gang til. Intet er ændret.
fault-refused-title = Det kan ikke lade sig gøre
fault-store-title = Noget gik galt
fault-store-text = Det er programmets fejl og ikke din. Intet er ændret. Prøv igen om lidt; bliver det ved, så giv administratoren dette nummer:
fault-stale-title = Nogen har ændret det imens
fault-stale-text = Intet er gemt. Gå tilbage, genindlæs siden, og prøv igen ud fra det, der står der nu.
fault-busy-title = Der er travlt lige nu
fault-busy-text = Prøv igen om et øjeblik. Intet er ændret.
fault-method-title = Det kan adressen ikke
fault-method-text = Gå tilbage til siden, og brug knapperne der.
fault-home = Gå til forsiden

hide-title = Skærmen er skjult
hide-text = Der står ikke noget om borgere på skærmen nu. Du er stadig logget ind.
hide-back = Vis skærmen igen

start = Velkommen
start-lead = Du er logget ind som { $role }.
start-administrator = Du ser ingen borgere og ingen nøgletal: en administrator passer programmet, ikke forløbene. Brugere, indsatser og loggens kæde passes på kommandolinjen, på den maskine hvor programmet kører.
start-partner = Din konto er ikke knyttet til en samarbejdspartner endnu, så her er ikke noget at se. Projektkoordinatoren kan få det rettet.
start-other = Din rolle har ingen sider i denne udgave af programmet.
start-help = Har du en henvisning eller et spørgsmål nu, så ring eller skriv til projektkoordinatoren.
start-help-administrator = Er der brug for at se borgere eller nøgletal, skal det ske med en anden rolle. Det aftales med projektkoordinatoren.
start-commands = Det kan du på kommandolinjen
start-command-user = opret, vis og luk brugere
start-command-programme = opret en indsats, eller gem en ny version af den
start-command-import = læs et teams register ind
start-command-audit = efterregn loggen, og skriv et kontrolpunkt

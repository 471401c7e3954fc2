# Kodernes ord: nøglen er listen og koden.

channel-selv = eget initiativ
channel-materiale = uddelt materiale
channel-netvaerk = netværk
channel-samarbejdspartner = samarbejdspartner
channel-myndighed = myndighed
channel-opsoegende = opsøgende arbejde
channel-andet = andet

filled-by-borger = udfyldt af borgeren selv
filled-by-sammen = udfyldt sammen
filled-by-medarbejder = udfyldt af medarbejderen

goal-state-aktiv = i gang
goal-state-naaet = nået
goal-state-overdraget = overdraget
goal-state-droppet = droppet

contact-moede = møde
contact-opkald = opkald
contact-besked = besked
contact-ledsagelse = ledsagelse
contact-netvaerksmoede = netværksmøde
contact-forsoeg = forsøg

place-kontor = på kontoret
place-ude = ude
place-hjemme = hjemme
place-telefon = telefon
place-online = online

with-borger = borgeren
with-netvaerk = netværket
with-samarbejdspartner = samarbejdspartner
with-myndighed = myndighed

referral-state-sendt = sendt
referral-state-modtaget = modtaget
referral-state-i_gang = i gang
referral-state-afsluttet = afsluttet
referral-state-afvist = afvist

closing-reason-planmaessig = som planlagt
closing-reason-borgers_oenske = borgerens ønske
closing-reason-flyttet = flyttet
closing-reason-doed = død
closing-reason-overdraget = overdraget
closing-reason-mistet_kontakt = mistet kontakt
closing-reason-andet = andet

reply-udsat = udsat
reply-afslaaet = ikke ønsket af borgeren

mark-faseskift = faseskift
mark-fokusomraade = fokusområde
mark-plan_gennemgaaet = plan gennemgået
mark-fasegraense_flyttet = fasegrænse flyttet
mark-afbrydelse = afbrydelse
mark-stoette_aftalt = støtte efter forløbet aftalt
mark-afsluttende_samtale = afsluttende samtale

safe-contact-ingen_sms = Ingen sms
safe-contact-ikke_hjemme = Ring ikke hjemme
safe-contact-ingen_telefonsvarer = Ingen telefonsvarer

doer-borger = borgeren
doer-medarbejder = medarbejderen
doer-sammen = sammen
doer-partner = partner
doer-myndighed = myndighed

assessment-state-ikke_begyndt = ikke begyndt
assessment-state-i_gang = i gang
assessment-state-udredt = udredt
assessment-state-ikke_relevant = ikke relevant

network-role-familie = familie
network-role-partner = kæreste eller ægtefælle
network-role-ven = ven
network-role-nabo = nabo
network-role-kontaktperson = kontaktperson
network-role-andet = anden

service-jobcenter = jobcenter
service-egen_laege = egen læge
service-sagsbehandler = sagsbehandler i kommunen
service-psykiatri = psykiatri
service-misbrugsbehandling = misbrugsbehandling
service-boligsocial = boligsocial rådgivning
service-tandlaege = tandlæge
service-psykolog = psykolog
service-gaeldsraadgivning = gældsrådgivning eller bank
service-andet = noget andet

service-contact-ingen = ingen kontakt
service-contact-i_forvejen = kontakt i forvejen
service-contact-etableret = etableret i forløbet
service-contact-genetableret = genetableret i forløbet

quotation-state-foreslaaet = venter på godkendelse
quotation-state-godkendt = godkendt
quotation-state-afvist = afvist
consent-state-givet = ja
consent-state-afslaaet = nej
consent-state-spurgt = spurgt, ikke svaret endnu
consent-state-trukket_tilbage = trukket tilbage

role-relationsmedarbejder = relationsmedarbejder
role-projektkoordinator = projektkoordinator
role-konsulent = konsulent
role-leder = leder
role-samarbejdspartner = samarbejdspartner
role-databeskyttelsesraadgiver = databeskyttelsesrådgiver
role-forsker = forsker
role-administrator = administrator

proposer-borger = borgerens eget forslag
proposer-medarbejder = medarbejderens forslag, borgeren er enig
proposer-sammen = fundet på sammen

action-state-planlagt = planlagt
action-state-i_gang = i gang
action-state-gjort = gjort
action-state-overdraget = overdraget
action-state-droppet = droppet

carrier-borger = borgeren selv
carrier-netvaerk = en i netværket
carrier-partner = en samarbejdspartner
carrier-myndighed = en myndighed

shared-alias = alias
shared-navn = navn
shared-telefon = telefonnummer
shared-maal = målet, med borgerens ord
shared-besked = beskeden
gender-kvinde = Kvinde
gender-mand = Mand
gender-andet = Andet
gender-uoplyst = Ikke oplyst
shares-cpr = samme CPR-nummer
shares-phone = samme telefon
shares-name = samme navn
shares-alias_birth_year = samme alias og fødselsår

enquiry-outcome-afklaring = afklaring begyndt
enquiry-outcome-henvist = henvist videre
enquiry-outcome-raad = fik råd
enquiry-outcome-borgers_nej = ønskede ikke mere
enquiry-outcome-afvist = afvist

clarification-outcome-andet_tilbud = andet tilbud
clarification-outcome-borgers_nej = borgeren ønskede ikke et forløb
clarification-outcome-mistet_kontakt = mistet kontakt

consent-givet = ja
consent-afslaaet = nej
consent-spurgt = spurgt, ikke svaret endnu
consent-trukket_tilbage = trukket tilbage

found-by-alias = alias
found-by-name = navn
found-by-cpr = CPR-nummer
found-by-phone = telefon
found-by-register-id = id
found-by-alias-birth-year = alias og fødselsår
agenda-tekst = Fri tekst
agenda-status = Status
agenda-afvikling = Afvikling
agenda-prognose = Prognose
agenda-metode = Metodefidelitet
agenda-maal = Mål uden for målområderne
agenda-henvisninger = Ubesvarede henvisninger
group-kind-styregruppe = styregruppe
group-kind-projektgruppe = projektgruppe
group-kind-foelgegruppe = følgegruppe
decision-state-aaben = åben
decision-state-i_gang = i gang
decision-state-gjort = gjort
decision-state-opgivet = opgivet
audience-socialforvaltningen = Socialforvaltningen
audience-beskaeftigelse = Beskæftigelses- og Integrationsforvaltningen
audience-netvaerket = brobyggernetværket
audience-medarbejdere = udvalgte medarbejdere
audience-andre = andre
afterwards-fortsaetter = fortsætter
afterwards-ophoerer = hører op
handing-kind-borgere = borgere
handing-kind-partnere = partnere
handing-kind-dokumenter = dokumenter
handing-kind-viden = viden
handing-kind-data = data
handing-state-ikke_begyndt = ikke begyndt
handing-state-i_gang = i gang
handing-state-overdraget = overdraget

duty-synlighed = gøre hinandens tilbud synlige for egne medarbejdere
duty-henvisning = henvise borgere til hinanden
duty-helhed = bidrage til en helhedsorienteret og individuel indsats
duty-viden = udveksle viden
duty-kept-holdt = holdt
duty-kept-delvist = delvist holdt
duty-kept-ikke_holdt = ikke holdt

rules-course_months = Måneder i et forløb
rules-phases = Faser
rules-follow_up_months = Måneder mellem opfølgninger
rules-caseload_cap = Loft: borgere hos en medarbejder
rules-withhold_below = Skjul offentliggjorte tal under
rules-lost_contact_days = Dage uden kontakt, før kontakten er tabt
rules-referral_reminder_days = Dage uden svar, før en partner rykkes
rules-retention_months = Måneder, et afsluttet forløb gemmes, før nogen ser på det

organisation-kind-kommune = kommune
organisation-kind-forening = frivillig forening

# Rapporter: modtager, tilstand, filer
addressee-tilskudsgiver = Tilskudsgiver
addressee-styregruppe = Styregruppen
addressee-forvaltning = Forvaltningen
addressee-samarbejdspartnere = Samarbejdspartnere
addressee-offentlighed = Offentligheden
regular-rhythm-maanedlig = Den 1. i hver måned
regular-rhythm-kvartalsvis = Den 1. i hvert kvartal
regular-period-foregaaende = måneden eller kvartalet før
regular-period-bevillingsaar = bevillingsåret til dato
regular-period-tolv_maaneder = de seneste tolv måneder
regular-not-yet-tekst_mangler = en tekst mangler
regular-not-yet-stamdata_mangler = en oplysning mangler i opsætningen
regular-not-yet-andet_forslag_venter = et andet forslag til modtageren venter på at blive låst
regular-not-yet-skabelon_mangler = skabelonen er der ikke mere
regular-not-yet-uden_for_indsatsen = dagen ligger før indsatsen
regular-not-yet-tal_kan_ikke_kontrolleres = tallene kan ikke kontrolleres; den, der driver serveren, kan se hvorfor i serverens log
release-state-foreslaaet = Foreslået
release-state-laast = Låst
release-state-afvist = Afvist
file-kind-pdf = PDF
file-kind-docx = DOCX
file-kind-xlsx = Excel
file-kind-csv = CSV

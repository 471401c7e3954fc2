# The words of the codes: the key is the list and the code.

channel-selv = own initiative
channel-materiale = handed-out material
channel-netvaerk = network
channel-samarbejdspartner = partner
channel-myndighed = authority
channel-opsoegende = outreach
channel-andet = other

filled-by-borger = filled in by the citizen
filled-by-sammen = filled in together
filled-by-medarbejder = filled in by the worker

goal-state-aktiv = under way
goal-state-naaet = reached
goal-state-overdraget = handed over
goal-state-droppet = dropped

contact-moede = meeting
contact-opkald = call
contact-besked = message
contact-ledsagelse = accompaniment
contact-netvaerksmoede = network meeting
contact-forsoeg = attempt

place-kontor = at the office
place-ude = outside
place-hjemme = at home
place-telefon = telephone
place-online = online

with-borger = the citizen
with-netvaerk = the network
with-samarbejdspartner = a partner
with-myndighed = an authority

referral-state-sendt = sent
referral-state-modtaget = received
referral-state-i_gang = under way
referral-state-afsluttet = finished
referral-state-afvist = declined

closing-reason-planmaessig = as planned
closing-reason-borgers_oenske = the citizen’s wish
closing-reason-flyttet = moved away
closing-reason-doed = died
closing-reason-overdraget = handed over
closing-reason-mistet_kontakt = lost contact
closing-reason-andet = other

reply-udsat = postponed
reply-afslaaet = declined by the citizen

mark-faseskift = phase shift
mark-fokusomraade = focus area
mark-plan_gennemgaaet = plan reviewed
mark-fasegraense_flyttet = phase boundary moved
mark-afbrydelse = interruption
mark-stoette_aftalt = support after the course agreed
mark-afsluttende_samtale = closing meeting

safe-contact-ingen_sms = No text messages
safe-contact-ikke_hjemme = Not at home
safe-contact-ingen_telefonsvarer = No voicemail

doer-borger = the citizen
doer-medarbejder = the worker
doer-sammen = together
doer-partner = partner
doer-myndighed = authority

assessment-state-ikke_begyndt = not begun
assessment-state-i_gang = under way
assessment-state-udredt = assessed
assessment-state-ikke_relevant = not relevant

network-role-familie = family
network-role-partner = partner or spouse
network-role-ven = friend
network-role-nabo = neighbour
network-role-kontaktperson = contact person
network-role-andet = other

service-jobcenter = job centre
service-egen_laege = general practitioner
service-sagsbehandler = caseworker in the municipality
service-psykiatri = psychiatry
service-misbrugsbehandling = addiction treatment
service-boligsocial = social housing advice
service-tandlaege = dentist
service-psykolog = psychologist
service-gaeldsraadgivning = debt advice or bank
service-andet = something else

service-contact-ingen = no contact
service-contact-i_forvejen = contact before the course
service-contact-etableret = established during the course
service-contact-genetableret = established again during the course

quotation-state-foreslaaet = waits for approval
quotation-state-godkendt = approved
quotation-state-afvist = turned down
consent-state-givet = yes
consent-state-afslaaet = no
consent-state-spurgt = asked, not answered yet
consent-state-trukket_tilbage = withdrawn

role-relationsmedarbejder = worker
role-projektkoordinator = project coordinator
role-konsulent = consultant
role-leder = leader
role-samarbejdspartner = partner
role-databeskyttelsesraadgiver = data protection officer
role-forsker = researcher
role-administrator = administrator

proposer-borger = the citizen's own idea
proposer-medarbejder = the worker's idea, and the citizen agrees
proposer-sammen = thought of together

action-state-planlagt = planned
action-state-i_gang = under way
action-state-gjort = done
action-state-overdraget = handed over
action-state-droppet = dropped

carrier-borger = the citizen alone
carrier-netvaerk = somebody of the network
carrier-partner = a partner
carrier-myndighed = an authority

shared-alias = alias
shared-navn = name
shared-telefon = phone number
shared-maal = the goal, in the citizen's words
shared-besked = the message
gender-kvinde = Woman
gender-mand = Man
gender-andet = Other
gender-uoplyst = Not told
shares-cpr = same CPR number
shares-phone = same phone
shares-name = same name
shares-alias_birth_year = same alias and year of birth

enquiry-outcome-afklaring = clarification begun
enquiry-outcome-henvist = referred on
enquiry-outcome-raad = given advice
enquiry-outcome-borgers_nej = wanted no more
enquiry-outcome-afvist = turned away

clarification-outcome-andet_tilbud = another offer
clarification-outcome-borgers_nej = the citizen wanted no course
clarification-outcome-mistet_kontakt = contact lost

consent-givet = yes
consent-afslaaet = no
consent-spurgt = asked, not answered yet
consent-trukket_tilbage = withdrawn

found-by-alias = alias
found-by-name = name
found-by-cpr = CPR number
found-by-phone = telephone
found-by-register-id = id
found-by-alias-birth-year = alias and year of birth
agenda-tekst = Free text
agenda-status = Status
agenda-afvikling = Winding down
agenda-prognose = Forecast
agenda-metode = Fidelity to the method
agenda-maal = Goals outside the goal areas
agenda-henvisninger = Unanswered referrals
group-kind-styregruppe = steering group
group-kind-projektgruppe = project group
group-kind-foelgegruppe = follow-up group
decision-state-aaben = open
decision-state-i_gang = going on
decision-state-gjort = done
decision-state-opgivet = given up
audience-socialforvaltningen = Social services
audience-beskaeftigelse = Employment and integration services
audience-netvaerket = the bridge builders' network
audience-medarbejdere = chosen staff
audience-andre = others
afterwards-fortsaetter = goes on
afterwards-ophoerer = ends
handing-kind-borgere = citizens
handing-kind-partnere = partners
handing-kind-dokumenter = documents
handing-kind-viden = knowledge
handing-kind-data = data
handing-state-ikke_begyndt = not begun
handing-state-i_gang = under way
handing-state-overdraget = handed over

duty-synlighed = make one another's offers visible to one's own staff
duty-henvisning = refer citizens to one another
duty-helhed = contribute to a whole and individual effort
duty-viden = exchange knowledge
duty-kept-holdt = kept
duty-kept-delvist = partly kept
duty-kept-ikke_holdt = not kept

rules-course_months = Months of a course
rules-phases = Phases
rules-follow_up_months = Months between follow-ups
rules-caseload_cap = Cap: citizens of a worker
rules-withhold_below = Withhold published counts below
rules-lost_contact_days = Days without contact before it is lost
rules-referral_reminder_days = Days without an answer before a partner is written to
rules-retention_months = Months that a closed course is kept before somebody looks at it

organisation-kind-kommune = municipality
organisation-kind-forening = voluntary association

# Reports: recipient, state, files
addressee-tilskudsgiver = The funder
addressee-styregruppe = The steering group
addressee-forvaltning = The administration
addressee-samarbejdspartnere = Partners
addressee-offentlighed = The public
regular-rhythm-maanedlig = On the 1st of each month
regular-rhythm-kvartalsvis = On the 1st of each quarter
regular-period-foregaaende = the month or quarter before
regular-period-bevillingsaar = the grant year so far
regular-period-tolv_maaneder = the latest twelve months
regular-not-yet-tekst_mangler = a text is missing
regular-not-yet-stamdata_mangler = a fact is missing in the set-up
regular-not-yet-andet_forslag_venter = another proposal for the recipient waits to be locked
regular-not-yet-skabelon_mangler = its template is gone
regular-not-yet-uden_for_indsatsen = the day is before the programme
regular-not-yet-tal_kan_ikke_kontrolleres = the numbers cannot be checked; whoever operates the server can see why in the server's log
release-state-foreslaaet = Proposed
release-state-laast = Locked
release-state-afvist = Turned down
file-kind-pdf = PDF
file-kind-docx = DOCX
file-kind-xlsx = Excel
file-kind-csv = CSV

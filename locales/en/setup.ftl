# Setting up: the organisation, the programme's rules and versions, the staff, and going from one programme to another.

setup = Set-up
setup-rules = The programme's rules
setup-history = Versions
setup-file = Rules as a file
setup-holder = Grant holder
setup-logo = Logo
setup-staff = Staff

rules-lead = Change what is to hold. Before anything is saved you see whose course it moves, and by how much.
rules-read-lead = The rules explain when a course can begin, how long it lasts, and how many citizens a worker can have.
rules-who-changes = The project coordinator and the administrator can change the rules.
rules-saved = The rules are saved as a new version.
rules-same = The rules say the same as before. There is nothing to save.
rules-moved-meanwhile = Something has changed since you saw it. Look at it again before you save.
rules-title = Title
rules-title-help = Neutral: it may show on a screen that others see.
rules-da = In Danish
rules-en = In English
rules-from = First day
rules-to = Last day
rules-funding = Funding
rules-funding-help = No course is planned past the last funded day.
rules-window = Recruitment window
rules-windows = Recruitment windows
rules-windows-help = New courses can begin inside a window only.
rules-window-n = Window { $n }
rules-window-new = New window
rules-window-more = Another window
rules-remove = Remove
rules-numbers = Courses and workers
rules-range = A whole number from { $from } to { $to }.
rules-instrument = Questionnaire
rules-instruments = Questionnaires
rules-instruments-label = Questionnaires of each follow-up
rules-instruments-hint = Those that the program knows.
rules-enrolling = Questionnaire that enrols
rules-enrolling-hint = The first complete one begins the course.
rules-area = Goal area
rules-areas = Goal areas
rules-areas-help = An area that has been used cannot be removed. It can be retired: new goals cannot get it then.
rules-area-n = Area { $n }
rules-area-new = New area
rules-area-more = Another area
rules-retire = Retired
rules-retired = retired
rules-in-use = in use
rules-none = not there
rules-order = in another order
rules-zone = Time zone
rules-show = See what moves
rules-operator = the command line ({ $name })
rules-by = Saved by { $who }, { $at }

change-what = What
change-before = Before
change-after = Now

preview-title = What moves
preview-nothing = No course, no deadline and no citizen moves.
preview-lead = { $n ->
    [0] No planned end moves.
    [one] One planned end moves.
   *[other] { $n } planned ends move.
} Nothing is saved yet.
preview-changes = What you change
preview-ends = Planned end
preview-ends-help = Those who lose the most time come first.
preview-citizen = Citizen
preview-by = Moved
preview-earlier = { $n ->
    [one] 1 day earlier
   *[other] { $n } days earlier
}
preview-later = { $n ->
    [one] 1 day later
   *[other] { $n } days later
}
preview-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
preview-no-end = none
preview-after-funding = Begun after the last funded day
preview-more = Phases and follow-ups
preview-others = { $n ->
    [one] One course gets other phases or follow-ups
   *[other] { $n } courses get other phases or follow-ups
}
preview-enrolment = Enrolled: { $from } becomes { $to }
preview-phase = Phase { $n } begins { $to } instead of { $from }
preview-gone = No follow-up any more: { $days }
preview-new = New follow-up: { $days }
preview-somebody = A citizen
preview-outside = Enrolled outside the windows
preview-outside-help = The courses go on, though they began outside the new windows.
preview-enrolled = Enrolled { $day }
preview-clarifications = Clarifications with a new deadline
preview-clarifications-help = The citizen can be enrolled until then.
preview-until = Can be enrolled until { $day }
preview-no-window = Cannot be enrolled any more without an exception
preview-cap = Workers over the cap
preview-cap-help = Nobody loses citizens, but they can get no more.
preview-over = { $n } citizens, and the cap becomes { $cap }
preview-over-before = { $n } citizens, and the cap becomes { $cap }. Was over the cap before
preview-areas = Goals in areas that are retired
preview-areas-help = The goals stay where they are.
preview-retired = { $area }: { $n ->
    [one] 1 active goal
   *[other] { $n } active goals
}
preview-withhold = Smaller counts leave the team: published counts are withheld below { $n } only. Ask the data protection officer.
preview-instrument = A questionnaire goes: old answers stay, but no new ones are asked for.
preview-save-title = Save the change
preview-why = Why?
preview-why-hint = The reason stands among the versions.
preview-save = Save as a new version
preview-back = Change
preview-cancel = Cancel
preview-stale = Somebody else has saved other rules meanwhile
preview-stale-text = Nothing of yours is saved. Below is what the other changed, and then what you would change in the new rules. If you save, your fields hold.
preview-theirs = The other's change

file-lead = Take the rules away as a TOML file, change it, and bring it back. It is checked and shown before anything is saved.
file-present = The file
file-download = Download the file
file-comments = Comments stay in a file that you bring. If somebody saves from the screen afterwards, the file is written anew without them.
file-choose = Choose a file
file-choose-hint = If you choose none, the text below is taken.
file-paste = The file's text
file-line = Line { $line }
file-faults = { $n ->
    [one] There is one fault in the file
   *[other] There are { $n } faults in the file
}
file-wrong = Faults in the file
file-wrong-help = The file's keys are English, and so are the messages.

history-lead = Every version, who saved it, why, and what it changed.
history-now = Version { $n }, in force now
history-version = Version { $n }
history-first = The first version.
history-changed = What was changed
history-rules = The rules in this version

holder-lead = Who runs the programme, and who is responsible for the grant.
holder-name = The organisation's name
holder-kind = Type
holder-municipality = Municipality
holder-cvr = CVR number
holder-cvr-hint = Eight digits. If the organisation has none, leave the field empty and give the responsible person's CPR number below.
holder-grant = Responsible for the grant
holder-grant-help = One person.
holder-responsible = Name
holder-responsible-hint = Another name is another person, whose CPR number has to be given again.
holder-contact = Position and contact
holder-contact-hint = Such as head of office, mail or telephone. May be empty.
holder-cpr = The responsible person's CPR number
holder-cpr-hint = Only where the organisation has no CVR number. It is sealed. Leave the field empty to keep the one that is saved.
holder-cpr-hidden = The CPR number is hidden.
holder-cpr-open = Show the CPR number
holder-cpr-opened = That you saw the number is in the log.
holder-save = Save
holder-saved = The details are saved.

staff-lead = Who has which role in the programme. Accounts are made on the command line.
staff-list = Staff of the programme
staff-name = Name
staff-role = Role
staff-role-choose = Choose a role
staff-days = From and to
staff-citizens = Citizens
staff-end = End
staff-new = Give an account a role
staff-new-help = The account has to be in the organisation already.
staff-user = User name
staff-first-day = First day
staff-add = Give the role
staff-joined = The role is given.
staff-left = The role has a last day.
staff-end-title = { $name } leaves
staff-handover = Citizens to hand over
staff-none-left = No citizens are assigned after the last day.
staff-left-behind = { $n ->
    [one] One citizen is assigned after the last day too. Give the course to somebody else first.
   *[other] { $n } citizens are assigned after the last day too. Give the courses to others first.
}
staff-unnamed = { $n ->
    [one] One of them you may not see.
   *[other] { $n } of them you may not see.
}
staff-hand-over = Hand over
staff-deputy = If it is for a time only, name a deputy instead:
staff-end-form = Last day
staff-last-day = Last day in the role
staff-last-day-hint = Such as 31.12.2015. The day counts.
staff-end-save = Save the last day

choose-title = Switch programme
choose-switch = Switch programme
choose-lead = You have a role in several programmes. You work in one at a time, and nothing goes from one to the other.
choose-current = You are here now
choose-go = Go to

# The logo on the programme's documents
logo-lead = Reports, minutes and other documents of the programme's own begin with the logo, in PDF and in Word. It never stands on papers for or about a citizen: these must not tell where they are from.
logo-present = How it stands
logo-none = There is no logo. Documents begin with their title.
logo-choose = Choose a logo
logo-change = Change the logo
logo-file = Picture
logo-file-hint = PNG or JPEG, 5 MB at most. What shines through becomes white, and details kept in the file are left behind.
logo-file-keep-hint = PNG or JPEG, 5 MB at most. Choose none to keep the picture.
logo-says = What the logo shows
logo-says-hint = Read aloud to whoever does not see it, such as “The municipality's logo”.
logo-save = Save the logo
logo-saved = The logo is saved. It stands on the documents made from now on.
logo-remove = Remove the logo
logo-removed = The logo is removed.

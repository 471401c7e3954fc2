# Reports that leave the team.

reports = Reports
reports-lead = Write, check and lock what is passed on. No number in a release tells on a single citizen.
reports-make = Make a report
reports-waiting = Waiting for somebody else
reports-waiting-note = A report is locked by somebody other than whoever proposed it.
reports-waiting-none = No reports are waiting.
reports-locked = Locked versions
reports-locked-none = No reports are locked yet.
reports-turned-down = Proposals turned down
release-report = Report
release-as-of = Status as of
release-period = Period
release-addressee = Recipient
release-name = { $title }, version { $n }
release-line = as of { $day } · { $for } · proposed { $on } by { $by }
release-draft = Draft, not locked
release-team-note = These are the team's numbers. A hatched number is withheld in the release.
release-withheld-word = withheld in the release
section-missing = Text missing
section-write = Write
section-correct = Correct the text
section-back = The report
section-text = The text in the report
section-text-hint = It counts for reports of this year and is carried over to the next until you write a new one. Write nothing that points to a single citizen.
section-from-year = The text is from { $year }. When you save, it becomes this year's.
release-missing = Missing before it can be locked
release-propose = Becomes version { $n }
release-propose-do = Propose to lock
release-propose-note = Numbers, texts and files are frozen now. Somebody else checks and locks them.
release-corrected = What is corrected since last time?
release-withheld-question = What is withheld?
release-withheld-count = { $n ->
    [0] No numbers
    [one] 1 number
   *[other] { $n } numbers
}
release-withheld-note = not shown in the release, so that nobody can be recognised. The release gives the reason, not the numbers.
release-withheld-more = Show the rest
release-why-small = below { $below }
release-why-gives-away = a small number could be worked out otherwise
release-why-before = was withheld before
release-checked = Checked against all numbers in the report and { $n ->
    [0] no earlier releases
    [one] the one earlier release
   *[other] the { $n } earlier releases
} to the recipient.
release-agreed-line = { $called } is shown exactly: { $reference }.
release-fetch-draft = Fetch the draft
release-pdf-note = can be read aloud
release-docx-note = to go on writing in
release-file-name = File name
release-back = The report
release-about = About the report
release-column-says = What it is
release-proposed = Proposed
release-locked-by = Locked
release-turned-down-by = Turned down
release-by-on = { $name }, { $day }
release-withheld = Numbers withheld
release-corrects-short = Corrects
release-corrected-by = Corrected by
release-files = Files
release-file = File
release-sum = Checksum (SHA-256)
release-sum-note = The files are the same every time. The checksum shows that nobody has changed them.
release-size = { $n } KB
release-sent = Sent to
release-sent-to = Sent to
release-sent-to-hint = For example the funder's mailbox or the members of the steering group.
release-sent-on = Date
release-sent-none = It is not noted as sent.
release-note-sent = Note that it was sent
release-correct = Correct in a new version
release-lock = Lock as version { $n }
release-waits = Waiting for somebody other than you
release-turn-down = Turn the proposal down
release-why = Why?
release-why-hint = Write what is to be otherwise, so that it can be proposed again.
release-done-proposed = The report is proposed. Somebody else must lock it.
release-done-locked = The report is locked. It can be fetched and sent.
release-done-turned-down = The proposal is turned down.
release-done-sent = It is noted.
exact-title = Exact numbers by agreement
exact-lead = Totals that a recipient is shown by agreement, also when they are below the limit.
exact-none = There are no agreements.
exact-new = New agreement
exact-edit = Correct the agreement
exact-counts = Which totals?
exact-counts-hint = Totals of the whole programme only. Other numbers are still withheld, so that they cannot be worked out.
exact-reference = Where does the agreement stand?
exact-reference-hint = For example: Letter of grant of 1 March 2013, item 4.

# In the report itself
release-lead = Numbers as of { $day } and for the period { $period }. To: { $for }.
release-version = Version { $n }
release-draft-note = Draft. It is not locked and must not be passed on.
release-nothing = Nothing is written here.
release-table-left-out = The table “{ $title }” is left out, because nearly all its numbers are small.
release-withheld-title = Numbers that are not shown
release-withheld-none = All numbers are shown.
release-withheld-why = A small number can point to people whom somebody knows. It is therefore not shown, nor are the numbers from which it could be worked out.
release-agreed = Some totals are shown exactly by agreement: { $reference }.
release-corrects = Correction of version { $n }
release-corrects-table = Numbers that are corrected
release-corrects-no-count = No numbers have changed.
release-before = Before
release-now = Now
release-programme-title = The programme
release-programme = Programme
release-funding = Funded period
release-recruitment = Recruitment
release-course = A course lasts
release-months = { $n } months
release-phases = Phases
release-cap = Citizens per worker, at most
release-holder-title = Grant holder
release-organisation = Organisation
release-kind = Form
release-municipality = Municipality
release-cvr = CVR number
release-responsible = Responsible for the grant
release-groups-title = Groups
release-group = Group
release-group-kind = Kind
release-group-task = Task
release-group-members = Members

# Reports that leave the team.

reports = Reports
reports-lead = Write, check and lock what is passed on. No number in a release tells on a single citizen.
reports-make = Make a report
reports-usual = { $title } to { $for }, as of today
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
section-title = Text in the report
section-write = Write
section-correct = Correct the text
section-back = The report
section-text = The text in the report
section-text-hint = It counts for reports of this year and is carried over to the next until you write a new one. Write nothing that points to a single citizen.
section-from-year = The text is from { $year }. When you save, it becomes this year's.
release-missing = Missing before it can be locked
release-lacks = { $name } is missing in the set-up
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
release-given-away = The recipient can work something out already.
release-given-away-note = From what has been sent, or is shown by agreement, the recipient can tell something of these small numbers. It cannot be taken back; this report says no more of them.
release-given-away-others = { $n ->
    [one] 1 small number that is not in this report
   *[other] { $n } small numbers that are not in this report
}
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
release-files-when-locked = The files can be fetched when the report is locked.
release-files-turned-down = The files cannot be fetched: the proposal was turned down.
release-preview = What is locked
release-preview-none = What it says was not kept for reading. Turn the proposal down and propose it again.
release-preview-quote-hidden = A quotation that you may not see
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

# Regular reports
regular-title = Regular reports
regular-lead = The program prepares them as proposals early in the morning of the 1st, with the numbers of the day before. One of you locks them and sends them; neither ever happens by itself.
regular-none = There are no regular reports.
regular-new = New regular report
regular-edit = Correct the regular report
regular-what = { $title } to { $for }
regular-no-template = Report without a template
regular-to = Who is to have it?
regular-to-line = Recipients: { $to }
regular-addressee-hint = The numbers are checked against what this recipient has had before.
regular-rhythm = How often?
regular-period = What should it count?
regular-period-hint = The period is over when the report is made. The status is as of the last day of the month before.
regular-since = From when?
regular-about = Counts { $period } · next on { $next }
regular-last = See the one of { $on }
regular-cannot-yet = Cannot be made yet
regular-why = { $on }: { $why }.
regular-draft = Open the draft
release-by-program = the program

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
release-held-back = A quotation may not be used any more. Turn down, and propose again
release-taken-back = Quotation taken back
release-taken-back-text = The report is locked and stays as it was sent. Ask those who have it not to use the quotation any more, and note that.
release-taken-back-erased = The words are deleted here
release-taken-back-told = The recipients know
release-taken-back-do = The recipients have been told
release-done-taken-back = It is noted that the recipients have been told.
release-redefined = Counted otherwise now
release-redefined-figure = Figure
release-redefined-text = The report stands as it was frozen, with the numbers and definitions of that time. A new draft or a correction counts by those of now.
release-redefined-gone = There is no such figure any more
release-redefined-line = { $title } is counted by another definition than in the version before. Then: { $then }
release-other-template = The template has changed since. A new draft follows the new one.

# Planned runs and the overview by mail.

jobs-title = Planned runs
jobs-lead = What the program does by itself, at fixed times.
jobs-rule = If the server was off, only the latest run is caught up. If something goes wrong, the program tries again several times with longer and longer pauses.
jobs-next = Next time
jobs-none = Has not run yet
jobs-no-mail = Does not run, because no mail server is set up. Whoever operates the server can do that.
jobs-demo-mail = Does not run here, because the demonstration sends no mail.
jobs-again = Run again
jobs-done-again = Set to run again. It runs in a moment.
jobs-next-try = Tries again { $when }
jobs-came-mails = { $n ->
    [0] no mails
    [one] 1 mail sent
   *[other] { $n } mails sent
}
jobs-came-proposals = { $n ->
    [0] no proposals
    [one] 1 proposal
   *[other] { $n } proposals
}
jobs-came-rows = { $n ->
    [0] nothing to tidy up
    [one] 1 row tidied up
   *[other] { $n } rows tidied up
}
jobs-came-reports = { $n ->
    [0] no regular reports
    [one] 1 regular report
   *[other] { $n } regular reports
}
jobs-to-retention = See the proposals

job-kind-daglig_mail = Daily overview by mail
job-kind-ugentlig_mail = Weekly overview by mail
job-kind-opbevaring = Courses that may have been kept long enough
job-kind-oprydning = Tidying up
job-kind-faste_rapporter = Regular reports
job-what-daglig_mail = Sent to those who have chosen it. Numbers only, no names.
job-what-ugentlig_mail = Sent every Monday to those who have chosen it. Numbers only, no names.
job-what-opbevaring = Counts citizens whose courses ended long ago. Nothing is deleted.
job-what-oprydning = Forgets ended sessions, used form keys and closed links.
job-what-faste_rapporter = Prepares the regular reports as proposals on the 1st of the month. Nothing is locked or sent by itself.
job-state-i_gang = Running
job-state-gjort = Done
job-state-mislykket = Failed
job-state-opgivet = Given up
job-state-afloest = Replaced by a newer one
job-reason-mail_svarer_ikke = The mail server does not answer.
job-reason-mail_ikke_sikker = No safe connection to the mail server can be made. Whoever operates the server must look at its set-up.
job-reason-mail_afvist = The mail server did not take every mail. An address may be wrong.
job-reason-kan_ikke_laves_endnu = A regular report cannot be made yet. Reports says why.
job-reason-afbrudt = The server stopped in the middle of the run.
job-reason-fejl = A fault occurred in the program. Whoever operates the server can see which in the server's log.

retention-title = Kept long enough?
retention-lead = Citizens whose courses have all been over for { $months } months or more.
retention-nothing-deleted = The list is a proposal only. Nothing is deleted by itself. How long to keep what is recorded is agreed with your data protection officer.
retention-list = Proposals
retention-ended = The last course ended { $day }
retention-none = Nobody has been kept that long
retention-none-help = When that day comes, the citizen is listed here.
retention-more = and { $n } more

settings-title = Settings
settings-lead = What you decide for yourself.
settings-mail = Overview by mail
settings-mail-help = The mail only says how much waits for you, such as "3 follow-ups are overdue". It never has a name in it, and you get none when nothing waits.
settings-no-mail = Mail cannot be chosen here, because no mail server is set up. Whoever operates the server can do that.
settings-demo = The demonstration keeps your choice but sends no mail.
settings-how-often = How often
digest-rhythm-daglig = Every day at 6:30
digest-rhythm-ugentlig = Every Monday at 6:30
digest-rhythm-ingen = No mail
settings-address = Your mail address
settings-address-hint = The address is kept sealed and used for this mail only. If you choose no mail, it is forgotten.
settings-save = Save settings
settings-saved = The settings are saved.

letter-subject = Your overview
letter-hello = Hello
letter-follow-ups = { $n ->
    [one] 1 follow-up is overdue
   *[other] { $n } follow-ups are overdue
}
letter-enquiries = { $n ->
    [one] 1 enquiry waits for an answer
   *[other] { $n } enquiries wait for an answer
}
letter-steps = { $n ->
    [one] 1 agreed step is past its day
   *[other] { $n } agreed steps are past their day
}
letter-referrals = { $n ->
    [one] 1 referral has waited too long for an answer
   *[other] { $n } referrals have waited too long for an answer
}
letter-deputies = { $n ->
    [one] 1 deputy ends within 3 days
   *[other] { $n } deputies end within 3 days
}
letter-reports = { $n ->
    [one] 1 report waits for approval
   *[other] { $n } reports wait for approval
}
letter-lacking = { $n ->
    [one] 1 regular report cannot be made yet
   *[other] { $n } regular reports cannot be made yet
}
letter-quotations = { $n ->
    [one] 1 quotation waits to be read
   *[other] { $n } quotations wait to be read
}
letter-recalls = { $n ->
    [one] 1 deletion has to be told to a recipient
   *[other] { $n } deletions have to be told to recipients
}
letter-sign-in = Sign in to see more:
letter-why = You get this mail because you have chosen it. You can turn it off under Settings.

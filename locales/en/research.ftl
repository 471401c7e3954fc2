# Research: packages for researchers, the page about them, and the words of the code book.

research-title = Research
research-says = Packages for researchers: who got what, and who has to be deleted
research-lead = Details of single persons for researchers: only of those who agreed, and with nothing that leads back to anybody.
research-waits = { $n ->
    [one] 1 has to be deleted by a recipient
   *[other] { $n } have to be deleted by recipients
}
research-nothing-waits = Nobody has to be deleted by a recipient
research-ready = { $n ->
    [one] 1 has agreed and was enrolled.
   *[other] { $n } have agreed and were enrolled.
}
research-needed = It takes { $n } at least.
research-not-yet = There are not enough yet
research-aggregates = Among so few a single person can be recognised, even without a name. Give the researchers the aggregate figures instead: anybody may have those.
research-figures = See the figures
research-new = Make a package
research-recipient = Who gets it?
research-recipient-hint = Such as a research centre and who signed for it
research-purpose = What is it for?
research-purpose-hint = As it stands in the agreement with the researchers
research-day = Counted up to and including
research-day-hint = May stay empty: then it is today
research-make = Make the package
research-given = Who got what
research-none = No package has been made
research-none-help = Here it will say who got what, and when.
research-made = Made { $at } by { $by }, counted up to and including { $day }
research-operator = the command line
research-counts = { $out ->
    [0] { $n } persons
   *[other] { $n } persons · { $out } left out because too few look like them
}
research-fetch = Fetch the package
research-no-fetch = The package cannot be fetched any more: somebody in it has taken their yes back or is erased. Make a new one if it is needed.
research-recalled = { $n ->
    [one] 1 has to be deleted by the recipient
   *[other] { $n } have to be deleted by the recipient
}
research-recall-help = Ask the recipient to delete these rows. The pseudonyms do not tell the recipient who it is.
research-tell = The recipient was asked to delete them
research-told = { $n ->
    [one] The recipient was asked to delete 1 person, last on { $day }
   *[other] The recipient was asked to delete { $n } persons, last on { $day }
}
research-done-made = The package is made. Fetch it below, and give it to the recipient by a safe way.
research-done-told = It is noted that the recipient was asked to delete.
research-what = What a package is
research-who = Who is in it
research-who-text = A row for each person who has agreed to research and was enrolled. Whoever says no afterwards is not in the next package.
research-holds = What it holds
research-holds-text = Gender, age in groups, how the person came and how the course ended. Well-being, star and purpose at first and at the latest, number of contacts, minutes and goals reached. Days are counted from the enrolment. A code book comes with it.
research-not = What it does not hold
research-not-text = No name, CPR number, alias, note, id or any date. The pseudonyms are new in each package, and only the system can look them up.
research-safe = Why nobody can be recognised
research-alike = At least { $k } look alike in everything that an outsider may know, and have at least { $l } different answers to what is sensitive. Groups are made coarser until that holds; who still stands out is left out.
research-back = If somebody regrets it
research-back-text = When a person takes their yes back, it says here which rows the recipient has to delete.
research-package-title = Research package
research-universe = Every person of the programme who has agreed to research, has not taken it back, and was enrolled.
research-unit = A row is a person. Where the person had several courses, the latest stands for the person; two merged records are one person. A row a course would count a person several times, and then five rows alike would not be five persons.
research-lead-book = The code book says what data.csv holds. No file tells who anybody is, or any date; the day that the package is counted to stands in the agreement.
research-use = The numbers show before and now, not an effect. It is not permitted to try to find out who anybody is, or to link the rows with other details of persons. Where the recipient is asked to delete a row, it has to be done.
research-book-title = Code book
research-book-who = Who is in it
research-book-number = Number
research-book-persons = Persons
research-book-agreed = Agreed and were enrolled
research-book-left-out = Left out because too few look like them
research-book-rows = Rows in data.csv
research-book-few = { $sign } means that fewer than { $k } or none were left out. How many is not told, and so neither is how many agreed.
research-book-made = How it was made
research-book-alike = Everything that an outsider may know is made coarser down a fixed ladder, until at least { $k } persons look alike and at least { $l } different values are found among them in each sensitive column. Here rung { $rung } of { $rungs } was used, and the smallest group has { $smallest }.
research-book-columns-out = These sensitive columns are left out because nearly everybody has the same value in them:
research-book-use = Use
research-book-variables = Columns
research-book-values = Values
research-book-how = How the values are made
research-book-instruments = Questionnaires
research-book-name = Name
research-book-label = Meaning
research-book-part = Part
research-book-missing = Missing
research-book-value = Value
research-part-quasi = may be known outside
research-part-days = days
research-part-sensitive = sensitive
research-label-person = Pseudonym
research-label-gender = Gender
research-label-age = Age at the enrolment
research-label-channel = How the person came
research-label-ending = How the course ended
research-label-ended = Days to the ending
research-label-shift = Days to phase { $n }
research-label-score-first = { $of }, first score
research-label-score-latest = { $of }, latest score
research-label-score-first-day = Days to the first: { $of }
research-label-score-latest-day = Days to the latest: { $of }
research-label-step-first = { $of }, first step
research-label-step-latest = { $of }, latest step
research-label-star-day = Days to the latest: { $of }
research-label-purpose-first = { $of }, first answer
research-label-purpose-latest = { $of }, latest answer
research-label-purpose-day = Days to the latest answer: { $of }
research-label-contacts = Contacts
research-label-minutes = Minutes
research-label-reached = Goals reached: { $of }
research-label-reached-other = Goals reached outside the goal areas
research-made-person = Chance, and new in each package; nothing can be worked out from it.
research-made-gender = What the person said. Another gender and no answer stand together.
research-made-age = The year of the enrolment less the year of birth, in groups.
research-made-channel = The first enquiry, in groups: oneself, one's network, a professional or outreach.
research-made-ending = Open, as planned, the citizen's wish or a move, or otherwise; in groups.
research-made-days = Whole days from the enrolment, rounded down to a whole number of times { $n }. Empty where it has not happened.
research-made-days-none = Days are left out of this package, because too few look alike.
research-made-score = The questionnaire's score where every question is answered. The latest is given only where there are two or more.
research-made-step = The citizen's step where the whole star is filled in. Empty where the area is not relevant; the latest is given only where there are two or more.
research-made-purpose = The citizen's answer. The latest is given only where there are two or more.
research-made-contacts = Contacts in the course and in the clarification before it; attempts do not count.
research-made-minutes = Minutes of the contacts where they are written. Empty where they are written for none.
research-made-reached = Goals that are reached on the day that the package is counted to. That none is reached is not taken for sensitive.
research-ages-band = { $band } years
research-value-under_20 = under 20 years
research-value-under_30 = under 30 years
research-value-30_plus = 30 years and over
research-value-60_plus = 60 years and over
research-value-uoplyst = not told
research-value-alle = everybody, not divided
research-value-kvinde = woman
research-value-mand = man
research-value-andet_uoplyst = another gender or not told
research-value-selv = by themselves
research-value-netvaerk = through their network
research-value-fagperson = through a partner or an authority
research-value-opsoegende = through outreach or material
research-value-selv_eller_netvaerk = by themselves or through their network
research-value-andre = in another way
research-value-aaben = not ended
research-value-planmaessig = as planned
research-value-borgeren = the citizen's wish or a move
research-value-andet = for another reason
research-value-afsluttet = ended

# The citizen's details, worker, merging, blocks and deputies.

ways-label = The citizen's details
way-identity = Details
way-assignment = Worker
way-merge = Merging
way-blocks = Blocks

days-from = from { $from }
days-from-to = { $from } – { $to }
choose-person = Choose …

identity-alias = Alias
identity-alias-hint = The name the citizen likes to use. It is the one that lists show.
identity-navn = Name
identity-cpr = CPR number
identity-cpr-hint = Ten digits, such as 010285-1234. Only if the citizen wants to tell.
identity-telefon = Phone
identity-foedselsaar = Year of birth
identity-foedselsaar-hint = Four digits
identity-koen = Gender
identity-adressebeskyttelse = Address
identity-adressebeskyttelse-hint = A protected address is on no list, print or export.
identity-protected = Protected address
identity-unprotected = Not protected
identity-sikker_kontakt = Safe contact
identity-sikker_kontakt-hint = Shown wherever somebody may think of contacting the citizen.
identity-register-id = In the register:
identity-save = Save details
identity-saved = The details are saved.

blocks-title = Colleagues who may not see the citizen
blocks-lead = Where a colleague knows the citizen privately, block the colleague here. From then on the colleague sees nothing about the citizen: not in lists, search, log or figures.
blocks-none = Nobody is blocked.
blocks-new = Block a colleague
blocks-whom = Who
blocks-why = Why
blocks-why-hint = Such as being related. Only coordinators see it.
blocks-save = Block
blocks-end = End the block
blocks-is-worker = Is the citizen's worker
blocks-assign = Choose another worker
blocks-same-day = ended the same day
blocks-saved = The colleague is blocked and does not see the citizen any more.
blocks-ended = The block is ended.

merge-candidates = Perhaps the same person
merge-candidates-none = Nobody else has the same phone, CPR number, name, or alias and year of birth.
merge-found = Found
merge-found-none = Nobody found. Write the whole alias, the whole name or the whole number.
merge-search = Find another citizen
merge-search-hint = The whole alias or name, phone, CPR number or id
merge-pair = The same person?
merge-other = Choose another
merge-lead = Choose what is to hold. Courses, contacts and readings of both come together; nothing is deleted.
merge-field = Detail
merge-here = this one
merge-there = the other
merge-same = the same
merge-why = Why are they the same person?
merge-why-hint = Such as the citizen having said so.
merge-undo-help = You can always take them apart again. Then everything is as if it had not happened.
merge-save = Merge
merge-leave = Leave them
merge-done-title = Merged
merge-done-none = The citizen is merged with nobody.
merge-told = Merged { $day } by { $name }
merge-told-undone = Taken apart { $day } by { $name }
merge-undo = Take apart
merge-saved = The two are now one citizen.
merge-undone = The two are taken apart again.

assignment-none = No worker yet.
assignment-assign = Choose a worker
assignment-assign-save = Assign
assignment-hand-over = Hand the course over
assignment-hand-over-save = Hand over
assignment-whom = To
assignment-from = From
assignment-from-hint = The first day, such as 23.11.2015
assignment-note = What the next one must know
assignment-note-hint = What is agreed, what matters just now, how is the citizen best reached?
assignment-saved = The worker is chosen.
assignment-ended = The citizen has no open course.
assignment-coordinator = The coordinator chooses the first worker.
assignment-loads = Room in the team
assignment-cap = At most { $n } each
assignment-of = { $n } of { $cap }
assignment-split = { $enrolled } enrolled · { $clarification } in clarification
assignment-free = { $n ->
    [0] full
    [one] 1 free
   *[other] { $n } free
}
assignment-loads-help = By name. The numbers are citizens today, not workload.
assignment-room = There is room with: { $who }.
assignment-has-room = { $name } ({ $n })
assignment-nobody-has-room = Nobody else has room. A coordinator can grant an exception.

exception-title = Exceptions
exception-none = No exceptions for the citizen.
exception-new = Grant an exception
exception-rule = Exception from
exception-window = The recruitment period
exception-cap = The cap on citizens
exception-cap-of = The cap on citizens of { $name }
exception-why = Why
exception-why-hint = The exception holds for this citizen only, from today on.
exception-save = Grant the exception
exception-saved = The exception is granted.
exception-told = { $day } by { $name }
exception-outside = Today lies outside the recruitment period. Without an exception the citizen cannot be enrolled.

deputies-title = Deputies
deputies-lead = A deputy sees and does the same for the citizens as the one who is away.
deputies-list = Now and later
deputies-none = No deputies
deputies-none-help = Going on holiday? Choose here who looks after your citizens meanwhile.
deputies-told = { $deputy } for { $worker }
deputies-end = Take the deputy out
deputies-new = Name a deputy
deputies-for = For
deputies-who = Deputy
deputies-from = First day
deputies-from-hint = Such as 21.12.2015
deputies-to = Last day
deputies-to-hint = Such as 3.1.2016
deputies-save = Name the deputy
deputies-saved = The deputy is named.
deputies-ended = The deputy is taken out.
deputy-for = Deputy for { $name }

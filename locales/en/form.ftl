# Forms: what every form says.

form-faults = { $n ->
    [one] There is 1 error
   *[other] There are { $n } errors
}
form-sealed = sealed
versions-title = Somebody changed the same meanwhile
versions-text = Nothing is saved yet, and nothing is lost. Your text stands in the fields below. Adjust it and save again, or take the saved one.
versions-mine = What you wrote
versions-theirs = What is saved now
versions-take-theirs = Take the saved one
versions-help = The version that is replaced stays in the history.
draft-kept = Draft kept at { $clock }. Nothing is lost.
draft-keep = Keep as draft
draft-throw = Throw the draft away
undo = Undo

lock-title = The screen is locked
lock-text = { $name }, enter your password to go on. What you were writing is kept as a draft.
lock-refused = The password does not fit
lock-open = Unlock
lock-other = Sign in as somebody else
lock-soon = The screen will lock shortly. What you have written is kept as a draft.
lock-stay = Stay here

part-label = The citizen's pages
part-overview = Overview
part-follow-up = Follow-up
part-plan = Plan
part-course = Course
part-assessment = Assessment
part-network = Network
part-consents = Consents
part-quotations = Quotations
part-files = Files
part-details = Details
part-contact = Contact

search-label = Search citizen, alias or phone
search = Search
nav-follow-ups = Follow-ups
nav-enquiries = Enquiries
nav-offers = Offers

keys-title = Keyboard shortcuts
keys-search = Search
keys-home = Start page
keys-follow-ups = Follow-ups
keys-enquiries = Enquiries
keys-contact = New contact (on a citizen's page)
keys-move = Move the action you are on (in the plan)
keys-hide = Hide the screen
keys-help = Show this list
keys-on = Use shortcuts on this device
keys-close = Close
keys-then = then

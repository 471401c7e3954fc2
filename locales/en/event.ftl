# What the log tells. The key is the event's code.

event-store_made = Made the store
event-programme_kept = Kept a programme
event-user_added = Added a user
event-user_disabled = Disabled a user
event-signed_in = Signed in
event-sign_in_refused = Sign-in refused
event-signed_out = Signed out
event-register_imported = Imported a register
event-seeded = Made invented citizens for trials
event-figures_seen = Saw key figures
event-citizens_listed = Saw a list
event-citizen_seen = Saw the course
event-sealed_opened = Opened a sealed text
event-log_seen = Saw the log
event-log_verified = Checked the log
event-checkpoint_written = Wrote a checkpoint

event-detail-programme = a programme, version { $version }
event-detail-import = { $added } added, { $changed } changed
event-detail-citizens = { $n ->
    [one] 1 citizen
   *[other] { $n } citizens
}
event-detail-entries = { $n ->
    [one] 1 entry
   *[other] { $n } entries
}
event-detail-entry = up to entry { $n }

event-list-own = My citizens
event-list-programme = all citizens of the programme
event-page = the page Key figures
event-sealed-enquiry = the note of an enquiry
event-sealed-course = why a clarification ended
event-sealed-contact = the note of a contact
event-sealed-reading = the words at a reading
event-sealed-goal = the citizen's words about a goal
event-sealed-mark = the note of a change in the course

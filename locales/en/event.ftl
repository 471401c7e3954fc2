# What the log tells. The key is the event's code.

event-store_made = Made the store
event-programme_kept = Kept a programme
event-organisation_kept = Kept the organisation's details
event-member_added = Gave an account a role
event-member_left = Ended a role
event-programme_chosen = Went on in another programme
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
event-fact_recorded = Recorded
event-fact_corrected = Corrected
event-fact_withdrawn = Withdrew
event-withdrawal_undone = Undid a withdrawal
event-citizen_kept = Saved the citizen's details
event-citizens_merged = Merged two citizens
event-merge_undone = Undid a merge
event-staff_blocked = Blocked a member of staff
event-staff_unblocked = Ended a block
event-worker_assigned = Assigned a worker
event-course_handed_over = Handed a course over
event-exception_granted = Granted an exception
event-deputy_named = Named a deputy
event-clarification_begun = Began a clarification
event-clarification_ended = Ended a clarification
event-enrolled = Enrolled
event-course_closed = Closed a course
event-course_reopened = Reopened a course
event-searched = Searched
event-enquiries_seen = Saw enquiries
event-file_opened = Opened a file
event-printed = Opened a print-out
event-own_task_begun = Handed the screen to the citizen
event-own_task_opened = The citizen opened the questions
event-own_task_ended = The citizen's questions were closed
event-feed_kept = Changed a calendar address
event-feed_read = Read a calendar
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
event-list-rules = those whom a change of the rules moves
event-list-left = those to be handed over
event-list-follow_ups = Follow-ups
event-list-documentation = the records of all courses
event-print-closing = the citizen's picture of the course
event-page = the page Key figures
event-sealed-enquiry = the note of an enquiry
event-sealed-course = why a clarification ended
event-sealed-contact = the note of a contact
event-sealed-reading = the words at a reading
event-sealed-goal = the citizen's words about a goal
event-sealed-mark = the note of a change in the course

event-fact-enquiry = an enquiry
event-fact-course = a course
event-fact-reading = a reading
event-fact-contact = a contact
event-fact-goal = a goal
event-fact-action = an action
event-fact-step = a next step
event-fact-mark = a change in the course
event-fact-reply = an answer to a follow-up
event-fact-referral = a referral
event-fact-consent = a consent
event-fact-assessment = an assessment
event-fact-network = somebody in the network
event-fact-attachment = a file
event-fact-offer = an offer
event-fact-handover = a handover
event-fact-filling = a follow-up begun
event-fact-citizen = a citizen
event-fact-assignment = an assignment
event-rule-r10 = from the recruitment window
event-rule-r12 = from the cap on citizens
event-own-tablet = on a tablet
event-own-link = over a link
event-fact-deputy = a deputy
event-sealed-citizen = name, CPR and phone
event-sealed-assignment = the note of a handover

# Refusals: the reason in words. The key is the code's name.

refusal-outside-recruitment-window = The day is outside the recruitment window
refusal-incomplete-reading = The star is not completely filled in
refusal-not-the-enrolling-instrument = The reading is not of the instrument that enrols
refusal-already-enrolled = The citizen is enrolled already
refusal-after-funding = The day is after the last funded day
refusal-before-clarification = The day is before the clarification began
refusal-course-ended = The course has ended
refusal-reason-needed = Give a reason
refusal-contact-not-lost-long-enough = Contact has not been lost for long enough
refusal-no-room = The worker has no room for more
refusal-ends-before-it-begins = The end is before the beginning
refusal-in-the-future = The day is in the future
refusal-day-needed = Write a date, for example 23.11.2015
refusal-in-the-past = The day is over. Choose today or later
refusal-text-too-long = The text is too long for the field. Write less
refusal-not-a-cpr = Write the CPR number with ten digits, such as 010285-1234
refusal-not-a-phone = Write a phone number with 8 to 15 digits
refusal-not-a-birth-year = Write the year of birth with four digits, such as 1985
refusal-not-oneself = You cannot do this for yourself. Ask a colleague
refusal-not-a-colleague = Choose a colleague from the list
refusal-same-record = Choose another citizen. A citizen cannot be merged with itself
refusal-merged-already = The citizen is merged with another already. Undo that first
refusal-blocked-already = The colleague is blocked already
refusal-assigned-already = The worker has the course already
refusal-exception-not-needed = The exception is granted already

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
refusal-answer-off-scale = Choose one of the answers on the scale
refusal-nothing-answered = Nothing has been answered yet. Answer at least one question
refusal-not-answerable = The follow-up has already been held, or the date is not one of the course's
refusal-left-open = Something is not answered. Answer it, or choose to save anyway
refusal-text-too-long = The text is too long. Shorten it to 4,000 characters at most
refusal-pin-needed = Choose a number of 4 to 8 digits

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
refusal-missing = Fill this in
refusal-no-such-day = There is no such day. Write it as 23.11.2015
refusal-not-minutes = Write minutes as a whole number from 1 to 1,440
refusal-too-long = The text is too long. There is room for 100,000 characters
refusal-before-agreed = The day lies before the day the step is agreed on
refusal-file-missing = Choose a file that is not empty
refusal-file-too-large = The file is too large. There is room for 20 MB
refusal-file-unknown = The file is no PDF and no picture (JPEG, PNG, WebP), or it is something else than its name says

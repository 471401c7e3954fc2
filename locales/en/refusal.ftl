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
refusal-outside-course = The day lies outside the course. Choose a day from the enrolment until the closing
refusal-not-enrolled = The citizen is not enrolled yet. The first whole star does that
refusal-no-such-phase = Choose one of the phases of the course
refusal-before-phase-began = The day lies before the phase you are leaving began. Choose a later day
refusal-shift-made-already = The shift to that phase is recorded already. Withdraw it if the day is wrong
refusal-no-focus-area = Choose one focus area at least
refusal-too-many-focus-areas = Choose no more than three focus areas
refusal-area-unknown = Choose among the programme's goal areas
refusal-boundary-passes-another = The phase must begin after the phase before it and ahead of the phase after it. Each phase needs one day at least
refusal-not-closed = The course is not closed
refusal-reopening-too-late = More than 30 days have passed since the closing. Begin a new clarification instead
refusal-missing = Write a few words here
refusal-too-long = The text is too long. Shorten it

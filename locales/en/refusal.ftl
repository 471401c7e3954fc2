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
refusal-missing = Write something here
refusal-too-long = The text is too long. Make it shorter
refusal-day-needed = Write a day, such as 5.1.2016
refusal-before-it-was-made = The day lies before what it belongs to
refusal-consent-needed = You can refer once the citizen has said yes. Ask, and tick the box
refusal-nothing-shared = Choose at least one thing you have agreed to share
refusal-message-not-shared = Tick “the message”, or delete it
refusal-choice-needed = Choose one of these
refusal-area-unknown = Choose one of the goal areas
refusal-name-taken = There is one of that name already

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
refusal-alias-needed = Write an alias or a name, so that the citizen can be found again
refusal-no-course-wished = It says here that no course is wanted. Change the wish, or choose another answer
refusal-partner-or-words = Choose a partner, or write where the referral went
refusal-clarification-open = The citizen is already in clarification or in a course
refusal-answered-already = The enquiry has been answered already
refusal-maybe-known = There may be somebody with the same details already. Choose whether it is the same person
refusal-day-needed = Write a date, for example 23.11.2015
refusal-choice-needed = Choose an answer
refusal-too-long = The text is too long. Write 10,000 characters at most
refusal-text-too-long = The text is too long for the field. Write less
refusal-not-a-cpr = Write the CPR number with ten digits, such as 010285-1234
refusal-not-a-phone = Write a phone number with 8 to 15 digits
refusal-not-a-birth-year = Write the year of birth with four digits, such as 1985

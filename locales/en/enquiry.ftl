# Enquiries: the list, a new one, and what came of them.

yes = Yes
no = No
enquiry = Enquiry
enquiry-new = New enquiry
enquiries-lead = { $n ->
    [one] 1 is not answered
   *[other] { $n } are not answered
}
enquiries-none-unanswered = All are answered.
enquiries-heading = { $n ->
    [one] 1 enquiry
   *[other] { $n } enquiries
}
enquiries-filter = Show
enquiries-all = All
enquiries-unanswered = Not answered
enquiries-without = Wants no course
enquiries-turned = Turned away
enquiries-caption = Enquiries, the unanswered ones first, otherwise the newest first
enquiries-empty = There are no enquiries yet
enquiries-empty-help = When somebody rings, writes or comes by, press New enquiry. It takes less than a minute, and no name is needed.
enquiries-empty-filter = There are none of that kind
enquiries-empty-back = Show all enquiries
enquiries-turned-report = { $n ->
    [one] 1 was turned away
   *[other] { $n } were turned away
}, { $outside } of them outside the two questions and the recruitment period.
enquiries-turned-rule = Nobody who wants to take part is turned away in the recruitment period. The only conditions are the two questions: the background, and whether the citizen will talk about it.
enquiry-received = Received
enquiry-who = Who
enquiry-wish = Wish
enquiry-came = What came of it?
enquiry-unanswered = Not answered
enquiry-waited = { $n ->
    [0] Came today
    [one] Has waited 1 day
   *[other] Has waited { $n } days
}
enquiry-nobody = Not said who
enquiry-colleagues = A colleague's citizen
enquiry-outside = outside the conditions
enquiry-wants = Wants a course
enquiry-wants-not = Wants no course
enquiry-wish-unknown = Not said

enquiry-new-lead = Write what you know. The rest can wait.
enquiry-half-call = The enquiry
enquiry-half-who = Who is it?
enquiry-half-who-help = An alias is enough. The field may also be left empty.
enquiry-half-answer = What comes of it?
enquiry-half-answer-help = Can wait. Then the enquiry stands as not answered.
enquiry-date = When
enquiry-channel = How did it come?
enquiry-referrer = Who referred?
enquiry-referrer-hint = Only where a partner referred.
enquiry-partner-none = None chosen
enquiry-wish-legend = Is a course wanted?
enquiry-note = Note
enquiry-questions = The two questions, and research
enquiry-questions-help = There are only two conditions for taking part. Ask when it fits.
enquiry-background = Is there a background that the programme is for?
enquiry-willing = Is the citizen willing to talk about it?
enquiry-not-asked = Not asked
enquiry-research = Consent to research
enquiry-wording = Say: "May researchers use your details without your name? You can say no, and you can always change your mind. It does not affect your help."
enquiry-research-not-asked = Not asked
enquiry-research-wording = wording { $version }
enquiry-alias = Alias
enquiry-phone = Telephone
enquiry-safe = Safe contact
enquiry-safe-hint = Ask: "Is there anything we should take care of when we ring?"
enquiry-more-person = Name, year of birth and more
enquiry-full-name = Name
enquiry-birth-year = Year of birth
enquiry-gender = Gender
enquiry-cpr = CPR number
enquiry-address = Address
enquiry-protected = The address is protected
enquiry-known = Is the citizen here already?
enquiry-same-as = The same person: { $name }
enquiry-same-new = It is a new person
enquiry-hidden = There may be somebody with the same { $what } whom you cannot see. You can go on, or ask the coordinator.
enquiry-answer = Answer
enquiry-answer-date = Day of the answer
enquiry-referred-to = Referred to
enquiry-referred-to-hint = If the place is not on the list, write it below.
enquiry-words = Briefly about the answer
enquiry-save = Save the enquiry

enquiry-of = Enquiry { $day }
enquiry-fact-channel = Channel
enquiry-fact-background = Background
enquiry-fact-willing = Will talk about it
enquiry-fact-research = Research
enquiry-said = What was said
enquiry-correct-link = Correct
enquiry-to-citizen = Go to the citizen's page
enquiry-to-clarification = Go to the clarification
enquiry-answer-title = Answer the enquiry
enquiry-answer-change = Correct the answer
enquiry-answer-save = Save the answer
enquiry-ground-background = The answer about the background is no. That is one of the two conditions.
enquiry-ground-willing = The answer about talking is no. That is one of the two conditions.
enquiry-ground-window = The recruitment period has ended. You could offer a referral instead.
enquiry-ground-none = None of the conditions speaks for turning anybody away. Write a reason. It will be shown separately on the list.
enquiry-find = Find the citizen
enquiry-find-help = Do you know who it was by now? Then give the enquiry to the citizen.
enquiry-find-choose = Who was it?
enquiry-find-save = Give the enquiry to the citizen
enquiry-withdraw = Take the enquiry out
enquiry-withdraw-help = Only where it was written by mistake. It is not counted any more, and it can be undone.
enquiry-reason = Reason
enquiry-withdraw-do = Take out
enquiry-withdrawn = Taken out on { $day }
enquiry-withdrawn-help = It is counted nowhere.
enquiry-restore = Put the enquiry back
enquiry-correct = Correct the enquiry
enquiry-correct-help = What stood before stays in the history.
enquiry-back = Back without correcting
enquiry-save-correction = Save the correction
enquiry-saved-new = The enquiry is saved.
enquiry-saved-clarification = The clarification has begun.
enquiry-saved-clarification-next = The coordinator will find somebody to hold the talks.
enquiry-saved-answer = The answer is saved.
enquiry-saved-correction = The correction is saved.
enquiry-saved-citizen = The enquiry is with the citizen now.
enquiry-saved-restored = The enquiry is put back.

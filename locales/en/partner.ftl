# Partners: the register, referrals out and in, and a partner's own pages.

partners-nav = Offers, partners and referrals
partners-title = Partners
partners-lead = Whom you work with, what is agreed, and how it is kept.
partners-list = All partners
partners-empty = There are no partners yet
partners-empty-help = Once the coordinator has added a partner, its people, offers and agreement are here.
partner-one = Partner
partner-called = Called { $name } in lists and timelines
partner-rename = Correct the name
partner-offers = Offers
partner-offers-none = No offers have been added yet.
partner-saved-person = The person is saved.
partner-saved-removed = It is taken out.
partner-saved-agreement = The agreement is saved.
partner-saved-duty = The follow-up is saved.

people-title = Contact persons
people-empty = None yet.
person-new = New contact person
person-edit = Correct the contact person
person-edit-link = Correct
person-lead = The details are sealed under a key of the person's own.
person-name = Name
person-role = What does the person do there?
person-phone = Telephone
person-mail = Mail
person-remove = The person is not there any more

agreement = Partnership agreement
agreement-new = New agreement
agreement-edit = Correct the agreement
agreement-lead = An agreement always has four duties: to make the offers visible to one's own staff, to refer to one another, to contribute to a whole effort, and to exchange knowledge.
agreement-edit-lead = Where it ends early, correct the last day. What stood before stays in the history.
agreement-from = First day
agreement-to = Last day
agreement-to-hint = Two agreements with one partner cannot hold on the same day.
agreement-signed-on = On which day was it signed?
agreement-signers = Who signed?
agreement-signers-hint = One from each side.
agreement-reason = Why is it corrected?
agreement-reason-hint = The reason stands in the history.
agreement-save = Save the agreement
agreement-signed = Signed { $day }
agreement-none = No agreement
agreement-holds = Holds now
agreement-ahead = Begins later
agreement-over = Has ended
agreement-empty = There is no agreement yet.
agreement-history = Corrections
agreement-changed = Corrected { $day } by { $name }
agreement-stood = It said before:

duties = Duties
duties-overdue = { $n ->
    [one] 1 duty should have been looked at
   *[other] { $n } duties should have been looked at
}
duty-next = Next time { $day }
duty-overdue-since = Should have been looked at { $day }
duty-never-looked = Not looked at yet
duty-none = No follow-up yet.
duty-note = Follow up
duty-lead = See whether both sides have kept the agreement since the last time.
duty-which = Which duty?
duty-kept-legend = Was it kept?
duty-words = What did you see?
duty-words-hint = For "partly" and "not": what was missing, and what do you do? Do not write about citizens.
duty-on = Which day?
duty-next-on = When do you look at it again?
duty-next-hint = Empty where it is not agreed.
duty-take-out = Take the follow-up out
duty-take-out-lead = { $day }: { $duty }, { $kept }.
duty-take-out-link = Written by mistake
duty-take-out-do = Take it out

referrals-title = Referrals
referrals-lead = Whom you have referred to partners, and whom partners have referred to you.
referrals-late = { $n ->
    [one] 1 referral has waited too long for an answer
   *[other] { $n } referrals have waited too long for an answer
}
referrals-all = All
referrals-waiting = Not answered
referrals-out = { $n ->
    [one] Out: 1 referral
   *[other] Out: { $n } referrals
}
referrals-in = { $n ->
    [one] In: 1 referral
   *[other] In: { $n } referrals
}
referrals-out-none = No referrals out. A referral starts from a goal in the citizen's plan.
referrals-in-none = No partner has referred anybody yet.
referrals-who = Who
referrals-to = To
referrals-from = From
referrals-answer = Answer
referrals-consent = Consent
referrals-waits = Not answered
referrals-said-yes = Yes
referrals-said-no = No
referrals-not-noted = Not noted
referrals-agreed = The person said yes { $day }
referrals-by-sign-in = the partner's sign-in
referrals-noted = noted by you
referrals-told = The partner was told { $day }
referrals-told-no-more = The partner no longer sees what happened
referrals-not-told = The partner sees only that it arrived
referrals-remind = We have written to them
referrals-remind-day = On which day did you write?
referrals-today = today
referrals-reminded = The reminder is noted.
referrals-reminded-on = { $n ->
    [one] Written to { $day }
   *[other] Written to { $n } times, last { $day }
}
referrals-counts = Numbers
referrals-counts-in = In, by partner
referrals-counts-out = Out, by partner
referrals-counts-channel = Enquiries, by channel
referrals-number = Number
referrals-answered = Answered
referrals-median = Days to answer
referrals-missing = { $n ->
    [one] 1 came from a partner whose name is not noted.
   *[other] { $n } came from a partner whose name is not noted.
}

nav-own-referrals = Referrals
nav-own-offers = Offers and agreement
own-referrals-title = Your referrals
own-referrals-lead = Here you see those whom { $partner } has referred from here.
own-list = Referred by you
own-who = Who
own-sent = Sent
own-state = What has happened
own-received = Received
own-outcome-afklaring = Is talking with us
own-outcome-henvist = Was referred on
own-outcome-raad = Was given advice
own-outcome-borgers_nej = Did not want more
own-outcome-afvist = Could not get a course
own-told = Told { $day }
own-none = There are no referrals yet
own-none-help = Once you have referred somebody, you can see here that it arrived.
own-rule = We tell more only where the person has agreed to it. Otherwise it says "Received", whatever has happened.
refer-in-title = Refer somebody
refer-in-lead = Write only what the person agrees to. We contact the person, not you.
refer-in-called-label = Alias or name
refer-in-called-hint = Whom we should ask for. A real name is not needed.
refer-in-contact-label = How do we come in touch with the person?
refer-in-contact-hint = A telephone number, or where and when you meet.
refer-in-wish-label = What does the person wish?
refer-in-wish-hint = In the person's own words, if you can.
refer-in-agrees-legend = Has the person said yes?
refer-in-agrees = The person has agreed to this referral
refer-in-send = Send the referral
refer-in-done = The referral is sent.
refer-in-done-more = We take it from here.
refer-in-called = alias or name
refer-in-contact = contact
refer-in-wish = wish
own-offers-title = Your offers and agreement
own-offers-lead = What the staff here can see about { $partner }.
own-offers-none = No offers have been added yet. Call or write to the coordinator.
own-offer-edit = Correct opening hours and conditions
own-offer-done = The offer is saved.
own-agreement = Partnership agreement
own-agreement-none = There is no agreement yet.
own-duties = Both sides have promised one another:

feedback-purpose = To tell what came of the referral
told-title = What may { $partner } be told?
told-contact = Contact, as the partner wrote it
told-agreed = Consent to the referral
told-agreed-by = The person agreed, the partner said { $day }
told-nothing = Sees only "Received"
told-no-more = The consent does not hold any more: the partner sees only "Received"
told-words = Has been told
told-until = Told { $day }, can be seen until { $until }
told-take-back = Take the consent back
told-rule = Without consent the partner sees the same of everybody: that the referral arrived.
told-outcome = Tell: { $outcome }
told-outcome-legend = May they be told what came of it?
told-words-label = Message to the partner
told-words-hint = Write only what the citizen has agreed to.
told-consent-legend = Has the citizen said yes?
told-consents = The citizen agrees that { $partner } is told this
told-save = Tell the partner
told-saved = The partner can see it now.
told-withdrawn = The consent is taken back. The partner sees only "Received" again.
told-alike = The partner was not told whether the person is known. If it is the same person, the coordinator can merge them.

form-stale-again = Somebody changed it meanwhile. Look at it, and save again if yours still fits

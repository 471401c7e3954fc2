# Key figures: the numbers, and what they count.

figures = Key figures
figures-of = { $programme } · as of { $day }
figures-day = Status on
figures-from = Intake from
figures-to = Intake to
team-figures = The team's figures
team-figures-note = For use in the team only. Small numbers can show whom they are about.
headline-attached = { $n ->
    [one] 1 citizen is attached
   *[other] { $n } citizens are attached
}
headline-rest = { $enrolled } are enrolled, and { $clarification } are in clarification. { $closed } are closed. In all, { $users } different users have taken part.
sum-label = Key figures: enrolled plus in clarification is attached; attached plus closed is different users
figure-enrolled = Enrolled
figure-enrolled-rule = Citizens with a course whose first complete star was filled in on { $day } at the latest and that is not closed. n = { $n }.
figure-clarification = In clarification
figure-clarification-rule = Citizens whose clarification began on { $day } at the latest and has not ended, and who are not enrolled. n = { $n }.
figure-attached = Attached
figure-attached-rule = Enrolled + in clarification: { $enrolled } + { $clarification } = { $n }.
figure-closed = Closed
figure-closed-rule = Citizens who were enrolled and whose course was closed on { $day } at the latest. n = { $n }.
figure-users = Different users
figure-users-rule = Enrolled + in clarification + closed: { $enrolled } + { $clarification } + { $closed } = { $n }. Each person counts once, with two courses too.
figure-left = Left in clarification
figure-left-rule = Citizens whose clarification ended without an enrolment on { $day } at the latest. They are not in the sum above.
figure-enquiry = Enquiry only
figure-enquiry-rule = Citizens who have only made an enquiry, on { $day } at the latest. They are not in the sum above.
beside-sum = Beside the sum

intake = Intake by month
intake-count = { $n ->
    [one] 1 enrolment
   *[other] { $n } enrolments
} · { $months ->
    [one] 1 month
   *[other] { $months } months
}
intake-rule = Enrolments dated in the period { $period }, divided by its whole months ({ $months }). An enrolment is the day of the first complete star. n = { $n }.
intake-title = Enrolments by month { $period }, { $n } in all. The numbers are in the table below.
intake-average = Average { $average } a month
intake-no-average = The period has no whole month, so there is no average
intake-bars = Enrolments
intake-caption = Intake month by month
column-month = Month
column-enquiries = Enquiries
column-clarifications = Clarifications begun
column-enrolments = Enrolments
column-closings = Closings

channels = Enquiries by channel
channels-rule = All enquiries received in the period { $period }, by how they came. n = { $n }, channel missing for { $missing }.
channels-caption = Enquiries by channel
column-channel = Channel
channels-basis = n = { $n } enquiries. The channel is missing for { $missing }.
channels-none = No enquiries in the period

caseload = Caseloads
caseload-rule = Attached citizens per worker on { $day }. The cap is { $cap }.
caseload-caption = Caseloads, worker by worker
caseload-free = { $n ->
    [0] no room
    [one] room for 1
   *[other] room for { $n }
}
caseload-over = { $n } over the cap
caseload-none = No worker has citizens on that day
column-enrolled = Enrolled
column-clarification = In clarification
column-total = Total

forecast = Expected intake
forecast-expected = { $expected } enrolments
forecast-period = expected { $period }
forecast-interval = With a probability of 80 per cent between { $low } and { $high }.
forecast-rule = The average of { $average } a month from { $observed } ({ $n } enrolments in { $months } months) times the months of the period. The interval assumes that intake varies by chance around the same average.
forecast-caution = Rests on n = { $n } enrolments in { $months } months. It is an estimate and no promise: where recruitment changes it does not hold.
forecast-none = Too little time lies behind to reckon forward.

outcomes = Development
outcomes-note = Before and after for citizens with two complete readings or more, made on { $day } at the latest. The figures do not say what the reason is.
outcomes-who5 = WHO-5
outcomes-who5-rule = Courses under way in the period { $period }. First and latest complete reading of the course. The risk zone is 50 or less; a change counts from 10. n = { $n }, { $incomplete } readings are incomplete and have no score.
outcomes-who5-basis = n = { $n } citizens. { $missing } are missing because they have fewer than two complete readings. { $incomplete ->
    [one] 1 reading has no score.
   *[other] { $incomplete } readings have no score.
}
outcomes-star = The star area by area
outcomes-star-rule = First and latest complete star with a number for the area. n stands beside each area. The steps are not equally long, so no average is made.
outcomes-purpose = Purpose
outcomes-purpose-basis = n = { $n } citizens. { $missing } are missing because they have not answered.
outcomes-purpose-rule = First and latest answer about the purpose. n = { $n }. { $changed } have changed between the two.
column-first = First
column-latest = Latest
column-n = n
column-missing = Missing
column-up = Up
column-same = Unchanged
column-down = Down
column-median-first = Median first
column-median-latest = Median latest
row-risk-zone = In the risk zone
row-median = Median
row-improved = Up
row-same = Unchanged
row-worsened = Down
row-change = Change
column-purpose = Purpose
median-few = under 10
outcomes-none = Nobody has two complete readings yet.

# Key figures: the numbers, and what they count.

figures = Key figures
figures-of = { $programme } · as of { $day }
figures-not-yet = The day has not come yet. Choose today or a day before; what is expected is on the page Forecast
figures-day = Status on
figures-from = Period from
figures-to = Period to
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
channels-caption = Enquiries by channel
column-channel = Channel
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
column-first = First
column-latest = Latest
column-n = n
column-up = Up
column-same = Unchanged
column-down = Down
column-median-first = Median first
column-median-latest = Median latest
row-improved = Up
row-same = Unchanged
row-worsened = Down
column-purpose = Purpose
outcomes-none = Nobody has two complete readings yet.
behind-title = Behind a number
behind-lead = { $n } · { $asked }. Here is everybody who counts in it.
behind-who = Who
behind-part = Counts for
behind-none = Nobody whom you may see counts in it.
behind-enquiry = enquiry { $day } without a name · { $channel }
behind-hidden = { $n } count for citizens whom you may not see.
behind-not-shown = { $n } more count in it. At most 500 are shown.

# Forecast: expected intake, load and workers.

forecast-title = Forecast
forecast-lead = Who is expected, how many there is room for, and how many workers it takes.
forecast-panel = Expected intake and number
forecast-people = { $n } new citizens are expected { $period }.
forecast-between = 80 % interval: { $low } to { $high }.
forecast-basis = Rests on { $n } enrolments { $period }, { $average } a month.
forecast-closed = No recruitment window is open any more, so nobody new is expected.
forecast-too-little = There is too little to go by: one whole month at least must have been observed.
forecast-known = Known courses
forecast-new = Expected
forecast-interval-word = 80 % interval
forecast-room-word = Room with the workers
forecast-picture = Expected number of courses month by month, from { $from } to { $to }. The numbers are in the table below.
forecast-caption = Expected number of courses by month
forecast-column-month = Month
forecast-column-known = Known
forecast-column-new = Expected
forecast-column-total = Total
forecast-column-between = 80 % interval
forecast-column-room = Places
forecast-column-share = Anchoring
forecast-column-workers = Needed
forecast-column-most = At most
forecast-column-has = There are
forecast-all = The whole forecast
forecast-months = Month by month
forecast-months-rule = Known courses stand until their planned end. The expected come in months with an open window. Needed = citizens / { $cap } + anchoring, rounded up. At most = the same if the upper end of the interval comes.
forecast-share-of = Anchoring in { $month }, from 0 to 1
forecast-share-wrong = Write a share from 0 to 1, such as 0.25
forecast-share-save = Calculate with it
forecast-share-help = The share stands in the address and is not saved.
forecast-worker-short = short of { $n }
forecast-care = Mind small numbers
forecast-care-text = The numbers here are few. An interval of 80 % means that two times out of ten the number falls outside it, and it only knows what happened before: not whether a partner stops referring, nor whether a colleague falls ill. Use it to keep places ready, not to promise anything.
forecast-clarification-too = { $n ->
    [0] Nobody is in clarification.
    [one] 1 is in clarification and is not counted.
   *[other] { $n } are in clarification and are not counted.
}
forecast-examples = Workers for 16, 20 and 21 citizens without anchoring: { $a }, { $b } and { $c }.
forecast-none-left = The funding has ended, so there are no months left.

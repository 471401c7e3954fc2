# Months, weekdays, and days in words.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

short-month-1 = Jan
short-month-2 = Feb
short-month-3 = Mar
short-month-4 = Apr
short-month-5 = May
short-month-6 = Jun
short-month-7 = Jul
short-month-8 = Aug
short-month-9 = Sep
short-month-10 = Oct
short-month-11 = Nov
short-month-12 = Dec

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

short-weekday-1 = Mon
short-weekday-2 = Tue
short-weekday-3 = Wed
short-weekday-4 = Thu
short-weekday-5 = Fri
short-weekday-6 = Sat
short-weekday-7 = Sun

week = week { $n }
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
days-ago = { $n ->
    [0] today
    [one] yesterday
   *[other] { $n } days ago
}
days-ahead = { $n ->
    [0] today
    [one] tomorrow
   *[other] in { $n } days
}
at-clock = { $day } at { $clock }

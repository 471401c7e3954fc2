# Måneder, ugedage og dage i ord.

month-1 = januar
month-2 = februar
month-3 = marts
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

short-month-1 = jan
short-month-2 = feb
short-month-3 = mar
short-month-4 = apr
short-month-5 = maj
short-month-6 = jun
short-month-7 = jul
short-month-8 = aug
short-month-9 = sep
short-month-10 = okt
short-month-11 = nov
short-month-12 = dec

weekday-1 = mandag
weekday-2 = tirsdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lørdag
weekday-7 = søndag

short-weekday-1 = man.
short-weekday-2 = tir.
short-weekday-3 = ons.
short-weekday-4 = tor.
short-weekday-5 = fre.
short-weekday-6 = lør.
short-weekday-7 = søn.

week = uge { $n }
days = { $n ->
    [one] { $n } dag
   *[other] { $n } dage
}
days-ago = { $n ->
    [0] i dag
    [one] i går
   *[other] for { $n } dage siden
}
days-ahead = { $n ->
    [0] i dag
    [one] i morgen
   *[other] om { $n } dage
}
at-clock = { $day } kl. { $clock }

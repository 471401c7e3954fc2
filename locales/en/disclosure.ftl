# Figures that leave the team (R19).

disclosure-note = { $sign } means that the count is withheld ({ $withheld ->
    [one] 1 cell
   *[other] { $withheld } cells
}). Counts from 1 to below { $below } are withheld, and so are the counts they could be worked out from (R19).
disclosure-gives-away = { $cell } is withheld: with it { $small } could be worked out or narrowed down.
disclosure-gives-away-by = { $cell } is withheld: with it { $small } could be worked out or narrowed down. { $sum }
disclosure-why = otherwise { $small } could be worked out or narrowed down
disclosure-why-by = otherwise { $small } could be worked out or narrowed down: { $sum }
disclosure-growth = the growth since last time ({ $name })
disclosure-other = another small number
disclosure-unproven = It could not be proven in time which numbers can be shown without danger. So all are withheld. Try fewer numbers or a shorter period.

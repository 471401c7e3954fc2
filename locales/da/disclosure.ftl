# Tal, der forlader huset (R19).

disclosure-note = { $sign } betyder, at tallet ikke vises ({ $withheld ->
    [one] 1 felt
   *[other] { $withheld } felter
}). Antal fra 1 til under { $below } vises ikke, og heller ikke de antal, de kunne regnes ud af (R19).
disclosure-gives-away = { $cell } vises ikke: med det kunne { $small } regnes ud eller indsnævres.
disclosure-gives-away-by = { $cell } vises ikke: med det kunne { $small } regnes ud eller indsnævres. { $sum }
disclosure-why = ellers kunne { $small } regnes ud eller indsnævres
disclosure-why-by = ellers kunne { $small } regnes ud eller indsnævres: { $sum }
disclosure-growth = tilvæksten siden sidst ({ $name })
disclosure-other = et andet lille tal
disclosure-unproven = Det lod sig ikke bevise i tide, hvilke tal der kan vises uden fare. Derfor holdes alle tilbage. Prøv med færre tal eller en kortere periode.

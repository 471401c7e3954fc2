# Figures: choosing a period, holding it against another, pictures of before and after, and the files.

figures-period = The period { $period }
figures-against = The period { $period }, beside { $other }
period-choose = Choose a period
period-last-year = Latest 12 months
period-quarter = This quarter
period-quarter-before = The quarter before
period-month = This month
period-month-before = The month before
period-grant-year = Grant year { $year }
compare-with = Compare with
compare-nothing = no other period
compare-year-before = the same period a year before
compare-quarter-before = three months earlier
compare-own = a period of my own
compare-own-days = A period of my own to compare with
compare-own-from = From
compare-own-to = To
compare-own-missing = Write both days, such as 23.11.2015
compare-beside = Below each number: the same number for { $period }, and the difference.

steps = Each citizen's first and latest step, without names
steps-note = A line is one citizen or several; the wider, the more. For the team only: whoever knows the citizens may recognise them.
steps-title = { $area }: first and latest step of { $n } citizens. The numbers are in the table below.
steps-basis = n = { $n }. Missing: { $missing }.
steps-table = { $area } as a table
steps-persons = Citizens
flow-title = Purpose: first and latest answer of { $n } citizens. The numbers are in the table below.

figures-csv = { $figure } as CSV
figures-xlsx = { $figure } as Excel
figures-package = { $figure } as a Data Package
xlsx-notes = Notes
xlsx-title = Figure
xlsx-asked = Day or period
xlsx-definition = What is counted
xlsx-basis = What it rests on
xlsx-printed-on = Printed on

# The frame around every page, and the pages for what did not work.

app-name = Brobygger
page-title = { $page } – Brobygger
skip-link = Skip to the content
main-menu = Main menu
nav-desk = The coordinator's desk
nav-own = My citizens
nav-all = Citizens
nav-figures = Key figures
nav-log = Log
your-menu = Your menu: { $name }
hide-screen = Hide screen
hide-short = Hide
sign-out = Sign out
other-language = Dansk
foot-logged = Every look-up is logged.
show = Show
rule-label = How this is counted: { $name }
as-table = Show as a table
total = Total
not-relevant = not relevant
not-known = not known
none = none

day-wrong = Write the date as 23.11.2015
period-wrong = The period must end after the day it begins

fault-not-found-title = There is no such page
fault-not-found-text = The address matches nothing that you can see. It may be misspelt, or the citizen may not be assigned to you.
fault-denied-title = You cannot see this
fault-denied-text = Your role is { $role }, and it does not give access to this page.
fault-denied-help = If you need it in your work, ask the project coordinator.
fault-origin-title = The form was not sent
fault-origin-text = It did not come from a page of the program, or the page was too old. Go back, load the page again, and try once more. Nothing has changed.
fault-refused-title = That cannot be done
fault-store-title = Something went wrong
fault-store-text = The fault is the program's, not yours. Nothing has changed. Try again shortly; if it goes on, give the administrator this number:
fault-stale-title = Somebody changed it meanwhile
fault-stale-text = Nothing was saved. Go back, load the page again, and go on from what stands there now.
fault-busy-title = It is busy right now
fault-busy-text = Try again in a moment. Nothing has changed.
fault-method-title = The address cannot do that
fault-method-text = Go back to the page, and use its buttons.
fault-home = Go to the start page

hide-title = The screen is hidden
hide-text = Nothing about citizens is on the screen now. You are still signed in.
hide-back = Show the screen again

start = Welcome
start-lead = You are signed in as { $role }.
start-administrator = You see no citizens and no figures: an administrator keeps the program, not the courses. Accounts, programmes and the log's chain are kept on the command line, on the machine that the program runs on.
start-partner = Your account is not tied to a partner yet, so there is nothing to see here. The coordinator can have that put right.
start-other = Your role has no pages in this version of the program.
start-help = If you have a referral or a question now, call or write to the project coordinator.
start-help-administrator = To see citizens or figures takes another role. Agree on it with the project coordinator.
start-commands = What you can do on the command line
start-command-user = add, list and disable accounts
start-command-programme = add a programme, or a new version of it
start-command-import = read a team's register
start-command-audit = check the log and write a checkpoint

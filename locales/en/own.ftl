# The citizen's own screen: short sentences, no word about the effort.

own-title = Questions
own-number = Question { $n } of { $of }
own-answered = { $n } of { $of } questions are answered
own-leave = Leave the page
own-back = Back
own-next = Next
own-decline = Would rather not answer
own-not-relevant = Not relevant
own-words = Would you like to say something about it? (in your own words)
own-left = { $n ->
    [one] About 1 minute to go.
   *[other] About { $n } minutes to go.
}
own-promise = Your answers are seen by you and your worker. You get the same help whatever you answer.
own-give-back = Give the screen back
own-keys = Quick way out: press Shift three times
own-offline = There is no connection right now. Your answer is still here, and we will try again shortly.
own-thanks = Thank you for your answers
own-thanks-tablet = Give the screen back when you are ready.
own-thanks-link = You can close the page now.
own-see = Would you like to see your own answers?
own-area = Area
own-first = First time
own-now = Now
own-over-title = The page is closed
own-over-tablet = The time has passed. Your answers are saved. Give the screen back.
own-over-link = The link has been used, or its time has passed. Your answers are saved. Ask for a new link if you want to answer more.
own-start = Begin
own-start-title = There are some questions for you
own-start-text = It takes about { $minutes } minutes. You decide what to answer, and you can stop at any time. Your answers are seen by you and your worker. You get the same help whatever you answer.
own-start-once = The link can be opened only once.
own-pin-title = Give the screen back
own-pin-text = Your worker enters the code here.
own-pin = Code
own-pin-open = Unlock
own-pin-wrong = The code does not fit
own-pin-resume = Back to the questions

hand-title = Hand the screen to { $name }
hand-lead = The screen is locked to the questions until you enter your code. The answers are saved as they are given and count once you have saved them as done.
hand-pin = Choose a code of 4 to 8 digits
hand-pin-hint = It brings you back. After five wrong tries you have to sign in again.
hand-language = Language on the screen
hand-language-da = Danish
hand-language-en = English
hand-tablet = Hand the screen over now
hand-link-title = Or send a link to { $name }'s own phone
hand-link-text = The link can be opened once within two days. Send it in a way that is safe for the citizen.
hand-link = Make a link
hand-link-made = Here is the link. It is shown this once only.
hand-link-copy = The link
hand-heed = Please note

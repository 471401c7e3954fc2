# The coordinator asks a worker, and the worker answers.

request-title = Ask the worker
request-lead = The question will stand on top of { $name }'s own page with a link. No mail is sent.
request-nobody = Nobody works with the citizen, so there is nobody to ask. Choose a worker first.
request-about = It is about
request-words = Words to the worker
request-words-hint = If you wish. 500 characters at most.
request-send = Ask
request-back = Back to the desk
request-list = { $n ->
    [one] The coordinator asks for 1 thing
   *[other] The coordinator asks for { $n } things
}
request-by = { $by }, { $day }
request-done = It is done
request-answer = Answer instead
request-answer-label = Answer to { $by }
request-answer-send = Send the answer
request-answered = The answer is sent.
request-is-done = Thank you. The coordinator can see that it is done.

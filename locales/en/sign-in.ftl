# Signing in.

sign-in = Sign in
user-name = User name
password = Password
sign-in-refused = User name and password do not match
sign-in-refused-help = Try again. If you cannot sign in, ask the project coordinator.
sign-in-foot = For staff only. Look-ups are logged.

# Signing in.

sign-in = Sign in
user-name = User name
password = Password
sign-in-refused = User name and password do not match
sign-in-refused-help = Try again. If you cannot sign in, ask the project coordinator.
sign-in-too-many = There have been too many attempts
sign-in-too-many-help = Wait a quarter of an hour, and try again.
sign-in-foot = For staff only. Look-ups are logged.
signed-out = You have signed out
signed-out-help = The browser has deleted what it had kept from the program.

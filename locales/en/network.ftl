# Network.

network = Network
network-lead = People and services around the citizen.
network-in-contact = services in contact
network-established = established during the course
network-reestablished = established again during the course
network-who = Who
network-kind = What is it?
network-service = A service
network-person = A person
network-which = Which service
network-role = What is the person to the citizen?
network-name = Name
network-contact = Contact with the service
network-contact-on = Contact established on
network-contact-hint = Only where it came about during the course.
network-since = Since
network-until = Until
network-to = to { $day }
network-phone = Telephone
network-add = Add to the network
network-correct = Correct
network-empty = The network is empty still
network-empty-text = Add the doctor, the job centre, a sister. Then you can see who can carry something afterwards.

"""What schemathesis sends with each request: the access keys in turn, so that each is used as seldom as its limit asks."""

import itertools
import os

import schemathesis

KEYS = itertools.cycle(os.environ["BROBYGGER_API_KEYS"].split())


@schemathesis.auth(refresh_interval=None)
class Key:
    """The next access key, where a program puts it."""

    def get(self, case, context):
        return next(KEYS)

    def set(self, case, data, context):
        case.headers["Authorization"] = f"Bearer {data}"

"""How often one address may ask: so that a script that runs wild doesn't keep others waiting."""

import hashlib
import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from ninja.throttling import BaseThrottle


class RateLimit(BaseThrottle):
    """Counts the requests of each IP address in each minute, up to `settings.API_REQUESTS_PER_MINUTE`.

    The count is one number in the cache that forgets itself; the IP address is hashed there. Behind
    several processes without a shared cache each process counts for itself.
    """

    seconds = 60

    def allow_request(self, request: HttpRequest) -> bool:
        address = hashlib.sha256((self.get_ident(request) or "").encode()).hexdigest()[:32]
        key = f"api-rate-{address}-{int(time.time()) // self.seconds}"
        cache.add(key, 0, self.seconds)
        try:
            return cache.incr(key) <= settings.API_REQUESTS_PER_MINUTE
        except ValueError:
            # The count was forgotten between the two lines: a new minute has begun.
            return True

    def wait(self) -> float:
        return self.seconds - time.time() % self.seconds

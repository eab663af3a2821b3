"""Asks the running service whether it lives, for a container that has no other client. Run as ``python -m service.front.health.check``."""

import sys
import urllib.request

from service.kit.settings import Settings

TIMEOUT_SECONDS = 5


def is_alive(port: int) -> bool:
    """Return whether a service on this machine answers at ``port``."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=TIMEOUT_SECONDS) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(0 if is_alive(Settings().port) else 1)

"""What somebody signed in with, told from what the browser says of itself."""

BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
"""The mark of each browser, those first whose description holds the marks of others too."""
SYSTEMS = (
    *((name, name) for name in ("Android", "iPhone", "iPad", "Windows")),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def device_name(description: str) -> str:
    """Return browser and system, such as "Firefox, Windows"; of something else the ``description`` itself."""
    named = [next((name for mark, name in marks if mark in description), "") for marks in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, named)) if named[0] else description

"""Whether the service lives, is ready and how it fares."""

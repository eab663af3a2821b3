"""The front door: what waits for whoever comes, and the pages that explain the service."""

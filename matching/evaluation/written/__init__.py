"""Measuring the matcher on people as they write of themselves: what was judged, what the matcher answered, and the figures of the two."""

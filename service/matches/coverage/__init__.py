"""The map of what the network covers and what it lacks, with a recruiting brief for every gap.

Briefs are written in words as well: ``brief_text``, ``sentences``, ``situation``; ``export`` is the map as CSV.
"""

"""National plans: made, saved, explained, priced, compared, repaired, adopted; over the API, as pages and as CSV.

``questions`` writes a request out, ``making`` solves it at once or by a job, ``saved`` finds plans, ``changes`` compares, prices
and repairs them; ``requests`` are bodies, ``records`` what is stored, ``schemas`` answers; ``exchange`` is CSV.
"""

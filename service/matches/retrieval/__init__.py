"""Engines that choose whom a need may concern; ``choice`` finds the one in the settings, ``indexing`` is the job that tells it of people.

Which people those are is never the last word: gate and score run on their rows, and whoever an engine has not learnt of is added.
"""

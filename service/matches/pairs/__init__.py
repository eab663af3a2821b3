"""Chief engineer and chief architect together: lists of pairs, their explanation, export and pages.

``pairing`` is the one way to pairs, ``answers`` cuts pages out of them, ``export`` is the list as CSV.
"""

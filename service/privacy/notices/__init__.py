"""People who came from a file are told of it, warned before the end, and erased unless they agree.

``texts`` are the letters, ``letters`` writes one, ``keeping`` is the daily job that warns and erases.
"""

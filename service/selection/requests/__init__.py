"""Requests for people: a role or a pair for a subject.

``machine`` holds the states of requests and candidates, ``reaching`` and ``guards`` say who may, ``context`` is what every form needs,
``proposals`` reads capabilities out of a text.
"""

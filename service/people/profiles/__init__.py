"""The people of the network: who they are, and what every change to them has in common.

``guards`` return a person already authorised, ``changes`` counts every change, ``reader`` gives profiles to the matcher, ``erased_ids``
keeps ids from being given twice.
"""

"""Signing, and checking what was signed.

``signers`` says who may sign, ``judging`` what has to be judged before, ``fingerprint`` what is signed, ``seal`` by whom and why,
``verification`` whether it still holds.
"""

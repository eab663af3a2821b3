"""Signing, and checking what was signed.

``signers`` says who may sign, ``fingerprint`` what is signed, ``verification`` whether it still holds.
"""

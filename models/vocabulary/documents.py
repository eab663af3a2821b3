"""The vocabulary of papers: what they are kept for, and by what means somebody gave their word."""

from enum import StrEnum


class DocumentPurpose(StrEnum):
    """What a document is kept for."""

    EVIDENCE = "evidence"
    CONSENT = "consent"
    CV = "cv"
    FINDING = "finding"


class ConsentMeans(StrEnum):
    """How a person gave consent."""

    OWN_ACCOUNT = "own_account"
    PAPER = "paper"
    EMAIL = "email"
    RECORDED_CALL = "recorded_call"

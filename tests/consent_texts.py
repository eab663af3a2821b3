"""Texts to consent to, for tests whose database holds no catalogue."""

from datetime import date

from models.consents import ConsentText
from models.vocabulary import ConsentPurpose

PROVENANCE = {"source_en": "a test", "source_vi": "kiểm thử", "sureness_en": "certain", "sureness_vi": "chắc chắn"}
PROOF = {"document": "form 12", "given_on": "2026-01-15", "means": "paper"}
"""What a coordinator shows who records the consent of somebody else."""
WORDING = {"title_en": "Consent", "title_vi": "Đồng ý", "text_en": "I agree.", "text_vi": "Tôi đồng ý."}


def consent_texts(*versions: str) -> list[ConsentText]:
    """Return a text of every version for every purpose."""
    return [
        ConsentText(purpose=purpose, version=version, valid_from=date(2026, 1, 1), **WORDING, **PROVENANCE)
        for purpose in ConsentPurpose
        for version in versions
    ]

"""What requests of administrators have in common: texts in both languages, names of versions, and a reason."""

import hashlib
import json
from typing import Annotated, Any

from pydantic import StringConstraints

from service.kit.fields import Input, Prose, Reason, Title

__all__ = ["LongWords", "Reason", "VersionName", "Words", "tag_of"]

VersionName = Annotated[str, StringConstraints(max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]*$")]


class Words(Input):
    """A text in both languages; neither may be empty."""

    vi: Title
    en: Title

    def columns(self, name: str) -> dict[str, str]:
        """Return the two columns ``name_vi`` and ``name_en``."""
        return {f"{name}_vi": self.vi, f"{name}_en": self.en}


class LongWords(Input):
    """A longer text in both languages; neither may be empty."""

    vi: Annotated[Prose, StringConstraints(min_length=1)]
    en: Annotated[Prose, StringConstraints(min_length=1)]


def tag_of(content: dict[str, Any]) -> str:
    """Return what names a state of an entry: a hash of its content, so that a change by loading files counts as well."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()[:16]

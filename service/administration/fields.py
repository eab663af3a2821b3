"""What requests of administrators have in common: texts in both languages, names of versions, and a reason."""

from typing import Annotated

from pydantic import StringConstraints

from service.kit.fields import Input, Prose, Reason, Title
from service.kit.preconditions import tag_of

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

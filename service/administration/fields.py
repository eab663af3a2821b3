"""What requests of administrators have in common: texts in both languages, names of versions, and a reason."""

from typing import Annotated

from pydantic import StringConstraints

from service.experts.fields import Input, Title
from service.shortlists.requests.schemas import Reason

__all__ = ["Reason", "VersionName", "Words"]

VersionName = Annotated[str, StringConstraints(max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]*$")]


class Words(Input):
    """A text in both languages; neither may be empty."""

    vi: Title
    en: Title

    def columns(self, name: str) -> dict[str, str]:
        """Return the two columns ``name_vi`` and ``name_en``."""
        return {f"{name}_vi": self.vi, f"{name}_en": self.en}

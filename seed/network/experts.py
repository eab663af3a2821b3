"""A synthetic expert: the profile that the matcher sees and the details that only the tables hold."""

from dataclasses import dataclass

from matching.profiles import Profile
from models.vocabulary import Language
from seed.network.identity import Identity
from seed.network.member_status import DatedConsent, DatedWillingness


@dataclass(frozen=True, slots=True)
class SyntheticExpert:
    """An invented person; names and contact stand in ``identity``."""

    profile: Profile
    identity: Identity
    themes: tuple[str, ...]
    consents: tuple[DatedConsent, ...]
    willingness: tuple[DatedWillingness, ...]

    def headline(self, language: Language) -> str:
        """Return the headline in a language, or nothing."""
        return dict(self.profile.headlines).get(language, "")

    def biography(self, language: Language) -> str:
        """Return the biography in a language, or nothing."""
        return dict(self.profile.biographies).get(language, "")

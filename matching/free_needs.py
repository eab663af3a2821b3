"""Needs that stand alone: texts as briefs, what the evidence of examples shows, and the weights of what is asked."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from matching.needs import RoleNeed, Texts
from matching.profiles import Profile
from matching.ranking.weights import Weights
from matching.signals import coverage, depth, topical
from matching.signals.registry import signals_of
from matching.space.thesaurus import Thesaurus
from matching.text.languages import language_of
from matching.text.stance import Stance
from models.vocabulary import Language

MOST_MUST, MOST_NICE = 12, 20
LIKENESS = Weights("L1", {topical.CODE: 0.6, depth.CODE: 0.2, coverage.NICE: 0.2}, fits=0.25, good=0.5, strong=0.65)
"""What makes people alike: the field, how much work there is in it, and what their work shows; no role is asked for.

What a band is worth is measured by ``vinmatch quality --quick --likeness``.
"""


@dataclass(frozen=True, slots=True)
class NamedCapability:
    """A capability with the words that name it, as they were written, and how often they do."""

    capability: str
    words: tuple[str, ...]
    times: int


def named_capabilities(texts: Iterable[str], thesaurus: Thesaurus) -> tuple[NamedCapability, ...]:
    """Return the capabilities that ``texts`` of evidence claim, most often named first; ties by id."""
    words: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        normal = unicodedata.normalize("NFC", text)
        for mention in thesaurus.find(normal):
            if mention.stance is Stance.CLAIMED:
                words[mention.capability].append(normal[mention.start : mention.end])
    named = [NamedCapability(capability, tuple(dict.fromkeys(found)), len(found)) for capability, found in words.items()]
    return tuple(sorted(named, key=lambda one: (-one.times, one.capability)))


def shared_capabilities(examples: Sequence[Profile], thesaurus: Thesaurus) -> tuple[str, ...]:
    """Return the capabilities that the evidence of every example names, most often named first, at most ``MOST_NICE``."""
    of_each = [named_capabilities([item.words for item in profile.items], thesaurus) for profile in examples]
    total: Counter[str] = Counter()
    for named in of_each:
        total.update({one.capability: one.times for one in named})
    everywhere = set.intersection(*({one.capability for one in named} for named in of_each)) if of_each else set()
    return tuple(sorted(everywhere, key=lambda capability: (-total[capability], capability)))[:MOST_NICE]


def briefs_of(texts: Iterable[str]) -> Texts:
    """Return the lines of ``texts`` by language, so that a text in both languages is compared as both; empty for blank texts."""
    lines: dict[Language, list[str]] = defaultdict(list)
    for text in texts:
        for line in text.splitlines():
            if line.strip():
                lines[language_of(line)].append(line.strip())
    return tuple((language, "\n".join(lines[language])) for language in Language if lines[language])


def without_words(text: str, capabilities: Collection[str], thesaurus: Thesaurus) -> str:
    """Return ``text`` without the words that name one of ``capabilities``."""
    normal, kept, last = unicodedata.normalize("NFC", text), [], 0
    for mention in thesaurus.find(normal):
        if mention.capability in capabilities:
            kept.append(normal[last : mention.start])
            last = mention.end
    return "".join([*kept, normal[last:]]) if kept else text


def weights_for(need: RoleNeed, weights: Weights) -> Weights:
    """Return ``weights`` for what ``need`` asks, adding up to 1.

    Signals that belong to a role are left out where there is none, and coverage where no capability is asked for: it would be full for
    everybody and make everybody fit.
    """
    idle = {coverage.MUST: not need.must, coverage.NICE: not need.nice}
    asked = [signal.code for signal in signals_of(None if need.text_only else need.role.family) if not idle.get(signal.code, False)]
    kept = {code: weights.of_signal.get(code, 0.0) for code in asked}
    total = sum(kept.values())
    return replace(weights, of_signal={code: weight / total for code, weight in kept.items()})

"""What people decided about readings, said in an explanation: what was confirmed, and what was set aside."""

from collections import defaultdict
from datetime import date

from matching.explanation import phrases
from matching.explanation.lines import Line, LineKind, day, labels, line
from matching.profiles import EvidenceItem, ReadingJudgement
from matching.ranking.capability_groups import confirmed
from matching.ranking.ranking import Ranking
from matching.readers.judged import judgements_of
from models.vocabulary import ReadingMatter, ReadingVerdict


def judged_lines(ranking: Ranking, position: int) -> list[Line]:
    """Return which required capabilities were confirmed on which day, then what was set aside, by whom and when."""
    thesaurus, of_day = ranking.network.reader.thesaurus, defaultdict[date | None, list[str]](list)
    for capability, on in confirmed(ranking, position).items():
        of_day[on].append(capability)
    said = [
        line(LineKind.COVERAGE, phrases.CONFIRMED, day=day(on, phrases.UNKNOWN_DATE), capabilities=labels(thesaurus, of_day[on]))
        for on in sorted(of_day, key=str)
    ]
    profile = ranking.network.profiles[position]
    return [*said, *(_set_aside(ranking, profile.items[place], one) for place, one in judgements_of(profile) if _tells(ranking, one))]


def _tells(ranking: Ranking, judgement: ReadingJudgement) -> bool:
    concerns = judgement.matter is not ReadingMatter.CAPABILITY or judgement.capability in ranking.need.must
    return judgement.verdict is ReadingVerdict.REJECTED and concerns


def _set_aside(ranking: Ranking, item: EvidenceItem, judgement: ReadingJudgement) -> Line:
    by_matter = {ReadingMatter.LED: phrases.NOT_LED, ReadingMatter.WORK: phrases.NOT_THEIRS}
    what = by_matter.get(judgement.matter) or labels(ranking.network.reader.thesaurus, [judgement.capability])
    by = phrases.BY_THE_PERSON if judgement.by_person else phrases.BY_A_COORDINATOR
    on = day(judgement.judged_on, phrases.UNKNOWN_DATE)
    return line(LineKind.COVERAGE, phrases.SET_ASIDE, [item.id], what=what, title=item.title, by=by, day=on)

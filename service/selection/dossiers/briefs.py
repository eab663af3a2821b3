"""The dossier of a recruiting brief: what to look for, where, and who is nearest."""

from service.catalogue.rules.clauses import cited
from service.matches.coverage import sentences
from service.matches.coverage.brief_text import lacks, where_note
from service.matches.coverage.schemas import PlaceCount, RecruitingBrief
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Leaf, Table, said, section
from service.selection.dossiers.frame import DossierFrame, DossierSubject, dossier
from service.selection.dossiers.people import score_in
from service.selection.dossiers.persons import basis_of, subject_of


def of_brief(frame: DossierFrame, brief: RecruitingBrief, smallest: int) -> Dossier:
    """Return the dossier of ``brief``; numbers of people below ``smallest`` were hidden in it."""
    language, role = frame.language, said(brief.role, frame.language)
    capability = said(brief.capability.label, language) if brief.capability else None
    head = [
        (frame.say(words.ROLE), role),
        (frame.say(words.CAPABILITY), capability),
        (frame.say(words.SITUATION), said(brief.situation, language)),
    ]
    clauses = [said(cited(rule.clause), language) for rule in brief.rules]
    one = clauses[0] if len(set(clauses)) == 1 else ""
    heading = ": ".join(filter(None, (said(sentences.RULES, language), one)))
    rules = [
        f"{said(rule.label, language)}: {said(rule.test, language)}" + ("" if one else f" ({clause})")
        for rule, clause in zip(brief.rules, clauses, strict=True)
    ]
    where = [
        where_note(brief, language, smallest),
        _places(frame, brief.sub_networks, smallest),
        _places(frame, brief.countries, smallest),
    ]
    sections = (*section(heading, rules), *section(said(sentences.WHERE, language), where))
    path = f"/coverage/{brief.subject.id}/{brief.role.code.value}"
    parts = (said(brief.subject.name, language), role, capability or "")
    about = DossierSubject(
        parts, words.BRIEF, subject_of(frame, brief), basis_of(frame, brief), path, any(near.person.synthetic for near in brief.nearest)
    )
    tables = [_wanted(frame, brief), *([_nearest(frame, brief)] if brief.nearest else [])]
    return dossier(frame, about, head, tables, [Leaf(role, (), sections)])


def _wanted(frame: DossierFrame, brief: RecruitingBrief) -> Table:
    rows = [(said(one.capability.label, frame.language), str(one.counts.eligible), str(one.counts.ready)) for one in brief.wanted]
    heads = (frame.say(words.CAPABILITY), frame.say(words.ELIGIBLE), frame.say(words.READY))
    return Table(said(sentences.WANTED, frame.language), heads, tuple(rows), (1, 2))


def _nearest(frame: DossierFrame, brief: RecruitingBrief) -> Table:
    rows = [
        (str(place), f"{near.person.display_name} ({near.person.id})", score_in(frame, near.score), "; ".join(lacks(near, frame.language)))
        for place, near in enumerate(brief.nearest, 1)
    ]
    heads = tuple(frame.say(one) for one in (words.PLACE, words.NAME, words.SCORE, words.LACKS))
    return Table(said(sentences.NEAREST, frame.language), heads, tuple(rows), (0, 2))


def _places(frame: DossierFrame, places: list[PlaceCount], smallest: int) -> str:
    """Return in one line how many people are where; places whose number is hidden stand together, after the others."""
    counted = [f"{said(one.name, frame.language)}: {one.people}" for one in places if one.people]
    hidden = ", ".join(said(one.name, frame.language) for one in places if one.people is None)
    return "; ".join([*counted, *([frame.say(words.FEWER, number=smallest, places=hidden)] if hidden else [])])

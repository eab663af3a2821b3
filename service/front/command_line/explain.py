"""``vinmatch explain``: why somebody stands where they stand, why not, and what would change it."""

from itertools import groupby
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.text import Text as Styled

from matching.explanation.lines import LineKind
from service.catalogue.subjects.queries import kind_of
from service.front.command_line.databases import ready
from service.front.command_line.options import AsJson, Database, Lang, SubjectId, Tongue, settings_with
from service.front.command_line.output import console, print_json, spoken
from service.front.command_line.shortlist import RoleArgument
from service.kit.languages import Bilingual
from service.matches.recommendations.answers import explanation_of
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.schemas import CitationView, ExplanationView

ExpertId = Annotated[str, typer.Argument(help="Id of an expert (E000123)")]
HEADINGS = {
    LineKind.GATE: Bilingual(en="Not proposed", vi="Không được đề xuất"),
    LineKind.WHY: Bilingual(en="Why", vi="Vì sao"),
    LineKind.WHY_NOT: Bilingual(en="What speaks against it", vi="Điểm còn yếu"),
    LineKind.COVERAGE: Bilingual(en="Capabilities", vi="Năng lực"),
    LineKind.RULE: Bilingual(en="Conditions", vi="Điều kiện"),
    LineKind.CONFLICT: Bilingual(en="Conflicts of interest", vi="Xung đột lợi ích"),
    LineKind.CHANGE: Bilingual(en="What would change it", vi="Điều gì sẽ làm thay đổi"),
    LineKind.SURENESS: Bilingual(en="How sure this place is", vi="Mức chắc chắn của thứ hạng"),
    LineKind.NOTE: Bilingual(en="Note", vi="Lưu ý"),
}
EVIDENCE = Bilingual(en="Evidence", vi="Minh chứng")


def explain(
    subject: SubjectId, role: RoleArgument, expert: ExpertId, lang: Lang = Tongue.BOTH, database: Database = None, as_json: AsJson = False
) -> None:
    """Explain why somebody is on a list or not, with evidence; an unknown person ends with exit code 1."""
    settings = settings_with(database_url=database)
    with ready(settings) as session:
        found = Recommender(settings).recommend(session, kind_of(session, subject), subject, role)
        answer = explanation_of(found, expert)
    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        _show(answer, lang, console())


def _show(answer: ExplanationView, lang: Tongue, out: Console) -> None:
    subject = f"{answer.subject.id} {spoken(answer.subject.name, lang)}"
    out.print(f"[bold]{escape(answer.expert.display_name)}[/] ({answer.expert.id}) – {escape(subject)}")
    if answer.entry:
        out.print(f"#{answer.entry.rank}, {spoken(answer.entry.band, lang)}, {answer.entry.score:.4f}")
    for kind, lines in groupby(answer.lines, key=lambda line: line.kind):
        out.print(f"\n[bold]{spoken(HEADINGS[kind], lang)}[/]")
        for line in lines:
            out.print("\n".join(f"- {getattr(line, language)}" for language in lang.languages), markup=False)
    if answer.citations:
        out.print(f"\n[bold]{spoken(EVIDENCE, lang)}[/]")
    for citation in answer.citations:
        out.print(_marked(citation))


def _marked(citation: CitationView) -> Styled:
    words = Styled(f"- {citation.evidence}: ") + Styled(citation.words)
    before = len(words) - len(citation.words)
    for start, end in citation.marks:
        words.stylize("bold underline", before + start, before + end)
    return words

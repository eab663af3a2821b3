"""The page that finds people by a pasted text or by examples; its form is sent by POST, because a text does not fit into an address."""

from collections.abc import Callable
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from sqlmodel import Session

from models.vocabulary import NeedLevel, RoleCode
from service.catalogue.rules.queries import roles, rule_sets
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.naming import people_called, people_named
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.forms import Form, FormFields
from service.kit.late_routes import APIRouter
from service.kit.pagination import Paging, decode_cursor
from service.kit.problems import Conflict, Invalid, NotFound, Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.kit.texts import Text
from service.kit.validation import as_invalid, validated
from service.matches.recommendations.dependencies import FromRecommender
from service.matches.recommendations.marking import pieces
from service.matches.recommendations.recommending import Recommender
from service.matches.search.answers import brief_view, search_explanation, search_page
from service.matches.search.export import search_export
from service.matches.search.queries import Search, search_similar, search_text
from service.matches.search.schemas import LONGEST_TEXT, BriefView, NamedView, PeopleInput, SearchList, SimilarInput

router = APIRouter(prefix="/find", include_in_schema=False, dependencies=[permit(Operation.READ_MATCHES)])
LEVELS = (*(level.value for level in NeedLevel), "ignored")
ROWS = 12
_CAPABILITY = "capability."


@router.get("")
def find_page(
    request: Request, viewer: CurrentViewer, session: Reading, recommender: FromRecommender, reader: ReaderOfPage, experts: str = ""
) -> Response:
    """Show the form; for ``experts``, the people like them at once."""
    if not experts.strip():
        return _page(session, reader, {})
    form = {"experts": ", ".join(people_named(session, viewer, experts.replace(",", " ").split()).values())}
    return _answered(session, reader, form, lambda: _results(request, viewer, session, recommender, reader, form))


@router.post("")
def find_people_page(
    form: FormFields, request: Request, viewer: CurrentViewer, session: Reading, recommender: FromRecommender, reader: ReaderOfPage
) -> Response:
    """Show what was read in the text, or the people who were found; what cannot be searched for comes back as it was typed."""
    request.state.repeated = list(form.items())  # nothing is changed here: the same may be asked in another language
    return _answered(session, reader, form, lambda: _read_or_found(form, request, viewer, session, recommender, reader))


@router.post("/explanation")
def find_explanation_page(
    form: FormFields, viewer: CurrentViewer, session: Reading, recommender: FromRecommender, reader: ReaderOfPage
) -> Response:
    """Explain why somebody stands where they stand in a search."""
    reader.request.state.repeated = list(form.items())  # the same may be asked in another language
    answer = search_explanation(_found(session, viewer, recommender, form), form.get("expert", ""))
    shown: dict[str, Any] = {"answer": answer, "form": _kept(form), "pieces": pieces, "rule_sets": rule_sets(session)}
    return reader.render("matches/search/explanation.html", **shown)


@router.post("/export")
def find_export(
    form: FormFields, viewer: CurrentViewer, request: Request, session: Reading, recommender: FromRecommender, by: Acting
) -> Response:
    """Give the whole list as a file."""
    return search_export(_found(session, viewer, recommender, form), request, by, everybody="fitting" not in form)


def _answered(session: Session, reader: Reader, form: Form, answer: Callable[[], Response]) -> Response:
    try:
        return answer()
    except RequestValidationError as error:
        return _page(session, reader, form, problem=as_invalid(error))
    except (Invalid, NotFound, Conflict) as problem:
        return _page(session, reader, form, problem=problem)


def _read_or_found(form: Form, request: Request, viewer: Viewer, session: Session, recommender: Recommender, reader: Reader) -> Response:
    if form.get("do") == "read" and not form.get("experts", "").strip():
        brief = brief_view(session, recommender, _text(form))
        return _page(session, reader, form, brief=brief)
    return _results(request, viewer, session, recommender, reader, form)


def _results(request: Request, viewer: Viewer, session: Session, recommender: Recommender, reader: Reader, form: Form) -> Response:
    found = _found(session, viewer, recommender, form)
    cursor = form.get("cursor")
    paging = Paging(services_of(request).settings.page_size, decode_cursor(cursor) if cursor else None, request, Response())
    answer = search_page(found, paging.shortened(ROWS), everybody="fitting" not in form)
    may_open = may(viewer, Operation.OPEN_SELECTIONS) is True
    return _page(session, reader, form, answer=answer, may_open=may_open)


def _page(
    session: Session,
    reader: Reader,
    form: Form,
    *,
    brief: BriefView | None = None,
    answer: SearchList | None = None,
    may_open: bool = False,
    problem: Problem | None = None,
) -> Response:
    named = brief.capabilities if brief else answer.named if answer else []
    return reader.render(
        "matches/search/find.html",
        status=problem.status if problem else 200,
        problem=problem,
        form=form,
        longest=LONGEST_TEXT,
        brief=brief,
        answer=answer,
        rule_sets=rule_sets(session) if answer else {},
        named=named,
        may_open=may_open,
        chosen=_chosen(form, answer, named),
        roles={role.code: Text.of(role, "name") for role in roles(session)},
        examples={card.id for card in answer.examples} if answer else set(),
    )


def _chosen(form: Form, answer: SearchList | None, named: list[NamedView]) -> dict[str, str]:
    """Return the level that stands for each capability: what was sent, or else what was read or is proposed."""
    levels = {one.id: one.level.value for one in named}
    if answer is not None:
        asked = {one.id: level.value for level in NeedLevel for one in getattr(answer, level.value)}
        levels = {identifier: asked.get(identifier, "ignored") for identifier in levels}
    return levels | {identifier: level for identifier, level in _sent(form).items() if identifier in levels}


def _found(session: Session, viewer: Viewer, recommender: Recommender, form: Form) -> Search:
    asked: dict[str, object] = {"role": RoleCode(form["role"])} if form.get("role") in set(RoleCode) else {}
    experts = people_called(session, viewer, form.get("experts", ""))
    if experts:
        return search_similar(session, recommender, validated(SimilarInput, asked | _levels(form) | {"experts": experts}))
    text = _text(form)
    proposed = brief_view(session, recommender, text)
    sent = {one.id: one.level.value for one in proposed.capabilities} | _sent(form)
    named = {one.id for one in proposed.capabilities}
    return search_text(session, recommender, validated(PeopleInput, asked | _by_level(sent, named) | {"text": text}))


def _text(form: Form) -> str:
    text = form.get("text", "")
    if len(text) > LONGEST_TEXT:
        raise Invalid.field(
            "text",
            en=f"must have at most {LONGEST_TEXT:,} characters; paste what the work is about and leave the rest out",
            vi=f"không được quá {LONGEST_TEXT:,} ký tự; hãy chỉ dán phần nói về công việc".replace(",", "."),
        )
    return text


def _levels(form: Form) -> dict[str, list[str]]:
    sent = _sent(form)
    return _by_level(sent, set(sent)) if sent else {}


def _by_level(levels: Form, named: set[str]) -> dict[str, list[str]]:
    return {level.value: [name for name, chosen in levels.items() if chosen == level and name in named] for level in NeedLevel}


def _sent(form: Form) -> Form:
    return {name.removeprefix(_CAPABILITY): level for name, level in form.items() if name.startswith(_CAPABILITY) and level in LEVELS}


def _kept(form: Form) -> Form:
    """Return the fields that lead back to the search."""
    return {name: value for name, value in form.items() if name not in {"do", "expert"}}

"""The forms that sign a shortlist or take a first signature back, and the page that checks what was signed."""

from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError

from service.catalogue.rules.queries import role_names
from service.identity.access.naming import account_names, people_named
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.forms import Fields, Submitted, check_version, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import FieldError, Invalid
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading
from service.kit.validation import as_invalid, validated
from service.matches.recommendations.services import matching_of
from service.selection.drafts.guards import permit_shortlist, permit_shortlist_change
from service.selection.drafts.leaving_open import OpenLine, take_lines
from service.selection.drafts.queries import ShortlistContents, find_shortlist, lock_shortlist, shown
from service.selection.drafts.showing import ActNotice, Done, answered
from service.selection.requests.context import WithSelectionContext
from service.selection.requests.guards import VisibleRequests
from service.selection.signing import operations
from service.selection.signing.about import about
from service.selection.signing.naming import in_words
from service.selection.signing.schemas import LeftOpen, SignInput
from service.selection.signing.verification import verify
from service.selection.words import NAMES

router = APIRouter(prefix="/shortlists/{shortlist_id}", include_in_schema=False)


@router.post("/signatures", dependencies=[permit_shortlist_change(Operation.SIGN)])
def sign(shortlist_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Sign the version that the signer has seen."""
    asked, shortlist = lock_shortlist(context.session, context.visible, shortlist_id)
    typed = filled(form)

    def change() -> None:
        fields = dict(typed)
        check_version(fields, shortlist.version)
        _check_understood(fields)
        lines, now = take_lines(fields), shown(context.session, shortlist)
        signature = validated(SignInput, fields).model_copy(update={"left_open": [_left_open(now, line) for line in lines]})
        operations.sign(context.session, context.by, asked, shortlist, signature, context.settings)

    return answered(context, shortlist_id, refusal(context.session, change), typed, "sign", ActNotice(Done.SIGNED, at="signed"))


def _check_understood(fields: Fields) -> None:
    """Take the word that a signature is final out of ``fields``; raises ``Invalid`` where nobody gave it."""
    if fields.pop("final", None) is None:
        raise Invalid(
            "signing_not_understood",
            en="Tick that you understand: once it is signed, nobody can change the list.",
            vi="Hãy đánh dấu rằng bạn hiểu: ký xong thì không ai sửa được danh sách.",
        )


def _left_open(now: ShortlistContents, line: OpenLine) -> LeftOpen:
    """Return a line as part of the signature; raises ``Invalid`` naming person and condition."""
    fields: Fields = {name: text for name, text in line._asdict().items() if text}
    try:
        return validated(LeftOpen, {"document": "", "reason": "", **fields})
    except RequestValidationError as error:
        wrong = as_invalid(error)
        where = in_words(now, [(line.role, line.expert_id, line.rule)])
        errors = tuple(FieldError(field=line.fields[one.field == "document"], message=one.message) for one in wrong.errors)
        raise Invalid(wrong.code, en=f"{where.en}: {wrong.detail.en}", vi=f"{where.vi}: {wrong.detail.vi}", errors=errors) from None


@router.post("/reopening", dependencies=[permit_shortlist_change(Operation.SIGN)])
def reopen(shortlist_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Take back the first of two signatures."""
    _, shortlist = lock_shortlist(context.session, context.visible, shortlist_id)

    def change() -> None:
        check_version(filled(form), shortlist.version)
        operations.reopen(context.session, context.by, shortlist)

    return answered(context, shortlist_id, refusal(context.session, change), notice=ActNotice(Done.REOPENED))


@router.get("/verification", dependencies=[permit_shortlist(Operation.READ_DRAFTS)])
def verification_page(
    shortlist_id: str, visible: VisibleRequests, request: Request, viewer: CurrentViewer, reader: ReaderOfPage, session: Reading
) -> Response:
    """Show whether a signed list is as it was signed, and what has changed since."""
    shortlist = find_shortlist(session, visible, shortlist_id)
    found = verify(session, shortlist, matching_of(request).recommender)
    signed = [(shortlist.signed_by, shortlist.signed_at), (shortlist.second_by, shortlist.second_at)]
    accounts = account_names(session, [who for who, _ in signed])
    values: dict[str, Any] = {
        "found": found,
        "about": about(session, shortlist),
        "signed": [(accounts[who], at) for who, at in signed if who],
        "shortlist_id": shortlist_id,
        "people": people_named(session, viewer, [one.expert_id for one in found.drift]),
        "role_names": role_names(session),
    }
    return reader.render("selection/signing/verification.html", **values, **NAMES)

"""The form for an item of evidence: of one's own profile, or, for a coordinator, of anybody's. Refused, it comes back as it was typed."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Response
from starlette.datastructures import FormData

from models.database import WriteSession
from models.experts import Evidence, Expert
from models.vocabulary import Language, Verification
from service.identity.access.viewer import Viewer
from service.kit.actor import Actor
from service.kit.addresses import led_to
from service.kit.forms import check_version, filled, refusal, submitted
from service.kit.places import SECTORS
from service.kit.problems import Problem
from service.kit.rendering import Reader
from service.kit.validation import validated
from service.kit.words import LANGUAGE_NAMES
from service.people.documents.queries import proofs_of
from service.people.evidence import operations
from service.people.evidence.schemas import EvidenceChange, EvidenceCreate
from service.people.evidence.vouching import EVIDENCE, unvouched
from service.people.profiles.organisations import organisations_by_name
from service.people.profiles.sensitive import sensitive_in
from service.people.profiles.vouching import may_vouch, refuse_unvouched
from service.people.profiles.words import KINDS, OUTCOMES, PARTS, SCALES, VERIFICATIONS

EvidenceForm = Annotated[FormData, submitted("sectors")]
NEEDED = ("kind", "language", "title")
MAY_BE_EMPTY = ("part", "outcome", "scale", "starts", "ends", "organisation_id", "document_id")
VOUCHED = ("verification", "verified_by", "verified_on", "source")


@dataclass(frozen=True, slots=True)
class Filing:
    """Who files an item for whom; ``home`` is the page of the person, below which the forms stand."""

    reader: Reader
    session: Any
    viewer: Viewer
    expert: Expert
    home: str

    def show(self, item: Evidence | None, typed: dict[str, Any] | None = None, problem: Problem | None = None) -> Response:
        """Show the form: with what was typed, else with the item, else empty."""
        vouches = may_vouch(self.viewer, self.expert.id)
        values = _stored(item) if typed is None else typed
        return self.reader.render(
            "people/evidence/item.html",
            status=problem.status if problem else 200,
            problem=problem,
            item=item,
            values=values,
            sectors=sorted({*SECTORS, *values.get("sectors", [])}),
            version=self.expert.version,
            sensitive_in=sensitive_in,
            home=self.home,
            person=self.expert.display_name,
            vouches=vouches,
            kinds=KINDS,
            parts_of_work=PARTS,
            outcomes=OUTCOMES,
            scales=SCALES,
            verifications=VERIFICATIONS,
            languages=[(code, LANGUAGE_NAMES[code]) for code in Language],
            organisations=organisations_by_name(self.session),
            documents=proofs_of(self.session, self.expert.id),
        )

    def add(self, by: Actor, form: FormData) -> Response:
        """Add the item, or show the form again with what is wrong."""

        def add() -> None:
            fields = validated(EvidenceCreate, fields_in(form, vouched=may_vouch(self.viewer, self.expert.id)))
            refuse_unvouched(self.viewer, self.expert.id, fields, EVIDENCE)
            operations.add_evidence(self._writing, by, self.expert, fields)

        return self._answer(None, form, refusal(self._writing, add))

    def change(self, by: Actor, evidence_id: str, form: FormData) -> Response:
        """Replace what the form holds of an item, if it showed the present version; what its owner changes is a declaration again."""
        seen = self.expert.version  # before anything is looked up: the change that was noted gives it a new one
        item = operations.find_evidence(self.session, self.expert, evidence_id)

        def change() -> None:
            check_version(filled(form), seen)
            fields = validated(EvidenceChange, fields_in(form, vouched=may_vouch(self.viewer, self.expert.id)))
            operations.change_evidence(self._writing, by, self.expert, item, unvouched(self.viewer, self.expert.id, fields))

        return self._answer(item, form, refusal(self._writing, change))

    def remove(self, by: Actor, evidence_id: str, form: FormData) -> Response:
        """Remove an item for good, if the form showed the present version."""
        seen = self.expert.version  # before anything is looked up: the change that was noted gives it a new one
        item = operations.find_evidence(self.session, self.expert, evidence_id)

        def remove() -> None:
            check_version(filled(form), seen)
            operations.remove_evidence(self._writing, by, self.expert, item)

        problem = refusal(self._writing, remove)
        if problem is None:
            return self._back()
        self._writing.rollback()
        return self.show(item, problem=problem)

    @property
    def _writing(self) -> WriteSession:
        session: WriteSession = self.session
        return session

    def _answer(self, item: Evidence | None, form: FormData, problem: Problem | None) -> Response:
        if problem is None:
            return self._back()
        self._writing.rollback()  # the person was marked as changed before the form was looked at
        return self.show(item, _typed(form), problem)

    def _back(self) -> Response:
        return led_to(self.reader.request, f"{self.home}?saved=true")


def fields_in(form: FormData, *, vouched: bool = False) -> dict[str, Any]:
    """Return every field of the form; one that was left empty says that there is nothing."""
    sent = {name: str(form.get(name, "")).strip() for name in (*NEEDED, *MAY_BE_EMPTY, "text")}
    nothing = {name: sent[name] or None for name in MAY_BE_EMPTY}
    said = {**sent, **nothing, "sectors": _ticked(form), "counts_as_innovation_work": "counts_as_innovation_work" in form}
    return said | (_vouched_in(form) if vouched and "verification" in form else {})


def _vouched_in(form: FormData) -> dict[str, Any]:
    sent = {name: str(form.get(name, "")).strip() for name in VOUCHED}
    return {**sent, "verified_on": sent["verified_on"] or None, "verification": sent["verification"] or Verification.DECLARED}


def _typed(form: FormData) -> dict[str, Any]:
    return {**{name: value for name, value in form.items() if isinstance(value, str)}, "sectors": _ticked(form)}


def _ticked(form: FormData) -> list[str]:
    return [value for value in form.getlist("sectors") if isinstance(value, str)]


def _stored(item: Evidence | None) -> dict[str, Any]:
    if item is None:
        return {}
    own = {name: getattr(item, name) for name in (*NEEDED, *MAY_BE_EMPTY, *VOUCHED, "text")}
    return {
        **{name: "" if value is None else getattr(value, "value", value) for name, value in own.items()},
        "sectors": list(item.sectors),
        **({"counts_as_innovation_work": "true"} if item.counts_as_innovation_work else {}),
    }

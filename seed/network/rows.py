"""Turns synthetic experts, organisations and interests into rows for bulk insertion."""

from dataclasses import dataclass
from typing import Any

from models.experts import Consent, Evidence, Expert, Relation, Willingness
from models.search_key import search_key
from models.vocabulary import Language, Verification
from seed.network.experts import SyntheticExpert
from seed.network.identity import folded
from seed.network.organisations import Interested, InventedOrganisation
from seed.network.world import SOURCE

Row = dict[str, Any]
TABLES = (Expert, Evidence, Consent, Willingness, Relation)
"""The tables of an expert in the order in which their rows must be inserted."""


@dataclass(frozen=True, slots=True)
class ExpertRows:
    """The rows of one expert for each of ``TABLES``."""

    expert: Row
    evidence: list[Row]
    consents: list[Row]
    willingness: list[Row]
    relations: list[Row]

    def by_table(self) -> tuple[list[Row], ...]:
        """Return the rows in the order of ``TABLES``."""
        return ([self.expert], self.evidence, self.consents, self.willingness, self.relations)


def expert_rows(expert: SyntheticExpert, change_number: int) -> ExpertRows:
    """Return all rows of an expert, whose last change is the ``change_number``-th of the network."""
    owner = expert.profile.id
    return ExpertRows(
        expert=_expert(expert, change_number),
        evidence=_evidence(expert),
        consents=[
            {
                "expert_id": owner,
                "purpose": consent.purpose,
                "text_version": consent.text_version,
                "given_at": consent.given_at,
                "withdrawn_at": consent.withdrawn_at,
            }
            for consent in expert.consents
        ],
        willingness=[
            {"expert_id": owner, "role": word.role, "willing": word.willing, "declared_on": word.declared_on} for word in expert.willingness
        ],
        relations=_relations(expert),
    )


def organisation_row(organisation: InventedOrganisation) -> Row:
    """Return the row of an organisation."""
    return {"id": organisation.id, "name": organisation.name, "country": organisation.country, "synthetic": True}


def interest_row(party: Interested) -> Row:
    """Return the row of an interest in a product."""
    return {"product_id": party.product, "project_id": None, "organisation_id": party.organisation_id, "interest": party.interest}


def _expert(expert: SyntheticExpert, change_number: int) -> Row:
    profile, identity = expert.profile, expert.identity
    return {
        "id": profile.id,
        "display_name": profile.name,
        "family_name": identity.family_name,
        "given_name": identity.given_name,
        "name_order": identity.name_order,
        "aliases": list(identity.aliases),
        "name_key": folded(profile.name),
        "search_key": search_key(profile.name, *identity.aliases, *(text for _, text in profile.headlines)),
        "headline_en": expert.headline(Language.EN),
        "headline_vi": expert.headline(Language.VI),
        "biography_en": expert.biography(Language.EN),
        "biography_vi": expert.biography(Language.VI),
        "country": profile.country,
        "sub_network": profile.sub_network,
        "themes": list(expert.themes),
        "languages": list(profile.languages),
        "email": identity.email,
        "orcid": identity.orcid,
        "available_from": profile.available_from,
        "available_until": profile.available_until,
        "hours_per_week": profile.hours_per_week,
        "record_complete": profile.record_complete,
        "refreshed_on": profile.refreshed_on,
        "synthetic": True,
        "change_number": change_number,
        "version": 1,
    }


def _evidence(expert: SyntheticExpert) -> list[Row]:
    profile = expert.profile
    return [
        {
            "id": item.id,
            "expert_id": profile.id,
            "kind": item.kind,
            "language": item.language,
            "title": item.title,
            "text": item.text,
            "part": item.part,
            "outcome": item.outcome,
            "scale": item.scale,
            "sectors": list(item.sectors),
            "starts": item.starts,
            "ends": item.ends,
            "counts_as_innovation_work": item.counts_as_innovation_work,
            "organisation_id": item.organisation_id,
            "source": item.source,
            "verification": item.verification,
            "verified_by": SOURCE if item.verification is Verification.VERIFIED else "",
            "verified_on": profile.refreshed_on if item.verification is Verification.VERIFIED else None,
        }
        for item in profile.items
    ]


def _relations(expert: SyntheticExpert) -> list[Row]:
    return [
        {
            "expert_id": expert.profile.id,
            "kind": relation.kind,
            "organisation_id": relation.organisation_id,
            "other_expert_id": relation.other_expert_id,
            "starts": relation.starts,
            "ends": relation.ends,
            "source": relation.source,
            "status": relation.status,
        }
        for relation in expert.profile.relations
    ]

"""Who signs, and whether they may: a signer who is tied to a candidate must leave the signature to somebody else."""

from collections.abc import Iterable

from sqlmodel import Session

from matching.gate.conflicts import matches_between
from service.catalogue.rules.policy import gate_policy
from service.identity.access.own_case import about_viewer, edited_by
from service.kit.actor import Actor
from service.kit.problems import Conflict
from service.kit.settings import Settings
from service.people.profiles.organisations import organisations_above
from service.people.profiles.reader import read_profiles


def check_signer(session: Session, by: Actor, candidates: Iterable[str], settings: Settings) -> None:
    """Raise ``Conflict`` naming the candidates with whom the signer has a conflict of interest, who is one of
    them, or whose evidence the signer edits.
    """
    found = read_profiles(session, [by.expert_id]) if by.expert_id else []
    if not (found or by.edits_for):
        return
    policy, day, above = gate_policy(settings).conflicts, settings.selection_day(lambda: by.now), organisations_above(session)
    tied = [
        other.id
        for other in read_profiles(session, sorted(set(candidates)))
        if about_viewer(by, other.id)
        or edited_by(by, other.id)
        or any(matches_between(own, other, policy, day, above=above) for own in found)
    ]
    if tied:
        listed = ", ".join(tied)
        raise Conflict(
            "signer_in_conflict",
            en=f"You have a conflict of interest with {listed}: somebody else has to sign.",
            vi=f"Bạn có xung đột lợi ích với {listed}: người khác phải ký.",
        )

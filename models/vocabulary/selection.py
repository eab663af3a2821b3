"""The closed vocabularies of the way of a shortlist: states, decisions, findings, answers."""

from enum import StrEnum


class SelectionState(StrEnum):
    """The states of the selection procedure, as the catalogue's steps name them."""

    NEED = "NEED"
    ANNOUNCED = "ANNOUNCED"
    CANDIDATE_POOL = "CANDIDATE_POOL"
    SHORTLIST = "SHORTLIST"
    INVITED = "INVITED"
    COUNCIL = "COUNCIL"
    DECIDED = "DECIDED"
    CONTRACT = "CONTRACT"
    IN_ROLE = "IN_ROLE"
    ENDED = "ENDED"
    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"


class SelectionTrack(StrEnum):
    """How somebody is selected: serving officials in part-time posts may skip the open selection."""

    OPEN_SELECTION = "open_selection"
    CONCURRENT_APPOINTMENT = "concurrent_appointment"


class RequestSubject(StrEnum):
    """What people are requested for."""

    PRODUCT = "product"
    PROJECT = "project"
    GROUP = "group"


class ShortlistStatus(StrEnum):
    """The life of a shortlist; after the first signature its entries stand still."""

    DRAFT = "draft"
    HALF_SIGNED = "half_signed"
    SIGNED = "signed"


class ChoiceKind(StrEnum):
    """What a coordinator can decide about a person on a draft."""

    ADD = "add"
    MOVE = "move"
    PIN = "pin"
    EXCLUDE = "exclude"
    RESTORE = "restore"


class Finding(StrEnum):
    """What people found of a rule that only people may judge."""

    MET = "met"
    NOT_MET = "not_met"
    MORE_NEEDED = "more_needed"


class FeedbackKind(StrEnum):
    """What a lead says of a person, or asks of the whole list."""

    SUITABLE = "suitable"
    UNSUITABLE = "unsuitable"
    MORE_WANTED = "more_wanted"
    DIFFERENT_WANTED = "different_wanted"


class FeedbackReason(StrEnum):
    """Why a lead says so."""

    FITTING_EXPERIENCE = "fitting_experience"
    OTHER_FIELD = "other_field"
    CAPABILITY_MISSING = "capability_missing"
    TOO_LITTLE_LEADERSHIP = "too_little_leadership"
    TIME_OR_PLACE = "time_or_place"
    SUSPECTED_CONFLICT = "suspected_conflict"
    TOO_FEW = "too_few"
    OTHER = "other"


class InvitationState(StrEnum):
    """The life of an invitation."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class NominationState(StrEnum):
    """What the nominated person said."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class RefusalReason(StrEnum):
    """Why somebody says no to an invitation."""

    NO_TIME = "no_time"
    OTHER_DUTY = "other_duty"
    OTHER_FIELD = "other_field"
    CONDITIONS = "conditions"
    CONFLICT = "conflict"
    PERSONAL = "personal"


class MessageKind(StrEnum):
    """What a message in the outbox is about."""

    INVITATION = "invitation"
    EVIDENCE_ASKED = "evidence_asked"

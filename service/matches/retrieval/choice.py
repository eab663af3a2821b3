"""The engine that the settings name."""

from sqlalchemy.engine import Engine as Database

from service.kit.settings import Settings
from service.matches.retrieval.engine import Engine
from service.matches.retrieval.pgvector import PgVector
from service.matches.retrieval.qdrant import Qdrant, client_at

MEMORY = "memory"
"""The setting under which everybody is compared in memory and no engine has to learn of people."""


def engine_of(settings: Settings, database: Database) -> Engine | None:
    """Return the engine in the settings, None where everybody is compared; raises ``Unavailable`` for one that is not installed."""
    if settings.retrieval == "pgvector":
        return PgVector(database)
    if settings.retrieval == "pgvector_hnsw":
        return PgVector(database, nearest=settings.retrieval_nearest)
    if settings.retrieval == "qdrant":
        key = settings.qdrant_key
        return Qdrant(client_at(settings.qdrant_url, key.get_secret_value() if key else None))
    return None

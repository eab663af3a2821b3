"""The engine in Qdrant: portraits as sparse vectors, which Qdrant compares exactly; a collection for each version of readings.

An alias says which is in use. What else is known of an index stands in the payload of one point without a portrait. Sharding and replicas
are the server's. Only ids, portraits, changes and roles are there: no name, no text.
"""

import atexit
import uuid
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

from matching.retrieval.portraits import FAMILIES, Portraits
from matching.retrieval.questions import Question
from service.kit.problems import Unavailable
from service.matches.retrieval.engine import ChosenCandidates, EngineSilent, Index

if TYPE_CHECKING:
    from qdrant_client import QdrantClient

ALIAS = "vinmatch-people"
_PREFIX, _PORTRAIT = "vinmatch-people-", "portrait"
_ABOUT = uuid.uuid5(uuid.NAMESPACE_OID, "index").hex
_PAGE = 1_000


@lru_cache(maxsize=4)
def client_at(address: str, key: str | None) -> "QdrantClient":
    """Return a client of the server at ``address``, or of a folder (``:memory:`` for none) that this process alone uses.

    Raises ``Unavailable`` where the package is not installed.
    """
    try:
        from qdrant_client import QdrantClient  # noqa: PLC0415  # an extra that most do without
    except ImportError:
        raise Unavailable(
            "retrieval_not_installed",
            en="The setting VINMATCH_RETRIEVAL names qdrant, whose package is missing: pip install 'vinmatch[qdrant]'.",
            vi="Cài đặt VINMATCH_RETRIEVAL là qdrant nhưng thiếu gói phần mềm: pip install 'vinmatch[qdrant]'.",
        ) from None
    if "://" in address:
        return QdrantClient(url=address, api_key=key, check_compatibility=False)  # the check warns of a server that starts later
    client = QdrantClient(address) if address == ":memory:" else QdrantClient(path=address)
    atexit.register(client.close)  # it cannot close itself any more when the process goes
    return client


@dataclass(frozen=True)
class Qdrant:
    """``client`` is shared by all requests of a process."""

    client: "QdrantClient"

    def in_use(self, session: Session) -> Index | None:  # noqa: ARG002  # the database knows nothing of it
        """Return the index that questions are answered from, or None where there is none."""
        with _answering():
            collection = self._collection_in_use()
            found = self.client.retrieve(collection, [_ABOUT]) if collection else []
        return Index(collection.removeprefix(_PREFIX), found[0].payload["expert_changes"]) if collection and found else None

    def choose(self, session: Session, index: Index, question: Question) -> ChosenCandidates:  # noqa: ARG002
        """Return whom ``index`` knows and the question may concern."""
        from qdrant_client import models  # noqa: PLC0415

        columns = question.vector.nonzero()[0]
        with _answering():
            found = self.client.query_points(
                _PREFIX + index.version,
                query=models.SparseVector(indices=columns.tolist(), values=question.vector[columns].tolist()),
                using=_PORTRAIT,
                query_filter=_may_be_chosen(question),
                score_threshold=question.least,
                limit=max(1, self.client.count(_PREFIX + index.version).count),
                with_payload=["id"],
            )
        return ChosenCandidates(frozenset(point.payload["id"] for point in found.points), complete=True)

    def prepare(self, version: str, columns: int) -> None:  # noqa: ARG002  # sparse vectors have no size
        """Make an empty index, unless there is one from a job that was broken off."""
        from qdrant_client import models  # noqa: PLC0415

        if not self.client.collection_exists(_PREFIX + version):
            sparse = {_PORTRAIT: models.SparseVectorParams()}
            self.client.create_collection(_PREFIX + version, vectors_config={}, sparse_vectors_config=sparse)

    def known(self, version: str) -> Mapping[str, int]:
        """Return whom the index knows, each with the number of the change that it was learnt after."""
        return {payload["id"]: payload["change_number"] for payload in self._payloads(version) if "id" in payload}

    def learn(self, version: str, people: Portraits, changes: Mapping[str, int]) -> None:
        """Put portraits in place of earlier ones of the same people."""
        from qdrant_client import models  # noqa: PLC0415

        points = []
        for place in [place for place, may in enumerate(people.open) if may]:
            inside = slice(people.rows.indptr[place], people.rows.indptr[place + 1])
            columns, values = people.rows.indices[inside].tolist(), people.rows.data[inside].tolist()
            portrait = {_PORTRAIT: models.SparseVector(indices=columns, values=values)}
            payload = _payload(people, place) | {"change_number": changes[people.ids[place]]}
            points.append(models.PointStruct(id=_point(people.ids[place]), vector=portrait, payload=payload))
        if points:
            self.client.upsert(_PREFIX + version, points)

    def forget(self, version: str, ids: Collection[str]) -> None:
        """Delete the portraits of people."""
        if ids:
            self.client.delete(_PREFIX + version, [_point(identifier) for identifier in sorted(ids)])

    def put_in_use(self, index: Index) -> None:
        """Answer from this index from now on, and delete those that are neither this one nor the one before."""
        from qdrant_client import models  # noqa: PLC0415

        new, before = _PREFIX + index.version, self._collection_in_use()
        about = models.PointStruct(id=_ABOUT, vector={}, payload={"expert_changes": index.expert_changes})
        self.client.upsert(new, [about])
        steps: list[Any] = [models.CreateAliasOperation(create_alias=models.CreateAlias(collection_name=new, alias_name=ALIAS))]
        if before:
            steps.insert(0, models.DeleteAliasOperation(delete_alias=models.DeleteAlias(alias_name=ALIAS)))
        self.client.update_collection_aliases(steps)
        for collection in self.client.get_collections().collections:
            if collection.name.startswith(_PREFIX) and collection.name not in {new, before}:
                self.client.delete_collection(collection.name)

    def _collection_in_use(self) -> str | None:
        known = {alias.alias_name: alias.collection_name for alias in self.client.get_aliases().aliases}
        return known.get(ALIAS)

    def _payloads(self, version: str) -> Iterator[Mapping[str, Any]]:
        following = None
        while True:
            points, following = self.client.scroll(_PREFIX + version, limit=_PAGE, offset=following, with_payload=True)
            yield from (point.payload or {} for point in points)
            if following is None:
                return


@contextmanager
def _answering() -> Iterator[None]:
    """Raise ``EngineSilent`` where the server cannot be reached or refuses."""
    from qdrant_client.http.exceptions import ApiException  # noqa: PLC0415

    try:
        yield
    except ApiException as error:
        raise EngineSilent(type(error).__name__) from error


def _payload(people: Portraits, place: int) -> dict[str, Any]:
    whole = {f"whole_{family.value}": float(value) for family, value in zip(FAMILIES, people.whole[place], strict=True)}
    return {"id": people.ids[place], "declined": [role.value for role in people.declined[place]], **whole}


def _may_be_chosen(question: Question) -> Any:
    from qdrant_client import models  # noqa: PLC0415

    if question.role is None:
        return None
    whole = models.FieldCondition(key=f"whole_{question.role.family.value}", range=models.Range(gte=question.whole_role))
    declined = models.FieldCondition(key="declined", match=models.MatchValue(value=question.role.value))
    return models.Filter(must=[whole], must_not=[declined])


def _point(identifier: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, identifier).hex

"""What only somebody who vouches for it may say of a relation, and who may remove one."""

from collections.abc import Mapping
from typing import Any

from models.experts import Relation
from models.vocabulary import RelationStatus
from service.identity.access.viewer import Viewer
from service.kit.problems import Forbidden
from service.people.profiles.vouching import may_vouch

RELATION: Mapping[str, Any] = {"status": RelationStatus.DECLARED, "source": "", "other_expert_id": None}


def check_removal(viewer: Viewer, relation: Relation) -> None:
    """Raise ``Forbidden`` when ``viewer`` would remove a fact that somebody else found or judged."""
    if relation.status is not RelationStatus.DECLARED and not may_vouch(viewer, relation.expert_id):
        raise Forbidden(
            "relation_found_by_others",
            en="This relation was found or judged by others: ask a coordinator.",
            vi="Quan hệ này do người khác phát hiện hoặc kết luận: hãy liên hệ điều phối viên.",
        )

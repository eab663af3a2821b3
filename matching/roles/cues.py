"""Words that a record uses for work of a role dimension, whatever the field, in both languages."""

import re

from matching.text.normalise import normalise
from models.vocabulary import RoleDimension

CUES = {
    RoleDimension.RESOURCE_CONNECTION: (
        "consorti, partner, alliance, network of, joint venture, fundrais, co-fund, "
        "liên minh, liên kết, đối tác, mạng lưới, huy động, kết nối, đồng tài trợ, hợp tác quốc tế"
    ),
    RoleDimension.SYSTEM_ARCHITECTURE: (
        "architect, blueprint, interface, overall design, reference design, system design, decomposition, "
        "kiến trúc, thiết kế tổng thể, giao diện, phân rã, sơ đồ khối, thiết kế hệ thống"
    ),
    RoleDimension.TECHNICAL_STANDARDS: (
        "standard, specification, technical committee, conformance, test method, "
        "tiêu chuẩn, quy chuẩn, ban kỹ thuật, đặc tả, phương pháp thử"
    ),
    RoleDimension.CORE_TECHNOLOGY: (
        "roadmap, core technolog, technology direction, technology strategy, in-house technology, "
        "lộ trình, công nghệ lõi, công nghệ cốt lõi, định hướng công nghệ, làm chủ công nghệ, chiến lược công nghệ"
    ),
}
_PATTERNS = {dimension: re.compile("|".join(re.escape(normalise(cue)) for cue in cues.split(", "))) for dimension, cues in CUES.items()}


def cued(dimension: RoleDimension, text: str) -> float:
    """Return 1 if the normalised ``text`` uses a word for work of ``dimension``, else 0: also where a dimension has no such words."""
    pattern = _PATTERNS.get(dimension)
    return 1.0 if pattern is not None and pattern.search(text) else 0.0

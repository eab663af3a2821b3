"""The sentences that tell what a person did, in Vietnamese and English."""

from matching.explanation.phrases import SIGNAL, Phrase, phrase
from matching.profiles import EvidenceItem
from matching.readers.stance import ToldPart
from models.vocabulary import EvidenceKind, Language, Outcome, Part, RoleDimension, Scale

_ON_WORK: dict[Part | None, Phrase] = {
    Part.LED: phrase("Đã chủ trì", "Led"),
    Part.MAIN: phrase("Là thành viên chính của", "Had a main part in"),
    Part.CONTRIBUTOR: phrase("Đã tham gia", "Contributed to"),
    None: phrase("Đã thực hiện", "Worked on"),
}
_ON_PUBLICATION: dict[Part | None, Phrase] = {
    Part.LED: phrase("Là tác giả chính của", "Was lead author of"),
    None: phrase("Là đồng tác giả của", "Was an author of"),
}
_ON_PATENT: dict[Part | None, Phrase] = {
    Part.LED: phrase("Là tác giả chính của sáng chế", "Was lead inventor of"),
    None: phrase("Là đồng tác giả của sáng chế", "Was an inventor of"),
}
_OF_KIND: dict[EvidenceKind, Phrase] = {
    EvidenceKind.POSITION: phrase("Đã giữ vị trí", "Held the position"),
    EvidenceKind.AWARD: phrase("Được trao", "Was awarded"),
    EvidenceKind.DEGREE: phrase("Có văn bằng", "Holds the degree"),
    EvidenceKind.CERTIFICATE: phrase("Có chứng chỉ", "Holds the certificate"),
}
OUTCOME: dict[Outcome, Phrase] = {
    Outcome.REPORTED: phrase("mới ở mức báo cáo", "reported only"),
    Outcome.APPLIED: phrase("đã ứng dụng", "applied"),
    Outcome.TRANSFERRED: phrase("đã chuyển giao", "transferred"),
    Outcome.COMMERCIALISED: phrase("đã thương mại hóa", "commercialised"),
}
SCALE: dict[Scale, Phrase] = {
    Scale.UNIT: phrase("quy mô đơn vị", "within one unit"),
    Scale.LOCAL: phrase("quy mô địa phương", "local scale"),
    Scale.NATIONAL: phrase("quy mô quốc gia", "national scale"),
    Scale.INTERNATIONAL: phrase("quy mô quốc tế", "international scale"),
}
TOLD_PART: dict[ToldPart, Phrase] = {
    ToldPart.MAIN: phrase("tham gia với vai trò chính", "a main part"),
    ToldPart.CONTRIBUTOR: phrase("tham gia, hỗ trợ", "a contribution"),
}
AND = phrase(" và ", " and ")
DIMENSION: dict[RoleDimension, Phrase] = {
    dimension: {language: said[0].lower() + said[1:] for language, said in SIGNAL[dimension.value].items()} for dimension in RoleDimension
}

ITEM = phrase("{did} «{title}»{details}", "{did} “{title}”{details}")
TOLD = phrase("{item}{quote}. Việc này thể hiện {dimensions}.", "{item}{quote}. This shows {dimensions}.")
IN_IT = phrase("Năng lực thấy trong việc này: {capabilities}.", "Capabilities seen in it: {capabilities}.")
CLOSEST = phrase(
    "Việc gần với lĩnh vực nhất là «{title}»{details}, nhưng chưa thể hiện rõ vai trò.",
    "The work closest to the field is “{title}”{details}; it does not plainly show the role.",
)
NOTHING = phrase("Hồ sơ chưa có việc nào thuộc lĩnh vực này.", "The record holds no work in this field.")
HEADLINE = phrase("{item}: thể hiện {dimensions}", "{item}: shows {dimensions}")
HEADLINE_UNTOLD = phrase(
    "{item}: thể hiện {dimensions}; lời văn không nói đã chủ trì việc gì", "{item}: shows {dimensions}; the text does not say what was led"
)
HEADLINE_CLOSEST = phrase("Việc gần với lĩnh vực nhất: «{title}»{details}", "The work closest to the field: “{title}”{details}")
DIMENSIONS_MISSING = phrase("Chưa có việc nào trong lĩnh vực thể hiện rõ {dimensions}.", "No work in the field plainly shows {dimensions}.")
TICKED_AS_LED = phrase(
    "«{title}» được khai là chủ trì, nhưng lời văn kể việc {told}: “{quote}”.",
    "“{title}” is ticked as led; the text tells of {told}: “{quote}”.",
)
LED_UNTOLD = phrase(
    "Việc chủ trì «{title}» mới là lời khai: lời văn không nói đã chủ trì việc gì.",
    "“{title}” is ticked as led; the text does not say what was led.",
)
SEVERAL_UNTOLD = phrase(
    "Việc chủ trì mới là lời khai ở {count} mục, lời văn không nói đã chủ trì việc gì: {titles}.",
    "{count} items are ticked as led; their texts do not say what was led: {titles}.",
)
DENIED = phrase(
    "Hồ sơ tự nói điều chưa làm hoặc chưa đạt, không tính là minh chứng: “{quote}”.",
    "The record says itself what was not done or not reached; it is no evidence: “{quote}”.",
)


DECLARED_LED = phrase("Khai là đã chủ trì", "Declares to have led")
"""Of work that was ticked as led where the words do not say what was led: the sentence says whose word it is."""


def did(item: EvidenceItem) -> Phrase:
    """Return what the person did with ``item``, by its kind and the part that was ticked."""
    if item.kind in _OF_KIND:
        return _OF_KIND[item.kind]
    table = {EvidenceKind.PUBLICATION: _ON_PUBLICATION, EvidenceKind.PATENT: _ON_PATENT}.get(item.kind, _ON_WORK)
    return table.get(item.part, table[None])


def listed(names: list[Phrase]) -> Phrase:
    """Return ``names`` as a list in words: "a, b and c"."""
    return {language: _listed([name[language] for name in names], AND[language]) for language in Language}


def _listed(names: list[str], last: str) -> str:
    return last.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

"""What a brief says when it does not want something, or would only like to have it: cues of both languages and what each of them reaches.

A bare negation denies only what stands right behind it, so that "no later than", "not only" and "non-destructive testing" deny nothing.
"""

import re
from dataclasses import dataclass
from enum import Enum

from matching.text.normalise import fold
from models.vocabulary import NeedLevel


class Reach(Enum):
    """Where a cue looks for what it speaks of."""

    ONWARD = "onward"  # to the end of the clause; back where nothing follows
    NEAR = "near"  # onward, if what is named stands right behind it
    OF_A_THING = "of a thing"  # onward; behind a name, where it tells how that is made, as beside: "a track that uses no joints, a hood"
    BESIDE = "beside"  # as near, and a comma ends it where it opens the sentence: "instead of radar, sonar"
    BACK = "back"  # to the start of the clause; onward where nothing stands before


@dataclass(frozen=True, slots=True)
class Cue:
    """An expression, the level that it gives to what it reaches, and its reach."""

    pattern: re.Pattern[str]
    level: NeedLevel
    reach: Reach


_NOT = r"(?:\bnot|n['’]t)"
_EVEN = r"(?: (?:really|currently|actually|strictly|absolutely|explicitly|particularly|at all|yet|anyone|anybody))*"
_LIKED = r"(?:welcome|an advantage|an asset|a plus|a bonus|useful|helpful|nice(?:[ -]to[ -]have)?|desirable|appreciated|preferred)"
_BUT_LIKED = rf"(?:,? but (?:(?:is|are|it is|would be|will be) )?{_LIKED})"
_SCOPE = (
    r"(?: (?:the|this|our|its|that|project['’]s))*(?: (?:scope|remit))(?: of (?:the |this )?(?:work|project|package|task|call|contract))?"
)
_PHAM_VI = r"phạm vi(?: của)?(?: (?:gói thầu|gói|dự án|nhiệm vụ|công việc|đề tài|đề án|hợp đồng))?(?: này)?(?: (?:gồm|bao gồm|là))?(?: có)?"

_UNWANTED: dict[Reach, tuple[str, ...]] = {
    Reach.ONWARD: (
        rf"\b(?:do|does|did|will|would|should|shall|need|is|are|am|was|can|could|may){_EVEN} ?{_NOT}{_EVEN} (?:be )?(?:need"
        rf"|needing|want|wanting|"
        r"require|requiring|seek|seeking|look for|looking for|looking at|looking to|asking for|include|including|cover|covering|involve|"
        r"involving|use|using|accept|accepting|consider|considering|concern|concerned with|deal with|interested in|extend to|ask for|"
        r"invite|inviting|fund|funding|hire|hiring|recruit|recruiting|build|building|send|sending|suggest|suggesting|propose|proposing|"
        r"nominate|nominating|recommend|recommending|introduce|take|taking|after)"
        r"\b(?! (?:long|longer|more|less|part|place|over|into|only|just)\b)",
        r"(?:^|(?<=[.;:,!?(•*-] ))please,? no(?: more)?\b",
        r"\bneed not (?:have|know|be|bring|include|cover)\b",
        r"\bno (?:(?:further|particular|specific|special) )?(?:need|interest|use|call|place|room|requirement)s? (?:for|in|of)\b(?! doubt)",
        r"\b(?:have|has|having) nothing to do with\b",
        r"\b(?:exclud(?:e|es|ing)|omit(?:s|ting)?|leav(?:e|es|ing) out|stay(?:s|ing)? away from|steer(?:s|ing)? clear of)\b",
        r"\bwe (?:reject|refuse|avoid)\b",
        r"\b(?:(?:leave|leaving|set|setting|put|putting) aside|spare (?:us|me)|skip)\b",
        r"\b(?:bỏ qua|gác lại)\b",
        r"\b(?:không|chẳng|chưa|khỏi)(?: hề| thật sự| thực sự| còn| có)*"
        r" (?:cần(?: đến| tới| có| thiết)?|yêu cầu(?: về)?|đòi hỏi|có nhu cầu(?: về)?)(?! chỉ\b)\b",
        r"\bkhông(?: hề| còn| xem)*"
        r" (?:áp dụng|tuyển|tìm|muốn|xét|xem xét|nhận|lấy|chọn|mời|chấp nhận|bao gồm|gồm|kể|tính đến|đề cập(?: đến| tới)?"
        r"|liên quan(?: gì)?(?: đến| tới)?|quan tâm(?: đến| tới)?|đầu tư(?: vào)?|xây|mua|giới thiệu|đề cử|tiến cử)(?! chỉ\b)\b",
        r"\b(?:(?:xin|vui lòng) )?(?:đừng|chớ|khỏi|miễn)(?: có)? (?:giới thiệu|gửi|lấy|mời|đưa|chọn|đề cử|tiến cử|tuyển|tìm|nhận)\b",
    ),
    Reach.OF_A_THING: (r"\bkhông(?: hề| còn)* (?:dùng|sử dụng)(?: đến| tới)?(?! chỉ\b)\b",),
    Reach.NEAR: (
        r"\b(?:have|has|got|there (?:are|is)) (?:already )?(?:enough|plenty of|sufficient|more than enough)\b",
        r"\bđã (?:có )?(?:đủ|thừa|dư)(?! (?:điều kiện|năng lực|kinh nghiệm|trình độ)\b)\b",
        r"\bno (?!(?:later|less|lesser|more|fewer|longer|sooner|doubt|matter|one|other|small|wonder|exception)\b)",
        r"\bnot (?!(?:only|just|merely|simply|solely|least|limited|less|more|fewer|later|earlier|until|unlike|necessarily|yet|without|to"
        r"|all|every|even|a few|so)\b)",
        r"\b(?:nor|neither)\b",
        r"\bkhông phải(?: là| về)?(?! (?:chỉ|lúc|ai|mọi|cứ|tất|chờ|trả)\b)",
        r"\bchứ không(?: phải| cần| dùng| là)*\b",
        r"\bmiễn(?: là)? không(?: phải| cần| dùng| có| liên quan đến)*\b",
        r"(?<!hàng )(?<!phòng )(?<!chân )(?<!đối )(?<!trên )(?<!tầng )(?<!tác chiến )\bkhông\b(?! (?:chỉ|những|riêng|ngừng|thể|được)\b)",
    ),
    Reach.BESIDE: (
        r"(?<!not )(?<!do )(?<!impossible )(?<!never )\bwithout\b",
        r"\b(?:rather|other) than\b",
        r"\binstead of\b",
        r"\b(?:except|excepting)(?: for)?\b(?! (?:that|when|if|where))",
        r"\bthay vì\b",
        r"\bngoại trừ\b(?! khi)",
        r"(?<!phòng )(?<!diệt )(?<!bù )(?<!khấu )(?<!loại )(?<!ngoại )(?<!miễn )\btrừ\b(?! (?:khi|phi|cỏ|sâu|dịch)\b)",
        r"(?<!nước )(?<!bên )(?<!thuê )(?<!mặt )(?<!phía )(?<!vòng )(?<!bao )(?<!mua )\bngoài\b(?! (?:ra(?! đa)|phạm vi|khơi|trời"
        r"|biển|chuỗi|nước)\b)",
    ),
    Reach.BACK: (
        rf"\b(?:(?:is|are|was|were|will be|would be|be) {_NOT}|(?:is|are|was|were)n['’]t|{_NOT}){_EVEN}"
        r" (?:needed|required|necessary|wanted|(?:a )?part of|included|covered|in scope|within(?: the| our)? scope"
        r"|of (?:any )?interest|relevant"
        rf"|asked for|sought|considered|(?:a |our )(?:priority|requirement|concern))\b(?!{_BUT_LIKED})",
        rf"\b(?:(?:is|are|lie|lies|fall|falls|stay|stays|remain|remains) )?(?:out of|out with|outside|beyond){_SCOPE}\b",
        r"\bneed not (?:apply|be (?:sent|named|proposed|suggested|included|considered))\b",
        r"\bno,? thank(?:s| you)\b",
        r"\b(?:is|are|will be) (?:already )?(?:handled|covered|done|taken care of|dealt with|provided|delivered) by"
        r" (?:an?other|others|other|some(?:one|body) else|a different)\b",
        r"\b(?:brings?|gives?|is|are|of|has|have) no (?:advantage|interest|use|benefit|relevance|place)\b(?! for| in| of)",
        r"\b(?:is|are|will be|be) (?:excluded|left out|irrelevant|unwanted|unnecessary)\b",
        rf"\b(?:không thuộc|không nằm trong|nằm ngoài|ngoài) {_PHAM_VI}\b",
        r"\b(?:xin|thì) (?:thôi|miễn|khỏi)\b(?! (?:là|phải|cần|thúc|bàn))",
        r"\bđã có (?:đơn vị|nhóm|đội|bên|người|nhà thầu) khác(?: (?:lo|làm|phụ trách|đảm nhận|đảm nhiệm|thực hiện))?\b",
        r"\b(?:không phải(?: là)? (?:trọng tâm|yêu cầu|ưu tiên|việc của)|bị loại(?: trừ)?|không được (?:xét|tính|chấp nhận))\b",
    ),
}
_WELCOME: dict[Reach, tuple[str, ...]] = {
    Reach.ONWARD: (
        r"\b(?:ideally|preferably|nice[ -]to[ -]have)\b",
        r"\b(?:preference (?:is|will be) given to|preference for|(?:we|would|also|will) (?:also )?(?:welcome|appreciate|prefer))\b",
        r"\bas an? (?:plus|bonus|advantage)\b",
        r"(?:^[ \t]*|(?<=[.;:,!?(•*-] )|\b(?:và|sẽ|tôi|xin) )(?:ưu tiên|khuyến khích)\b(?! (?:hàng đầu|phát triển|quốc gia|của|đầu tư))",
        r"\bưu tiên (?:người|ứng viên|chuyên gia|hồ sơ|ai|những|kinh nghiệm|có|biết)\b",
    ),
    Reach.BACK: (
        rf"{_NOT}{_EVEN} (?:required|needed|necessary|mandatory|essential|compulsory|a must|obligatory){_BUT_LIKED}",
        rf"{_NOT}{_EVEN} (?:mandatory|essential|compulsory|a must|obligatory|indispensable)\b",
        r"\b(?:(?:is|are|would be|will be|as|also) )*(?:an?|some)(?: (?:clear|strong|distinct|definite|real|big|great|added"
        r"|further|additional))?"
        r" (?:advantage|asset|plus|bonus)\b(?! over| of| for| in| to)",
        r"\b(?:is|are|be|also|very|most|highly|always) (?:welcome|welcomed|desirable|desired|preferred|appreciated|optional|beneficial)\b",
        r"\bwould (?:be (?:nice|good|useful|helpful)|help)\b",
        r"\b(?:welcome|desirable|optional|advantages?|a plus|bonus)(?=\s*:)",
        r"\b(?:là|sẽ là|có)(?: một| thêm)? (?:lợi thế|ưu thế|điểm cộng)\b(?! cạnh tranh| của| về| so)",
        r"\b(?:lợi thế|điểm cộng|mong muốn(?: thêm)?)(?=\s*:)",
        r"\bđược (?:ưu tiên|khuyến khích|cộng điểm|hoan nghênh)\b",
        r"\b(?:thì |sẽ |là )?(?:càng|rất) (?:tốt|quý|hay)\b(?! (?:nghiệp|về))",
        r"\bkhông (?:bắt buộc|nhất thiết)(?: phải)?(?: (?:có|biết|cần))?\b",
    ),
}


def _bare(pattern: str) -> str:
    """Return a pattern as it is typed without accents; what is ASCII (all that an expression is made of) stays."""
    return "".join(letter if letter.isascii() else fold(letter) for letter in pattern)


def _cues(level: NeedLevel, patterns: dict[Reach, tuple[str, ...]], *, bare: bool) -> list[Cue]:
    return [
        Cue(re.compile("|".join(map(_bare, of_reach) if bare else of_reach), re.IGNORECASE | re.MULTILINE), level, reach)
        for reach, of_reach in patterns.items()
    ]


ACCENTED = (*_cues(NeedLevel.EXCLUDED, _UNWANTED, bare=False), *_cues(NeedLevel.NICE, _WELCOME, bare=False))
UNACCENTED = (*_cues(NeedLevel.EXCLUDED, _UNWANTED, bare=True), *_cues(NeedLevel.NICE, _WELCOME, bare=True))

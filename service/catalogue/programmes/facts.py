"""What the press and reports say of the network itself, each with its source and how sure it is. Nothing is computed from these figures."""

from typing import NamedTuple

from service.kit.languages import Bilingual

_PRESS = Bilingual(en="press", vi="theo báo chí")
_SECONDARY = Bilingual(en="secondary", vi="nguồn thứ cấp")
_MEETING = Bilingual(en="press report of the VIN meeting (26 Nov 2025)", vi="tin về cuộc họp của Mạng lưới (26/11/2025)")


class Fact(NamedTuple):
    """One statement of somebody else."""

    said: Bilingual
    source: Bilingual
    sureness: Bilingual


NETWORK = (
    Fact(
        Bilingual(
            en="The Vietnam Innovation Network has over 2,000 experts worldwide.",
            vi="Mạng lưới Đổi mới sáng tạo Việt Nam có hơn 2.000 chuyên gia trên thế giới.",
        ),
        _MEETING,
        _PRESS,
    ),
    Fact(
        Bilingual(
            en="Nearly 70 experts from 22 countries took part in the meeting; other reports give 22 countries for the whole network.",
            vi="Gần 70 chuyên gia từ 22 quốc gia dự cuộc họp; một số tin khác nêu 22 quốc gia cho cả Mạng lưới.",
        ),
        _MEETING,
        _SECONDARY,
    ),
    Fact(
        Bilingual(
            en="It works with the National Innovation Center, under the Ministry of Finance.",
            vi="Mạng lưới hoạt động cùng Trung tâm Đổi mới sáng tạo Quốc gia, thuộc Bộ Tài chính.",
        ),
        _MEETING,
        _PRESS,
    ),
)

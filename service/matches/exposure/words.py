"""The words of the exposure page, in both languages."""

from service.kit.languages import Bilingual

WORDS: dict[str, Bilingual] = {
    "exposure": Bilingual(en="Exposure", vi="Mức độ xuất hiện"),
    "exposure_intro": Bilingual(
        en="Who ever stands among the first on the list of a product and role. It is reported and never silently corrected.",
        vi="Ai từng đứng trong nhóm đầu danh sách của một sản phẩm và vai trò. Đây là báo cáo, hệ thống không tự ý điều chỉnh theo đó.",
    ),
    "lists_counted": Bilingual(en="lists", vi="danh sách"),
    "places_counted": Bilingual(en="places of each list counted", vi="vị trí đầu của mỗi danh sách được tính"),
    "ever_shown": Bilingual(en="ever shown", vi="từng xuất hiện"),
    "places_taken": Bilingual(en="places taken in all", vi="tổng số vị trí"),
    "gini": Bilingual(
        en="Gini coefficient (0 all alike, 1 one person has everything)", vi="Hệ số Gini (0: mọi người như nhau, 1: một người có tất cả)"
    ),
    "share_of_top": Bilingual(en="share of all places of the most shown", vi="tỷ lệ vị trí thuộc về nhóm xuất hiện nhiều nhất"),
    "rate": Bilingual(en="Selection rate", vi="Tỷ lệ xuất hiện"),
    "ratio": Bilingual(en="Impact ratio", vi="Tỷ số so với nhóm cao nhất"),
    "below": Bilingual(en="below 0.8", vi="dưới 0,8"),
    "by_residence": Bilingual(en="In Viet Nam or overseas", vi="Trong nước hay ở nước ngoài"),
    "by_stage": Bilingual(en="By years of counted work", vi="Theo số năm công tác được tính"),
}

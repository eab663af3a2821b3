"""Every word that the pages of pairs say themselves, in both languages."""

from service.kit.languages import Bilingual

WORDS: dict[str, Bilingual] = {
    "pairs": Bilingual(en="Pairs", vi="Các cặp"),
    "pairs_title": Bilingual(en="Pairs of chief engineer and chief architect", vi="Các cặp tổng công trình sư và kiến trúc sư trưởng"),
    "pair": Bilingual(en="Pair", vi="Cặp"),
    "chief_engineer": Bilingual(en="Chief engineer", vi="Tổng công trình sư"),
    "chief_architect": Bilingual(en="Chief architect", vi="Kiến trúc sư trưởng"),
    "cover_together": Bilingual(en="Covered together", vi="Cùng bao quát"),
    "only_engineer": Bilingual(en="Only the chief engineer", vi="Chỉ tổng công trình sư"),
    "only_architect": Bilingual(en="Only the chief architect", vi="Chỉ kiến trúc sư trưởng"),
    "required_of_both": Bilingual(en="required groups of capabilities of both roles", vi="nhóm năng lực bắt buộc của hai vai trò"),
    "why_this_pair": Bilingual(en="Why this pair", vi="Vì sao cặp này"),
    "only_pairs_of": Bilingual(en="Only pairs with", vi="Chỉ các cặp có"),
    "all_pairs": Bilingual(en="All pairs", vi="Tất cả các cặp"),
    "allow_same_person": Bilingual(en="Allow one person in both roles", vi="Cho phép một người giữ cả hai vai trò"),
    "two_people": Bilingual(en="Two people for the two roles", vi="Hai người cho hai vai trò"),
    "barred": Bilingual(en="Combinations that are no pair", vi="Các kết hợp không thành cặp"),
    "barred_relation": Bilingual(en="a relation between the two forbids it", vi="quan hệ giữa hai người không cho phép"),
    "barred_same_person": Bilingual(en="one person in both roles", vi="một người giữ cả hai vai trò"),
    "what_between": Bilingual(en="Relations between the two", vi="Quan hệ giữa hai người"),
    "who_covers_what": Bilingual(en="Who covers what", vi="Ai bao quát điều gì"),
    "each_side": Bilingual(en="Each role by itself", vi="Từng vai trò riêng"),
    "not_a_pair": Bilingual(en="Not a pair", vi="Không thành cặp"),
    "term": Bilingual(en="Part", vi="Phần"),
    "term_value": Bilingual(en="Value", vi="Giá trị"),
    "term_weight": Bilingual(en="Weight", vi="Trọng số"),
    "term_part": Bilingual(en="Adds", vi="Đóng góp"),
    "next_instead": Bilingual(en="Next pair", vi="Cặp kế tiếp"),
    "weights_of_pairs": Bilingual(en="Weights of pairs", vi="Bộ trọng số của cặp"),
}

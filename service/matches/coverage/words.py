"""The words of the coverage pages, in both languages."""

from service.kit.languages import Bilingual

WORDS: dict[str, Bilingual] = {
    "coverage": Bilingual(en="Coverage", vi="Độ phủ"),
    "coverage_intro": Bilingual(
        en="For every product and role of the list in force: how many people can be named today, how strong the first, third and tenth on "
        "the list are, and which required capabilities nobody among those who can be named shows.",
        vi="Với mỗi sản phẩm và vai trò của danh mục đang có hiệu lực: số người hiện có thể được đề xuất, mức phù hợp của người thứ nhất, "
        "thứ ba và thứ mười trong danh sách, và những năng lực bắt buộc chưa ai trong số người có thể được đề xuất thể hiện.",
    ),
    "coverage_signs": Bilingual(
        en="✗ nobody fits, ! one person alone, ✓ two or more.", vi="✗ chưa có ai phù hợp, ! chỉ một người, ✓ từ hai người trở lên."
    ),
    "without_consent": Bilingual(
        en="people without consent to matching, counted nowhere", vi="người không đồng ý đối sánh, không được tính"
    ),
    "consenting": Bilingual(en="consent to matching", vi="đồng ý đối sánh"),
    "available": Bilingual(en="available for the role", vi="có thể tham gia"),
    "ready": Bilingual(en="can be named today", vi="có thể được đề xuất ngay"),
    "few": Bilingual(en="few", vi="ít"),
    "few_note": Bilingual(
        en="“few”: a number of people so small that it could single somebody out, or one that would give such a number away; fewer than",
        vi="«ít»: số người nhỏ đến mức có thể nhận ra cá nhân, hoặc số có thể làm lộ con số đó; dưới",
    ),
    "depth": Bilingual(en="1st, 3rd, 10th", vi="Thứ 1, 3, 10"),
    "no_band": Bilingual(en="none", vi="không có"),
    "unmet_capabilities": Bilingual(en="required capabilities that nobody names", vi="năng lực bắt buộc chưa ai nêu"),
    "alone": Bilingual(en="rests on one person", vi="chỉ dựa vào một người"),
    "recruiting_brief": Bilingual(en="Recruiting brief", vi="Phiếu tìm chuyên gia"),
    "leaning": Bilingual(en="On whom most cells lean", vi="Những người được nhiều vai trò trông cậy nhất"),
    "leaning_note": Bilingual(
        en="Without this person, so many cells would lose their first candidate; the second number counts those with nobody left.",
        vi="Nếu thiếu người này, bấy nhiêu vai trò mất ứng viên đứng đầu; số thứ hai là các vai trò không còn ai để đề xuất.",
    ),
    "first_cells": Bilingual(en="first in", vi="đứng đầu"),
    "only_cells": Bilingual(en="alone in", vi="duy nhất"),
    "by_group": Bilingual(en="By technology group", vi="Theo nhóm công nghệ"),
    "by_sub_network": Bilingual(en="By sub-network", vi="Theo mạng lưới thành viên"),
    "by_country": Bilingual(en="By country", vi="Theo quốc gia"),
    "by_language": Bilingual(en="By language", vi="Theo ngôn ngữ"),
    "by_note": Bilingual(
        en="Different people, each counted once if they pass the step for at least one cell.",
        vi="Số người khác nhau, mỗi người tính một lần nếu qua được bước đó ở ít nhất một vai trò.",
    ),
    "gap_cells": Bilingual(en="cells where nobody fits", vi="vai trò chưa có ai phù hợp"),
    "single_cells": Bilingual(en="cells with one person", vi="vai trò chỉ có một người"),
    "only_gaps": Bilingual(en="Show only what is missing or rests on one person", vi="Chỉ hiện nơi còn thiếu hoặc chỉ dựa vào một người"),
    "all_cells": Bilingual(en="Show all products", vi="Hiện mọi sản phẩm"),
    "no_filter": Bilingual(en="Count everybody", vi="Tính mọi người"),
    "counted_only": Bilingual(en="Counted only", vi="Chỉ tính"),
    "map_csv": Bilingual(en="Map as CSV", vi="Bảng độ phủ dạng CSV"),
    "as_document": Bilingual(en="As a document", vi="Dạng văn bản"),
    "without_names": Bilingual(en="As a document without names", vi="Dạng văn bản không nêu tên"),
    "nobody_names": Bilingual(en="in nobody's evidence among those who can be named", vi="chưa ai có thể được đề xuất nêu năng lực này"),
    "capability": Bilingual(en="Capability", vi="Năng lực"),
    "nearest": Bilingual(en="The nearest people and what each lacks", vi="Những người gần đáp ứng nhất và điều còn thiếu"),
    "evidence_wanted": Bilingual(en="Evidence", vi="Minh chứng"),
    "lacks": Bilingual(en="What is lacking", vi="Điều còn thiếu"),
    "where_nearest": Bilingual(en="Where the nearest people are", vi="Những người gần đáp ứng nhất đang ở đâu"),
    "evidence_to_ask": Bilingual(en="Evidence to ask for", vi="Minh chứng cần thu thập"),
    "capabilities_to_find": Bilingual(en="Capabilities to look for", vi="Năng lực cần tìm"),
    "whole_role": Bilingual(en="Brief for the whole role", vi="Phiếu cho cả vai trò"),
}

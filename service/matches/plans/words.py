"""Every word that the pages of plans say themselves, in both languages."""

from service.kit.languages import Bilingual

WORDS: dict[str, Bilingual] = {
    "plans": Bilingual(en="Plans", vi="Kế hoạch"),
    "plans_title": Bilingual(en="National plans", vi="Kế hoạch nhân sự quốc gia"),
    "plans_intro": Bilingual(
        en="A plan staffs many products at once within what people can carry. Several plans stand side by side; one can be adopted.",
        vi="Một kế hoạch bố trí người cho nhiều sản phẩm cùng lúc, trong phạm vi mỗi người đảm đương được. Có thể có nhiều kế hoạch song "
        "song; một kế hoạch được thông qua.",
    ),
    "plan": Bilingual(en="Plan", vi="Kế hoạch"),
    "plans_none": Bilingual(en="There is no plan yet.", vi="Chưa có kế hoạch nào."),
    "plan_make": Bilingual(en="Make a plan", vi="Lập kế hoạch"),
    "plan_made_on": Bilingual(en="Made", vi="Lập lúc"),
    "plan_objective": Bilingual(en="Objective", vi="Mục tiêu"),
    "plan_filled": Bilingual(en="Places filled", vi="Số chỗ đã có người"),
    "plan_value": Bilingual(en="Sum of scores", vi="Tổng điểm"),
    "plan_bound": Bilingual(en="No plan has more than", vi="Không kế hoạch nào hơn"),
    "plan_proven": Bilingual(en="proven to be the best", vi="đã chứng minh là tốt nhất"),
    "plan_not_proven": Bilingual(en="best found, not proven", vi="tốt nhất tìm được, chưa chứng minh"),
    "plan_lowest": Bilingual(en="Lowest seat", vi="Vị trí thấp nhất"),
    "plan_solver": Bilingual(en="Solver", vi="Bộ giải"),
    "plan_seconds": Bilingual(en="Seconds", vi="Số giây"),
    "plan_adopted": Bilingual(en="adopted", vi="đã thông qua"),
    "plan_adopt": Bilingual(en="Adopt this plan", vi="Thông qua kế hoạch này"),
    "plan_undo": Bilingual(en="Undo the adoption", vi="Hủy việc thông qua"),
    "plan_outdated": Bilingual(
        en="Data, rules or weights have changed since this plan was made:", vi="Dữ liệu, quy tắc hoặc trọng số đã đổi từ khi lập kế hoạch:"
    ),
    "plan_withdrawn_some": Bilingual(
        en="people in this plan may no longer be shown. A repair replaces them and moves as few others as possible.",
        vi="người trong kế hoạch không còn được hiển thị. Sửa kế hoạch sẽ thay họ và xáo trộn ít người khác nhất.",
    ),
    "plan_withdrawn": Bilingual(en="withdrawn", vi="đã rút"),
    "plan_pinned": Bilingual(en="pinned", vi="đã ghim"),
    "plan_empty": Bilingual(en="empty place", vi="chỗ trống"),
    "plan_alternates": Bilingual(en="Alternates", vi="Dự bị"),
    "plan_pair_place": Bilingual(en="pair no.", vi="cặp thứ"),
    "plan_pair_beyond": Bilingual(en="pair beyond the best", vi="cặp ngoài nhóm tốt nhất"),
    "plan_prices": Bilingual(en="What others would cost here", vi="Chọn người khác thì mất gì"),
    "plan_no_prices": Bilingual(en="Nobody else may take this seat.", vi="Không có ai khác có thể giữ vị trí này."),
    "plan_cost": Bilingual(en="Cost", vi="Cái giá"),
    "plan_improve": Bilingual(en="What would fill the empty places", vi="Làm gì để lấp chỗ trống"),
    "plan_any_of": Bilingual(en="Each of these changes alone would fill every place:", vi="Riêng mỗi thay đổi sau đủ để lấp mọi chỗ:"),
    "plan_ask": Bilingual(
        en="Evidence missing from these people would fill so many places:",
        vi="Minh chứng còn thiếu của những người sau sẽ lấp số chỗ:",
    ),
    "plan_shortage": Bilingual(en="These seats together have too few people:", vi="Các vị trí sau cộng lại không đủ người:"),
    "plan_needed": Bilingual(en="needed", vi="cần"),
    "plan_left": Bilingual(en="People left after each gate", vi="Số người còn lại sau từng điều kiện"),
    "plan_unmet": Bilingual(en="Minima that are not met", vi="Mức tối thiểu chưa đạt"),
    "plan_repair": Bilingual(en="Repair", vi="Sửa kế hoạch"),
    "plan_repair_note": Bilingual(
        en="Choose who declined. A new plan is made beside this one; as few others as possible move.",
        vi="Chọn người từ chối. Một kế hoạch mới được lập bên cạnh, xáo trộn ít người khác nhất.",
    ),
    "plan_declined": Bilingual(en="Who declined", vi="Người từ chối"),
    "plan_nobody_declined": Bilingual(en="nobody, only replace who withdrew", vi="không ai, chỉ thay người đã rút"),
    "plan_compare": Bilingual(en="Compare", vi="So sánh"),
    "plan_compare_with": Bilingual(en="Compare with", vi="So sánh với"),
    "plan_differences": Bilingual(en="Differences, person by person", vi="Khác biệt theo từng người"),
    "plan_no_differences": Bilingual(en="Both plans have the same people.", vi="Hai kế hoạch có cùng những người."),
    "plan_comes": Bilingual(en="comes", vi="vào"),
    "plan_leaves": Bilingual(en="leaves", vi="ra"),
    "plan_seat": Bilingual(en="Seat", vi="Vị trí"),
    "plan_cause": Bilingual(en="Cause", vi="Nguyên nhân"),
    "plan_change": Bilingual(en="Change", vi="Thay đổi"),
    "plan_csv": Bilingual(en="As CSV, to replay", vi="Dạng CSV, dùng lại được"),
    "plan_subjects": Bilingual(
        en="Products or projects, separated by spaces; empty: every product of the list in force",
        vi="Sản phẩm hoặc dự án, cách nhau bằng dấu cách; để trống: mọi sản phẩm của danh mục hiện hành",
    ),
    "plan_pairs": Bilingual(en="Pairs per product", vi="Số cặp mỗi sản phẩm"),
    "plan_alternates_per_seat": Bilingual(en="Alternates per seat", vi="Số dự bị mỗi vị trí"),
    "plan_seats_per_person": Bilingual(en="Most seats of one person", vi="Số vị trí tối đa của một người"),
    "plan_pins": Bilingual(en="Pins, one a line: PERSON:PRODUCT:ROLE", vi="Ghim, mỗi dòng một: NGƯỜI:SẢN_PHẨM:VAI_TRÒ"),
    "plan_exclusions": Bilingual(
        en="Exclusions, one a line: PERSON or PERSON:PRODUCT:ROLE", vi="Loại trừ, mỗi dòng một: NGƯỜI hoặc NGƯỜI:SẢN_PHẨM:VAI_TRÒ"
    ),
    "plan_waiting": Bilingual(
        en="The plan is being solved. It stands here when the job is done; load this page again later.",
        vi="Kế hoạch đang được giải. Khi xong sẽ hiện ở địa chỉ này; hãy tải lại trang sau.",
    ),
    "plan_derived": Bilingual(en="Repairs", vi="Sửa từ"),
}

"""The headings that are known of each field of the import. The first two head the templates, in Vietnamese and English."""

from models.vocabulary import ConsentPurpose, RoleCode

PEOPLE: dict[str, tuple[str, ...]] = {
    "key": (
        "Mã", "key", "mã số", "mã chuyên gia", "mã người", "mã hồ sơ", "mã cán bộ", "mã cb", "mã cg", "mã nhân viên", "mã nv", "mã ns",
        "mã định danh", "id", "person key", "person id", "person", "expert", "expert id", "code", "external key", "external id", "staff id",
        "staff no", "employee id", "record id", "mã tham chiếu",
    ),
    "display_name": (
        "Họ và tên", "name", "họ tên", "tên đầy đủ", "họ và tên chuyên gia", "họ tên chuyên gia", "tên chuyên gia", "họ và tên khai sinh",
        "họ và tên đầy đủ", "họ tên đầy đủ", "full name", "fullname", "display name", "expert name", "tên nhà khoa học", "nhà khoa học",
        "chuyên gia", "họ và tên ứng viên", "họ tên cán bộ", "họ và tên cán bộ", "tên người", "person name", "name of expert",
    ),
    "family_name": ("Họ", "family name", "surname", "last name", "họ đệm", "họ và tên đệm", "họ và đệm", "họ lót"),
    "given_name": ("Tên", "given name", "first name", "tên đệm và tên", "tên gọi", "given names", "forename"),
    "name_order": ("Thứ tự tên", "name order"),
    "aliases": ("Tên khác", "other names", "aliases", "bí danh", "tên gọi khác", "also known as", "bút danh"),
    "headline_vi": (
        "Chức danh", "headline (vi)", "chức danh hiện tại", "giới thiệu ngắn", "chức vụ hiện tại", "headline vi", "chức danh nghề nghiệp",
        "vị trí hiện tại", "học hàm học vị", "học hàm", "chuyên môn", "lĩnh vực chuyên môn", "chuyên ngành", "lĩnh vực",
    ),
    "headline_en": (
        "Chức danh (tiếng Anh)", "headline", "headline (en)", "headline en", "chức danh tiếng anh", "current position", "expertise",
        "current title", "job title",
    ),
    "biography_vi": ("Tiểu sử", "biography (vi)", "giới thiệu", "tóm tắt", "biography vi", "lý lịch", "tóm tắt lý lịch", "sơ lược"),
    "biography_en": ("Tiểu sử (tiếng Anh)", "biography", "biography (en)", "biography en", "bio", "summary", "about", "profile"),
    "country": (
        "Quốc gia", "country", "nước", "nước cư trú", "quốc gia cư trú", "nơi cư trú", "country of residence", "nước sinh sống",
        "quốc gia sinh sống", "nước đang sống", "nước sở tại", "residence", "country code", "quốc gia hiện tại", "nước công tác",
    ),
    "sub_network": ("Mạng lưới thành viên", "sub-network", "mạng lưới", "sub network", "subnetwork", "chi hội"),
    "themes": ("Chủ đề", "themes", "theme"),
    "languages": ("Ngôn ngữ", "languages", "ngoại ngữ", "language skills", "ngôn ngữ sử dụng", "spoken languages", "tiếng nói"),
    "email": (
        "Email", "e-mail", "thư điện tử", "địa chỉ email", "mail", "email address", "hộp thư", "địa chỉ thư điện tử", "hòm thư",
        "thư điện tử liên hệ", "email liên hệ", "e-mail address", "contact email", "địa chỉ e-mail",
    ),
    "orcid": ("ORCID", "ORCID iD", "mã orcid", "orcid id", "số orcid"),
    "available_from": ("Tham gia được từ", "available from", "sẵn sàng từ", "có thể tham gia từ", "availability start"),
    "available_until": ("Tham gia được đến", "available until", "sẵn sàng đến", "có thể tham gia đến", "available to", "availability end"),
    "hours_per_week": (
        "Số giờ mỗi tuần", "hours per week", "giờ/tuần", "số giờ/tuần", "giờ mỗi tuần", "số giờ", "hours/week", "hours", "weekly hours",
        "số giờ trong tuần", "thời gian (giờ/tuần)", "quỹ thời gian giờ tuần",
    ),
    "record_complete": ("Hồ sơ đầy đủ", "record complete", "đã khai đủ"),
}

_ROLES = {
    RoleCode.CE_SYSTEM: ("Sẵn sàng: tổng công trình sư hệ thống", "willing: system chief engineer"),
    RoleCode.CE_PROJECT: ("Sẵn sàng: tổng công trình sư dự án", "willing: project chief engineer"),
    RoleCode.CA_MINISTRY: ("Sẵn sàng: kiến trúc sư trưởng bộ", "willing: ministry chief architect"),
    RoleCode.CA_PROVINCE: ("Sẵn sàng: kiến trúc sư trưởng tỉnh", "willing: province chief architect"),
    RoleCode.CA_PROJECT: ("Sẵn sàng: kiến trúc sư trưởng dự án", "willing: project chief architect"),
}


def _role_headings(code: RoleCode, templates: tuple[str, str]) -> tuple[str, ...]:
    bare = tuple(heading.split(": ", 1)[1] for heading in templates)
    short = {RoleCode.CE_PROJECT: ("tổng công trình sư", "chief engineer"), RoleCode.CA_PROJECT: ("kiến trúc sư trưởng", "chief architect")}
    more = tuple(f"{word} {name}" for name in (*bare, *short.get(code, ())) for word in ("sẵn sàng làm", "đồng ý làm", "willing"))
    return (*templates, *bare, *short.get(code, ()), code.value, f"willing {code.value}", f"sẵn sàng {code.value}", *more)


WILLING = "willing_"
WILLINGNESS = {f"{WILLING}{code.value}": _role_headings(code, templates) for code, templates in _ROLES.items()}

CONSENT = "consent_"
CONSENTS: dict[str, tuple[str, ...]] = {
    f"{CONSENT}{ConsentPurpose.MEMBERSHIP.value}": (
        "Đồng ý tham gia mạng lưới", "consent to membership", "đồng ý tham gia", "consent membership",
    ),
    f"{CONSENT}{ConsentPurpose.MATCHING.value}": (
        "Đồng ý được đối sánh", "consent to matching", "đồng ý đối sánh", "đồng ý xử lý dữ liệu", "consent", "consent matching", "đồng ý",
    ),
    f"{CONSENT}{ConsentPurpose.SHARING.value}": ("Đồng ý chia sẻ", "consent to sharing", "đồng ý chia sẻ dữ liệu", "consent sharing"),
    f"{CONSENT}given_on": ("Ngày đồng ý", "consent given on", "ngày ký đồng ý", "ngày ký phiếu đồng ý", "consent date", "given on"),
    f"{CONSENT}means": ("Hình thức đồng ý", "consent means", "cách đồng ý", "means", "hình thức lấy ý kiến"),
    f"{CONSENT}document": ("Văn bản đồng ý", "consent document", "số văn bản đồng ý", "phiếu đồng ý", "document", "số phiếu đồng ý"),
}

ITEMS: dict[str, tuple[str, ...]] = {
    "kind": (
        "Loại", "kind", "loại minh chứng", "phân loại", "type", "evidence type", "loại hình", "loại hồ sơ", "evidence kind", "item type",
        "nhóm minh chứng", "loại thành tích",
    ),
    "title": (
        "Tên minh chứng", "title", "tiêu đề", "nội dung", "tên công trình", "vị trí", "chức vụ", "position", "vị trí công tác",
        "tên công trình minh chứng", "minh chứng", "tên đề tài", "tên nhiệm vụ", "tên sáng chế", "tên bài báo", "tên giải thưởng",
        "tên văn bằng", "công việc", "item title", "evidence", "tên sản phẩm", "tên đề tài nhiệm vụ", "tên hoạt động", "achievement",
        "vị trí đảm nhiệm", "văn bằng", "tên công việc", "chức vụ vị trí", "vị trí chức vụ", "thành tích",
    ),
    "text": ("Mô tả", "text", "mô tả chi tiết", "description", "chi tiết", "diễn giải", "details", "mô tả công việc", "nội dung chi tiết"),
    "language": ("Ngôn ngữ minh chứng", "language of the item", "language", "ngôn ngữ mô tả"),
    "starts": (
        "Từ", "from", "từ ngày", "bắt đầu", "ngày bắt đầu", "thời gian bắt đầu", "starts", "start", "start date", "từ năm", "từ tháng",
        "năm bắt đầu", "tháng bắt đầu", "begin", "since", "start year", "thời điểm bắt đầu",
    ),
    "ends": (
        "Đến", "until", "đến ngày", "kết thúc", "ngày kết thúc", "thời gian kết thúc", "ends", "end", "end date", "to", "đến năm",
        "đến tháng", "năm kết thúc", "tháng kết thúc", "end year", "thời điểm kết thúc", "tới",
    ),
    "period": ("Thời gian", "period", "giai đoạn", "khoảng thời gian", "time", "duration", "thời gian thực hiện", "thời gian công tác", "dates"),
    "day": (
        "Ngày", "date", "năm", "year", "năm công bố", "ngày công bố", "năm cấp", "ngày cấp", "năm nhận", "năm tốt nghiệp", "năm xuất bản",
        "publication year", "year of award", "ngày thực hiện",
    ),
    "organisation": (
        "Tổ chức", "organisation", "đơn vị", "cơ quan", "nơi công tác", "đơn vị công tác", "organization", "employer", "công ty",
        "cơ quan công tác", "cơ quan chủ quản", "tên đơn vị", "tên tổ chức", "tên cơ quan", "cơ quan đơn vị", "nơi làm việc", "company",
        "institution", "affiliation", "đơn vị chủ trì", "cơ quan chủ trì", "cơ sở đào tạo", "nơi cấp", "nơi đào tạo", "trường", "viện",
        "university", "workplace", "host organisation", "cơ quan cấp", "doanh nghiệp", "organisation name",
    ),
    "part": ("Vai trò", "part", "phần việc", "role", "mức tham gia", "vai trò tham gia", "mức độ tham gia", "role in it", "tư cách tham gia"),
    "outcome": ("Kết quả", "outcome", "kết quả ứng dụng", "tình trạng ứng dụng", "result"),
    "scale": ("Quy mô", "scale", "cấp", "cấp đề tài", "phạm vi", "level"),
    "sectors": ("Ngành", "sectors", "ngành lĩnh vực", "sector"),
    "source": ("Nguồn", "source", "đường dẫn", "link", "doi", "url", "liên kết", "địa chỉ web", "nguồn tham khảo", "số hiệu"),
    "counts_as_innovation_work": (
        "Công việc KHCN", "innovation work", "counts as innovation work", "công việc đổi mới sáng tạo", "là công việc khcn", "khcn",
        "công tác khoa học công nghệ", "thuộc khcn đmst cđs",
    ),
    "verification": ("Mức xác minh", "verification", "xác minh", "tình trạng xác minh"),
    "verified_by": ("Người xác minh", "verified by"),
    "verified_on": ("Ngày xác minh", "verified on"),
}

POSITION = "position_in_the_file"
"""What ties items to people in a file that nests them: a number, and no key of the source."""
HEADINGS = {POSITION: ()} | PEOPLE | WILLINGNESS | CONSENTS | ITEMS
IDENTITY = ("key", "orcid", "email", POSITION)
"""What names a person: these columns stand in tables of people and of items alike."""
NAMES = ("display_name", "family_name", "given_name")

# What a record has no place for, on purpose or because it is only a counter.
NOT_KEPT = (
    "STT", "TT", "No", "No.", "#", "số thứ tự", "số tt", "row", "nr", "điện thoại", "số điện thoại", "sđt", "đt", "di động", "phone",
    "telephone", "mobile", "tel", "phone number", "ngày sinh", "năm sinh", "date of birth", "birth date", "dob", "giới tính", "gender",
    "sex", "nam", "nữ", "địa chỉ", "address", "địa chỉ liên hệ", "quê quán", "nơi sinh", "dân tộc", "tôn giáo", "cccd", "cmnd",
    "số cccd", "số cmnd", "hộ chiếu", "passport", "ghi chú", "note", "notes", "remarks", "zalo", "facebook", "fax", "mã số thuế",
    "tài khoản ngân hàng", "số tài khoản", "ảnh", "photo", "chữ ký", "signature", "hàng", "reason", "lý do",
    "lý do reason",
)  # fmt: skip

"""What records say of work in each role dimension, and of work in none: the yardsticks for reading a statement with an encoder.

Written from the meanings in ``role_dimensions.csv``, in both languages, about no field in particular.
"""

from models.vocabulary import Language, RoleDimension

Statements = dict[Language, tuple[str, ...]]

OF_DIMENSION: dict[RoleDimension, Statements] = {
    RoleDimension.COORDINATION: {
        Language.VI: (
            "Điều phối công việc của nhiều viện nghiên cứu và doanh nghiệp trong một chương trình lớn",
            "Quản lý tiến độ, kinh phí và rủi ro của một dự án có nhiều bên tham gia",
            "Chỉ đạo toàn bộ chương trình cùng các đề tài nhánh",
            "Chủ trì ban điều hành và giải quyết vướng mắc giữa các hợp phần",
        ),
        Language.EN: (
            "Coordinated the work of several institutes and companies in one large programme",
            "Managed the schedule, budget and risks of a project with many partners",
            "Directed the programme as a whole and all of its sub-projects",
            "Chaired the steering board and settled disputes between work packages",
        ),
    },
    RoleDimension.RESOURCE_CONNECTION: {
        Language.VI: (
            "Kết nối trường đại học, doanh nghiệp với nhà đầu tư và huy động vốn",
            "Xây dựng mạng lưới chuyên gia gắn kết đối tác trong nước và nước ngoài",
            "Đàm phán hợp tác quốc tế và đồng tài trợ",
            "Mời chuyên gia nước ngoài và dùng chung phòng thí nghiệm giữa các đơn vị",
        ),
        Language.EN: (
            "Brought universities, companies and investors together and raised funding",
            "Built a network of experts that links partners at home and abroad",
            "Negotiated international cooperation and joint financing",
            "Recruited overseas specialists and shared laboratories between institutions",
        ),
    },
    RoleDimension.OBJECTIVE_DELIVERY: {
        Language.VI: (
            "Bàn giao sản phẩm đúng hạn và đưa vào vận hành tại cơ sở của khách hàng",
            "Chuyển giao công nghệ cho doanh nghiệp và đạt mọi mục tiêu đề ra",
            "Kết quả đã được thương mại hóa và đang sử dụng hằng ngày",
            "Đưa mẫu thử qua thử nghiệm thực tế đến sản xuất hàng loạt",
        ),
        Language.EN: (
            "Delivered the product on time and put it into operation at the customer's sites",
            "Transferred the technology to industry and reached all planned targets",
            "The result was commercialised and is in everyday use",
            "Took the prototype through field trials to series production",
        ),
    },
    RoleDimension.SYSTEM_ARCHITECTURE: {
        Language.VI: (
            "Thiết kế kiến trúc tổng thể của hệ thống và phân chia thành các phân hệ",
            "Xác định giao diện giữa các mô-đun và giữ cho các thành phần nhất quán",
            "Xây dựng kiến trúc tham chiếu và quy tắc thiết kế của nền tảng",
            "Phân bổ chức năng và yêu cầu cho từng bộ phận của hệ thống",
        ),
        Language.EN: (
            "Designed the overall system architecture and divided it into subsystems",
            "Defined the interfaces between modules and kept the components consistent",
            "Drew up the reference architecture and the design rules of the platform",
            "Allocated functions and requirements to the parts of the system",
        ),
    },
    RoleDimension.TECHNICAL_STANDARDS: {
        Language.VI: (
            "Soạn thảo tiêu chuẩn quốc gia và chủ trì ban kỹ thuật tiêu chuẩn",
            "Viết yêu cầu kỹ thuật và phương pháp thử đánh giá sự phù hợp",
            "Tham gia tiêu chuẩn hóa quốc tế với vai trò trưởng nhóm công tác",
            "Thống nhất sản phẩm của nhiều hãng theo một bộ đặc tả chung",
        ),
        Language.EN: (
            "Drafted a national standard and chaired the technical committee",
            "Wrote the technical specification and the conformity test methods",
            "Contributed to international standardisation as the leader of a working group",
            "Brought products of different makers under one common specification",
        ),
    },
    RoleDimension.CORE_TECHNOLOGY: {
        Language.VI: (
            "Lập lộ trình công nghệ và lựa chọn công nghệ lõi cần phát triển",
            "Tự phát triển công nghệ lõi và thay thế giải pháp nhập khẩu",
            "Định hướng nghiên cứu dài hạn về công nghệ then chốt của lĩnh vực",
            "Quyết định hướng đi kỹ thuật từ kết quả nghiên cứu và sáng chế của mình",
        ),
        Language.EN: (
            "Set the technology roadmap and chose which core technologies to develop",
            "Developed the core technology in-house and replaced imported solutions",
            "Directed long-term research on the key technology of the field",
            "Decided which technical path to follow from own research and patents",
        ),
    },
}

OF_NONE: Statements = {
    Language.VI: (
        "Tham gia nhóm thực hiện và hoàn thành phần việc được giao",
        "Hỗ trợ đo đạc và viết một phần báo cáo",
        "Làm theo hướng dẫn của chủ nhiệm và bản vẽ đã duyệt",
        "Lưu trữ hồ sơ và chuẩn bị giấy tờ cho văn phòng",
        "Áp dụng tiêu chuẩn và kiến trúc có sẵn trong công việc hằng ngày",
    ),
    Language.EN: (
        "Took part as a team member and carried out assigned tasks",
        "Assisted with measurements and wrote parts of the reports",
        "Followed the instructions of the project leader and the approved drawings",
        "Kept records and prepared documents for the office",
        "Applied the existing standards and architecture in daily work",
    ),
}

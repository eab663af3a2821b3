"""What the readers that ship make of claims and denials: a claim of the role lifts it, a denial does not."""

import pytest

from matching.readers.reading import Reading
from matching.readers.roles import DIMENSIONS
from models.vocabulary import RoleDimension
from seed.readers.shipped import reader_for
from tests.matching.examples import item, person

DESIGNER = ("Kỹ sư thiết kế UAV", "Thiết kế hệ thống máy bay không người lái, điều khiển bay, liên kết dữ liệu, định vị quán tính.")
AIRCRAFT = ("UAV giám sát biên giới", "Máy bay không người lái cánh bằng, thử nghiệm bay.")
ARCHITECTURE = DIMENSIONS.index(RoleDimension.SYSTEM_ARCHITECTURE)


def read(sentence: str = "") -> Reading:
    """Return what is read, by words alone, of a designer whose items end with ``sentence``."""
    items = [item(name, title, text=f"{text} {sentence}".strip()) for name, (title, text) in zip("ab", (DESIGNER, AIRCRAFT), strict=True)]
    return reader_for(None).read(person("E1", *items))


@pytest.mark.parametrize(
    "claim",
    [
        "Là kiến trúc sư hệ thống.",
        "Kiến trúc sư trưởng của dự án.",
        "Chief architect of the project.",
        "Thiết kế kiến trúc tổng thể và phân chia hệ thống thành các phân hệ.",
    ],
)
def test_a_claim_of_the_role_lifts_it(claim: str) -> None:
    assert (read(claim).dimensions[:, ARCHITECTURE] > read().dimensions[:, ARCHITECTURE] + 0.05).all()


@pytest.mark.parametrize(
    "denial",
    [
        "Chưa từng thiết kế kiến trúc tổng thể của hệ thống hay phân chia thành các phân hệ.",
        "Không phụ trách kiến trúc hệ thống.",
        "I did not design the architecture of the system.",
        "I have never designed a system architecture.",
        "Mong muốn được tham gia thiết kế kiến trúc hệ thống.",
        "Tôi chưa từng làm việc về đường sắt tốc độ cao, đường sắt không đá ba lát hay ghi tốc độ cao.",
        "No experience in high-speed railway, slab track or turnouts.",
    ],
)
def test_a_denial_lifts_no_dimension(denial: str) -> None:
    assert (read(denial).dimensions <= read().dimensions + 1e-9).all()

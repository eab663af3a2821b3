"""Citations as authors write them: the title is the work's, the authors and where it appeared stand in its text."""

import pytest

from service.imports.gathering.citations import cited, names_authors


@pytest.mark.parametrize(
    ("citation", "title", "day", "text"),
    [
        (
            "Nguyễn V.A., Trần T.B. (2021). Lúa chịu mặn: tổng quan. Tạp chí Lúa 12(3), 45-60. doi:10.1234/Lua.5",
            "Lúa chịu mặn: tổng quan",
            "2021",
            "Tạp chí Lúa 12(3), 45-60\nNguyễn V.A., Trần T.B.",
        ),
        (
            'A. Tran and B. Le, "Arrays in 5G," in Proc. ICC, Seoul, 2019, pp. 3-9.',
            "Arrays in 5G",
            "2019",
            "Proc. ICC, Seoul, 2019, pp. 3-9",
        ),
        ("Nguyen VA, Tran TB. Rice blast. J Plant Sci. 2021;12(3):45-60.", "Rice blast", "2021", "J Plant Sci. 2021;12(3):45-60"),
        ("Nguyen, V.; Tran, T.B. Coatings by laser. Sensors 2020, 12, 345.", "Coatings by laser", "2020", "Sensors 2020, 12, 345"),
        (
            "Ly, T. C., & Ly, X. P. (2013). A low-power chip. IEEE Access, 55(5), 1–72.",
            "A low-power chip",
            "2013",
            "IEEE Access, 55(5), 1–72",
        ),
        ("Mai Thị An và cộng sự (2011), Bản sao số, Tạp chí Tin học, số 3", "Bản sao số", "2011", "Tạp chí Tin học, số 3"),
        ("Tran et al. (2020) Deep nets. Nature.", "Deep nets", "2020", "Nature"),
    ],
)
def test_a_citation_tells_title_year_and_where_it_appeared(citation: str, title: str, day: str, text: str) -> None:
    found = cited(citation)
    assert found is not None
    assert (found["title"], found["day"], found["kind"]) == (title, day, "publication")
    assert found["text"].startswith(text)


def test_a_doi_is_the_source_in_small_letters() -> None:
    found = cited("Le, A. B. (2021). Salt-tolerant rice. Rice, 3. https://doi.org/10.1234/ABC.5")
    assert found is not None
    assert (found["source"], found["text"]) == ("doi:10.1234/abc.5", "Rice, 3\nLe, A. B.")


@pytest.mark.parametrize(
    "words",
    [
        "Chợ Bản - đồ chơi giáo dục (2020). Dự án khởi nghiệp.",
        "Best Paper Award (2019), IEEE",
        "Giải pháp Xanh, Sạch. Nhà máy Thép. 2019",
        "Sáng chế (2019). Máy gặt lúa.",
        "CNĐT: “Giống lúa”, cấp tỉnh, 2021",
        "Mai Thị An. Giống lúa chịu mặn",
    ],
)
def test_what_does_not_begin_with_authors_is_none(words: str) -> None:
    assert cited(words) is None


def test_authors_are_names_with_initials_or_whole() -> None:
    assert names_authors("Tran, V. A., Lê Văn Bình; Le, B. & others")
    assert not names_authors("Nghiên cứu giống lúa, Viện Lúa")

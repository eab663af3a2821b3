"""Headings of a CV, in Vietnamese and English: which part of it begins."""

import re
from enum import StrEnum

from matching.text.normalise import fold


class Section(StrEnum):
    """A part of a CV. ``OTHER`` is read by nobody: skills, languages, hobbies, referees."""

    POSITIONS = "positions"
    DEGREES = "degrees"
    PUBLICATIONS = "publications"
    PATENTS = "patents"
    PROJECTS = "projects"
    AWARDS = "awards"
    CERTIFICATES = "certificates"
    OTHER = "other"


# Without diacritics, in lower case.
_NAMES = {
    Section.POSITIONS: """
        qua trinh cong tac; qua trinh cong tac chuyen mon; kinh nghiem lam viec; kinh nghiem cong tac; kinh nghiem nghe nghiep; kinh nghiem;
        kinh nghiem chuyen mon; qua trinh lam viec; lich su cong tac; qua trinh hoat dong; qua trinh nghe nghiep; vi tri cong tac; chuc vu;
        cac chuc vu da dam nhiem; chuc vu da dam nhiem; cong tac; qua trinh giang day va nghien cuu; tom tat qua trinh cong tac;
        kinh nghiem quan ly; kinh nghiem nghien cuu; don vi cong tac; noi lam viec; su nghiep; qua trinh lam viec va cong tac;
        work experience; professional experience; employment; employment history; work history; career; career history; experience;
        appointments; academic appointments; positions; positions held; professional appointments; academic positions; work;
        research experience; industry experience; industrial experience; professional background; professional career; job history;
        academic experience; management experience; relevant experience; leadership experience; current and previous positions;
        current position; previous positions; employment record; professional history; career path; where i have worked;
        academic employment; professional employment; teaching experience; work and research experience; engineering experience""",
    Section.DEGREES: """
        dao tao; qua trinh dao tao; trinh do; trinh do hoc van va chuyen mon; bang cap chung chi; hoc ham hoc vi; qua trinh hoc tap va dao tao; hoc van; trinh do hoc van; qua trinh hoc tap; trinh do chuyen mon; bang cap; hoc vi; van bang;
        qua trinh hoc van; trinh do dao tao; hoc tap; dao tao chuyen mon; bang cap va hoc vi; van bang chung chi; dao tao dai hoc;
        education; academic background; academic qualifications; educational background; education and training; degrees; studies;
        qualifications; academic degrees; education background; academic education; university education; higher education;
        academic training; educational qualifications; academic history; formal education; education and qualifications""",
    Section.PUBLICATIONS: """
        cong trinh; cong trinh khoa hoc; cong trinh cong bo; cong trinh da cong bo; cac cong trinh da cong bo; bai bao; bai bao khoa hoc;
        cac bai bao; cong bo khoa hoc; cac cong bo; cong bo; danh muc cong trinh; danh muc cong trinh khoa hoc; an pham; sach;
        sach chuyen khao; giao trinh; sach giao trinh; cong trinh khoa hoc tieu bieu; cac cong trinh khoa hoc; cong trinh tieu bieu;
        cong trinh nghien cuu; bai bao quoc te; bai bao trong nuoc; tap chi quoc te; tap chi trong nuoc; isi; scopus; isi scopus; tap chi isi; hoi nghi quoc te;
        hoi nghi trong nuoc; ky yeu hoi nghi; hoi thao; bai bao tieu bieu; cac bai bao khoa hoc; cac cong trinh khoa hoc da cong bo;
        cac cong trinh cong bo; an pham khoa hoc; danh sach cong bo; danh muc bai bao; cong bo quoc te; cong bo trong nuoc;
        bai bao hoi nghi; bai bao tap chi; xuat ban; cac an pham; bai bao hoi thao;
        publications; selected publications; journal articles; journal papers; journals; conference papers; conference proceedings;
        papers; books; book chapters; list of publications; research publications; scientific publications; refereed publications;
        peer-reviewed publications; peer-reviewed articles; peer-reviewed journal articles; recent publications; conferences;
        key publications; main publications; representative publications; articles; scholarly publications; research papers;
        journal publications; conference publications; refereed journal papers; refereed conference papers; books and chapters;
        selected papers; published work; published works; monographs; scientific papers; scientific works; works; writing""",
    Section.PATENTS: """
        sang che; bang sang che; bang doc quyen sang che; giai phap huu ich; so huu tri tue; sang che giai phap huu ich; bang phat minh;
        phat minh sang che; cac sang che; bang doc quyen giai phap huu ich; patents; patent; intellectual property; inventions;
        granted patents; patent applications; selected patents; patents granted; patents pending""",
    Section.PROJECTS: """
        de tai; du an; de tai du an; cac de tai; cac du an; de tai nghien cuu; de tai nghien cuu khoa hoc; de tai khoa hoc; nhiem vu khoa hoc;
        nhiem vu khoa hoc va cong nghe; nhiem vu khoa hoc cong nghe; chuong trinh; du an tieu bieu; de tai tieu bieu; du an da tham gia;
        du an da thuc hien; cac de tai nghien cuu khoa hoc; cac de tai nghien cuu; chuong trinh de tai; de tai nhiem vu; du an nghien cuu;
        de tai khoa hoc cong nghe; de tai da chu tri; de tai du an da chu tri; cac du an da tham gia; cac nhiem vu khoa hoc va cong nghe;
        chuong trinh de tai du an; du an noi bat; cac de tai du an;
        projects; research projects; selected projects; key projects; funded projects; grants; research grants; grants and projects; funding;
        main projects; major projects; grants and funding; project experience; research funding; relevant projects; notable projects;
        research and development projects; engineering projects; industrial projects; personal projects""",
    Section.AWARDS: """
        giai thuong; khen thuong; thi dua khen thuong; giai thuong va khen thuong; hinh thuc khen thuong; danh hieu thi dua; thanh tich; danh hieu; giai thuong khoa hoc; khen thuong ky luat; giai thuong va danh hieu; thanh tuu;
        giai thuong khen thuong; hoc bong; awards; honours; honors; awards and honors; awards and honours; honors and awards; prizes;
        distinctions; achievements; scholarships; fellowships; awards and recognition; recognition; honours and awards""",
    Section.CERTIFICATES: """
        chung chi; certificates; certifications; professional certifications; licences; licenses; training courses; khoa hoc ngan han;
        boi duong; dao tao ngan han; chung chi nghe nghiep; professional development; trainings; training; courses; cac khoa dao tao;
        chung chi chuyen mon; cac khoa hoc ngan han; professional certificates; continuing education; short courses; dao tao khac""",
    Section.OTHER: """
        ky nang; ky nang chuyen mon; so truong; ky nang khac; uu diem; nguyen vong; quan he gia dinh; gia dinh; ngoai ngu; so thich; thong tin ca nhan; thong tin chung; thong tin lien he; lien he; lien lac; tom tat;
        muc tieu; muc tieu nghe nghiep; gioi thieu; gioi thieu ban than; nguoi tham chieu; nguoi tham khao; linh vuc nghien cuu;
        huong nghien cuu; chuyen mon; linh vuc chuyen mon; giang day; mon hoc giang day; cac mon hoc giang day; hoat dong khac; hoat dong;
        hoat dong xa hoi; hoat dong nghe nghiep; hoi vien; thanh vien; thanh vien hiep hoi; phan bien; huong dan nghien cuu sinh;
        huong dan sau dai hoc; huong dan luan an; huong dan hoc vien; cam ket; xac nhan; loi cam doan; tin hoc; ly lich so luoc;
        so yeu ly lich; ly lich khoa hoc; ly lich ca nhan; nang luc; the manh; diem manh; ky nang mem; hoat dong ngoai khoa; tham chieu;
        nguoi gioi thieu; hoat dong cong dong; tinh nguyen; linh vuc quan tam; ho so ca nhan; trinh do ngoai ngu; cong cu; ban than;
        to chuc nghe nghiep; hiep hoi; hoat dong hoi nghe nghiep; thong tin khac; thong tin them; so luoc; gioi thieu chung; dinh huong;
        skills; technical skills; languages; language; language skills; interests; hobbies; personal information; personal details;
        contact; contact information; contact details; summary; profile; professional summary; executive summary; objective; about me; about;
        career objective; references; referees; research interests; teaching; courses taught; activities; memberships; membership;
        professional memberships; service; professional service; reviewing; reviewer; supervision; students; presentations; invited talks;
        keynotes; media; volunteering; volunteer; volunteer work; curriculum vitae; cv; resume; editorial activities; expertise;
        areas of expertise; competences; core competencies; computer skills; software; tools; additional information; personal; talks;
        professional activities; academic service; community service; personal data; personal profile; professional affiliations;
        affiliations; key skills; competencies; soft skills; other; others; other activities; statement; biography; short biography; bio;
        research statement; teaching statement; outreach; student supervision; phd supervision; overview; at a glance; highlights;
        extracurricular activities; declaration; metrics; citation metrics; strengths; research areas; fields of research; links;
        career summary; professional profile; tieu su; tieu su tom tat; chi so trich dan; editorial; committees; social media; technologies""",
}
_SECTION = {name.strip(): section for section, names in _NAMES.items() for name in names.replace("\n", " ").split(";")}
_SECTION = {" ".join(name.split()): section for name, section in _SECTION.items()}
_NUMBERING = re.compile(r"^\s*(?:(?:phần|part|mục|section)\s+)?(?:[ivxlc]+|\d{1,2}|[a-h])(?:\.\d{1,2})*\s*[.):/\-–]\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORDS = re.compile(r"[^\w&'\-]+")
_PARTS = re.compile(r"\s[/|–—\-]\s|/|\|")
_AND = re.compile(r"\s*(?:,|;|&|\+|\band\b|\bva\b|\bor\b)\s*")
_ALONE = frozenset(
    {"work", "works", "sach", "chuc vu", "cong tac", "chuong trinh", "other", "others", "personal", "about", "service", "students"}
)
_MOST_WORDS, _MOST_LETTERS = 14, 100


def section_of(text: str) -> Section | None:
    """Return which part the heading ``text`` begins; None for words that are no heading."""
    line = " ".join(text.split())
    numbered = _NUMBERING.match(line) is not None
    if not line or len(line) > _MOST_LETTERS or re.search(r"\d{4}|@|https?:", line) or line.endswith((".", ",", ";")):
        return None
    if re.search(r":\s*\S", _NUMBERING.sub("", line, count=1)):
        return None  # a label with what it labels
    bare = _BRACKETS.sub(" ", _spaced(_NUMBERING.sub("", line.lstrip("•●▪■◆►▶➤❖*#-–— "), count=1)))
    if len(bare.split()) > (2 * _MOST_WORDS if numbered else _MOST_WORDS):
        return None
    for part in [bare, *_PARTS.split(bare)]:
        found = _named(part.strip(" :.-–—_•|=*#"))
        if found is not None:
            return found
    return None


def _named(part: str) -> Section | None:
    name = " ".join(_WORDS.sub(" ", fold(part)).split())
    if name in _SECTION:
        return _SECTION[name]
    joined = [" ".join(_WORDS.sub(" ", one).split()) for one in _AND.split(fold(part)) if one.strip()]
    if len(joined) > 1 and all(len(one.split()) <= 5 for one in joined):
        known = [_SECTION[one] for one in joined if one in _SECTION and one not in _ALONE]
        if known:
            return next((one for one in known if one is not Section.OTHER), known[0])
    return _beginning(name)


def _beginning(name: str) -> Section | None:
    """Return the section of the longest known name of at least two words that ``name`` begins or ends with."""
    words = name.split()
    for length in range(len(words) - 1, 1, -1):
        for part in (" ".join(words[:length]), " ".join(words[-length:])):
            if part in _SECTION and len(words) - length <= 6:
                return _SECTION[part]
    return None


def _spaced(line: str) -> str:
    """Return a heading set with a space after every letter, as in E D U C A T I O N, as words."""
    letters = line.split(" ")
    if len(letters) < 5 or sum(len(letter) == 1 for letter in letters) < 0.8 * len(letters):
        return line
    return "".join(letters)

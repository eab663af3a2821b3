"""Words by which a CV names posts, organisations, degrees and publications, without diacritics and in lower case."""

import re

from matching.text.normalise import fold


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(' '.join(word.split()) for word in words.split(';') if word.strip())})(?!\w)")


ROLE = _any("""
    giam doc; tong giam doc; pho giam doc; chu tich; truong phong; pho truong; pho phong; truong khoa; truong bo mon; truong nhom; truong ban;
    vien truong; vien pho; pho vien truong; hieu truong; pho hieu truong; ky su; ki su; ky su truong; tong cong trinh su; kien truc su;
    giang vien; tro giang; nghien cuu vien; chuyen vien; chuyen gia; tro ly; tu van; co van; can bo; nhan vien; quan doc; truong;
    thu truong; cuc truong; vu truong; bo truong; chu nhiem; nghien cuu sinh; lap trinh vien; ky thuat vien; bac si; sang lap; dong sang lap;
    uy vien; thanh vien; giao su; pho giao su; giao vien; quan ly; to truong; thuc tap; thuc tap sinh; cong tac vien; thanh tra; thu ky;
    professor; assistant professor; associate professor; lecturer; senior lecturer; teacher; instructor; researcher; research fellow;
    scientist; engineer; engineers?; developer; architect; designer; manager; director; head; lead; leader; chief; officer; cto; ceo; coo; cfo; cio;
    president; vice president; vp; dean; rector; chair; chairman; chairwoman; founder; co-founder; cofounder; consultant; adviser; advisor;
    analyst; technician; specialist; expert; assistant; associate; fellow; postdoc; postdoctoral; post-doctoral; intern; trainee; coordinator;
    supervisor; principal; partner; investigator; programmer; administrator; executive; secretary; member; planner; operator; reader;
    visiting scholar; scholar; docent; tutor; staff; inspector; planner; owner; professorship; internship""")
ORGANISATION = _any("""
    vien; truong dai hoc; dai hoc; hoc vien; cao dang; truong; cong ty; tong cong ty; tap doan; bo; so; cuc; tong cuc; vu; ban quan ly;
    trung tam; phong thi nghiem; benh vien; ngan hang; nha may; xi nghiep; quy; hiep hoi; uy ban; lien hiep; khoa; vien han lam; so khoa hoc;
    dhqg; dhbk; dhbkhn; dh; cty; tnhh; cp; tct; vingroup; viettel; vnpt; fpt; bkav; cmc; hust; vnu; vast; phong; bo mon; xuong; phan xuong;
    university; universite; universitat; universität; institute; institut; college; school; academy; faculty; department; laboratory;
    laboratories; labs?; center; centre; company; corporation; corp; inc; ltd; llc; gmbh; ag; plc; jsc; co; group; bank; hospital; ministry;
    agency; council; association; foundation; society; office; division; motors; electronics; technologies; technology; systems; solutions;
    semiconductor; industries; holdings; telecom; airlines; research; software; energy; consulting; ventures; polytechnic; kaist; mit; cnrs;
    cea; epfl; eth; csiro; inria; siemens; bosch; intel; samsung; ibm; google; microsoft; nvidia; qualcomm; arm; nokia; ericsson""")
DEGREE = _any("""
    tien si; tien si khoa hoc; thac si; thac sy; tien sy; cu nhan; ky su; ki su; bac si; nghien cuu sinh; sau dai hoc; dai hoc; cao hoc; cao dang; bang dai hoc;
    tskh; ths; th\\.s\\.?; t\\.s\\.?; ncs; trung cap; cu nhan khoa hoc; bang ky su; van bang;
    ph\\.?\\s?d\\.?; phd; dphil; d\\.?\\s?sc\\.?; doctor; doctorate; doctoral; dr\\.?-?ing\\.?; dr\\. rer\\. nat\\.?; master; masters; master's; m\\.?\\s?sc\\.?; msc; m\\.?eng\\.?; meng; mba; m\\.?b\\.?a\\.?;
    m\\.?s\\.?; m\\.?a\\.?; mphil; m\\.?phil\\.?; m\\.?tech\\.?; bachelor; bachelors; bachelor's; b\\.?\\s?sc\\.?; bsc; b\\.?eng\\.?; beng; b\\.?s\\.?; b\\.?a\\.?; b\\.?tech\\.?; licence;
    licentiate; engineer's degree; engineering degree; engineer; diploma; diplom; dipl\\.?-?ing\\.?; habilitation; degree; undergraduate; postgraduate; graduate; hdr; llb; llm; mres; magister;
    associate degree; minor; major""")
SCHOOL = _any("""
    dai hoc; truong; hoc vien; cao dang; vien; dh; dhbk; dhqg; university; universite; institute; institut; college; school; academy; polytechnic;
    faculty; ecole; universitat; eth; mit; kaist; insa; tu; epfl; universidad; hochschule; universiteit; hust; vnu; politecnico""")
COURSE = _any("""
    khoa hoc ngan han; lop boi duong; ly luan chinh tri; chung nhan; quan ly nha nuoc; boi duong; chung chi; tap huan; khoa dao tao; khoa hoc; course; short course; certificate; training; workshop;
    summer school; toeic; ielts; toefl; certified; certification; trung hoc; thpt; high school; secondary school; pho thong""")
PUBLISHED = _any("""
    tap chi; ky yeu; hoi nghi; hoi thao; nha xuat ban; nxb; so; tap; tr; trang; issn; isbn; doi; journal; j; trans; transactions; proc; proceedings; conference;
    conf; symposium; workshop; letters; press; publisher; vol; no; pp; p; ieee; acm; springer; elsevier; wiley; mdpi; arxiv; preprint; et al; international;
    review; advances; sensors; access; nature; science; physics; applied; book; chapter; in; ed; eds; edition; lecture notes; bulletin; magazine; q1; q2; q3; q4; isi; scopus; scie; sci""")
PATENT = _any("""
    sang che; bang doc quyen; giai phap huu ich; patent; patents; us; ep; wo; vn; jp; cn; kr; de; pct; filed; granted; so bang; bang so; so don; application; utility model;
    patent no; cap ngay; cap nam; ip""")
PROJECT = _any("""
    de tai; du an; nhiem vu; chuong trinh; ma so; cap bo; cap nha nuoc; cap co so; cap tinh; nafosted; kc; project; programme; program; grant; fund; funded; funding; horizon; h2020;
    chu nhiem; chu tri; principal investigator; pi; budget""")
GENERIC = _any("""
    tong so; da cong bo; mot so; cac cong trinh tieu bieu; tac gia cua; author of; author or co-author; published; i have; co \\d+; khong; khong co; chua co; none; n/a; hon \\d+; tren \\d+; over \\d+; more than \\d+; h-index; h index; citations; google scholar; in total; danh sach; chi tiet; xem; full list; see; available at; updated; note; ghi chu""")


def has(words: re.Pattern[str], text: str) -> bool:
    """Return whether ``text`` holds one of ``words``."""
    return words.search(fold(text)) is not None


def begins_with(words: re.Pattern[str], text: str) -> bool:
    """Return whether ``text`` begins with one of ``words``, a number or a sign of a list apart."""
    return words.match(fold(text).lstrip(" -–•*+0123456789.)(\t")) is not None

"""What the purposes of documents are called."""

from models.vocabulary.documents import ConsentMeans, DocumentPurpose
from service.kit.languages import Bilingual

PURPOSES = {
    DocumentPurpose.EVIDENCE: Bilingual(en="Proof of an item of evidence", vi="Tài liệu chứng minh"),
    DocumentPurpose.CONSENT: Bilingual(en="Consent in writing or recorded", vi="Văn bản hoặc bản ghi sự đồng ý"),
    DocumentPurpose.CV: Bilingual(en="CV", vi="Lý lịch khoa học"),
    DocumentPurpose.FINDING: Bilingual(en="Paper of a finding", vi="Tài liệu của kết luận"),
}
MEANS = {
    ConsentMeans.OWN_ACCOUNT: Bilingual(en="own account", vi="tài khoản của chính người đó"),
    ConsentMeans.PAPER: Bilingual(en="signed paper", vi="văn bản đã ký"),
    ConsentMeans.EMAIL: Bilingual(en="e-mail", vi="thư điện tử"),
    ConsentMeans.RECORDED_CALL: Bilingual(en="recorded call", vi="cuộc gọi có ghi âm"),
}

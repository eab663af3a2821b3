"""What the codes of targets are called."""

from service.kit.languages import Bilingual

OPERATORS = {
    ">=": Bilingual(en="at least", vi="ít nhất"),
    "<=": Bilingual(en="at most", vi="nhiều nhất"),
    "=": Bilingual(en="exactly", vi="đúng"),
    "3..5": Bilingual(en="3 to 5", vi="3 đến 5"),
    "aim": Bilingual(en="aim without a figure", vi="mục tiêu định tính"),
}
UNITS = {
    "products": Bilingual(en="products", vi="sản phẩm"),
    "industries": Bilingual(en="industries", vi="ngành"),
    "percent": Bilingual(en="%", vi="%"),
    "percent_per_year": Bilingual(en="% a year", vi="% mỗi năm"),
    "enterprises": Bilingual(en="enterprises", vi="doanh nghiệp"),
    "institutes": Bilingual(en="institutes", vi="viện, trường"),
    "ratio": Bilingual(en="times", vi="lần"),
    "models_per_region": Bilingual(en="per economic region", vi="mô hình mỗi vùng kinh tế"),
}

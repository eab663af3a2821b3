from datetime import date

import numpy as np
from babel.dates import format_date

from matching.explanation.written import day_written, written
from models.vocabulary import Language


def test_numbers_and_days_are_written_as_the_language_writes_them() -> None:
    values = {"people": 2380, "years": 16.7, "score": np.float64(0.2481), "day": date(2026, 11, 28), "name": "v1.2, rev. 3"}
    said = {language: written(language, "{people} {years:.1f} {score:.3f} {day} {name}", **values) for language in Language}
    assert said == {
        Language.VI: "2.380 16,7 0,248 28/11/2026 v1.2, rev. 3",
        Language.EN: "2,380 16.7 0.248 28 Nov 2026 v1.2, rev. 3",
    }


def test_days_are_those_of_the_locale_data() -> None:
    for month in range(1, 13):
        day = date(2026, month, 9)
        assert day_written(Language.EN, day) == format_date(day, "d MMM yyyy", "en_GB")

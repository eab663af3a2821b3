"""Standard time of countries, in hours before UTC: where a country has several, that of the zone in which most of its people live."""

from collections.abc import Mapping

_COUNTRIES_AT: Mapping[float, str] = {
    -6.0: "MX CR GT HN NI SV",
    -5.0: "US CA CO PE EC PA CU JM",
    -4.0: "CL BO VE PR DO PY",
    -3.0: "BR AR UY",
    0.0: "GB IE PT IS GH SN CI",
    1.0: "DE FR NL CH SE BE CZ PL AT DK ES IT NO HU SK SI HR RS LU LI MT MA DZ TN NG CM AO BA MK AL ME",
    2.0: "FI EE LV LT RO BG GR CY UA MD IL EG ZA LB JO ZW ZM MZ",
    3.0: "RU TR SA QA KW IQ BY KE ET TZ UG MG",
    3.5: "IR",
    4.0: "AE OM AZ AM GE MU",
    5.0: "PK UZ KZ TM TJ",
    5.5: "IN LK",
    5.75: "NP",
    6.0: "BD KG BT",
    6.5: "MM",
    7.0: "VN TH LA KH ID",
    8.0: "CN SG MY TW HK MO PH BN MN",
    9.0: "JP KR KP TL",
    10.0: "AU PG",
    12.0: "NZ FJ",
}
STANDARD_TIME: Mapping[str, float] = {country: offset for offset, countries in _COUNTRIES_AT.items() for country in countries.split()}

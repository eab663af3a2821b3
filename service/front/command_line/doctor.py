"""``vinmatch doctor``: whether everything that the service rests on is in order, and a verdict."""

import typer

from service.front.command_line.databases import opened
from service.front.command_line.options import AsJson, Database, Lang, Tongue, settings_with
from service.front.command_line.output import print_json, spoken
from service.front.health.doctor import Finding, Verdict, examine
from service.front.observation import configure_log
from service.kit.languages import Bilingual

SUBJECTS = {
    "settings": Bilingual(en="settings", vi="cài đặt"),
    "database": Bilingual(en="database", vi="cơ sở dữ liệu"),
    "disk": Bilingual(en="disk", vi="đĩa"),
    "clock": Bilingual(en="clock", vi="đồng hồ"),
    "encoder": Bilingual(en="encoder", vi="bộ mã hóa câu"),
    "chain": Bilingual(en="audit chain", vi="chuỗi nhật ký"),
    "mail": Bilingual(en="mail", vi="thư điện tử"),
}
SIGNS = {Verdict.GOOD: "+", Verdict.NOTE: "!", Verdict.BAD: "-"}
SOUND = Bilingual(en="Everything that has to be is in order.", vi="Mọi điều kiện bắt buộc đều ổn.")
UNSOUND = Bilingual(en="Mend what is marked with -.", vi="Hãy khắc phục các mục có dấu -.")


def doctor(lang: Lang = Tongue.BOTH, database: Database = None, as_json: AsJson = False) -> None:
    """Look at settings, database, disk, clock, encoder, audit chain and mail; ends with 1 if something has to be mended."""
    settings = settings_with(database_url=database)
    configure_log(settings.log_level)  # log lines stay off the output, which can be read by programs
    with opened(settings) as engine:
        found = list(examine(engine, settings))
    bad = any(one.verdict is Verdict.BAD for one in found)
    if as_json:
        print_json({"sound": not bad, "findings": [_as_json(one) for one in found]})
    else:
        for one in found:
            typer.echo(f"{SIGNS[one.verdict]} {spoken(SUBJECTS[one.subject], lang)}: {spoken(one.text, lang)}")
        typer.echo(spoken(UNSOUND if bad else SOUND, lang))
    if bad:
        raise typer.Exit(1)


def _as_json(one: Finding) -> dict[str, str]:
    return {"subject": one.subject, "verdict": one.verdict.value, "en": one.text.en, "vi": one.text.vi}

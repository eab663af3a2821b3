"""The table of settings is the settings."""

from service.kit.settings import Settings
from tests.documentation.configuration import rows
from tests.documentation.pages import CONFIGURATION, table_rows


def test_the_table_holds_every_setting_as_it_is_and_nothing_else() -> None:
    assert table_rows(CONFIGURATION.read_text(encoding="utf-8"), "Settings") == rows()


def test_a_row_tells_variable_default_and_meaning() -> None:
    assert "| `VINMATCH_PORT` | `8000` | Port the server listens on |" in rows()
    assert any(row.startswith(f"| `{Settings.variable('openid_issuer')}` | none |") for row in rows())

"""The table of settings, made from the settings; ``python -m tests.documentation.configuration`` writes it anew."""

import json
import re
from typing import Any

from service.kit.settings import Settings
from tests.documentation.pages import CONFIGURATION

HEAD = "| variable | default | meaning |\n|---|---|---|\n"


def rows() -> list[str]:
    """Return the row of every setting, in the order of the class."""
    return [
        f"| `{Settings.variable(name)}` | {_shown(field.default)} | {field.description} |" for name, field in Settings.model_fields.items()
    ]


def _shown(default: Any) -> str:
    if default is None:
        return "none"
    return f"`{default if isinstance(default, str) else json.dumps(default)}`"


def main() -> None:
    """Write the table."""
    table = HEAD + "".join(f"{row}\n" for row in rows())
    text = CONFIGURATION.read_text(encoding="utf-8")
    CONFIGURATION.write_text(re.sub(re.escape(HEAD) + r"(\|.*\n)*", lambda _: table, text), encoding="utf-8")


if __name__ == "__main__":
    main()

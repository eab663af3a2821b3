"""Figures stand next to the command that makes them."""

from tests.documentation.pages import MEASURED, without_command


def test_every_section_with_figures_names_its_command() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in MEASURED if path.exists()}
    assert {name: list(without_command(text)) for name, text in texts.items()} == {name: [] for name in texts}


def test_a_figure_without_a_command_is_found() -> None:
    sections = (
        "## Good\n`make bench`\n| 3 ms |",
        "## Also good\n```sh\nvinmatch evaluate DIR\n```\n0.5",
        "## Words\nnone",
        "## Bad\n`limit` 7 ms",
    )
    text = "\n".join(["# Title", *sections, ""])
    assert list(without_command(text)) == ["Bad"]

"""Text of a dossier is text that every reader sees."""

from dataclasses import replace

from service.selection.dossiers.contents import Dossier, Seal, facts, lines, plain


def test_what_nobody_sees_is_left_out() -> None:
    assert plain("a\u202eb\u200bc\x00d\ufffee") == "abcde"
    assert plain("a\tb\r\nc") == "a b \nc"
    assert plain("Nguyê\u0303n") == "Nguyễn"


def test_what_says_nothing_is_left_out() -> None:
    assert lines("", " ", "a") == ("a",)
    assert facts(("A", None), ("B", ""), ("C", "c")) == (("C", "c"),)


def test_a_dossier_is_sealed_by_what_it_says(dossier: Dossier) -> None:
    unsealed = replace(dossier, seal=Seal("", "", "http://example"))
    first, later = unsealed.sealed(), replace(unsealed, made="Lập ngày 02/10/2026").sealed()
    other = replace(unsealed, subject="P02").sealed()
    assert first.seal.fingerprint == later.seal.fingerprint != other.seal.fingerprint
    assert dossier.sealed() is dossier

"""Readers trained from end to end on a few written people, with an encoder that needs no model."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from matching.evaluation.written.people import Benchmark
from matching.readers.readers import CatalogueReader, Readers
from matching.readers.sealed import unseal
from seed.outside_texts.loading import read_outside
from seed.readers.catalogue import shipped_subjects, shipped_thesaurus
from seed.readers.command import write
from seed.readers.people import Material
from seed.readers.shipped import NotTrained, reader_for
from seed.readers.training import train
from seed.written.loading import read_written
from seed.written.statements import read_statements
from tests.service.matches.encoders.examples import WordEncoder

OF_EACH_WRITER = 3


def few() -> Benchmark:
    """Return the first people of every writer."""
    whole = read_written()
    writers = sorted({person.writer for person in whole.people})
    of_each = [[person for person in whole.people if person.writer == writer][:OF_EACH_WRITER] for writer in writers]
    return replace(whole, people=tuple(person for people in of_each for person in people))


@cache
def material() -> Material:
    return Material.of(few(), WordEncoder(), shipped_thesaurus(), shipped_subjects(), read_outside()[:20])


def trained(without: tuple[str, ...] = ()) -> Readers:
    known = {person.written.profile.id for person in material().people}
    return train(material(), [one for one in read_statements() if one.person in known], without)


def bound(readers: Readers) -> CatalogueReader:
    subjects = material().subjects
    return readers.bound(material().encoder, subjects.concepts.thesaurus, subjects.subjects)


@pytest.mark.long
def test_readers_that_are_trained_again_read_the_same(tmp_path: Path) -> None:
    first, again = bound(trained()), bound(trained())
    for person in material().people[:4]:
        one, other = (reader.read(person.written.profile) for reader in (first, again))
        for name in ("about", "dimensions"):
            np.testing.assert_allclose(getattr(one, name), getattr(other, name), atol=1e-3)
        np.testing.assert_allclose(one.credits.toarray(), other.credits.toarray(), atol=1e-3)
    assert write(first.readers, tmp_path) == write(again.readers, tmp_path)
    assert unseal((tmp_path / f"{WordEncoder.model}.npz").read_bytes()).model == WordEncoder.model


@pytest.mark.long
def test_readers_remember_nothing_of_a_writer_who_is_left_out() -> None:
    writer = material().writers[0]
    whole, without = trained(), trained((writer,))
    labelled = [int(material().about(person).any(axis=1).sum()) for person in material().of_writers([writer])]
    assert len(whole.of_subjects.vectors) - len(without.of_subjects.vectors) == sum(labelled) > 0


def test_an_encoder_for_which_no_readers_ship_is_told() -> None:
    other = WordEncoder()
    other.model = "unheard-of"
    with pytest.raises(NotTrained, match=r"unheard-of.*vinmatch train-readers"):
        reader_for(other)

"""Trains readers and weights from the shipped catalogue and written people, and writes what ships."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from matching.readers import words
from matching.readers.readers import CatalogueReader, Readers
from matching.readers.records import Record
from matching.readers.sealed import seal, version_of
from matching.space.encoded import Encoder
from seed.outside_texts.loading import read_outside
from seed.readers.catalogue import shipped_subjects, shipped_thesaurus
from seed.readers.judging import Judgement, judged_text
from seed.readers.people import Material
from seed.readers.training import train
from seed.written.loading import read_written
from seed.written.statements import read_statements

FOLDER = Path(words.__file__).parent / "shipped"
Report = Callable[[str], None]
_WORDS_DIMENSION = 256


@dataclass(frozen=True)
class Trained:
    """What one training gives: readers for everybody, and for each writer readers that have not seen the writer."""

    material: Material
    readers: Readers
    folds: dict[str, Readers]
    text: Judgement

    def of_fold(self, writer: str) -> CatalogueReader:
        """Return the readers that have not seen ``writer``, bound to the shipped catalogue."""
        return bound_to(self.material, replace(self.folds[writer], text_weights=self.text.weights))


def bound_to(material: Material, readers: Readers) -> CatalogueReader:
    """Return ``readers`` bound to the catalogue of ``material``."""
    return readers.bound(material.encoder, material.subjects.concepts.thesaurus, material.subjects.subjects)


def material_for(encoder: Encoder) -> Material:
    """Return what the readers are trained on, encoded."""
    return Material.of(read_written(), encoder, shipped_thesaurus(), shipped_subjects(), read_outside())


def train_all(encoder: Encoder, report: Report) -> Trained:
    """Train on everybody, and once without each writer; learn what signals weigh where a text asks for no role."""
    report("Encoding / Đang mã hóa")
    material, labelled = material_for(encoder), read_statements()
    folds = {}
    for writer in material.writers:
        report(f"Training without {writer} / Huấn luyện không có {writer}")
        folds[writer] = train(material, labelled, [writer])
    report("Training on everybody / Huấn luyện trên tất cả")
    text = judged_text(material, folds)
    return Trained(material, replace(train(material, labelled), text_weights=text.weights), folds, text)


def write(readers: Readers, folder: Path = FOLDER) -> str:
    """Seal ``readers`` into ``folder`` and return their version."""
    blob = seal(readers)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{readers.model}.npz").write_bytes(blob)
    return version_of(blob)


def write_words(folder: Path = FOLDER) -> words.WordsEncoder:
    """Learn the table of words from what ships in both languages, write it, and return the encoder that it gives."""
    thesaurus, subjects = shipped_thesaurus(), shipped_subjects()
    parallel = [". ".join(concept.names) for concept in thesaurus.concepts]
    parallel += ["\n".join(subject.briefs) for subject in subjects]
    parallel += [whole for person in read_written().people for whole in Record.of(person.profile).wholes]
    encoder = words.learn(parallel, _WORDS_DIMENSION)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words-1.table.npz").write_bytes(encoder.as_bytes())
    return words.WordsEncoder.from_bytes(encoder.as_bytes())

"""Loads the catalogue: reads every file, checks everything, and only then writes, all of it or nothing."""

from pathlib import Path

from sqlmodel import Session, SQLModel

from models.experts import NetworkState
from seed.catalogue.agreed_texts import refuse_changes
from seed.catalogue.edited import with_edited
from seed.catalogue.faults import CatalogueFaults
from seed.catalogue.law import read_law
from seed.catalogue.needs import read_needs
from seed.catalogue.pair_weighting import read_pair_weights
from seed.catalogue.product_lists import read_product_lists
from seed.catalogue.programmes import read_programmes
from seed.catalogue.projects import read_projects
from seed.catalogue.records import Reader, refuse_repeats
from seed.catalogue.storing import store
from seed.catalogue.thesaurus import read_capabilities
from seed.catalogue.weighting import read_weights

PACKAGED = Path(__file__).parent


def load_catalogue(session: Session, folder: Path = PACKAGED) -> int:
    """Make the database's catalogue the one of ``folder``, in the transaction of ``session``, and return how many rows changed.

    Loading the same files again changes nothing. The counter of catalogue changes rises only when a row changed, so that other
    processes read the catalogue again. What administrators changed in the service stays as they left it. Raises ``CatalogueFaults``
    with every fault before anything is written.
    """
    rows = read_catalogue(folder)
    refuse_changes(session, rows)
    changes = store(session, with_edited(session, rows))
    if changes:
        state = session.get(NetworkState, 1, with_for_update=True) or NetworkState()
        state.catalogue_changes += 1
        session.add(state)
        session.flush()
    return changes


def read_catalogue(folder: Path = PACKAGED) -> list[SQLModel]:
    """Return the rows of all tables that the files of ``folder`` fill; raises ``CatalogueFaults`` with every fault."""
    reader = open_catalogue(folder)
    rows = rows_of(reader)
    if reader.faults:
        raise CatalogueFaults(reader.faults)
    return rows


def open_catalogue(folder: Path = PACKAGED) -> Reader:
    """Return a reader of ``folder`` that knows the Vietnamese of every phrase of provenance."""
    reader = Reader(folder)
    phrases = reader.records("provenance.csv", "text*")
    refuse_repeats(phrases, "text_en")
    reader.phrases = {record.text("text_en"): record.text("text_vi") for record in phrases}
    return reader


def rows_of(reader: Reader) -> list[SQLModel]:
    """Return the rows of all tables; they are fit to be stored only while ``reader.faults`` is empty."""
    lists = read_product_lists(reader)
    capabilities = read_capabilities(reader)
    return [
        *lists.lists,
        *lists.groups,
        *lists.products,
        *lists.crosswalk,
        *read_programmes(reader, lists),
        *read_law(reader),
        *read_weights(reader),
        *read_pair_weights(reader),
        *capabilities,
        *read_needs(reader, lists.current, {row.id for row in capabilities}),
        *read_projects(reader, lists.current),
    ]

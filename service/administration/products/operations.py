"""Changes what the catalogue says of a product. The content before stays in the history."""

from typing import Any

from sqlmodel import Session

from models.audit import AuditAction
from models.catalogue import Product, TechnologyGroup
from models.catalogue_changes import EntryKind
from models.database import WriteSession
from service.administration.changing import ask_for_readings, count_change, lock_catalogue, note_change
from service.administration.fields import LongWords, Words, tag_of
from service.administration.products.needs import read_needs, replace_needs
from service.administration.products.schemas import ProductCreate, ProductEntry, ProductTrial
from service.catalogue.products.queries import default_list, find_product
from service.identity.access.guards import enforce
from service.identity.access.policies import may_see_inside
from service.identity.access.viewer import Viewer
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.preconditions import require_match
from service.kit.problems import Conflict, Invalid, NotOnListInForce

PRODUCT = "product"
_TEXTS = ("name", "brief")


def product_entry(session: Session, viewer: Viewer, product_id: str) -> ProductEntry:
    """Return what can be changed; raises ``NotFound``, ``NotOnListInForce``, and ``Forbidden`` for what needs clearance."""
    product = find_product(session, product_id)
    enforce(may_see_inside(viewer, product.sensitivity))
    if product.list_code != default_list(session):
        raise NotOnListInForce(
            en=f"{product_id} is on an older list, which stays as it is.", vi=f"{product_id} thuộc danh mục cũ, được giữ nguyên."
        )
    return _entry(session, product)


def create_product(session: WriteSession, by: Actor, fields: ProductCreate) -> ProductEntry:
    """Add a product to the list in force; raises ``Conflict`` for an id that is taken or without a list, and ``Invalid``."""
    lock_catalogue(session)
    listed = default_list(session)
    if listed is None:
        raise Conflict("no_list_in_force", en="No product list is in force.", vi="Chưa có danh mục nào có hiệu lực.")
    if session.get(Product, fields.id) is not None:
        raise Conflict("product_exists", en=f"There is a product {fields.id} already.", vi=f"Đã có sản phẩm {fields.id}.")
    group = session.get(TechnologyGroup, fields.group)
    if group is None or group.list_code != listed:
        raise Invalid.field("group", en="names no technology group of the list in force", vi="không thuộc danh mục có hiệu lực")
    texts = {name: value for text in (*_TEXTS, "source", "sureness") for name, value in _columns(text, getattr(fields, text)).items()}
    product = Product.model_validate({"id": fields.id, "list_code": listed, "group_id": fields.group, "band": fields.band, **texts})
    session.add(product)
    session.flush()
    _apply(session, product, ProductTrial(sensitivity=fields.sensitivity, needs=fields.needs))
    count_change(session)
    ask_for_readings(session)
    note_change(session, by, EntryKind.PRODUCT, product.id, fields.reason, {})
    record(session, by, AuditAction.PRODUCT_CREATED, AuditedObject(PRODUCT, product.id))
    return _entry(session, product)


def change_product(
    session: WriteSession, by: Actor, viewer: Viewer, product_id: str, if_match: str | None, change: ProductTrial, reason: str
) -> ProductEntry:
    """Change the named parts if the caller read this state; raises what ``product_entry`` raises, and ``Invalid``.

    Who changes texts or needs also asks for people to be read again: both are what readings are made for.
    """
    lock_catalogue(session)
    before = product_entry(session, viewer, product_id)
    require_match(if_match, tag(before))
    product = session.get_one(Product, product_id)
    _apply(session, product, change)
    after = _entry(session, product)
    changed = sorted(name for name in ProductEntry.model_fields if getattr(before, name) != getattr(after, name))
    if changed:
        count_change(session)
        note_change(session, by, EntryKind.PRODUCT, product_id, reason, before.model_dump(mode="json", exclude={"id"}))
        if {*_TEXTS, "needs"} & {*changed}:
            ask_for_readings(session)
        record(session, by, AuditAction.PRODUCT_CHANGED, AuditedObject(PRODUCT, product_id), fields=changed)
    return after


def tag(entry: ProductEntry) -> str:
    """Return what names this state of the entry."""
    return tag_of(entry.model_dump(mode="json"))


def _apply(session: WriteSession, product: Product, change: ProductTrial) -> None:
    for name in _TEXTS:
        if (words := getattr(change, name)) is not None:
            for column, text in _columns(name, words).items():
                setattr(product, column, text)
    product.sensitivity = change.sensitivity or product.sensitivity
    for role, needs in change.needs.items():
        replace_needs(session, product.id, role, needs)
    session.flush()


def _columns(name: str, words: Words | LongWords) -> dict[str, str]:
    return {f"{name}_vi": words.vi, f"{name}_en": words.en}


def _entry(session: Session, product: Product) -> ProductEntry:
    texts: dict[str, Any] = {name: {"vi": getattr(product, f"{name}_vi"), "en": getattr(product, f"{name}_en")} for name in _TEXTS}
    return ProductEntry.model_validate(
        {"id": product.id, "sensitivity": product.sensitivity, "needs": read_needs(session, product.id), **texts}
    )

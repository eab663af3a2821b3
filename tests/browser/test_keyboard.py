"""The coordinator's whole way, from a product to the letter that invites, by keyboard alone."""

from playwright.sync_api import expect

from models.vocabulary import AccountRole
from tests.browser.conftest import Open
from tests.browser.coordinating import DRAFTING, LETTER, MET, WHOLE_COLUMN, WHY
from tests.browser.keys import Keyboard

PRODUCT = "P14"
MOST_PRESSES = 60


def test_the_way_from_a_product_to_an_invitation_takes_few_key_presses(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR)
    watched.open(f"/products/{PRODUCT}")
    keyboard = Keyboard(watched.page)
    keyboard.content()
    keyboard.enter(DRAFTING)
    keyboard.content()
    _judge(keyboard)
    _sign(keyboard)
    keyboard.enter("form[action$='/release'] button")
    _invite(keyboard)
    expect(watched.page.locator(LETTER).first).to_be_visible()
    assert keyboard.presses < MOST_PRESSES


def _judge(keyboard: Keyboard) -> None:
    keyboard.jump("a[href='#findings']")
    for column in keyboard.page.locator(WHOLE_COLUMN).all():
        keyboard.reach(f"input[value='{column.get_attribute('value')}']")
        keyboard.press("Space")
    keyboard.jump("a[href='#finding-result']")
    keyboard.reach(MET)
    keyboard.press("Space")
    keyboard.write("form[action$='/findings'] textarea", WHY)
    keyboard.enter("form[action$='/findings'] input[name=document]")


def _sign(keyboard: Keyboard) -> None:
    keyboard.jump(".next a[href='#sign']")
    keyboard.write("form[action$='/signatures'] textarea", WHY)
    for box in keyboard.page.locator("form[action$='/signatures'] input[type=checkbox]").all():
        keyboard.reach(f"form[action$='/signatures'] input[name={box.get_attribute('name')}]")
        keyboard.press("Space")
    keyboard.enter("form[action$='/signatures'] button")


def _invite(keyboard: Keyboard) -> None:
    keyboard.enter(".next a[href$='#candidates']")
    keyboard.enter("form[action$='/invitations'] input[name=answer_by]")

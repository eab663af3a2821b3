import pytest

from service.front.connections import connect
from service.kit.hooks import Hook
from service.people import hooks as people
from service.selection import hooks as selection


def test_every_function_is_called_in_order() -> None:
    hook: Hook[[int], int] = Hook("example")
    hook.fill(lambda number: number + 1, lambda number: number * 10)
    assert hook(4) == [5, 40]


def test_a_hook_that_nobody_filled_misses_nothing_silently() -> None:
    hook: Hook[[], None] = Hook("example")
    with pytest.raises(LookupError, match="example"):
        hook()


def test_the_front_fills_every_hook() -> None:
    connect()
    hooks = [hook for room in (people, selection) for hook in vars(room).values() if isinstance(hook, Hook)]
    assert len(hooks) == 5
    assert [hook.name for hook in hooks if not hook.filled] == []

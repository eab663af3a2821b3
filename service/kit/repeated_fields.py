"""What counts once is sent once: of two values of a parameter or field, which of them is meant is anybody's guess."""

from collections import Counter
from collections.abc import Collection, Iterable

from service.kit.problems import Invalid


def refuse_repeated(names: Iterable[str], several: Collection[str]) -> None:
    """Raise ``Invalid`` for the first of ``names``, as they were sent, that stands there twice and is not among ``several``."""
    for name, times in Counter(names).items():
        if times > 1 and name not in several:
            raise Invalid.field(name, en="must be given once", vi="chỉ được ghi một lần")

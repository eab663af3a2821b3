"""Which kinds of job there are and the function that does each."""

from collections.abc import Mapping

from service.jobs.worker import Work
from service.network import fitting

KINDS: Mapping[str, Work] = {fitting.KIND: fitting.fit_text_space}

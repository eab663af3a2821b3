"""What threads of the server free does not stay with each of them; tried in a process of its own, because it cannot be taken back."""

import platform
import re
import subprocess
import sys

import pytest

from service.front.memory import ARENAS, LARGE

THREADS = 12
COUNT = f"""
import ctypes, sys, threading
from service.front.memory import bound_free_memory

assert sys.argv[1] != "bound" or bound_free_memory()
library, together = ctypes.CDLL(None), threading.Barrier({THREADS})
for function in (library.malloc, library.fopen):
    function.restype = ctypes.c_void_p

def take():
    library.malloc(5000)
    together.wait()

threads = [threading.Thread(target=take) for _ in range({THREADS})]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
library.free(ctypes.c_void_p(library.malloc(30 << 20)))
library.malloc({LARGE} * 2)
file = ctypes.c_void_p(library.fopen(b"/dev/stdout", b"w"))
library.malloc_info(0, file)
library.fclose(file)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only the GNU C library gives threads arenas")
def test_many_threads_take_memory_from_few_places_and_large_blocks_from_the_system() -> None:
    assert told("usual") == (True, False)
    assert told("bound") == (False, True)


def told(how: str) -> tuple[bool, bool]:
    """Return whether there are more than ``ARENAS``, and whether a large block stands outside of them once a larger one was freed."""
    answer = subprocess.run([sys.executable, "-c", COUNT, how], capture_output=True, check=True, text=True).stdout
    (mapped,) = re.findall(r'<total type="mmap" count="\d+" size="(\d+)"', answer)
    return answer.count("<heap nr=") > ARENAS, int(mapped) > LARGE

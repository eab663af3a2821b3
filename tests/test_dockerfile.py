"""No container engine runs here, so the Dockerfile's own steps do: install, migrate and serve, as an ordinary user.

The dependencies are those of the running interpreter; the package itself is installed by the Dockerfile's command from
the sources that it copies, then made read-only.
"""

import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
START_SECONDS = 60
DEPENDENCIES = sysconfig.get_paths()["purelib"]


def instructions() -> list[tuple[str, str]]:
    """Return the Dockerfile's instructions as (name, rest), without comments and with continued lines joined."""
    lines = (ROOT / "Dockerfile").read_text().replace("\\\n", " ").splitlines()
    parts = [line.split(maxsplit=1) for line in lines if line and not line.startswith("#")]
    return [(name, " ".join(rest.split())) for name, rest in parts]


def values(name: str) -> list[str]:
    return [rest for found, rest in instructions() if found == name]


def copied() -> list[str]:
    """Return what is copied from the folder of the Dockerfile."""
    return [source for rest in values("COPY") if not rest.startswith("--from") for source in rest.split()[:-1]]


class Somebody(NamedTuple):
    """Who runs the steps: an interpreter with the dependencies, and the arguments that start a process of that user."""

    interpreter: str
    arguments: dict[str, Any]


def ordinary_user() -> Somebody:
    """Return an ordinary user where this process may become one and finds an interpreter that is open to it, else this user."""
    nobody: dict[str, Any] = {"user": "nobody", "group": "nogroup", "extra_groups": []}
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for interpreter in [sys.executable, f"/usr/bin/{version}", f"/usr/local/bin/{version}"] if os.geteuid() == 0 else []:
        try:
            subprocess.run([interpreter, "-c", "import fastapi, numpy"], env={"PYTHONPATH": DEPENDENCIES}, check=True, **nobody)
        except (OSError, subprocess.SubprocessError):
            continue
        return Somebody(interpreter, nobody)
    return Somebody(sys.executable, {})


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that an ordinary user can reach and write to."""
    path = Path(tempfile.mkdtemp(prefix="vinmatch-image-"))
    path.chmod(0o777)
    yield path
    for inner in path.rglob("*"):
        if inner.is_dir():
            inner.chmod(0o755)
    shutil.rmtree(path)


@pytest.fixture(scope="module")
def somebody() -> Somebody:
    return ordinary_user()


@pytest.fixture(scope="module")
def image(folder: Path, somebody: Somebody) -> Path:
    """The package as the Dockerfile installs it, read-only, with its commands in ``bin``."""
    source, target = folder / "source", folder / "image"
    for name in copied():
        place = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        place(ROOT / name, source / name)
    (install,) = [step for step in values("RUN") if step.endswith("--no-build-isolation .")]
    command = [somebody.interpreter, "-m", *shlex.split(install), "--quiet", "--no-index", "--target", str(target)]
    subprocess.run(command, cwd=source, env=os.environ | {"PYTHONPATH": DEPENDENCIES}, check=True, timeout=300)
    shutil.rmtree(source)
    (target / "bin" / "python").symlink_to(somebody.interpreter)
    for path in [target, *target.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222 | 0o444)
    return target


def environment(image: Path, folder: Path, port: int) -> dict[str, str]:
    return {
        "PATH": f"{image / 'bin'}:/usr/bin:/bin",
        "PYTHONPATH": f"{image}:{DEPENDENCIES}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "DATABASE_URL": f"sqlite:///{folder / 'data' / 'vinmatch.sqlite3'}",
        "VINMATCH_PORT": str(port),
    }


def data_files(folder: Path) -> set[Path]:
    """Return the files of the packages that are not code, relative to ``folder``."""
    found = (path for package in copied() if package.endswith("/") for path in (folder / package).rglob("*") if path.is_file())
    return {path.relative_to(folder) for path in found if path.suffix not in {".py", ".pyc"}}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def test_everything_that_is_copied_exists() -> None:
    assert [name for name in copied() if not (ROOT / name).exists()] == []
    assert {"constraints.txt", "models/", "matching/", "seed/", "service/"} <= set(copied())


def test_the_dependencies_are_pinned_by_hash() -> None:
    assert any("--require-hashes -r constraints.txt" in step for step in values("RUN"))


def test_the_image_runs_as_an_ordinary_user_and_checks_itself_without_other_clients() -> None:
    assert values("USER")[-1] not in {"root", "0"}
    assert "curl" not in " ".join(values("HEALTHCHECK"))
    assert len(values("FROM")) == 2


@pytest.mark.long
def test_the_image_holds_every_data_file(image: Path) -> None:
    assert data_files(ROOT) - data_files(image) == set()


@pytest.mark.long
def test_the_steps_of_the_image_install_migrate_and_serve(image: Path, folder: Path, somebody: Somebody) -> None:
    data = folder / "data"
    data.mkdir(mode=0o777)
    data.chmod(0o777)
    settings: dict[str, Any] = {"cwd": data, "env": environment(image, folder, free_port()), **somebody.arguments}
    where = subprocess.run(["python", "-c", "import service; print(service.__file__)"], capture_output=True, check=True, **settings)
    assert where.stdout.decode().startswith(str(image))
    check = json.loads(values("HEALTHCHECK")[0].partition(" CMD ")[2])
    with subprocess.Popen(json.loads(values("CMD")[0]), **settings) as server:
        try:
            deadline = time.monotonic() + START_SECONDS
            while subprocess.run(check, check=False, **settings).returncode != 0:
                assert server.poll() is None
                assert time.monotonic() < deadline
        finally:
            server.terminate()
    assert (data / "vinmatch.sqlite3").stat().st_size > 0

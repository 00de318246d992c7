"""What is installed: exactly the folders of the checkout, found by the program, and nothing beside `govflow`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from source import ROOT

FOLDERS = {"govflow": "govflow", "workflows": "govflow/workflows", "templates": "govflow/templates"} | {
    "examples": "govflow/examples"
}
"""Where the folders of the checkout are in the wheel."""

UNPACKED = shutil.ignore_patterns(
    ".*", "*.db*", "*.egg-info", "__pycache__", "bench", "trials", "tests", "docs", "dist"
)
"""What a build does not need. A stale `build/` comes along: it would come along into a wheel, too."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """A wheel of the checkout as it stands."""
    checkout = tmp_path_factory.mktemp("wheel") / "checkout"
    shutil.copytree(ROOT, checkout, ignore=UNPACKED)
    with zipfile.ZipFile(built(checkout)) as opened:
        yield opened


def built(checkout: Path) -> Path:
    """Build the wheel of a checkout, with the tools that are installed."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(checkout.parent)]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [path] = checkout.parent.glob("*.whl")
    return path


def expected_files() -> set[str]:
    """Every file of the folders, where it has to be in the wheel."""
    return {
        f"{target}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, target in FOLDERS.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not is_hidden(path.relative_to(ROOT))
    }


def is_hidden(path: Path) -> bool:
    return any(part.startswith(".") or part == "__pycache__" for part in path.parts)


def test_it_holds_exactly_the_files_of_the_folders(wheel: zipfile.ZipFile) -> None:
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert held - expected_files() == set(), "stale: is there a build/ folder?"
    assert expected_files() - held == set(), "missing from packages or package_data in setup.cfg"


def test_it_installs_no_module_beside_govflow(wheel: zipfile.ZipFile) -> None:
    """A top-level `cli.py` would silently replace somebody else's."""
    assert {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" not in name} == {"govflow"}


def test_it_has_the_command_the_licence_and_the_types(wheel: zipfile.ZipFile) -> None:
    named = {name.split(".dist-info/")[-1]: name for name in wheel.namelist()}
    assert "govflow = govflow.cli:main" in wheel.read(named["entry_points.txt"]).decode()
    assert "licenses/LICENSE" in named
    assert "govflow/py.typed" in named


def test_the_program_finds_its_workflows_where_the_wheel_puts_them(
    wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    wheel.extractall(tmp_path)
    told = (
        "import govflow; print(govflow.__file__);"
        " print(*(line.name for line in govflow.shipped_workflows()));"
        " from govflow.resources import bundled, template_names;"
        " print(*(bundled(kind) for kind in ('workflows', 'templates', 'examples')), *template_names())"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", told],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    file, workflows, places = done.stdout.splitlines()
    assert Path(file).is_relative_to(tmp_path)
    assert workflows.split() == ["it_investment", "mid_long_term_plan", "town_purchase"]
    assert all(str(tmp_path / "govflow" / kind) in places for kind in ("workflows", "templates", "examples"))
    assert "decision_memo" in places


def test_a_stale_build_would_be_seen(tmp_path: Path) -> None:
    """Negative control: setuptools ships whatever an earlier build has left."""
    checkout = tmp_path / "checkout"
    shutil.copytree(ROOT, checkout, ignore=UNPACKED)
    left = checkout / "build" / "lib" / "govflow" / "templates" / "en" / "gone.md.j2"
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_text("gone", encoding="utf-8")
    with zipfile.ZipFile(built(checkout)) as opened:
        assert set(opened.namelist()) - expected_files() >= {"govflow/templates/en/gone.md.j2"}

"""Runs the console blocks of a document and tells what they print today.

`python tests/acceptance/readme.py README.md` writes the outputs into the document.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
VOLATILE = (
    (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "0d9c1e7a-5b3f-4c62-9e1d-7a8b9c0d1e2f"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "5f2b" + "0" * 60),
    (re.compile(r"(?<=; digest )[0-9a-f]{12}(?=\)\.)"), "5f2b" + "0" * 8),
    (re.compile(r"(?<=  #)[0-9a-f]{12}\b"), "5f2b" + "0" * 8),
)


def commands(block: str) -> Iterator[str]:
    """The commands of a block: lines after `$ `, gone on with a backslash."""
    lines = iter(block.splitlines())
    for line in lines:
        if line.startswith("$ "):
            command = line[2:]
            while command.endswith("\\"):
                command += "\n" + next(lines)
            yield command


def printed(command: str, folder: Path) -> str:
    """What a command prints at 80 columns in English, its errors included, its notes left out."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(folder),
        "COLUMNS": "80",
        "GOVFLOW_LANG": "en",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
    }
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    complaints = [line for line in done.stderr.splitlines() if not line.startswith("Key: ")]
    lines = [*done.stdout.splitlines(), *(complaints if done.returncode else ())]
    steady = "\n".join(line.rstrip() for line in lines)
    for pattern, constant in VOLATILE:
        steady = pattern.sub(constant, steady)
    return steady + "\n" if steady else ""


def executed(document: str) -> str:
    """The document with every console block run, in order, in one folder beside the examples."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "examples").symlink_to(CHECKOUT / "examples")

        def run(block: re.Match[str]) -> str:
            parts = (f"$ {command}\n{printed(command, folder)}" for command in commands(block.group(1)))
            return "```console\n" + "".join(parts) + "```\n"

        return BLOCK.sub(run, document)


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        path.write_text(executed(path.read_text(encoding="utf-8")), encoding="utf-8")

"""Foreign templates — those of an overriding directory — are rendered in a process of their own, within limits of
processor time, memory and time that passes. What comes back is plain data: a text and a digest, or why there is none.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from govflow.documents.renderer import Rendered, templates_in
from govflow.errors import DocumentError
from govflow.messages import Notice, notice

PROCESSOR_SECONDS, SECONDS, MEGABYTES = 5, 20, 512
"""Many times what the largest document takes; a busy machine passes more time than the processor works."""


def rendered_apart(folder: Path, template: str, *, lang: str, context: Mapping[str, Any]) -> Rendered:
    """The document `template` of a folder of templates; DocumentError also where it was stopped."""
    asked = json.dumps({"folder": str(folder), "template": template, "lang": lang, "context": context})
    answer = _answer(asked.encode(), place=f"{lang}/{template}")
    if "refused" in answer:
        raise DocumentError(*map(_noticed, answer["refused"]))
    return Rendered(answer["text"], answer["digest"])


def _answer(asked: bytes, *, place: str) -> dict[str, Any]:
    package = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__],
            input=asked,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "PYTHONPATH": path},
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as stopped:
        limits = {"seconds": PROCESSOR_SECONDS, "megabytes": MEGABYTES}
        raise DocumentError(notice("documents.stopped", place=place, **limits)) from stopped
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _main() -> None:
    """What the other process does: one document."""
    _limit()
    asked = json.load(sys.stdin.buffer)
    templates = templates_in(Path(asked["folder"]), asked["lang"])
    try:
        made = templates.render(asked["template"], asked["context"])
        answer: dict[str, Any] = {"text": made.text, "digest": made.template_digest}
    except DocumentError as error:
        answer = {"refused": [_plain(said) for said in error.notices]}
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _plain(said: Notice) -> dict[str, Any]:
    params = {
        name: _plain(value) if isinstance(value, Notice) else value for name, value in said.params.items()
    }
    plain = {
        name: value if isinstance(value, (dict, str, int)) else str(value) for name, value in params.items()
    }
    return {"code": said.code, "params": plain}


def _noticed(plain: Mapping[str, Any]) -> Notice:
    params = {
        name: _noticed(value) if isinstance(value, dict) else value for name, value in plain["params"].items()
    }
    return notice(plain["code"], **params)


if __name__ == "__main__":
    _main()

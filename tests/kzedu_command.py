"""The command `kzedu` run as a person runs it, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from places import ROOT

COMMAND = (sys.executable, "-c", "from kzedu_graph.cli import main; main()")


def kzedu(*arguments: object, text: str = "") -> subprocess.CompletedProcess[str]:
    """What the command says, given some text on its input."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, input=text, check=False, cwd=ROOT
    )


def rows(store: Path, table: str, *options: str) -> list[dict[str, Any]]:
    """The rows of an exported table."""
    done = kzedu("export", table, "--store", store, *options)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]

"""What commands load is compiled when the environment is made, whatever the environment says of bytecode."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}


def test_set_up_and_make_name_every_package_of_ours() -> None:
    script = (ROOT / ".ci" / "set-up").read_text("utf-8").partition("<<'END'")[2].partition("\nEND\n")[0]
    compiled = re.search(
        r"^COMPILE := PYTHONDONTWRITEBYTECODE= .* compileall -q (.*)$", (ROOT / "Makefile").read_text(), re.M
    )
    assert {"extract", "kzedu_graph", "web"} == OURS
    assert {name for name in OURS if f'"{name}"' in script} == OURS
    assert compiled is not None
    assert set(compiled[1].split()) == OURS


def test_an_empty_word_lets_bytecode_be_written(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("")
    for told, written in (("1", False), ("", True)):
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": told, "PYTHONPYCACHEPREFIX": str(tmp_path / "cache")}
        subprocess.run([sys.executable, "-c", "import one"], cwd=tmp_path, env=environment, check=True)
        assert any((tmp_path / "cache").rglob("one.*.pyc")) == written

"""The notebooks run from their first cell to their last, and draw what they promise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

pytestmark = pytest.mark.xdist_group("demonstration")

NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
DRAWS = {"auditor": 2, "researcher": 2}
RUNNER = """
import json, sys, warnings
warnings.simplefilter("error", FutureWarning)
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
names = {"__name__": "__main__"}
for cell in json.load(open(sys.argv[1], encoding="utf-8"))["cells"]:
    if cell["cell_type"] == "code":
        exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
drawn = []
for number in plt.get_fignums():
    (axes,) = plt.figure(number).axes
    plt.figure(number).savefig(f"{sys.argv[2]}/{number}.png")
    drawn.append([axes.get_title(), len(axes.patches) + len(axes.lines)])
print(json.dumps(drawn))
"""


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_cell_runs_and_draws(notebook: Path, demonstration: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUNNER, str(notebook), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "KZEDU_STORE": str(demonstration)},
    )
    assert done.returncode == 0, done.stderr
    drawn = json.loads(done.stdout.splitlines()[-1])
    assert len(drawn) == DRAWS[notebook.stem]
    assert all(title and marks for title, marks in drawn), drawn
    assert all(file.stat().st_size > 5_000 for file in tmp_path.glob("*.png"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_without_outputs(notebook: Path) -> None:
    """What they show is made anew each time: nothing of a corpus is carried in them."""
    document = json.loads(notebook.read_text("utf-8"))
    assert document["nbformat"] == 4
    assert not [cell["id"] for cell in document["cells"] if cell.get("outputs") or cell.get("execution_count")]

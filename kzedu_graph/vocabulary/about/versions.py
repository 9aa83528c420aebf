"""Which version of the project this is: the number of the release, and the commit that it was made of."""

from __future__ import annotations

import subprocess
from importlib import metadata

from kzedu_graph.vocabulary.places import IS_INSTALLED, PACKAGE, ROOT


def version() -> str:
    """ "0.1.0 (8c4f2a91d3e0)"; the number alone where nothing tells the commit."""
    number = metadata.version("kzedu-graph")
    told = _commit()
    return f"{number} ({told})" if told else number


def _commit() -> str:
    """What the package was built of, else what a checkout stands at, with a word where files differ from it."""
    stamp = PACKAGE / "COMMIT"
    if stamp.is_file():
        return stamp.read_text("ascii").strip()
    if IS_INSTALLED or not (ROOT / ".git").exists():
        return ""
    try:
        done = subprocess.run(
            ["git", "-C", str(ROOT), "describe", "--always", "--exclude=*", "--abbrev=12", "--dirty=, changed"],
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:  # a checkout on a machine without git
        return ""
    return done.stdout.strip()

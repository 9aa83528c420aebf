"""Extractions that their process does not survive, for builds in several processes and on clusters."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

GRAVE = "KZEDU_TEST_GRAVE"


def dies(path: Path, registry: Registry) -> Extraction:
    """Kills its process."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("nobody comes here")


def dies_once(path: Path, registry: Registry) -> Extraction:
    """Kills its process in the middle of the second text, once: a file of the environment's `GRAVE` remembers it."""
    grave = Path(os.environ[GRAVE])
    if path.stem == "00002" and not grave.exists():
        grave.write_text(str(os.getpid()))
        dies(path, registry)
    return extract_file(path, registry)

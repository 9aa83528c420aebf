"""Extractions that their process does not survive, for builds in several processes and on clusters."""

from __future__ import annotations

import os
import re
import signal
import time
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
    """Kills the worker that it reads for in the middle of the second text, once: a file of `GRAVE` remembers it."""
    grave = Path(os.environ[GRAVE])
    if path.stem == "00002" and not grave.exists():
        grave.write_text(str(os.getppid()))
        os.kill(os.getppid(), signal.SIGKILL)
    return extract_file(path, registry)


def hasten() -> None:
    """Makes the time that is left to this file pass six thousand times as fast; where no limit is set it never ends."""
    left, _ = signal.getitimer(signal.ITIMER_REAL)
    signal.setitimer(signal.ITIMER_REAL, left / 6000)


def by_name(path: Path, registry: Registry) -> Extraction:
    """Does what the file's name says, on the way to its records."""
    match path.stem:
        case "kills":
            dies(path, registry)
        case "sleeps":
            hasten()
            time.sleep(3600)
        case "loops":
            hasten()
            re.match(r"(a|aa)+$", "a" * 100 + "b")
        case "eats":
            [bytearray(1 << 20) for _ in range(1 << 14)]
        case "fails":
            print(1 // 0)
    return extract_file(path, registry)

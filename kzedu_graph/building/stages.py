"""Where the time of a build goes: seconds a stage, printed in the summary and kept beside the build."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

STAGES = ("extract", "graph", "integrity", "audit", "compare", "check", "write")
FILE = "times.json"


class Stages:
    """Seconds spent in each of `STAGES`; a stage that is entered again goes on where it stopped."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def measure(self, stage: str) -> Iterator[None]:
        """The time of the block counts for the stage; raises ValueError for an unknown one."""
        if stage not in STAGES:
            raise ValueError(f"a stage is one of {', '.join(STAGES)}, not {stage!r}")
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - begun

    def add(self, seconds: Mapping[str, float]) -> None:
        """Time that was spent elsewhere, by stage."""
        for stage, more in seconds.items():
            self.seconds[stage] = self.seconds.get(stage, 0.0) + more

    def write(self, folder: Path) -> None:
        """Keeps the times of the last build in its store; they are no part of the graph, whose bytes do not change."""
        rounded = {stage: round(seconds, 3) for stage, seconds in self.seconds.items()}
        (folder / FILE).write_text(json.dumps(rounded) + "\n", encoding="ascii")

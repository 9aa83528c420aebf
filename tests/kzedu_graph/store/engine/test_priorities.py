"""Which processes the kernel lets go first."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzedu_graph.store.engine.priorities import (
    LONG_TURN,
    LOW_PRIORITY,
    leave_one_processor,
    let_others_go_first,
    take_any_processor,
)

_READS_TURNS = Path("/proc/self/sched").exists() and "se.slice" in Path("/proc/self/sched").read_text()


def turn_of(pid: int) -> int:
    """The length of a process's turns in nanoseconds, as the kernel tells it."""
    lines = Path(f"/proc/{pid}/sched").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("se.slice")).rpartition(":")[2])


@pytest.fixture
def waiting() -> Iterator[subprocess.Popen[bytes]]:
    """A process that waits."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.communicate(b"\n")


def test_who_steps_back_has_a_small_share(waiting: subprocess.Popen[bytes]) -> None:
    let_others_go_first(waiting.pid)
    assert os.getpriority(os.PRIO_PROCESS, waiting.pid) == max(LOW_PRIORITY, os.getpriority(os.PRIO_PROCESS, 0))


@pytest.mark.skipif(
    not _READS_TURNS or tuple(map(int, platform.release().split(".")[:2])) < (6, 12),
    reason="this kernel takes no length of turns, or does not tell it",
)
def test_its_turns_are_long_then(waiting: subprocess.Popen[bytes]) -> None:
    assert turn_of(waiting.pid) < LONG_TURN
    let_others_go_first(waiting.pid)
    assert turn_of(waiting.pid) == LONG_TURN


@pytest.mark.skipif(sys.platform != "linux", reason="where a process runs can be told on Linux")
def test_one_processor_is_left_to_others(waiting: subprocess.Popen[bytes]) -> None:
    ours = sorted(os.sched_getaffinity(0))
    for _ in range(2):  # a question may be told twice that it is long
        let_others_go_first(waiting.pid)
        assert sorted(os.sched_getaffinity(waiting.pid)) == (ours[:-1] or ours)


@pytest.mark.skipif(sys.platform != "linux", reason="where a process runs can be told on Linux")
def test_a_processor_that_was_left_is_given_back(waiting: subprocess.Popen[bytes]) -> None:
    ours = sorted(os.sched_getaffinity(0))
    leave_one_processor(waiting.pid)
    assert sorted(os.sched_getaffinity(waiting.pid)) == (ours[:-1] or ours)
    take_any_processor(waiting.pid)
    assert sorted(os.sched_getaffinity(waiting.pid)) == ours


def test_of_a_process_that_is_gone_the_caller_is_told() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    with pytest.raises(ProcessLookupError):
        let_others_go_first(gone.pid)

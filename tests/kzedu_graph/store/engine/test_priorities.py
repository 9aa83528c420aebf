"""Which processes the kernel lets go first."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzedu_graph.store.engine import priorities
from kzedu_graph.store.engine.priorities import (
    LONG_TURN,
    LOOP,
    LOW_PRIORITY,
    REAL_TIME,
    go_first,
    go_with_others,
    leave_one_processor,
    let_others_go_first,
    may_go_first,
    take_any_processor,
)

_READS_TURNS = Path("/proc/self/sched").exists() and "se.slice" in Path("/proc/self/sched").read_text()


def turn_of(pid: int) -> int:
    """The length of a process's turns in nanoseconds, as the kernel tells it."""
    lines = Path(f"/proc/{pid}/sched").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("se.slice")).rpartition(":")[2])


in_real_time = pytest.mark.skipif(not may_go_first(), reason="no right to turns in real time here (RLIMIT_RTPRIO)")


def policy_of(pid: int) -> int:
    """The class that a process has its turns in."""
    return os.sched_getscheduler(pid) & ~os.SCHED_RESET_ON_FORK


@pytest.fixture
def asked_anew() -> Iterator[None]:
    """Whether we may go first is asked again, before and behind."""
    may_go_first.cache_clear()
    yield
    may_go_first.cache_clear()


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


@in_real_time
def test_who_goes_first_stands_below_who_waits_for_it(waiting: subprocess.Popen[bytes]) -> None:
    go_first(waiting.pid)
    assert policy_of(waiting.pid) == os.SCHED_RR
    assert 0 < os.sched_getparam(waiting.pid).sched_priority < LOOP
    go_with_others(waiting.pid)
    assert policy_of(waiting.pid) == os.SCHED_OTHER


@in_real_time
def test_what_a_thread_begins_does_not_go_first_with_it() -> None:
    seen: list[int] = []

    def begin() -> None:
        go_first(0, LOOP)
        code = "import os; print(os.sched_getscheduler(0))"
        seen.append(int(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout))
        inner = threading.Thread(target=lambda: seen.append(os.sched_getscheduler(0)))
        inner.start()
        inner.join()

    thread = threading.Thread(target=begin)
    thread.start()
    thread.join()
    assert seen == [os.SCHED_OTHER, os.SCHED_OTHER]
    assert os.sched_getscheduler(0) == os.SCHED_OTHER, "a thread speaks for itself alone"


@pytest.mark.usefixtures("asked_anew")
def test_nobody_goes_first_where_the_operator_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REAL_TIME, "0")
    assert not may_go_first()


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.skipif(sys.platform != "linux", reason="Linux has the classes")
def test_nobody_goes_first_without_the_right(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(priorities, "go_first", refused)
    assert not may_go_first()


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.skipif(sys.platform != "linux", reason="Linux has the classes")
def test_a_process_that_was_put_behind_others_stays_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getpriority", lambda *_: 5)
    assert not may_go_first()


@in_real_time
def test_to_have_asked_changes_nothing() -> None:
    assert may_go_first()
    assert policy_of(0) == os.SCHED_OTHER


@in_real_time
@pytest.mark.skipif(os.geteuid() != 0, reason="who is root can become somebody who is not")
def test_a_plain_user_with_the_right_to_it_gets_and_gives_back() -> None:
    """`CAP_SYS_NICE` hides what a user with `RLIMIT_RTPRIO` alone may not do."""
    code = (
        "import os, resource; "
        "resource.setrlimit(resource.RLIMIT_RTPRIO, (2, 2)); os.setgid(65534); os.setuid(65534); "
        "from kzedu_graph.store.engine.priorities import may_go_first, go_first, go_with_others; "
        "print(may_go_first()); go_first(0); go_with_others(0); go_first(0); print(os.sched_getscheduler(0) & 255)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    if "RLIMIT_RTPRIO" in done.stderr or "not allowed to raise" in done.stderr:
        pytest.skip("this machine lets nobody raise the limit")
    assert done.stdout.split() == ["True", str(os.SCHED_RR)], done.stderr

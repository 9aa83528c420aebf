"""Parts made on this machine, in processes that read one file after the other and can be stopped.

A process is started when it is needed and reads until it ends: by a file that takes too long or too much memory, or
by whoever kills it. That file is left out, and a new process reads the next one. A command that is still one thread may
have its first processes forked (`ahead`): they need not load again what it has loaded. Or it forks one before it has
loaded anything (`early`), which loads the rules while the command loads what it needs itself: so this module is light.
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from kzedu_graph.building.executors.limits import ReadingLimits
from kzedu_graph.model.errors import KzeduError
from kzedu_graph.store.engine.answers import StoreError

if TYPE_CHECKING:
    from kzedu_graph.building.gathering import Making
    from kzedu_graph.building.left_out import LeftOut
    from kzedu_graph.building.parts import Made

PROGRAM = "kzedu_graph.building.executors.reader_process"
ENDED_BY_TIME, ENDED_BY_KERNEL = signal.SIGALRM, signal.SIGKILL


class _Forked:
    """A copy of this process that reads files; it is ended, and waited for, as one that was started."""

    def __init__(self, theirs: Connection, others: Sequence[Connection], *, early: bool) -> None:
        self._process = get_context("fork").Process(target=_serve_alone, args=(theirs, others, early), daemon=True)
        self._process.start()

    def kill(self) -> None:
        """End it, whatever it does."""
        self._process.kill()

    def wait(self) -> int:
        """Its exit code, once it has ended."""
        self._process.join()
        return self._process.exitcode or 0


def _serve_alone(theirs: Connection, others: Sequence[Connection], early: bool) -> None:
    """Answer files in a copy of the process that asks, whose ends of channels would keep them open."""
    from kzedu_graph.building.executors.reader_process import serve

    for each in others:
        each.close()
    serve(theirs, early=early)


class ReaderProcess:
    """A process that reads files, started with the first one and again after each that it did not survive."""

    def __init__(self, extract: str, limits: ReadingLimits) -> None:
        self._extract, self._limits = extract, limits
        self._process: subprocess.Popen[bytes] | _Forked | None = None
        self._channel: Connection | None = None
        self._answered = False

    def fork(self, beside: Sequence[ReaderProcess] = (), *, early: bool = False) -> None:
        """Start the process as a copy of this one, where this one is a single thread; `beside` were started before.

        An `early` one loads the rules at once, not with its first file.
        """
        if self._process is None and threading.active_count() == 1:
            self._channel, theirs = Pipe()
            channels = (self._channel, *(each._channel for each in beside if each._channel))
            with theirs:
                self._process = _Forked(theirs, channels, early=early)
            self._introduce(self._channel)

    def begin(self, path: Path, *, ahead: bool = False) -> Connection:
        """Have a file read, and audited with `ahead`; what is returned can be waited for until there is an answer."""
        channel = self._started()
        try:
            channel.send((path, ahead))
        except OSError:  # it was ended while it was idle: that costs no file
            self.end()
            channel = self._started()
            channel.send((path, ahead))
        return channel

    def answer(self, path: Path) -> Made | LeftOut:
        """What became of the file that was begun; raises KzeduError where our own data is broken."""
        from kzedu_graph.building.left_out import LeftOut

        assert self._channel is not None, "a file was begun"
        try:
            given: Made | LeftOut | KzeduError = self._channel.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            return self._epitaph(path)
        self._answered = True
        if isinstance(given, KzeduError):
            raise given
        if isinstance(given, LeftOut) and given.code == "file-too-hungry":
            self.end()  # what such a file leaves in memory is not known
        return given

    def read(self, path: Path, *, ahead: bool = False) -> Made | LeftOut:
        """One file, waited for."""
        self.begin(path, ahead=ahead)
        return self.answer(path)

    def end(self) -> None:
        """Stop the process, whatever it does."""
        if self._channel is not None:
            self._channel.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._process = self._channel = None

    def _started(self) -> Connection:
        if self._channel is None:
            self._channel, theirs = Pipe()
            with theirs:
                command = [sys.executable, "-m", PROGRAM, str(theirs.fileno())]
                self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
            self._channel.send(sys.path)
            self._introduce(self._channel)
        return self._channel

    def _introduce(self, channel: Connection) -> None:
        """Tell the process what reads a file, and within which limits."""
        self._answered = False
        channel.send((self._extract, self._limits))

    def _epitaph(self, path: Path) -> LeftOut:
        """Why the process ended on a file; raises StoreError where it never worked."""
        from kzedu_graph.building.left_out import LeftOut

        assert self._process is not None, "a process was started"
        code, answered = self._process.wait(), self._answered
        self.end()
        if code > 0 and not answered:
            raise StoreError(f"the process that reads files cannot work (exit code {code}): it says why above")
        if code == -ENDED_BY_TIME:
            return LeftOut(path.name, "file-too-slow", f"{self._limits.seconds:g}")
        how = f"signal {-code}, for want of memory perhaps" if code == -ENDED_BY_KERNEL else f"signal {-code}"
        return LeftOut(path.name, "reader-ended", how if code < 0 else f"exit {code}")


def in_processes(
    extract: str,
    jobs: int = 1,
    limits: ReadingLimits | None = None,
    *,
    ahead: bool = False,
    early: ReaderProcess | None = None,
) -> Making:
    """So many processes, each with the pipeline loaded once; `early` is the first of them.

    `extract` names a function of a module, `extract.flow:extract_file`: this process need not load it. With `ahead` the
    processes are forked now, where this one is a single thread; they wait until files are asked for, once.
    """
    limits = limits or ReadingLimits()
    readers = [*([early] if early else []), *(ReaderProcess(extract, limits) for _ in range(jobs - bool(early)))]
    for n, reader in enumerate(readers if ahead else ()):
        reader.fork(readers[:n])
    return partial(_in_processes, readers)


def _in_processes(readers: Sequence[ReaderProcess], files: Sequence[Path]) -> Iterator[tuple[Path, Made | LeftOut]]:
    left = iter(files)
    # Audits that may be wanted of none: several processes share them, and a file alone has what they need at hand.
    ahead = len(files) == 1 or len(readers) > 1
    running: dict[Connection, tuple[ReaderProcess, Path]] = {}
    try:
        for reader, file in zip(readers, left, strict=False):
            running[reader.begin(file, ahead=ahead)] = reader, file
        while running:
            ready = wait(list(running))
            for channel in [one for one in running if one in ready]:
                reader, file = running.pop(channel)
                answer = reader.answer(file)
                for following in islice(left, 1):
                    running[reader.begin(following, ahead=ahead)] = reader, following
                yield file, answer
    finally:
        for reader in readers:
            reader.end()

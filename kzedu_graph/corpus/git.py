"""The history of a git repository, read through the git command without checking anything out.

A commit is a day, a message, its trailers and the files that it changed; a file's bytes are asked for by their
object's name, which one process answers for all (`git cat-file --batch`). Nothing is ever written into a repository.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO

from kzedu_graph.corpus.listed_repository import CorpusError

_COMMIT, _FIELD = b"\x02", b"\x01"
_FORMAT = "%x02%H%x01%as%x01%s%x01%(trailers:only,unfold)%x01"
"""Of a commit: its name, the author's day, the subject and the trailers."""
NONE = "0" * 40
"""The object of a file that is gone."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its name, day, subject and trailers, and the files it changed with their new objects (`NONE` where
    they are gone).
    """

    name: str
    day: date
    subject: str
    trailers: dict[str, str]
    files: tuple[tuple[str, str], ...]


def is_repository(path: Path) -> bool:
    """Whether a folder is a clone, with a work tree or bare."""
    return (path / ".git").exists() or ((path / "HEAD").is_file() and (path / "objects").is_dir())


class Repository:
    """A clone. Raises CorpusError, in one sentence, where git is missing or refuses."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def resolve(self, ref: str) -> str:
        """The commit that a branch, a tag or a name stands for."""
        return self._ask("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}", why=f"has no commit {ref}").strip()

    def tags(self) -> list[str]:
        """The tags, in the order of their names ("build/2031-05-05")."""
        return self._ask("tag", "--list").split()

    def is_ancestor(self, older: str, newer: str) -> bool:
        """Whether one commit stands in the history of another; it does not after a force-push."""
        done = self._run("merge-base", "--is-ancestor", older, newer)
        return done.returncode == 0

    def ever_held(self, name: str, until: str) -> bool:
        """Whether a file of a name stood in any folder of any commit up to one."""
        return bool(self._run("log", "-1", "--format=%H", until, "--", f":(glob)**/{name}").stdout)

    def files_at(self, commit: str) -> Iterator[tuple[str, str]]:
        """Every file of a commit and its object."""
        for entry in self._ask("ls-tree", "-r", "-z", commit).split("\0"):
            if entry:
                about, _, path = entry.partition("\t")
                yield path, about.split()[2]

    def commits(self, until: str, since: str | None = None) -> Iterator[Commit]:
        """The commits up to one, oldest first, without those up to `since`; merges count as their first parent sees
        them.
        """
        span = f"{since}..{until}" if since else until
        command = self._command(
            *("log", "--reverse", "--first-parent", "-m", "--raw", "-z", "--no-renames", "--no-abbrev", "--root"),
            *(f"--format={_FORMAT}", span),
        )
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_quiet()) as process:
            assert process.stdout is not None
            for written in _split(process.stdout, _COMMIT):
                if written.strip(b"\0\n"):
                    yield _commit(written)
        if process.returncode:
            raise CorpusError(f"{self.path}: git cannot tell the history up to {until}.")

    def _ask(self, *arguments: str, why: str = "") -> str:
        done = self._run(*arguments)
        if done.returncode:
            told = why or (done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git refuses"])[-1]
            raise CorpusError(f"{self.path}: {told}.")
        return done.stdout.decode("utf-8", "surrogateescape")

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(self._command(*arguments), capture_output=True, check=False, env=_quiet())
        except FileNotFoundError as error:
            raise CorpusError("git is not installed; a law repository is read through it.") from error

    def _command(self, *arguments: str) -> list[str]:
        return ["git", "-C", str(self.path), "-c", "core.quotePath=false", *arguments]


class Objects:
    """Reads objects of a repository by their names, in one process of git. Used as a context."""

    def __init__(self, repository: Repository) -> None:
        command = ["git", "-C", str(repository.path), "cat-file", "--batch"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_quiet()
        )

    def __enter__(self) -> Objects:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.kill() if kind else self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._process.wait()

    def read(self, name: str) -> bytes | None:
        """The bytes of an object; None where the clone lacks it, as a partial one does."""
        asked, answer = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answer is not None
        asked.write(f"{name}\n".encode())
        asked.flush()
        about = answer.readline().split()
        if len(about) < 3:
            return None
        data = answer.read(int(about[2]))
        answer.read(1)
        return data


def _quiet() -> dict[str, str]:
    """The environment of git: no repository but the one named, no question, no fetching of what a clone left out."""
    left = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return {
        **left,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C.UTF-8",
    }


def _split(stream: IO[bytes], mark: bytes, size: int = 1 << 20) -> Iterator[bytes]:
    """The pieces of a stream between marks, held one at a time."""
    left = b""
    while data := stream.read(size):
        *whole, left = (left + data).split(mark)
        yield from whole
    yield left


def _commit(written: bytes) -> Commit:
    name, day, subject, trailers, changes = written.split(_FIELD, 4)
    return Commit(
        name.decode("ascii"),
        date.fromisoformat(day.decode("ascii")),
        subject.decode("utf-8", "replace"),
        _trailers(trailers.decode("utf-8", "replace").splitlines()),
        tuple(_changes(changes.split(b"\0"))),
    )


def _trailers(lines: Sequence[str]) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines)
    return {key.strip(): value.strip() for key, _, value in pairs if value.strip()}


def _changes(entries: Sequence[bytes]) -> Iterator[tuple[str, str]]:
    """Path and new object of each file: ":100644 100644 old new M", then the path."""
    waiting = iter(entry.strip(b"\n") for entry in entries)
    for entry in waiting:
        if entry.startswith(b":"):
            yield next(waiting).decode("utf-8", "surrogateescape"), entry.split()[3].decode("ascii")

"""What a question to the graph comes back as: an answer in a media type, or an error that says what to do."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, fields
from hashlib import sha256
from os import SEEK_END
from typing import IO, Self

from kzedu_graph.model.errors import KzeduError
from kzedu_graph.vocabulary.places import DEFAULT_GRAPHS

_PIECE = 1 << 16
asking_client: ContextVar[str] = ContextVar("asking_client", default="")
"""For whom a question is asked, so that clients can be treated alike; empty for the project's own."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one query may take, and how many may run and wait.

    `seconds` of wall clock; `memory` in bytes above what a worker needs with the graph loaded; `rows` of a table or
    triples of a graph and `bytes` of the serialised answer (it is cut there);
    `text` bytes of the query; `workers` for short queries at once; `quick` seconds after which a query counts as
    long; `long` workers for long ones, which run at low priority; `queue` queries waiting for each kind, `each` of
    them from one client; `wait` seconds for a worker; `start` seconds for loading the graph; `kept` bytes of answers
    that are given again to who asks the same.
    """

    seconds: float = 10.0
    memory: int = 1 << 30
    rows: int = 100_000
    bytes: int = 64 << 20
    text: int = 256 << 10
    workers: int = 2
    quick: float = 0.5
    long: int = 2
    queue: int = 16
    each: int = 8
    wait: float = 20.0
    start: float = 120.0
    kept: int = 16 << 20

    def __post_init__(self) -> None:
        for name in self.__slots__:
            value, may_be_nothing = getattr(self, name), name in ("queue", "kept")
            if value < 0 or (value == 0 and not may_be_nothing):
                least = "nothing or more" if may_be_nothing else "more than nothing"
                raise ValueError(f"the limit `{name}` is {least}, not {value}")

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Self:
        """The limits that an operator set, `KZEDU_LIMIT_SECONDS=5` and so on; raises `StoreError` for what is none."""
        chosen: dict[str, float] = {}
        for limit in fields(cls):
            name = f"KZEDU_LIMIT_{limit.name.upper()}"
            if name not in environment:
                continue
            kind = float if isinstance(limit.default, float) else int
            try:
                chosen[limit.name] = kind(environment[name])
            except ValueError as error:
                raise StoreError(f"{name}={environment[name]}: a number is needed, as in {limit.default}") from error
        try:
            return cls(**chosen)  # type: ignore[arg-type]
        except ValueError as error:
            raise StoreError(f"KZEDU_LIMIT_…: {error}") from error


class SpooledBody:
    """The bytes of a large answer, in a file that has no name and is gone with the last who reads it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._size = file.seek(0, SEEK_END)

    def __len__(self) -> int:
        return self._size

    def pieces(self) -> Iterator[bytes]:
        """The bytes in order, a piece in memory at a time."""
        done = 0
        while piece := os.pread(self._file.fileno(), _PIECE, done):
            yield piece
            done += len(piece)


@dataclass(frozen=True, slots=True)
class Answer:
    """A serialised answer; `cut` names the limit behind which the rest is missing: `rows`, `bytes`, or none."""

    media_type: str
    data: bytes | SpooledBody
    cut: str = ""

    @property
    def body(self) -> bytes:
        """The whole answer in memory."""
        return b"".join(self.pieces())

    def pieces(self) -> Iterable[bytes]:
        """The answer piece by piece, for who sends it on."""
        return self.data.pieces() if isinstance(self.data, SpooledBody) else (self.data,)


@dataclass(frozen=True, slots=True)
class Request:
    """A question as a query engine takes it: terms are N-Triples text, graphs are IRIs.

    The graphs override the query's own FROM; the default graph is the union of `default_graphs`; `named_graphs`
    None means every named graph. Relative IRIs of the text are resolved against `base`; `prefixes` shorten a graph.
    `rows` and `bytes` 0 mean no limit.
    """

    text: str
    media_type: str
    params: dict[str, str] = field(default_factory=dict)
    default_graphs: tuple[str, ...] = DEFAULT_GRAPHS
    named_graphs: tuple[str, ...] | None = None
    rows: int = 0
    bytes: int = 0
    base: str = ""
    prefixes: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What tells a question from any other."""
        graphs = "\0".join(self.default_graphs), "\0".join(self.named_graphs or ()), str(self.named_graphs is None)
        params = (f"{name}\0{self.params[name]}" for name in sorted(self.params))
        parts = (self.text, self.media_type, self.base, *graphs, f"{self.rows} {self.bytes}", *params)
        return sha256("\1".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class StoreError(KzeduError):
    """The store cannot answer or be written: no build yet, a broken one, a server out of reach."""


class Overloaded(StoreError):
    """Every worker is busy, and the queue is full or does not move."""


class TooMany(Overloaded):
    """One client has too many questions waiting."""


class QueryError(StoreError):
    """The query is not SPARQL, or asks something that the engine does not know; line and column count from 1."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class NotAcceptable(QueryError):
    """None of the media types asked for exists for this form of query."""


class Refused(QueryError):
    """The query is well formed and not allowed here: an update, SERVICE, a graph outside the dataset."""


class QueryTimeout(StoreError):
    """The query ran into the limit of time and was stopped."""


class QueryTooLarge(StoreError):
    """The query or its answer is over a limit; `limit` is the limit's name in `Limits`."""

    def __init__(self, message: str, limit: str) -> None:
        super().__init__(message)
        self.limit = limit

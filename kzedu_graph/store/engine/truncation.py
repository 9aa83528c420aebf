"""Where an answer ends: a table is cut behind the last whole row within its limits, while it is being written."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kzedu_graph.store.engine.answers import Answer, QueryTooLarge

if TYPE_CHECKING:
    from typing_extensions import Buffer

LOOK = 1 << 16
"""Bytes that are written between two looks at how many rows there are."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows follow each other: `row` is one before another, `before` are none, `tail` ends a table.

    A table that was cut says at which limit (`%s`) by a `note` before its tail, or by an `opening` in the place of its
    first byte, where its format has a place for either; CSV and TSV have none. Notes are not counted as bytes.
    """

    row: re.Pattern[bytes]
    tail: bytes = b""
    before: int = 0
    note: bytes = b""
    opening: bytes = b""


_LAYOUTS = {
    "application/sparql-results+json": Layout(
        re.compile(rb'(?:[^"}]++|"(?:[^"\\]++|\\.)*+"|\}(?!\s*+,\s*+\{))*+\}', re.DOTALL),
        b"]}}",
        opening=b'{"cut":"%s",',
    ),
    # "<" is escaped in text, so a tag is a tag
    "application/sparql-results+xml": Layout(
        re.compile(rb"(?:[^<]++|<(?!/result>\s*+<result))*+</result>"),
        b"</results></sparql>",
        note=b"<!-- cut: %s -->",
    ),
    "text/tab-separated-values": Layout(re.compile(rb"[^\n]*+\n(?=.)", re.DOTALL), before=1),
    "text/csv": Layout(re.compile(rb'(?:[^"\r\n]++|"[^"]*+"|\r(?!\n))*+\r?\n(?=.)', re.DOTALL), before=1),
    "application/n-triples": Layout(re.compile(rb"[^\n]*+\n(?=.)", re.DOTALL), note=b"# cut: %s\n"),
}
_GRAPH_NOTES = {
    "text/turtle": "# cut: {}\n",
    "text/n3": "# cut: {}\n",
    "application/n-triples": "# cut: {}\n",
    "application/trig": "# cut: {}\n",
    "application/rdf+xml": "<!-- cut: {} -->\n",
}
"""What stands behind a graph that was cut; JSON-LD has no place for it."""


def graph_note(media_type: str, cut: str) -> bytes:
    """The note behind a graph that was cut at a limit; nothing where it was not."""
    return _GRAPH_NOTES.get(media_type, "").format(cut).encode() if cut else b""


class LimitReached(Exception):
    """A limit was met: what is written from here on is not wanted."""


class TruncatingWriter(io.BytesIO):
    """An answer that is being written, never much larger than `bytes`; rows beyond `rows` are left out (0: no limit).

    `write` raises `LimitReached` where a table met a limit, and `QueryTooLarge` where nothing of the answer fits.
    """

    def __init__(self, media_type: str, rows: int, size: int) -> None:
        super().__init__()
        self._media_type = media_type
        self._layout = _LAYOUTS.get(media_type)
        self._rows = rows
        self._size = size
        self._count = -self._layout.before if self._layout else 0
        self._end = 0
        self._look_at = max(LOOK, 2 * rows)
        self._cut = ""

    def write(self, data: Buffer) -> int:
        written = super().write(data)
        if self._size and self.tell() > self._size:
            self._look()
            if not self._cut:
                self._stop("bytes")
        if self.tell() >= self._look_at:
            self._look()
        if self._cut:
            raise LimitReached
        return written

    def answer(self) -> Answer:
        """What was written, up to its limits."""
        if not self._cut:
            self._look()
        layout, limit = self._layout, self._cut.encode()
        if not self._cut or layout is None:
            return Answer(self._media_type, self.getvalue(), self._cut)
        self.seek(self._end)
        self.truncate()
        super().write(layout.note.replace(b"%s", limit) + layout.tail)
        written = self.getvalue()
        if layout.opening:
            written = layout.opening.replace(b"%s", limit) + written[1:]
        return Answer(self._media_type, written, self._cut)

    def _look(self) -> None:
        """Count the rows that were written since the last look."""
        if self._layout is None or not (self._rows or self._size):
            return
        room = self._size - len(self._layout.tail) if self._size else self.tell()
        with self.getbuffer() as written:
            while not self._cut and (found := self._layout.row.match(written, self._end)):
                end = found.end()
                del found
                if end > room:
                    self._stop("bytes")
                    break
                self._end = end
                self._count += 1
                if self._rows and self._count == self._rows:
                    self._stop("rows")
        self._look_at = self.tell() + max(LOOK, self.tell() - self._end)

    def _stop(self, limit: str) -> None:
        if self._layout is None or self._count <= 0:
            raise QueryTooLarge(f"the answer is larger than {self._size} bytes: ask for less, or use LIMIT", "bytes")
        self._cut = limit


def cut_table(media_type: str, body: bytes, rows: int, size: int) -> Answer:
    """A serialised table, up to its limits (0: none); raises `QueryTooLarge` where not even a row fits."""
    writer = TruncatingWriter(media_type, rows, size)
    with suppress(LimitReached):  # the answer says so
        writer.write(body)
    return writer.answer()

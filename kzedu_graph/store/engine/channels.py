"""Framed messages over a socket between this process and a worker: their heads, and how long each step may take."""

from __future__ import annotations

import json
import socket
import struct
import time
from collections.abc import Mapping
from functools import lru_cache
from tempfile import TemporaryFile
from typing import IO

from kzedu_graph.store.engine.answers import SpooledBody

HEAD = struct.Struct(">IIf")
"""Before each message on a socket: the sizes of its head and of its body, and the processor seconds that it took. A
request is all head, pickled; the head of a reply is JSON, for a worker is not trusted with more than text."""
_TIME = struct.Struct("@ll")
"""Seconds and microseconds, as the kernel takes a socket's limit of time (`struct timeval`); both zero are no limit."""
_FIRST, _CHUNK = 1 << 12, 1 << 17
"""Bytes taken at once: most answers are short, and to make room for a long one takes as long as a short query."""
SPOOLED = 1 << 20
"""Bytes beyond which an answer is kept in a file until it is sent, so that slow readers cost no memory."""


class WorkerGone(Exception):
    """A worker or its factory died; `ended_by` is the signal that ended it, 0 where that is not known."""

    def __init__(self, ended_by: int = 0) -> None:
        super().__init__(f"ended by signal {ended_by}")
        self.ended_by = ended_by


class Channel:
    """Framed messages over a socket, with the part of an answer that has come so far."""

    def __init__(self, end: socket.socket) -> None:
        end.setblocking(True)  # the kernel counts the time: see `_allow`
        self._socket = end
        self._data = bytearray()
        self._file: IO[bytes] | None = None
        self._allowed: dict[int, int] = {}
        self.seconds = 0.0
        """Processor seconds of the last message's sender."""

    @property
    def open(self) -> bool:
        """Whether the other end is open, as far as is known without waiting; nothing may be under way."""
        try:
            return bool(self._socket.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT))
        except BlockingIOError:
            return True
        except OSError:
            return False

    def send(self, message: bytes, until: float) -> None:
        """Send one message; raises `TimeoutError`, or `WorkerGone` where nobody reads."""
        data = memoryview(HEAD.pack(len(message), 0, 0.0) + message)
        while data:
            try:
                self._allow(socket.SO_SNDTIMEO, until)
                data = data[self._socket.send(data) :]
            except BlockingIOError as error:
                raise TimeoutError from error
            except (BrokenPipeError, ConnectionResetError) as error:
                raise WorkerGone from error

    def receive(self, until: float) -> tuple[Mapping[str, object], bytes | SpooledBody]:
        """The next message; after a `TimeoutError` it can be waited for again. Raises `WorkerGone`."""
        data = self._data
        self._fill(HEAD.size, until)
        head_size, size, self.seconds = HEAD.unpack_from(data)
        start = HEAD.size + head_size
        body: bytes | SpooledBody
        if size > SPOOLED:
            self._fill(start, until)
            body = self._file_body(start, size, until)
        else:
            self._fill(start + size, until)
            body = bytes(memoryview(data)[start : start + size])
        head = _read_head(bytes(data[HEAD.size : start]))
        self._data = bytearray()
        return head, body

    def _fill(self, size: int, until: float) -> None:
        while len(self._data) < size:
            self._data += self._read(_CHUNK if self._data else _FIRST, until)

    def _file_body(self, start: int, size: int, until: float) -> SpooledBody:
        """The body that begins at `start` and is too large to be held here."""
        try:
            if self._file is None:
                self._file = TemporaryFile()  # noqa: SIM115  (closed with the last who reads it)
            self._file.write(self._data[start:])
            del self._data[start:]
            while (left := size - self._file.tell()) > 0:
                self._file.write(self._read(min(left, _CHUNK), until))
        except TimeoutError:
            raise
        except OSError as error:
            raise WorkerGone from error  # no room for the answer: this worker's socket cannot be used again
        body, self._file = SpooledBody(self._file), None
        return body

    def _read(self, size: int, until: float) -> bytes:
        try:
            self._allow(socket.SO_RCVTIMEO, until)
            part = self._socket.recv(size)
        except BlockingIOError as error:
            raise TimeoutError from error
        except ConnectionResetError as error:
            raise WorkerGone from error
        if not part:
            raise WorkerGone
        return part

    def _allow(self, which: int, until: float) -> None:
        """Let the socket's next step take until then; raises `TimeoutError` where it is past.

        What was allowed before goes on where it is longer by less than an eighth and a millisecond: a change is a call.
        """
        left = int((until - time.monotonic()) * 1e6)
        if left <= 0:
            raise TimeoutError
        spare = min(left >> 3, 1_000)
        if not left <= self._allowed.get(which, 0) <= left + spare:
            self._allowed[which] = allowed = left + (spare >> 1)
            self._socket.setsockopt(socket.SOL_SOCKET, which, _TIME.pack(*divmod(allowed, 1_000_000)))

    def close(self) -> None:
        """Close this end."""
        self._socket.close()


@lru_cache(maxsize=64)
def _read_head(text: bytes) -> Mapping[str, object]:
    """What a worker says of its answer: mostly the same few words."""
    head: dict[str, object] = json.loads(text)
    return head

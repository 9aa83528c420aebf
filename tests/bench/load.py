"""Clients for measuring a server: raw connections that are kept, so that the client costs little."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import quote


@dataclass
class Seen:
    """Seconds of each answer, in the order of the answers, and how many there were of each status."""

    seconds: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)

    def quantile(self, share: float) -> float:
        """The seconds within which this share of the answers came."""
        ordered = sorted(self.seconds)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


class Client:
    """One connection that is kept; `source` is the loopback address it comes from."""

    def __init__(self, port: int, source: str = "127.0.0.1") -> None:
        self.port = port
        self.source = source
        self._connection: socket.socket | None = None

    def get(self, path: str) -> int:
        """The status of the answer; 0 where the server hung up."""
        message = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n".encode()
        try:
            if self._connection is None:
                self._connection = socket.create_connection(
                    ("127.0.0.1", self.port), timeout=60, source_address=(self.source, 0)
                )
                self._connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                if self._connection.getsockname() == self._connection.getpeername():
                    raise ConnectionRefusedError  # nobody listens yet, and the kernel connected us with ourselves
            self._connection.sendall(message)
            return self._read(self._connection)
        except OSError:
            self.close()
            return 0

    def _read(self, connection: socket.socket) -> int:
        data = b""
        while b"\r\n\r\n" not in data:
            part = connection.recv(1 << 16)
            if not part:
                self.close()
                return 0
            data += part
        head, _, body = data.partition(b"\r\n\r\n")
        lower = head.lower()
        at = lower.find(b"content-length:")
        left = int(lower[at + 15 :].split(b"\r\n", 1)[0]) - len(body)
        while left > 0:
            left -= len(connection.recv(1 << 16))
        if b"connection: close" in lower:
            self.close()
        return int(head.split(b" ", 2)[1])

    def close(self) -> None:
        """Hang up."""
        if self._connection:
            self._connection.close()
        self._connection = None


def path_of(query: str) -> str:
    """The address of a query at the endpoint."""
    return f"/sparql?query={quote(query)}"


def load(
    port: int, paths: list[str], seconds: float, clients: int, source: str = "127.0.0.1", pause: float = 0.0
) -> Seen:
    """Ask the paths in turn from so many connections for so long; `pause` seconds between a client's questions."""
    until = time.monotonic() + seconds
    seen = Seen()
    lock = threading.Lock()

    def ask(first: int) -> None:
        client, mine, number = Client(port, source), Seen(), first
        while time.monotonic() < until:
            began = time.perf_counter()
            status = client.get(paths[number % len(paths)])
            mine.seconds.append(time.perf_counter() - began)
            mine.statuses[status] = mine.statuses.get(status, 0) + 1
            number += clients
            if pause:
                time.sleep(pause)
        client.close()
        with lock:
            seen.seconds += mine.seconds
            for status, count in mine.statuses.items():
                seen.statuses[status] = seen.statuses.get(status, 0) + count

    threads = [threading.Thread(target=ask, args=(first,)) for first in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen

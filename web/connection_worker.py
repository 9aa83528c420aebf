"""The worker of gunicorn that serves connections with waitress's loop."""

from __future__ import annotations

import logging
import os
import time

from gunicorn.workers.base import Worker  # type: ignore[import-untyped]

from kzedu_graph.store.engine.priorities import LOOP, go_first, may_go_first
from web.connections import LOOK_SECONDS, Server


class ConnectionWorker(Worker):  # type: ignore[misc]
    """A process of gunicorn's whose connections are waitress's; it listens when the application is warm."""

    def run(self) -> None:
        """Serve until told to stop; requests under way then are answered first."""
        logging.getLogger("waitress").setLevel(logging.ERROR)
        self.app.wait_warm(self.notify, lambda: bool(self.alive))
        if not self.alive:
            return
        [listening] = self.sockets
        server = Server(self.wsgi, listening, **self.app.connections)
        if may_go_first():
            go_first(0, LOOP)
        self.app.announce()
        while self.alive and self.ppid == os.getppid():
            server.turn(LOOK_SECONDS)
            self._notify_now_and_then()
        server.del_channel()  # whoever comes now waits for another process
        until = time.monotonic() + server.deadlines.stop
        while not server.is_done() and time.monotonic() < until:
            server.turn(LOOK_SECONDS / 5)
            self._notify_now_and_then()

    def _notify_now_and_then(self) -> None:
        now = time.monotonic()
        if now - self._notified > LOOK_SECONDS:
            self._notified = now
            self.notify()

    _notified = 0.0

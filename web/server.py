"""The explorer on a production WSGI server: gunicorn's processes, each with a store and connections of its own."""

from __future__ import annotations

import gc
import os
import socket
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from threading import Event, Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit

from flask import Flask
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped]

from kzedu_graph.store.stores import Store, StoreError, open_store
from web import create_app
from web.connection_worker import ConnectionWorker
from web.connections import Deadlines
from web.endpoint.clients import Clients
from web.endpoint.protocol import EndpointSettings, shared_headers
from web.views.catalogue import Catalogue
from web.views.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SECONDS = 30
"""A request that takes longer ends its worker; a query's own limit is far below it."""


THREADS = 40
"""In each process: more than queries run and wait by default, so that long ones leave threads for everything else."""


SWITCH_SECONDS = 0.0005
"""Within which one thread hands the interpreter to another that wants it; an answer made in a thread takes several such
turns, and beside a busy loop each took Python's own 5 ms."""


EACH_CLIENT = 100
"""Connections of one block of addresses in each process."""


LOOK_SECONDS = 5
"""Between two looks for another build."""


class PortTakenError(StoreError):
    """The address cannot be listened on."""


ADDRESS = "KZEDU_ADDRESS"
"""The public address, as in https://kzedu.example.org: what links to this server begin with."""


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(
        self,
        store: str,
        settings: Settings | None,
        connections: dict[str, Any],
        address: SplitResult,
        ready: _Ready,
    ) -> None:
        self._store = store
        self._ready = ready
        self._settings = settings
        self._address = address
        self._warm = Event()
        self.connections = connections
        self.options: dict[str, Any] = {}
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            if name in self.cfg.settings:  # releases before 25.1 have no socket for control, and no setting of it
                self.cfg.set(name, value)

    def load(self) -> PublicAddress:
        """The application; called in each worker, so that no two share a store's pipes."""
        sys.setswitchinterval(SWITCH_SECONDS)
        store = open_store(self._store)
        app = create_app(store, self._settings)
        self.connections["at_once"] = store.answers_at_once
        catalogue = app.extensions["kzedu"].catalogue
        Thread(target=_keep_warm, args=(store, catalogue, self._warm), daemon=True).start()
        return PublicAddress(app, self._address)

    def wait_warm(self, notify: Callable[[], None], goes_on: Callable[[], bool]) -> None:
        """Wait until pages can be made at once, or until it is known why not."""
        while goes_on() and not self._warm.wait(LOOK_SECONDS / 10):
            notify()

    def announce(self) -> None:
        """Say that the server listens."""
        self._ready.announce()


class PublicAddress:
    """WSGI in front of everything: links begin with an address that the operator set, whatever a request says.

    Without one they begin with the address that the server listens at: neither Host nor a forwarder's header is
    believed.
    """

    def __init__(self, app: Flask, address: SplitResult) -> None:
        self._app = app
        self._address = address

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as at that address."""
        environ["HTTP_HOST"], environ["wsgi.url_scheme"] = self._address.netloc, self._address.scheme
        return self._app(environ, start_response)


def read_address(environment: Mapping[str, str], host: str, port: int) -> SplitResult:
    """The public address, where one is set; raises `StoreError` for what is none."""
    told = environment.get(ADDRESS, "")
    if not told:
        name = f"[{host}]" if ":" in host else host
        return urlsplit(f"http://{name}:{port}")
    parts = urlsplit(told.rstrip("/"))
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path or parts.query or "@" in parts.netloc:
        raise StoreError(f"{ADDRESS}={told}: an address is needed without a path, as in https://kzedu.example.org")
    return parts


class _Ready:
    """Says once, for all workers, that the server answers: by the first that is warm, before it takes requests."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._left, put = os.pipe()
        os.set_blocking(self._left, False)
        os.write(put, b".")

    def announce(self) -> None:
        """Print the address, where no other worker has."""
        try:
            os.read(self._left, 1)
        except BlockingIOError:
            return
        print(f"kzedu: serving at {self._address}", file=sys.stderr, flush=True)


def _keep_warm(store: Store, catalogue: Catalogue, ready: Event) -> None:
    """Read what pages are made of before the first reader asks, at the start and when another build comes."""
    warm = None
    while True:
        warm = _warmed(store, catalogue, warm)
        ready.set()
        time.sleep(LOOK_SECONDS)


def _warmed(store: Store, catalogue: Catalogue, warm: str | None) -> str | None:
    """The build that pages are ready for, made ready where it is another than before."""
    try:
        store.ask("ASK {}")  # a pool sees another build when it is asked
        if catalogue.cards.version != warm:
            _spare_the_collector()
            return catalogue.cards.version
    except StoreError:
        pass  # whoever asks for a page is told
    return warm


def _spare_the_collector() -> None:
    """What a build's pages are made of lives as long as the build: a collection need not walk through it each time."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def run_server(store: str, host: str, port: int, workers: int = 2, settings: Settings | None = None) -> None:
    """Serve the explorer over the store at a folder or address until interrupted.

    Raises `StoreError` where there is no build to serve, `PortTakenError` where the address is in use, and
    `CataloguesMissingError` where the translations were not compiled.
    """
    probe = open_store(store)
    try:
        assert probe.version
        create_app(probe, settings)
    finally:
        probe.close()
    limits = probe.limits
    listening = _bind(host, port)
    address = read_address(os.environ, host, listening.getsockname()[1])
    server = _Server(
        store,
        settings,
        {
            "clients": Clients.read(os.environ),
            "deadlines": Deadlines(),
            "threads": THREADS,
            "largest": 3 * limits.text + (64 << 10),  # a form or an address may write each byte as %XX
            "each": EACH_CLIENT,
            "origin": shared_headers(EndpointSettings()),
        },
        address,
        _Ready(f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"),
    )
    server.options = {
        "workers": workers,
        "worker_class": ConnectionWorker,
        "timeout": SECONDS,
        "graceful_timeout": SECONDS,
        "proc_name": "kzedu",
        "loglevel": "warning",
        "max_requests": 0,
        "control_socket_disable": True,
    }
    server.load_config()
    arbiter = Arbiter(server)
    arbiter.LISTENERS = [listening]  # bound, and listened at by the first process that is warm
    arbiter.run()


def check_port(host: str, port: int) -> None:
    """Raises `PortTakenError` where an address cannot be listened on."""
    _bind(host, port).close()


def _bind(host: str, port: int) -> socket.socket:
    """A socket bound there; the operating system chooses the port where it is 0."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise PortTakenError(
            f"{host}:{port} cannot be listened on ({error.strerror}): stop what uses it, or choose another with --port"
        ) from error
    listening.set_inheritable(True)
    return listening

"""The explorer on a production WSGI server: gunicorn, with a store of its own in each worker."""

from __future__ import annotations

import gc
import os
import socket
import sys
import time
from threading import Thread
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from kzedu_graph.store.stores import Store, StoreError, open_store
from web import create_app
from web.views.catalogue import Catalogue
from web.views.settings import Settings

SECONDS = 30
"""A request that takes longer ends its worker; a query's own limit is far below it."""


THREADS = 40
"""In each process: more than queries run and wait by default, so that long ones leave threads for everything else."""


LOOK_SECONDS = 5
"""Between two looks for another build."""


class PortTakenError(StoreError):
    """The address cannot be listened on."""


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, store: str, settings: Settings | None, options: dict[str, Any], ready: _Ready) -> None:
        self._store = store
        self._ready = ready
        self._settings = settings
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application; called in each worker, so that no two share a store's pipes."""
        store = open_store(self._store)
        app = create_app(store, self._settings)
        catalogue = app.extensions["kzedu"].catalogue
        warm = _warmed(store, catalogue, None)
        self._ready.announce()
        Thread(target=_keep_warm, args=(store, catalogue, warm), daemon=True).start()
        return app


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


def _keep_warm(store: Store, catalogue: Catalogue, warm: str | None) -> None:
    """Read what pages are made of before the first reader asks, when another build comes."""
    while True:
        time.sleep(LOOK_SECONDS)
        warm = _warmed(store, catalogue, warm)


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
    listening = _listen(host, port)
    _Server(
        store,
        settings,
        {
            "bind": f"fd://{listening.fileno()}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": THREADS,
            "timeout": SECONDS,
            "proc_name": "kzedu",
            "loglevel": "warning",
            "max_requests": 0,
        },
        _Ready(f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"),
    ).run()


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; the operating system chooses the port where it is 0."""
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
    listening.listen(128)
    listening.set_inheritable(True)
    return listening

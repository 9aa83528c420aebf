"""Virtuoso on loopback, for tests and figures: started in a folder of its own, stopped behind them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

CONFIGURATION = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 40000
MaxDirtyBuffers = 30000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 10
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 1000000
"""


@dataclass(frozen=True)
class Virtuoso:
    """A running server; its own first user may write."""

    port: int

    @property
    def query(self) -> str:
        """The address of its endpoint."""
        return f"http://127.0.0.1:{self.port}/sparql"

    @property
    def settings(self) -> dict[str, str]:
        """The environment in which our store may write to it."""
        return {
            "KZEDU_GRAPH_STORE": f"http://127.0.0.1:{self.port}/sparql-graph-crud-auth",
            "KZEDU_UPDATE": f"http://127.0.0.1:{self.port}/sparql-auth",
            "KZEDU_STORE_USER": "dba",
            "KZEDU_STORE_PASSWORD": "dba",
        }


def installed() -> bool:
    """Whether this machine has it."""
    return shutil.which("virtuoso-t") is not None


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running_virtuoso(folder: Path) -> Iterator[Virtuoso]:
    """A server with an empty database in the folder."""
    server = Virtuoso(_free_port())
    configuration = folder / "virtuoso.ini"
    configuration.write_text(CONFIGURATION.format(folder=folder, port=server.port, sql=_free_port()))
    command = ["virtuoso-t", "+foreground", "+configfile", str(configuration)]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ)
    ) as process:
        try:
            _wait_for(server, process)
            yield server
        finally:
            process.kill()
            process.wait()


def _wait_for(server: Virtuoso, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            with urlopen(f"{server.query}?query=ASK%7B%7D", timeout=5):
                return
        except OSError as error:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("Virtuoso did not start") from error
            time.sleep(0.1)

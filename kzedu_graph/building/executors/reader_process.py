"""The process that reads files, one after the other: started by `processes`, ended by a file that takes too much.

    python -m kzedu_graph.building.executors.reader_process FILE_DESCRIPTOR

It is told `sys.path`, then the name of the extraction and the limits, then files, each with whether its texts are to be
audited ahead; it answers each with its part, or
with why there is none. The limits are its own, so that it ends in time also where nobody waits for it any more: the
kernel's alarm ends it wherever it stands, and beyond the memory of a file there is none.
"""

from __future__ import annotations

import gc
import resource
import signal
import sys
import traceback
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from pkgutil import resolve_name
from tempfile import TemporaryDirectory
from types import MappingProxyType

from kzedu_graph.building.executors.limits import COLLECTIONS, ReadingLimits
from kzedu_graph.building.left_out import LeftOut
from kzedu_graph.building.parts import Extract, Made, make_part
from kzedu_graph.building.quarantine import TextRefusedError
from kzedu_graph.model.errors import KzeduError, UnusableInput
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

MEGABYTE = 1 << 20
UNHURRIED = 60.0
"""Seconds of a limit in which what every text needs, loaded with the first one, costs that text nothing."""
PAGES = Path("/proc/self/statm")
WARMING = MappingProxyType(
    {
        "warming.kk.txt": "Бақ туралы\n\n1. Қаржы министрлігі 2031 жылғы 1 мамырға дейін есеп берсін.\n",
        "warming.ru.txt": "О саде\n\n1. Министерству финансов до 1 мая 2031 года представить отчет.\n",
    }
)
"""Invented texts that nobody keeps, by their names."""


def read_file(path: Path, extract: Extract, *, ahead: bool = False) -> Made | LeftOut:
    """The part of a file, or why it is left out; raises KzeduError where our own data is broken.

    With `ahead` its texts are audited too. A fault of ours costs the file that shows it and no other: it is traced on
    standard error.
    """
    try:
        return make_part(path, extract, ahead=ahead)
    except UnusableInput as error:
        return LeftOut.unusable(path, str(error))
    except TextRefusedError as error:
        return LeftOut(path.name, "text-refused", str(error))
    except (KzeduError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  (the one place where a fault is kept from costing other files)
        traceback.print_exc()
        return LeftOut(path.name, "reader-failed", traceback.format_exception_only(error)[-1].partition(":")[0].strip())


def serve(channel: Connection, *, early: bool = False) -> None:
    """Answer files until nobody asks any more; an `early` process loads the rules before it is asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us ends us
    try:
        name, limits = channel.recv()
        gc.disable()  # nothing is garbage while it is being loaded
        if early:
            resolve_name(name)
        asked = channel.recv()  # who is never asked loads nothing else
        extract: Extract = resolve_name(name)
        if limits.seconds < UNHURRIED:
            _warm(extract)
        gc.freeze()  # what is loaded now is not looked through for some
        gc.set_threshold(*COLLECTIONS)
        gc.enable()
        while True:
            file, ahead = asked
            channel.send(_read_within(limits, file, extract, ahead))
            asked = channel.recv()
    except (EOFError, ConnectionError):
        return


def _warm(extract: Extract) -> None:
    """Load what every text needs, in both languages, so that the first file is not charged for it."""
    with TemporaryDirectory() as place, suppress(KzeduError):
        for name, words in WARMING.items():
            file = Path(place) / name
            file.write_text(words, "utf-8")
            read_file(file, extract)


def _read_within(limits: ReadingLimits, path: Path, extract: Extract, ahead: bool) -> Made | LeftOut | KzeduError:
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    try:
        return read_file(path, partial(_extract_within, limits, extract), ahead=ahead)
    except KzeduError as error:
        return error
    except MemoryError:
        return LeftOut(path.name, "file-too-hungry", str(limits.megabytes))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _extract_within(limits: ReadingLimits, extract: Extract, path: Path, registry: Registry) -> Extraction:
    """The extraction alone has a limit of memory: what follows grows with what was found, and reserves more than it
    uses.
    """
    resource.setrlimit(resource.RLIMIT_AS, (_taken() + limits.megabytes * MEGABYTE, resource.RLIM_INFINITY))
    try:
        return extract(path, registry)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def _taken() -> int:
    """Bytes of address space that this process takes now."""
    return int(PAGES.read_text("ascii").split()[0]) * resource.getpagesize()


if __name__ == "__main__":
    opened = Connection(int(sys.argv[1]))
    sys.path[:] = opened.recv()
    serve(opened)

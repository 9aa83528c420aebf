"""Text of an old Word file (.doc): LibreOffice, where this machine has it, saves it as .docx, which is read.

The format is binary and its own library for Python does not exist. LibreOffice runs without a window, with a profile
of its own that is thrown away, and runs no macros then; a file that takes it too long is given up, before the alarm of
this process would end it and leave LibreOffice behind.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from extract.inputs.parts import Part, UnusableInput
from extract.inputs.word.docx import read_docx

PROGRAMS = ("soffice", "libreoffice")
"""LibreOffice by its names, as they are looked for on the PATH."""
SECONDS = 120.0
"""That a file may take to be saved as .docx; some three of them go by before LibreOffice is up."""
SPARE = 1.0
"""Seconds before this process's alarm in which LibreOffice is ended."""


def read_doc(data: bytes, name: str) -> Iterable[Part]:
    """The parts of the text; raises UnusableInput where there is no LibreOffice, or it cannot read the file."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise UnusableInput(f"{name}: the file is of an old Word format; save it as .docx, or install LibreOffice.")
    with TemporaryDirectory(prefix="kzedu-doc-") as folder:
        place = Path(folder)
        given, made = place / "text.doc", place / "text.docx"
        given.write_bytes(data)
        _save_as_docx(program, given, name)
        if not made.is_file():
            raise UnusableInput(f"{name}: LibreOffice cannot read the file; save it as .docx.")
        saved = made.read_bytes()
    return read_docx(saved, name)


def _save_as_docx(program: str, given: Path, name: str) -> None:
    profile = (given.parent / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(given.parent), str(given)]
    try:
        running = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise UnusableInput(
            f"{name}: LibreOffice cannot be started: {error.strerror}; save the file as .docx."
        ) from error
    try:
        alarm, _ = signal.getitimer(signal.ITIMER_REAL)
        running.wait(min(SECONDS, max(alarm - SPARE, 0.0)) if alarm else SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UnusableInput(f"{name}: LibreOffice takes too long to read the file; save it as .docx.") from error
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()

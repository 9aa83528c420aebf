"""Files of an invented act, added to a folder of a corpus."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from extract.inputs.endings import ENDINGS
from extract.sources.recognise import recognise_file
from kzedu_graph.corpus.additions import Change, add_file
from kzedu_graph.corpus.manifest import Corpus, check_corpus

DAY = date(2031, 6, 1)
"""On which files are added."""
PLAN = "О читальных залах\nПостановление Правительства Республики Казахстан от 5 мая 2031 года № 77.\n\n{note}\n\n1. {words}\n"


def text(folder: Path, name: str = "plan.txt", words: str = "Открыть залы.", note: str = "") -> Path:
    """A text of the act, written into a folder; `note` makes it another edition."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(PLAN.format(words=words, note=note), "utf-8")
    return path


def add(folder: Path, path: Path, **options: object) -> Change:
    """What adding a file to the corpus of a folder did."""
    return add_file(Corpus(folder), path, recognise_file, DAY, **options)  # type: ignore[arg-type]


def kinds(folder: Path) -> list[tuple[str, str]]:
    """What a check of the corpus complains of: each problem and its file."""
    return [(problem.kind, problem.file) for problem in check_corpus(Corpus(folder), ENDINGS)]

"""The files of a corpus that hold reports: `reported/<source>.jsonl`, one a source, a line a wording, in a fixed order.

A line is a report as JSON. Of lines about the same thing the last one holds; those before it are what was said before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kzedu_graph.model.errors import KzeduError
from kzedu_graph.reported.records import AnyReport, of_row, says_the_same, to_row
from kzedu_graph.vocabulary.slugs import slug

FOLDER = "reported"
ENDING = ".jsonl"
Key = tuple[str, ...]


class BrokenReportsError(KzeduError, ValueError):
    """A file of reports that cannot be read; the message names file and line."""


@dataclass(slots=True)
class Reports:
    """All that one source says: the wordings of each report, the one that holds last."""

    source: str
    wordings: dict[Key, list[AnyReport]] = field(default_factory=dict)

    def valid(self) -> list[AnyReport]:
        """What holds, in the order of the file."""
        return [several[-1] for _, several in sorted(self.wordings.items())]

    def take(self, report: AnyReport) -> str:
        """Take a report in: it is `new`, `same`, or `corrected`, where what was said before is kept."""
        several = self.wordings.setdefault(report.key, [])
        if several and says_the_same(several[-1], report):
            return "same"
        several.append(report)
        return "corrected" if len(several) > 1 else "new"

    def remove(self, about: str) -> int:
        """Forget all that is said of one thing; gives the number of reports that are gone."""
        gone = [key for key in self.wordings if key[0] == about]
        for key in gone:
            del self.wordings[key]
        return len(gone)


def files_of(corpus: Path) -> list[Path]:
    """The files of reports beside the texts of a corpus, by name."""
    return sorted((corpus / FOLDER).glob(f"*{ENDING}"))


def file_of(corpus: Path, source: str) -> Path:
    """Where the reports of a source are kept; raises BrokenReportsError for a name that no file can have."""
    try:
        return corpus / FOLDER / f"{slug(source)}{ENDING}"
    except ValueError as error:
        raise BrokenReportsError(f"a source is named in ASCII letters, digits and hyphens, not {source!r}") from error


def read_reports(file: Path) -> Reports:
    """The reports of a file, none where there is no such file; raises BrokenReportsError."""
    found = Reports(file.name.removesuffix(ENDING))
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    for number, line in enumerate(lines, 1):
        try:
            report = of_row(json.loads(line))
        except (TypeError, ValueError, KeyError) as error:
            raise BrokenReportsError(f"{file}: line {number} is no report: {error}.") from error
        found.wordings.setdefault(report.key, []).append(report)
    return found


def write_reports(file: Path, reports: Reports) -> None:
    """Write the reports of a source in one step; a source that says nothing any more has no file."""
    if not reports.wordings:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        json.dumps(to_row(each), ensure_ascii=False)
        for _, several in sorted(reports.wordings.items())
        for each in several
    ]
    fresh = file.with_suffix(".new")
    fresh.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    fresh.replace(file)


def add_reports(corpus: Path, given: Iterable[tuple[str, AnyReport]], day: date) -> dict[str, int]:
    """Take reports, each with its source, into the files of a corpus; gives how many were new, corrected, the same."""
    opened: dict[str, Reports] = {}
    told = {"new": 0, "corrected": 0, "same": 0}
    for source, report in given:
        file = file_of(corpus, source)
        reports = opened.setdefault(file.name, read_reports(file))
        told[reports.take(replace(report, entered=day))] += 1
    for name, reports in opened.items():
        write_reports(corpus / FOLDER / name, reports)
    return told

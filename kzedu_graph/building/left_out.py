"""What a build leaves out and names: a file that cannot be read, a text that cannot be kept.

One bad file never costs a good one: the others are built and served.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kzedu_graph.mapping.statements import Triple
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.refusals import reason_in
from kzedu_graph.validation.report import finding_statements

MESSAGES = MappingProxyType(
    {
        "file-unusable": {
            "kk": "{name}: файл оқылмады және алынбады ({reason}).",
            "ru": "{name}: файл не прочитан и не взят ({reason}).",
            "en": "{name}: left out: {reason}.",
        },
        "file-too-slow": {
            "kk": "{name}: файл рұқсат етілген {reason} секундта оқылып бітпеді; алынбады.",
            "ru": "{name}: файл не прочитан за отведённые {reason} с; не взят.",
            "en": "{name}: left out: reading it took longer than the {reason} seconds that a file may take.",
        },
        "file-too-hungry": {
            "kk": "{name}: файлды оқу рұқсат етілген {reason} МБ жадтан асты; алынбады.",
            "ru": "{name}: чтение файла потребовало больше {reason} МБ памяти; не взят.",
            "en": "{name}: left out: reading it took more than the {reason} MB of memory that a file may take.",
        },
        "reader-ended": {
            "kk": "{name}: файлды оқыған процесс тоқтатылды ({reason}); файл алынбады.",
            "ru": "{name}: процесс, читавший файл, был остановлен ({reason}); файл не взят.",
            "en": "{name}: left out: the process that read it was ended ({reason}).",
        },
        "reader-failed": {
            "kk": "{name}: файлды оқу біздің қатемізден үзілді ({reason}); файл алынбады.",
            "ru": "{name}: чтение файла прервано нашей ошибкой ({reason}); файл не взят.",
            "en": "{name}: left out: reading it failed by a fault of this program ({reason}); please report it.",
        },
        "text-refused": {
            "kk": "{name}: мәтіннің өз деректері бүтіндік ережелерін бұзады ({reason}); алынбады.",
            "ru": "{name}: сам текст нарушает правила целостности ({reason}); не взят.",
            "en": "{name}: left out: what it says of itself breaks the rules of integrity ({reason}).",
        },
    }
)
"""By code; `{reason}` is a sentence, a number of seconds or megabytes, a signal, an error, or names of shapes."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is left out: its name, one of the codes of `MESSAGES`, and the reason in that message's terms."""

    name: str
    code: str
    reason: str

    @classmethod
    def unusable(cls, path: Path, sentence: str) -> LeftOut:
        """A file that its reader refuses, in the reader's sentence; no place of this machine is told."""
        return cls(path.name, "file-unusable", sentence.removeprefix(f"{path}: ").rstrip("."))

    def finding(self) -> Finding:
        """An error about the file."""
        words = {
            lang: text.format(name=self.name, reason=reason_in(self.reason, lang))
            for lang, text in MESSAGES[self.code].items()
        }
        return Finding(self.code, "error", f"file {self.name}", words)


def left_out_triples(left_out: Sequence[Finding]) -> Iterator[Triple]:
    """Findings about what is left out, for `id/graph/audit`; whether the report conforms takes all texts."""
    return finding_statements(left_out)

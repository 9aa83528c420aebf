"""An invented law repository of any size: acts in both languages, editions by their amending acts, repeals.

Written with `git fast-import`, so that a thousand commits take seconds. Everything in it is made up: the bodies of the
Government are real, the years and numbers are of the next decade.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zlib import crc32

DAY = timedelta(days=1)
ISSUERS = (
    (
        "06-government/103-pravitelstvo",
        "103000000000",
        "ПОСТ",
        "Постановление Правительства Республики Казахстан",
        "kz-government",
    ),
    (
        "07-ministerial/101010000000-prosveshcheniia",
        "101010000000",
        "ПРИК",
        "Приказ Министра просвещения Республики Казахстан",
        "kz-moe",
    ),
    (
        "07-ministerial/101020000000-finansov",
        "101020000000",
        "ПРИК",
        "Приказ Министра финансов Республики Казахстан",
        "kz-mof",
    ),
)
ENACTS = {
    "ПОСТ": ("Правительство Республики Казахстан ПОСТАНОВЛЯЕТ", "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ"),
    "ПРИК": ("В целях открытия залов ПРИКАЗЫВАЮ", "Залдарды ашу мақсатында БҰЙЫРАМЫН"),
}
"""The words that enact, by the form of the act, in Russian and in Kazakh."""
MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)


@dataclass
class Act:
    """An act as it should come out: its identity, and of each edition the day and the identifier of what made it."""

    number: int
    issuer: int
    signed: date
    editions: list[tuple[date, str | None]] = field(default_factory=list)
    repealed: tuple[date, str] | None = None

    @property
    def code(self) -> str:
        return str(880000 + self.number)

    @property
    def folder(self) -> str:
        return f"{ISSUERS[self.issuer][0]}/{self.signed.year}/{self.signed:%m%d}-o-zale-{self.code}"

    @property
    def work(self) -> str:
        return work_of(self.issuer, self.number, self.signed)

    @property
    def requisite(self) -> str:
        return requisite(self.issuer, self.number, self.signed)


FIELDS = ("number", "date", "issuer", "amended_by", "status", "status_on", "status_act", "pair")


def editions_wanted(acts: Iterable[Act]) -> dict[tuple[str, str, str], tuple[object, ...]]:
    """What the table of documents says of each edition: by act, day and language the values of `FIELDS`; a pair is
    there or not.
    """
    wanted = {}
    for act in acts:
        ended = act.repealed
        status = ("repealed", str(ended[0]), ended[1]) if ended else ("in-force", None, None)
        identity = (str(act.number), str(act.signed), ISSUERS[act.issuer][4])
        for day, cause in act.editions:
            for lang in ("kk", "ru"):
                wanted[act.work, str(day), lang] = (*identity, [cause] if cause else [], *status, True)
    return wanted


def editions_found(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str, str], tuple[object, ...]]:
    """The same of the rows of a table of documents."""
    return {
        (row["work"], row["version_date"], row["lang"]): (*(row[name] for name in FIELDS[:-1]), row["pair"] is not None)
        for row in rows
    }


def work_of(issuer: int, number: int, signed: date) -> str:
    """The identifier of an act of one of the `ISSUERS`."""
    key = ISSUERS[issuer][4]
    return f"P{signed.year % 100}{number:08d}" if key == "kz-government" else f"act-{signed}-{number}-{key}"


def requisite(issuer: int, number: int, signed: date) -> str:
    return f"{ISSUERS[issuer][3]} от {signed.day} {MONTHS[signed.month - 1]} {signed.year} года № {number}"


@dataclass
class LawRepository:
    """A repository under construction at `path`; `acts` say what should come out of it."""

    path: Path
    acts: list[Act] = field(default_factory=list)
    today: date = date(2031, 1, 1)
    causes: int = 5000

    def __post_init__(self) -> None:
        subprocess.run(["git", "init", "-q", "-b", "main", str(self.path)], check=True)

    def grow(self, acts: int, commits: int) -> None:
        """Adds acts, then amends and repeals what is there, a day and a commit each, until there are so many commits."""
        written = [self._commit_new() for _ in range(acts)]
        while len(written) < commits:
            alive = [act for act in self.acts if not act.repealed]
            chance = crc32(f"{len(self.acts)} {self.today}".encode())
            act = alive[chance % len(alive)]
            written.append(
                self._commit_repeal(act)
                if (chance % 13 == 0 or len(written) == commits - 2) and len(alive) > 2
                else self._commit_edition(act)
            )
        self._import(written)

    def rewrite(self) -> None:
        """Writes the whole history anew, as a force-push brings it: the same acts, other commits."""
        subprocess.run(["git", "-C", str(self.path), "read-tree", "HEAD"], check=True)
        subprocess.run(
            ["git", "-C", str(self.path), "-c", "user.name=b", "-c", "user.email=b@example.invalid",
             "commit", "-q", "--amend", "--allow-empty", "-m", "written anew"],
            check=True,
        )  # fmt: skip

    def tag(self, name: str) -> None:
        subprocess.run(["git", "-C", str(self.path), "tag", name], check=True)

    def _commit_new(self) -> str:
        self.today += DAY
        number = len(self.acts) + 1
        act = Act(number, number % len(ISSUERS), self.today, [(self.today, None)])
        self.acts.append(act)
        return self._commit(f"№{number} О зале", (act.code, act.requisite), self._files(act, 1, None))

    def _commit_edition(self, act: Act) -> str:
        self.today += DAY
        self.causes += 1
        cause = (f"7{self.causes}", requisite(0, self.causes, self.today))
        act.editions.append((self.today, work_of(0, self.causes, self.today)))
        return self._commit(f"№{self.causes} О внесении изменения", cause, self._files(act, len(act.editions), cause))

    def _commit_repeal(self, act: Act) -> str:
        self.today += DAY
        self.causes += 1
        act.repealed = (self.today, work_of(0, self.causes, self.today))
        cause = (f"7{self.causes}", requisite(0, self.causes, self.today))
        return self._commit(f"№{self.causes} О признании утратившим силу", cause, f"D {act.folder}\n")

    def _files(self, act: Act, edition: int, cause: tuple[str, str] | None) -> str:
        made = f"caused_by:\n  code: '{cause[0]}'\n  requisite: {cause[1]}\n" if cause else ""
        meta = (
            f"act_code: '{act.code}'\nrequisite: {act.requisite}\ntitle:\n  rus: О зале {act.number}\n"
            f"  kaz: {act.number} зал туралы\nform: {ISSUERS[act.issuer][2]}\ntype_codes:\n- ПЛАН\n- {ISSUERS[act.issuer][2]}\n"
            f"approved_on: {act.signed}\napproved_by:\n- '{ISSUERS[act.issuer][1]}'\n"
            f"version_date:\n  kaz: {self.today}\n  rus: {self.today}\n"
            f"source:\n  kaz: https://zan.example/{act.code}/kaz\n  rus: https://zan.example/{act.code}/rus\n{made}"
        )
        russian = (
            f'# О зале {act.number}\n\n{ENACTS[ISSUERS[act.issuer][2]][0]}:\n\n<a id="p1"></a>\n\n'
            f"1. Министерству просвещения Республики Казахстан до {edition} сентября 2039 года открыть зал.\n"
        )
        kazakh = (
            f'# {act.number} зал туралы\n\n{ENACTS[ISSUERS[act.issuer][2]][1]}:\n\n<a id="p1"></a>\n\n'
            f"1. Қазақстан Республикасының Оқу-ағарту министрлігі 2039 жылғы {edition} қыркүйекке дейін зал ашсын.\n"
        )
        files = {"meta.yaml": meta, "rus.md": russian, "kaz.md": kazakh}
        return "".join(f"M 100644 inline {act.folder}/{name}\n{_data(words)}" for name, words in files.items())

    def _commit(self, subject: str, cause: tuple[str, str], files: str) -> str:
        seconds = (self.today - date(1970, 1, 1)).days * 86400
        message = f"{subject}\n\nCause-Act-Code: {cause[0]}\nCause-Act-Requisite: {cause[1]}\nActs-Changed: 1\n"
        who = f"b <b@example.invalid> {seconds} +0000"
        return f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n{_data(message)}FROM{files}\n"

    def _import(self, commits: Iterable[str]) -> None:
        has = subprocess.run(
            ["git", "-C", str(self.path), "rev-parse", "-q", "--verify", "main"], capture_output=True, check=False
        )
        parent = "from refs/heads/main^0\n" if has.returncode == 0 else ""
        stream = "".join(commit.replace("FROM", parent if n == 0 else "", 1) for n, commit in enumerate(commits))
        subprocess.run(["git", "-C", str(self.path), "fast-import", "--quiet"], input=stream.encode(), check=True)


def _data(words: str) -> str:
    return f"data {len(words.encode())}\n{words}\n"

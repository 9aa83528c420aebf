"""The one way to read a file of the lexicon; what is wrong with one is said with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kzedu_graph.vocabulary.prepared import bytes_of, prepared

LEXICON = Path(__file__).parent
LANGUAGES = ("kk", "ru")


class LexiconError(ValueError):
    """A file of the lexicon that is not as its readers need it: "duties.ru.yml, line 12: ..."."""


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """What a file of the lexicon holds, and where it is wrong."""

    path: Path
    data: dict[str, Any]

    def error(self, message: str, *keys: str | int) -> LexiconError:
        """An error about the entry that `keys` lead to (names of mappings, places in lists), with its line from 1."""
        from extract.lexicon.yaml_text import line_of  # noqa: PLC0415  (YAML is loaded where something is wrong)

        line = line_of(self.path.read_text("utf-8"), keys)
        return LexiconError(f"{self.path.name}, line {line}: {message}")


def read_lexicon(name: str, folder: Path | None = None) -> LexiconFile:
    """A file of the lexicon by its name ("duties.ru"); raises LexiconError where it is no mapping in YAML.

    What it holds is everybody's, and not to be changed.
    """
    path = (folder or LEXICON) / f"{name}.yml"
    data = _sound(path.parent).get(name)
    return _read(path) if data is None else LexiconFile(path, data)


@cache
def _sound(folder: Path) -> dict[str, dict[str, Any]]:
    """What the files of a folder hold, by their names, but for those that are wrong: they say so when asked for."""
    files = sorted(folder.glob("*.yml"))
    return prepared("lexicon", dict, lambda: dict(_read_each(files)), *bytes_of(files))


def _read_each(files: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    for file in files:
        with suppress(LexiconError):
            yield file.stem, _read(file).data


def _read(path: Path) -> LexiconFile:
    from extract.lexicon.yaml_text import InvalidYAMLError, said_in  # noqa: PLC0415  (or where nothing is kept)

    try:
        data = said_in(path.read_text("utf-8"))
    except InvalidYAMLError as error:
        raise LexiconError(f"{path.name}, line {error.line}: no YAML, {error}") from error
    file = LexiconFile(path, data)
    if not isinstance(data, dict):
        raise file.error("a file of the lexicon is a mapping of sections")
    return file


def check_language(lang: str) -> None:
    """Raises LexiconError where there is no wording in a language."""
    if lang not in LANGUAGES:
        raise LexiconError(f"there is a lexicon for {' and '.join(LANGUAGES)}, not for {lang!r}")

"""The one way to read a file of the lexicon; what is wrong with one is said with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kzedu_graph.vocabulary.prepared import bytes_of, prepared

LEXICON = Path(__file__).parent
LANGUAGES = ("kk", "ru")
_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's, ten times quicker, where PyYAML was built with it."""


class LexiconError(ValueError):
    """A file of the lexicon that is not as its readers need it: "duties.ru.yml, line 12: ..."."""


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """What a file of the lexicon holds, and where it is wrong."""

    path: Path
    data: dict[str, Any]

    def error(self, message: str, *keys: str | int) -> LexiconError:
        """An error about the entry that `keys` lead to (names of mappings, places in lists), with its line from 1."""
        return LexiconError(f"{self.path.name}, line {self._line(keys)}: {message}")

    def _line(self, keys: tuple[str | int, ...]) -> int:
        node = yaml.compose(self.path.read_text("utf-8"), yaml.SafeLoader)
        line = node.start_mark.line if node else 0
        for key in keys:
            if isinstance(node, yaml.MappingNode):
                found = next(((k, v) for k, v in node.value if k.value == str(key)), None)
                if found is None:
                    break
                line, node = found[0].start_mark.line, found[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                node = node.value[key]
                line = node.start_mark.line
            else:
                break
        return int(line) + 1


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
    try:
        data = _load(path.read_text("utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LexiconError(f"{path.name}, line {line}: no YAML, {error.problem}") from error
    file = LexiconFile(path, data)
    if not isinstance(data, dict):
        raise file.error("a file of the lexicon is a mapping of sections")
    return file


def _load(text: str) -> Any:
    """What a text in YAML says; raises MarkedYAMLError where a key stands twice, of which YAML would keep the last."""
    loader = _LOADER(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        _check_keys(node)
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _check_keys(node: yaml.Node) -> None:
    if isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key, value in node.value:
            if key.value in keys:
                raise yaml.MarkedYAMLError(problem=f"{key.value!r} stands twice", problem_mark=key.start_mark)
            keys.add(key.value)
            _check_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _check_keys(value)


def check_language(lang: str) -> None:
    """Raises LexiconError where there is no wording in a language."""
    if lang not in LANGUAGES:
        raise LexiconError(f"there is a lexicon for {' and '.join(LANGUAGES)}, not for {lang!r}")

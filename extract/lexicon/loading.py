"""The one way to read a file of the lexicon; what is wrong with one is said with its line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

LEXICON = Path(__file__).parent
LANGUAGES = ("kk", "ru")
_QUICKEST: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's, ten times quicker, where PyYAML was built with it."""


class _Loader(_QUICKEST):
    """Reads YAML in which no mapping has a key twice: of two entries of one name YAML keeps the last, in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping; raises ConstructorError where a key stands twice."""
        keys: set[str] = set()
        for key, _ in node.value:
            if key.value in keys:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value!r} stands twice", key.start_mark)
            keys.add(key.value)
        return super().construct_mapping(node, deep)


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
    """A file of the lexicon by its name ("duties.ru"); raises LexiconError where it is no mapping in YAML."""
    path = (folder or LEXICON) / f"{name}.yml"
    try:
        data = yaml.load(path.read_text("utf-8"), _Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LexiconError(f"{path.name}, line {line}: no YAML, {error.problem}") from error
    file = LexiconFile(path, data)
    if not isinstance(data, dict):
        raise file.error("a file of the lexicon is a mapping of sections")
    return file


def check_language(lang: str) -> None:
    """Raises LexiconError where there is no wording in a language."""
    if lang not in LANGUAGES:
        raise LexiconError(f"there is a lexicon for {' and '.join(LANGUAGES)}, not for {lang!r}")

"""What a file of the lexicon says in YAML, and on which line: loaded where the lexicon is not kept, or is wrong."""

from __future__ import annotations

from typing import Any

import yaml

_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's, ten times quicker, where PyYAML was built with it."""


class InvalidYAMLError(ValueError):
    """A text that is no YAML, or has a key twice, of which YAML would keep the last; on which line from 1, and why."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


def said_in(text: str) -> Any:
    """What a text says; raises InvalidYAMLError."""
    loader = _LOADER(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        _check_keys(node)
        return loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        raise InvalidYAMLError(error.problem_mark.line + 1 if error.problem_mark else 1, str(error.problem)) from error
    finally:
        loader.dispose()


def line_of(text: str, keys: tuple[str | int, ...]) -> int:
    """The line from 1 of the entry that keys lead to, or of the last on the way to it."""
    node = yaml.compose(text, yaml.SafeLoader)
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

"""Which terms a query needs, and which it hears.

A question about what a dataset says nothing of has no answer, and need not be asked; statements that none of some
questions hears need not be loaded for them.

Of what is needed only triple patterns that every row must meet are read, those in the outermost braces of the WHERE: a
class behind `a`, else a property that is no step of a path. What OPTIONAL, UNION, FILTER and inner groups hold may be
missing. Rules ask of many small texts mostly about what these do not hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kzedu_graph.store.engine.planning.patterns import patterns_of
from kzedu_graph.store.engine.planning.tokens import Token, closing, tokens_of

TYPE = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_TYPE = TYPE[1:-1].decode()
_PREFIX = re.compile(r"\bPREFIX\s+(?P<name>[\w.-]*:)\s*<(?P<iri>[^>]*)>", re.IGNORECASE)
_TERMS = ("iri", "name", "variable", "string", "number")
_DOT = Token("sign", ".", 0, 0)
_BEFORE_A_GROUP = ("OPTIONAL", "UNION", "MINUS", "GRAPH", "SERVICE", "FILTER", "BIND", "VALUES")


@cache
def needed_terms(text: str) -> frozenset[str]:
    """The IRIs of classes and properties, and the variables ("?class") in place of one, without which there is no row.

    Nothing where the query counts, for what is counted of nothing is a row all the same, or is no SELECT.
    """
    tokens = tokens_of(text)
    if any(token.is_word("ASK", "CONSTRUCT", "DESCRIBE") for token in tokens):
        return frozenset()
    prefixes = {found["name"]: found["iri"] for found in _PREFIX.finditer(text)}
    opening = next((place for place, token in enumerate(tokens) if token.text == "{"), len(tokens))
    end = closing(tokens, opening)
    if end is None or any(token.text == "(" for token in (*tokens[:opening], *tokens[end:])):
        return frozenset()
    patterns = patterns_of(_outermost(tokens[opening + 1 : end]), text)
    said = (pattern.object if pattern.path == "a" else pattern.path for pattern in patterns)
    return frozenset(filter(None, (_term(each, prefixes) for each in said)))


@cache
def heard_terms(text: str, of_class: str = "") -> frozenset[str] | None:
    """The IRIs that a query names: the properties and classes of all statements that can have a part in its answer.

    None where there may be others: behind a variable in a property's or a class's place, or a negated path. A path of
    no length begins at any node, so its ends have to stand in patterns of their own, as they do in all our rules;
    `of_class` is what `?class` stands for.
    """
    if "\\u" in text or "\\U" in text:
        return None
    tokens = tokens_of(text)
    prefixes = {found["name"]: found["iri"] for found in _PREFIX.finditer(text)}
    found, listing = {of_class} if of_class else set(), False
    for before, token, after in zip([_DOT, *tokens], tokens, [*tokens[1:], _DOT], strict=False):
        if token.text in ("{", "}") or token.is_word("SELECT", "GROUP", "ORDER"):
            listing = token.kind == "word"  # what is listed is no pattern
        elif token.kind in ("iri", "name"):
            found.add(_named(token.text, prefixes))
        elif token.text == "a":
            found.add(_TYPE)
        elif token.text == "!" and (before.kind in _TERMS or after.kind in _TERMS[:2] or before.text in "/|^"):
            return None
        is_free = token.kind == "variable" and not listing and (token.text[1:] != "class" or not of_class)
        if is_free and (before.text == "a" or before.text.endswith((":type", "#type>"))):
            return None
        if is_free and (before.kind in _TERMS or before.text == ";") and after.kind in _TERMS:
            return None
    return frozenset(found)


def heard(lines: bytes, terms: frozenset[str] | None) -> tuple[bytes, frozenset[str]]:
    """The lines of N-Triples or N-Quads that questions which hear these terms can tell apart, and `terms_in` them."""
    if terms is None:
        return lines, terms_in(lines)
    wanted = {f"<{term}>".encode() for term in terms}
    kept: list[bytes] = []
    classes: set[bytes] = set()
    said: set[bytes] = set()
    for line in lines.splitlines(keepends=True):
        row = line.split(b" ", 3)
        if len(row) == 1:  # an empty line
            continue
        said.add(row[1])
        if row[1] in wanted:
            if row[1] == TYPE:
                classes.add(row[2])
                if row[2] not in wanted:
                    continue
            kept.append(line)
    return b"".join(kept), frozenset(term[1:-1].decode() for term in said | classes)


def terms_in(lines: bytes) -> frozenset[str]:
    """The IRIs of the properties of N-Triples, and of the classes that they name things of."""
    rows = [line.split(b" ", 2) for line in lines.split(b"\n") if line]
    classes = {row[2].split(b" ", 1)[0] for row in rows if row[1] == TYPE}
    return frozenset(term[1:-1].decode() for term in {row[1] for row in rows} | classes)


def _outermost(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a group without its inner groups, and without the keywords before these."""
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        if tokens[place].text != "{" and not tokens[place].is_word(*_BEFORE_A_GROUP):
            kept.append(tokens[place])
            place += 1
            continue
        while place < len(tokens) and tokens[place].text not in ("{", "("):
            place += 1
        end = closing(tokens, place)
        place = len(tokens) if end is None else end + 1
        kept.append(_DOT)
    return [one for n, one in enumerate(kept) if one.text != "." or (n and kept[n - 1].text != ".")]


def _named(written: str, prefixes: dict[str, str]) -> str:
    """The IRI that an IRI or a prefixed name is."""
    prefix, _, name = written.partition(":")
    return written[1:-1] if written.startswith("<") else prefixes.get(f"{prefix}:", "") + name.replace("\\", "")


def _term(written: str, prefixes: dict[str, str]) -> str:
    """The IRI that a term names, or a variable; nothing for a path."""
    if written.startswith(("?", "$")):
        return f"?{written[1:]}" if written[1:].isidentifier() else ""
    if written.startswith("<") and written.endswith(">"):
        return written[1:-1]
    prefix, _, name = written.partition(":")
    return f"{prefixes[f'{prefix}:']}{name}" if f"{prefix}:" in prefixes and re.fullmatch(r"[\w-]+", name) else ""

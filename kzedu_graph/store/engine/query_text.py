"""What a SPARQL text is before anybody evaluates it: its form, its dataset clauses, the words that are not allowed.

The query engine parses, but does not show what it parsed; so this module reads the tokens (not the grammar) of
SPARQL 1.1, section 19.8 (https://www.w3.org/TR/sparql11-query/#rTerminals). A keyword outside strings, IRIs,
names and comments can be nothing but that keyword. Syntax errors are left to the engine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from kzedu_graph.store.engine.answers import QueryError, Refused

_TOKEN = re.compile(
    r"""(?P<space>\s+|\#[^\n\r]*)
    |(?P<iri><[^<>"{}|^`\x00-\x20]*>)
    |(?P<long>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*+\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*+'{3})
    |(?P<endless>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*+|'{3}(?:'{0,2}(?:[^'\\]|\\.))*+)
    |(?P<string>"(?:[^"\\\n\r]|\\.)*+"|'(?:[^'\\\n\r]|\\.)*+')
    |(?P<broken>"(?:[^"\\\n\r]|\\.)*+|'(?:[^'\\\n\r]|\\.)*+)
    |(?P<variable>[?$]\w+)
    |(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<run>[\w.-]++(?!:))
    |(?P<name>[\w.-]*+:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_PIECE = re.compile(r"(?P<word>[A-Za-z_]\w*)|(?P<other>.)", re.DOTALL)
_KEPT_LENGTH = 8 << 10
"""Characters of a text beyond which what was read of it is not remembered: hundreds of them would fill the memory."""
_OF_THE_MOMENT = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID)\b|\\u", re.IGNORECASE)
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")


@dataclass(frozen=True, slots=True)
class QueryText:
    """The outside of a query; `form` is one of `FORMS`, or None where the text begins with none of them."""

    form: str | None
    update: str | None = None
    service: bool = False
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    @property
    def has_dataset(self) -> bool:
        """Whether the query names its own dataset by FROM or FROM NAMED."""
        return bool(self.default_graphs or self.named_graphs)

    def to_json(self) -> bytes:
        """For another process."""
        return json.dumps([getattr(self, name) for name in self.__slots__]).encode()

    @classmethod
    def of_json(cls, told: bytes) -> QueryText:
        """What another process read."""
        form, update, service, default_graphs, named_graphs = json.loads(told)
        return cls(form, update, service, tuple(default_graphs), tuple(named_graphs))


OUTSIDE = "application/x-kzedu-query-text"
"""Asked for instead of an answer: what the text of a query says of it."""


_PLAIN = re.compile(rf"\s*(?P<form>{'|'.join(FORMS)})(?=[\s{{(*?$<])", re.IGNORECASE)
_TELLING = re.compile(r"FROM|SERVICE", re.IGNORECASE)
_PLAIN_FORMS = {form: QueryText(form) for form in FORMS}
"""A text that begins with its form, and has none of the words that say more of a query, need not be read on."""


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """Kind, text and end of each token, without spaces and comments, in time that grows with the text's length.

    What begins as a string and does not end is no SPARQL; its words count all the same.
    """
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if kind in ("run", "broken", "endless"):
            for piece in _PIECE.finditer(text, match.start(), match.end()):
                yield str(piece.lastgroup), piece.group(), piece.end()
        elif kind != "space":
            yield kind, match.group(), match.end()


def is_read_quickly(text: str) -> bool:
    """Whether a text is short, or tells its form at once and has none of the words that say more."""
    return len(text) <= _KEPT_LENGTH or bool(_PLAIN.match(text) and not _TELLING.search(text))


def read_query(text: str, base: str = "") -> QueryText:
    """The form, dataset and forbidden words of a SPARQL text; never raises on text that is not SPARQL.

    The dataset's relative IRIs are resolved against `base`.
    """
    plain = _PLAIN.match(text)
    if plain and not _TELLING.search(text):
        return _PLAIN_FORMS[plain["form"].upper()]
    return _kept_query(text, base) if len(text) <= _KEPT_LENGTH else _read_query(text, base)


def _read_query(text: str, base: str) -> QueryText:
    tokens = [(kind, token) for kind, token, _ in _tokens(text)]
    prefixes: dict[str, str] = {}
    place = 0
    while place + 1 < len(tokens):
        word = tokens[place][1].upper()
        if word == "PREFIX" and place + 2 < len(tokens):
            prefixes[tokens[place + 1][1]] = urljoin(base, tokens[place + 2][1].strip("<>"))
            place += 3
        elif word == "BASE":
            base = urljoin(base, tokens[place + 1][1].strip("<>"))
            place += 2
        else:
            break
    first = tokens[place][1].upper() if place < len(tokens) else ""
    words = {token.upper() for kind, token in tokens[place:] if kind == "word"}
    default: list[str] = []
    named: list[str] = []
    for is_named, iri in _dataset(tokens[place:], base, prefixes):
        (named if is_named else default).append(iri)
    return QueryText(
        form=first if first in FORMS else None,
        update=first if first in UPDATES else None,
        service="SERVICE" in words,
        default_graphs=tuple(default),
        named_graphs=tuple(named),
    )


_kept_query = lru_cache(maxsize=512)(_read_query)


def _dataset(tokens: list[tuple[str, str]], base: str, prefixes: Mapping[str, str]) -> Iterator[tuple[bool, str]]:
    """The IRIs behind FROM and FROM NAMED, resolved; True for the named ones."""
    for place, (kind, token) in enumerate(tokens):
        if kind != "word" or token.upper() != "FROM":
            continue
        following = tokens[place + 1 : place + 3]
        is_named = bool(following) and following[0][1].upper() == "NAMED"
        for kind_of_graph, graph in following[is_named : is_named + 1]:
            if kind_of_graph == "iri":
                yield is_named, urljoin(base, graph[1:-1]) if base else graph[1:-1]
            elif kind_of_graph == "name":
                prefix, _, local = graph.partition(":")
                yield is_named, prefixes.get(f"{prefix}:", "") + re.sub(r"\\(.)", r"\1", local)


def is_lasting(text: str) -> bool:
    """Whether the answer stays the same as long as the graph does; an escape in the text may spell any word."""
    return _OF_THE_MOMENT.search(text) is None


def check_allowed(query: QueryText) -> None:
    """Raise `Refused` for what a reading service does not do, before anything is evaluated."""
    if query.update:
        raise Refused(f"this service only answers questions: {query.update} would change the graph")
    if query.service:
        raise Refused("SERVICE is not allowed here: the query would be sent on to another server")


def bind(text: str, params: Mapping[str, str]) -> str:
    """The query with parameters as VALUES, for servers that know no parameters.

    Terms are N-Triples text, so nothing in a value can become syntax. The row stands in the outermost group, and
    in each inner group that mentions the variable (a FILTER sees its own group only).
    """
    if not params:
        return text
    inserts: dict[int, set[str]] = {}
    open_groups: list[int | None] = []  # where each open group begins; None for a template or a data block
    data_ahead = False
    begun = False
    after_brace: int | None = None
    for kind, token, end in _tokens(text):
        word = token.upper() if kind == "word" else ""
        if after_brace is not None and word != "SELECT":  # a group, and not a query within
            inserts[after_brace] = set() if begun else set(params)
            begun = True
        after_brace = None
        if word in ("VALUES", "CONSTRUCT"):
            data_ahead = True
        elif word == "WHERE":
            if data_ahead:
                raise QueryError(
                    "the short form CONSTRUCT WHERE takes no parameters: write CONSTRUCT { … } WHERE { … }"
                )
        elif token == "{":
            open_groups.append(None if data_ahead else end)
            after_brace = open_groups[-1]
            data_ahead = False
        elif token == "}" and open_groups:
            open_groups.pop()
        elif kind == "variable" and token[1:] in params and open_groups and open_groups[-1] in inserts:
            inserts[open_groups[-1]].add(token[1:])
    parts, done = [], 0
    for place, names in sorted(inserts.items()):
        rows = "".join(f" VALUES ?{name} {{ {params[name]} }}" for name in sorted(names))
        parts += [text[done:place], rows, " " if rows else ""]
        done = place
    return "".join([*parts, text[done:]])


def name_all(text: str, returned: Sequence[str]) -> str:
    """A query whose outermost SELECT has a star, with the variables that it returns named in the order of the text."""
    seen: dict[str, int] = {}
    selecting, star = False, 0
    for kind, token, end in _tokens(text):
        word = token.upper() if kind == "word" else ""
        if kind == "variable":
            seen.setdefault(token[1:], len(seen))
        elif not star and word == "SELECT":
            selecting = True
        elif selecting:
            star = end if token == "*" else 0
            selecting = word in ("DISTINCT", "REDUCED")
            if not star and not selecting:
                return text
    names = sorted(returned, key=lambda name: seen.get(name, len(seen)))
    if not star or not names or names == list(returned):
        return text
    return f"{text[: star - 1]}{' '.join(f'?{name}' for name in names)} {text[star:]}"


def projected(text: str) -> set[str]:
    """The variables that the outermost SELECT returns; empty for SELECT *."""
    returned: set[str] = set()
    depth, selecting, last = 0, False, ""
    for kind, token, _ in _tokens(text):
        word = token.upper() if kind == "word" else ""
        if selecting and (word in ("WHERE", "FROM") or token == "{"):
            break
        if word == "SELECT":
            selecting = True
        elif selecting and kind == "variable" and (depth == 0 or last == "AS"):
            returned.add(token[1:])
        depth += (token == "(") - (token == ")")
        last = word
    return returned

"""What is wrong with a query, in the reader's language: where it stands, the sign at that place, what was expected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from flask_babel import gettext

from kzedu_graph.store.engine.query_text import read_query
from kzedu_graph.store.stores import QueryError

_HIDDEN = re.compile(r"""<[^<>"{}|^`\s]*>|"[^"\n]*"|'[^'\n]*'|\#[^\n]*""")
"""IRIs, strings and comments: what stands in them is no sign of the query."""
_PROLOGUE = re.compile(r"\s*(?:(?:PREFIX\s+[\w-]*:|BASE)\s+)*", re.IGNORECASE)
_NOTHING_BEFORE = re.compile(r"[<>=!+*/&|-]\s*(\))")
_PREFIX_AT_END = re.compile(r"([\w-]*):[\w.-]*\s*$")
_SIGN = re.compile(r"[?$]?[\w:.-]+|.", re.DOTALL)
_QUOTED = re.compile(r'^"(.+)"$')
_KEYWORDS = [
    "SELECT",
    "DISTINCT",
    "CONSTRUCT",
    "DESCRIBE",
    "WHERE",
    "FILTER",
    "OPTIONAL",
    "UNION",
    "MINUS",
    "GRAPH",
    "VALUES",
    "BIND",
    "EXISTS",
    "GROUP",
    "ORDER",
    "HAVING",
    "LIMIT",
    "OFFSET",
    "PREFIX",
    "SERVICE",
    "NAMED",
    "REDUCED",
]
_WORDS = {
    *_KEYWORDS,
    *["A", "AS", "ASC", "DESC", "ASK", "BASE", "BY", "FROM", "IN", "NOT", "TRUE", "FALSE", "UNDEF", "SILENT"],
}
_WORD = re.compile(r"(?<![?$\w:@.-])[A-Za-z]{3,}(?![\w:.-]|\s*\()")
_MOST = 14
"""What is expected is named up to so many."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A fault of a query: a sentence, its line and column from 1 (None where it has no place), and the line itself."""

    sentence: str
    line: int | None = None
    column: int | None = None
    text: str = ""

    @property
    def pointer(self) -> str:
        """The line with a sign under the place."""
        return f"{self.text}\n{' ' * ((self.column or 1) - 1)}^" if self.text.strip() else ""


def explain(query: str, error: Exception) -> Explained:
    """Word what the engine found; what is no fault of syntax keeps its own words."""
    if not isinstance(error, QueryError) or not error.line:
        return Explained(str(error))
    bare = _HIDDEN.sub(lambda hidden: " " * len(hidden[0]), query)
    given = _offset(query, error.line, error.column or 1)
    place, sentence = _fault(bare, given, str(error))
    line = query.count("\n", 0, place) + 1
    column = place - (query.rfind("\n", 0, place) + 1) + 1
    return Explained(sentence, line, column, query.split("\n")[line - 1])


def _offset(text: str, line: int, column: int) -> int:
    lines = text.split("\n")
    before = sum(len(each) + 1 for each in lines[: line - 1])
    return min(before + column - 1, len(text))


def _fault(bare: str, given: int, said: str) -> tuple[int, str]:
    """The place of a fault and its sentence: first what can be told without a grammar, then what was expected."""
    return _wrong_word(bare) or _open_end(bare) or _named_fault(bare, given, said) or _wrong_sign(bare, given, said)


def _wrong_word(bare: str) -> tuple[int, str] | None:
    """A query that begins with none of the forms, or a word that is nearly one of SPARQL's."""
    begin = _PROLOGUE.match(bare)
    start = begin.end() if begin else 0
    if read_query(bare).form is None:
        return start, gettext("A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, behind its prefixes.")
    for word in _WORD.finditer(bare, start):
        meant = get_close_matches(word[0].upper(), _KEYWORDS, 1, 0.75)
        if meant and word[0].upper() not in _WORDS:
            told = gettext("“%(sign)s” is no word of SPARQL: is %(word)s meant?", sign=word[0], word=meant[0])
            return word.start(), told
    return None


def _open_end(bare: str) -> tuple[int, str] | None:
    """A string without an end, or a sign of comparison with nothing behind it."""
    string = re.search(r"[\"']", bare)
    if string:
        return string.start(), gettext("The string that begins here has no end.")
    nothing = _NOTHING_BEFORE.search(bare)
    if nothing:
        return nothing.start(1), gettext("Something is missing in front of “%(sign)s”.", sign=")")
    return None


def _named_fault(bare: str, given: int, said: str) -> tuple[int, str] | None:
    """A fault that the engine names: a prefix that is not declared, a variable that is not grouped."""
    if "Prefix not found" in said:
        found = _PREFIX_AT_END.search(bare[:given])
        name = found[1] if found else ""
        told = gettext("The prefix “%(name)s:” is not declared: write PREFIX %(name)s: <…> at the top.", name=name)
        return (found.start() if found else given), told
    if "unbound" in said:
        return given, gettext("SELECT names a variable that is neither grouped nor counted: put it behind GROUP BY.")
    return None


def _wrong_sign(bare: str, given: int, said: str) -> tuple[int, str]:
    """A sign where another was expected, or the end of the text."""
    wanted = _expected(said, bare[:given])
    given += len(bare[given:]) - len(bare[given:].lstrip())
    sign = _SIGN.match(bare, given)
    if sign:
        return given, gettext("“%(sign)s” cannot stand here. Expected: %(what)s.", sign=sign[0], what=wanted)
    if bare.count("{") <= bare.count("}"):
        return given, gettext(
            "The statements cannot be read: each is a subject, a property and a value, with a full stop between two."
        )
    return given, gettext("The query ends too early. Expected: %(what)s.", what=wanted)


def _expected(said: str, before: str) -> str:
    """What could stand at the place: kinds of terms by their names, keywords and signs as they are written."""
    if re.search(r"\b(?:LIMIT|OFFSET)\s*$", before, re.IGNORECASE):
        return str(gettext("a whole number"))
    kinds: dict[str, str] = {
        "?": gettext("a variable"),
        "$": gettext("a variable"),
        "<": gettext("an IRI"),
        ":": gettext("a name with a prefix"),
        "'": gettext("a string"),
        '"': gettext("a string"),
        "+": gettext("a number"),
        "-": gettext("a number"),
    }
    told: dict[str, None] = {}
    for part in said.partition("expected ")[2].removeprefix("one of ").split(", "):
        quoted = _QUOTED.match(part)
        sign = str(quoted[1]) if quoted else part
        if quoted or sign.strip('"'):
            written = sign if sign[:1].isalnum() else str(gettext("“%(sign)s”", sign=sign))
            told[kinds.get(sign[:1] if sign[:1] in ("'", "<", '"') else sign, written)] = None
    return ", ".join(list(told)[:_MOST]) or str(gettext("the end of the query"))

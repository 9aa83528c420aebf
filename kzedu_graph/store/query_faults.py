"""What is wrong with a query: where it stands, the sign at that place, what was expected.

The engine names the first place that it cannot go on from, and what its grammar tried last ("expected OPTIONAL"); what
a person did is found in the text first. Sentences are English, and in the reader's language where a page words them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from kzedu_graph.store.engine.answers import QueryError
from kzedu_graph.store.engine.query_text import read_query
from kzedu_graph.vocabulary.namespaces import KZEDU, UnknownTermError

_HIDDEN = re.compile(r"""<[^<>"{}|^`\s]*>|"[^"\n]*"|'[^'\n]*'|\#[^\n]*""")
"""IRIs, strings and comments: what stands in them is no sign of the query."""
_TERM = re.compile(r"""<(?P<iri>[^<>"{}|^`\s]*)>|"[^"\n]*"|'[^'\n]*'|\#[^\n]*|(?<![\w:.-])kzedu:(?P<prefixed>\w*)""")
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


class Told(Protocol):
    """Words a sentence, as `gettext` does: `%(name)s` stands for what is passed by that name."""

    def __call__(self, message: str, /, **parts: str) -> str: ...


def in_english(message: str, /, **parts: str) -> str:
    """The sentence as it is written here."""
    return message % parts if parts else message


def explain(query: str, error: Exception, told: Told = in_english) -> Explained:
    """Word what the engine found; what is no fault of syntax keeps its own words."""
    if not isinstance(error, QueryError) or not error.line:
        return Explained(str(error))
    bare = _HIDDEN.sub(lambda hidden: " " * len(hidden[0]), query)
    given = _offset(query, error.line, error.column or 1)
    place, sentence = (
        _no_form(query, bare, told)
        or _wrong_word(bare, told)
        or _open_end(bare, told)
        or _named_fault(bare, given, str(error), told)
        or _wrong_sign(bare, given, str(error), told)
    )
    line = query.count("\n", 0, place) + 1
    column = place - (query.rfind("\n", 0, place) + 1) + 1
    return Explained(sentence, line, column, query.split("\n")[line - 1])


def unknown_terms(query: str) -> list[str]:
    """A sentence for each term of our namespace that the ontology does not define: it matches nothing, silently."""
    found: dict[str, None] = {}
    for sign in _TERM.finditer(query):
        name = sign["prefixed"] or (sign["iri"] or "").partition(str(KZEDU))[2]
        if not name:
            continue
        try:
            KZEDU[name]
        except UnknownTermError as error:
            found[str(error)] = None
    return list(found)


def _offset(text: str, line: int, column: int) -> int:
    lines = text.split("\n")
    before = sum(len(each) + 1 for each in lines[: line - 1])
    return min(before + column - 1, len(text))


def _no_form(query: str, bare: str, told: Told) -> tuple[int, str] | None:
    """A query that begins with none of the forms."""
    if read_query(query).form is not None:
        return None
    begin = _PROLOGUE.match(bare)
    return begin.end() if begin else 0, told(
        "A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, behind its prefixes."
    )


def _wrong_word(bare: str, told: Told) -> tuple[int, str] | None:
    """A word that is nearly one of SPARQL's."""
    for word in _WORD.finditer(bare):
        meant = get_close_matches(word[0].upper(), _KEYWORDS, 1, 0.75)
        if meant and word[0].upper() not in _WORDS:
            sentence = told("“%(sign)s” is no word of SPARQL: is %(word)s meant?", sign=word[0], word=meant[0])
            return word.start(), sentence
    return None


def _open_end(bare: str, told: Told) -> tuple[int, str] | None:
    """A string without an end, or a sign of comparison with nothing behind it."""
    string = re.search(r"[\"']", bare)
    if string:
        return string.start(), told("The string that begins here has no end.")
    nothing = _NOTHING_BEFORE.search(bare)
    if nothing:
        return nothing.start(1), told("Something is missing in front of “%(sign)s”.", sign=")")
    return None


def _named_fault(bare: str, given: int, said: str, told: Told) -> tuple[int, str] | None:
    """A fault that the engine names: a prefix that is not declared, a variable that is not grouped."""
    if "Prefix not found" in said:
        found = _PREFIX_AT_END.search(bare[:given])
        name = found[1] if found else ""
        sentence = told("The prefix “%(name)s:” is not declared: write PREFIX %(name)s: <…> at the top.", name=name)
        return (found.start() if found else given), sentence
    if "unbound" in said:
        return given, told("SELECT names a variable that is neither grouped nor counted: put it behind GROUP BY.")
    return None


def _wrong_sign(bare: str, given: int, said: str, told: Told) -> tuple[int, str]:
    """A sign where another was expected, or the end of the text."""
    wanted = _expected(said, bare[:given], told)
    given += len(bare[given:]) - len(bare[given:].lstrip())
    sign = _SIGN.match(bare, given)
    if sign:
        return given, told("“%(sign)s” cannot stand here. Expected: %(what)s.", sign=sign[0], what=wanted)
    if bare.count("{") <= bare.count("}"):
        return given, told(
            "The statements cannot be read: each is a subject, a property and a value, with a full stop between two."
        )
    return given, told("The query ends too early. Expected: %(what)s.", what=wanted)


def _expected(said: str, before: str, told: Told) -> str:
    """What could stand at the place: kinds of terms by their names, keywords and signs as they are written."""
    if re.search(r"\b(?:LIMIT|OFFSET)\s*$", before, re.IGNORECASE):
        return told("a whole number")
    kinds: dict[str, str] = {
        "?": told("a variable"),
        "$": told("a variable"),
        "<": told("an IRI"),
        ":": told("a name with a prefix"),
        "'": told("a string"),
        '"': told("a string"),
        "+": told("a number"),
        "-": told("a number"),
    }
    named: dict[str, None] = {}
    for part in said.partition("expected ")[2].removeprefix("one of ").split(", "):
        quoted = _QUOTED.match(part)
        sign = str(quoted[1]) if quoted else part
        if quoted or sign.strip('"'):
            written = sign if sign[:1].isalnum() else told("“%(sign)s”", sign=sign)
            named[kinds.get(sign[:1] if sign[:1] in ("'", "<", '"') else sign, written)] = None
    return ", ".join(list(named)[:_MOST]) or told("the end of the query")

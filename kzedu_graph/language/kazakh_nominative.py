"""Kazakh names in the nominative: the case of a name stands on its last word alone, "комиссия төрағасы" + "ның"."""

from __future__ import annotations

import re

from kzedu_graph.language.kazakh_endings import Analysis, analyse

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_JOINT = re.compile(r",?\s+(?:және|мен|немесе|не)\s+|,\s+")
_CASES = frozenset({"genitive", "dative", "accusative", "locative", "ablative", "instrumental"})
_OF_NAMES = re.compile(
    r"([А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*(?:[оеё]в|[ыи]н|ев)а?)(?:[нтд][ыі]ң|[кқғг][ае]|[тд][ае]н?|[нтд][ыі]|[мбп]ен)"
)
"""A surname of Russian make in a case: its endings follow its sound, soft or hard: "Розов" + "ке", "Розова" + "ға"."""
_OF_A_NAME = "of a name"
"""The case of a surname, whichever it is."""


def kazakh_nominative(name: str, *, oblique: bool) -> str:
    """A name without the ending of its case: "әкімінің" -> "әкімі", "директорға" -> "директор"; others as they stand.

    Where its place asks for no case (not `oblique`) only a genitive is cut off: a bare root may end as any other does
    ("алқа", "бағбан"). Several names in one case lose it each: "директорға және бағбанға" -> "директор және бағбан".
    """
    if not (words := list(_WORD.finditer(name))) or words[-1].end() < len(name.rstrip(".")):
        return name
    last = words[-1]
    case, bare = _cut(last[0], oblique=oblique)
    if case is None:
        return name
    cut = [(last.start(), last.end(), bare)]
    for joint in _JOINT.finditer(name, 0, last.start()):
        before = next((word for word in words if word.end() == joint.start()), None)
        told, whole = _cut(before[0], oblique=oblique) if before is not None else (None, "")
        if before is not None and case != "genitive" and told in (case, _OF_A_NAME):
            cut.append((before.start(), before.end(), whole))
    for start, end, word in sorted(cut, reverse=True):
        name = name[:start] + word + name[end:]
    return name


def _cut(word: str, *, oblique: bool) -> tuple[str | None, str]:
    """The case of a word and what stands before its ending; None and the word where it has none for sure."""
    if oblique and (surname := _OF_NAMES.fullmatch(word)) is not None:
        return _OF_A_NAME, surname[1]
    reading = _reading(word, oblique=oblique)
    if reading is None:
        return None, word
    case = reading.endings[-1]
    bare = word[: -len(case.form)]
    return case.kind, bare.removesuffix("-")


def _reading(word: str, *, oblique: bool) -> Analysis | None:
    """The likeliest reading of a word in a case; where its place asks for one, any that leaves a stem."""
    wanted = _CASES if oblique else frozenset({"genitive"})
    readings = analyse(word)
    sure = readings[:1] if not oblique else [one for one in readings if one.certain]
    return next((one for one in sure if one.endings and one.endings[-1].kind in wanted), None)

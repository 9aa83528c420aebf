"""What the words of an instruction say to do, to which units of an act, and which words it names."""

from __future__ import annotations

import re

from extract.lexicon.amendments import Action, Wording

OPENING = ('"', "«", "“")
"""Quotation marks that open new wording."""
CLOSED = re.compile(r"[»\"”]\s*[;.,]{0,2}\s*$")
"""The end of a line that closes it."""
_TAIL = " :;."


def about_words(text: str, words: Wording) -> tuple[str, str, str | None, str] | None:
    """A change of words: the action, what is changed, the new words, and what the line says besides."""
    for action, pattern in words.words:
        match = pattern.search(text)
        if not match:
            continue
        groups = match.groupdict()
        old, new = (groups.get(name) or groups.get(f"{name}_plain") for name in ("old", "new"))
        about = words.called.format(old or new)
        return action, about, new, text[: match.start()]
    return None


def action_of(text: str, words: Wording) -> Action | None:
    """The change that a line orders: it names a part of the act, and ends with the words of an action."""
    folded = words.to_annex.sub("", text).casefold().rstrip(_TAIL)
    for action in words.actions:
        at = folded.rfind(action.ending)
        if at < 0 or not _ends_with(folded, at + len(action.ending), words):
            continue
        units = _units_in(folded[:at], words)
        if (units and (action.unit is None or action.unit == units[-1 if words.lang == "kk" else 0])) or (
            action.unit is None and (text[:1].isupper() or bool(words.whole.search(folded[:at])))
        ):
            return action
    return None


def _ends_with(folded: str, end: int, words: Wording) -> bool:
    """Whether nothing but a reference to an annex stands behind the action."""
    behind = folded[end:]
    return not behind.strip() or behind.startswith(tuple(f" {b.strip()}" for b in words.behind))


def _units_in(text: str, words: Wording) -> list[str]:
    outside = re.sub(r"[\"«“].+[\"»”]", "", text)
    return [unit for word in re.findall(r"[^\W\d_]+", outside) if (unit := words.unit_of(word))]


def unquoted(text: str) -> str:
    """New wording without its quotation marks."""
    told = text.strip()
    if told[:1] in OPENING:
        told = CLOSED.sub("", told[1:])
    return told.strip()


def shown(text: str) -> str:
    """Words on one line, as they are shown."""
    return " ".join(text.split())

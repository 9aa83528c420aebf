"""Russian verbs whose class another word decides: "спор | разрешается", "могут | поручить", "нужно | будет открыть"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.lexicon.phrasing import phrasing

if TYPE_CHECKING:
    from extract.finders.duties.grammar.words import Word


def with_turned(words: list[Word]) -> list[Word]:
    """The words, such verbs in the class that the words around them give."""
    turning = [n for n, word in enumerate(words) if word.tag in _MAY_TURN]
    for n, tag in [(n, _turned(words, n)) for n in turning]:
        words[n] = words[n]._replace(tag=tag)
    return words


def _turned(words: Sequence[Word], n: int) -> str:
    """The class of a verb where it does not say itself how much it binds: "спор | разрешается", "могут | поручить"."""
    word, wording = words[n], phrasing("ru")
    may = any(before.tag == "may" for before in words[max(n - _BEHIND_MAY, 0) : n])
    match word.tag:
        case "allowed":
            decided = word.norm in wording.words("let_or_decided")
            return "passive" if decided and any(w.norm in wording.words("disputes") for w in words[1:n]) else word.tag
        case "forbidden":
            be = any(w.norm in wording.words("be") for w in words[max(n - _BEHIND_BE, 0) : n])
            return "participle" if be and any(w.tag == "may" for w in words[1:n]) else word.tag
        case "charges":
            bids = any(w.tag in ("infinitive", "effect-infinitive") for w in words[n + 1 : n + _BEHIND_CHARGES])
            past = any(w.norm in wording.words("been") for w in words[max(n - _BEHIND_MAY, 0) : n])
            done = "passive" if word.norm.endswith("ся") else "participle"
            return word.tag if bids and not past else done
        case "given":
            gets = any(behind.tag in ("right", "possibility") for behind in words[n + 1 : n + 3])
            return "infinitive" if may and word.norm.endswith("ся") and not gets else word.tag
        case "will":
            judges = words[n - 1].tag in _JUDGES or words[min(n + 1, len(words) - 1)].tag in _JUDGES
            return "tense" if judges else word.tag
        case _:
            joined = words[n - 1].norm in wording.words("and_or") and any(w.tag == "may" for w in words[1:n])
            return "infinitive" if (may or joined) and word.norm.endswith("ть") else word.tag


_MAY_TURN = frozenset({"allowed", "forbidden", "given", "bids", "lays", "charges", "will"})
_JUDGES = frozenset({"need", "needed", "must", "may", "entitled", "allowed", "forbidden", "recommend"})
"""Classes of words that "будет" only puts in the future: "нужно | будет открыть", "будет | запрещено"."""
_BEHIND_CHARGES = 14
"""Words from "поручено" to what is to be done, at most."""
_BEHIND_BE = 8
"""Words from "быть" to what may be, further ones of a row included, at most."""
_BEHIND_MAY = 3
"""Words from "могут" to the verb that goes with it, at most."""

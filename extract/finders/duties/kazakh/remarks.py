"""Words of a Kazakh duty that tell nothing of its deed: beside a party, between dashes, names from here on, helpers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.finders.duties.grammar.words import Word
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def beside_party(words: Sequence[Word], n: int) -> range:
    """The places of what stands right behind a party and is of its name: "тарапынан", "(бұдан әрі – Орталық)"."""
    if words[min(n, len(words) - 1)].norm in _WORDING.words("by"):
        return range(n, n + 1)
    if words[min(n, len(words) - 1)].norm in _WORDING.words("particles"):
        return range(n, n + 1)  # "мектептер де"
    if n + 1 < len(words) and words[n].tag == "open" and words[n + 1].norm == "бұдан":
        return range(n, next((k for k in range(n, len(words)) if words[k].tag == "close"), n) + 1)
    return range(0)


def around_party(words: Sequence[Word], first: int, last: int) -> set[int]:
    """The places of what stands beside a party's name, and of what points at it before: "... жағдайда [осы] бағбан"."""
    pointed = words[first - 1].tag == "dash" or words[first - 1].norm in _WORDING.words("points_within")
    return {*beside_party(words, last + 1), *((first - 1,) if pointed else ())}


def owns_act(words: Sequence[Word], last: int) -> bool:
    """Whether a party is the owner of the act by which something is done: "[министрдің] бұйрығымен бекітіледі"."""
    return words[min(last + 1, len(words) - 1)].norm in _WORDING.words("by_act")


def called_further(words: Sequence[Word], places: Sequence[int]) -> set[int]:
    """The places of brackets that only say by what name a thing goes further on: "нұсқау (бұдан әрі – наряд)"."""
    found: set[int] = set()
    for n in places:
        if words[n].tag == "open" and words[min(n + 1, len(words) - 1)].norm == "бұдан":
            found |= set(range(n, next((k for k in range(n, len(words)) if words[k].tag == "close"), n) + 1))
    return found


def between_dashes(words: Sequence[Word], first: int, last: int, dropped: set[int]) -> set[int]:
    """The places of dashes that part what was left out: "есепті – 5 мамырға дейін – береді", "сынақ – 5 мамырда;"."""
    dashes = [n for n in range(first, last + 1) if words[n].tag == "dash"]
    if not dashes:
        return set()
    apart = ((a, b) for a, b in pairwise(dashes) if b > a + 1 and all(n in dropped for n in range(a + 1, b)))
    found = {n for pair in apart for n in pair}
    return found | _before_time(words, first, last, dropped)


def _before_time(words: Sequence[Word], first: int, last: int, dropped: set[int]) -> set[int]:
    """The place of the last dash outside of brackets, where nothing behind it is left: "сынақ – 5 мамырда (таза)"."""
    outside: int | None = None
    inside = False
    told: list[int] = []
    for n in range(first, last + 1):
        inside = words[n].tag == "open" or (inside and words[n - 1].tag != "close")
        if words[n].tag == "dash" and not inside:
            outside, told = n, []
        elif not inside and words[n].tag not in ("stop", "semicolon", "comma"):
            told.append(n)
    left_out = outside is not None and outside > first and bool(told) and all(n in dropped for n in told)
    return {outside} if outside is not None and left_out else set()


def points_back(words: Sequence[Word], n: int) -> bool:
    """Whether a word is but "ол" for who is named before, not "ол туралы", or "онда" for where."""
    he = words[n].norm in _WORDING.words("he") and words[n + 1].tag != "postposition"
    return he or words[n].norm in _WORDING.words("in_them")


def taken_up_alone(words: Sequence[Word], first: int) -> int | None:
    """The place of "ол" behind a comma where a clause opens with it that has no time of the one before it; else None.

    Written for "бағбан үш күнде жауапты дайындайды, | ол иесіне жіберіледі".
    """
    n = first + (words[first].tag == "comma")
    opens = n + 1 < len(words) and words[n].norm in _WORDING.words("he") and words[n - 1].tag == "comma"
    return n if opens else None


def goes_on_doing(words: Sequence[Word], n: int) -> bool:
    """Whether a helping verb says that something is done over and over: "жаңартылып отырады", not "жоспарлап отыр"."""
    return words[n].norm in _WORDING.words("keeps_doing") and words[n - 1].tag != "planned"

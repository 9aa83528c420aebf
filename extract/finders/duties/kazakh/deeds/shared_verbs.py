"""Kazakh deeds that have a verb in common, which stands behind the last of them: what is seen to, what is done.

Тіркеуді және он күнде жіберуді қамтамасыз етсін.      Ашады, жүргізеді және тексереді.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.deeds.deed_ends import parts_deeds
from extract.finders.duties.kazakh.deeds.extents import CLOSES, DOING
from extract.finders.duties.kazakh.forms import case_of, is_converb
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def behind_seen_to(words: Sequence[Word], first: int) -> int | None:
    """Where what is seen to ends before a verb's noun that has a term of its own: "тіркеуді | және он күнде жіберуді".

    Without one all that is seen to is one deed.
    """
    heavy, verb = first - 1, first - 2
    if verb < 1 or words[heavy].norm not in _WORDING.words("heavy_words") or words[verb].tag not in DOING:
        return None
    joints = (n for n in range(verb - 1, 1, -1) if words[n].tag == "conjunction" and words[n - 1].tag in DOING)
    joint = next((n for n in joints if case_of(words[n - 1]) == "accusative"), None)
    if joint is None:
        return None
    for word in words[joint + 1 : verb]:
        if word.norm in _WORDING.words("ends_time"):
            return joint
        if case_of(word) == "accusative" or word.tag in ("comma", "to-do"):
            return None
    return None


def verb_behind(words: Sequence[Word], joint: int) -> str | None:
    """The verb of what is seen to before a further deed: "тіркеуді | және ... жіберуді [қамтамасыз етсін]"."""
    if words[joint].tag != "conjunction":
        return None
    seen_to = (n for n in range(joint + 1, len(words)) if behind_seen_to(words, n) == joint)
    verb = next(seen_to, None)
    return None if verb is None else f"{words[verb - 1].text} {words[verb].text}"


def passive_behind(words: Sequence[Word], joint: int, last: int) -> str | None:
    """The passive that two things share, where a deed closes without it: "[сынау | мамырда,] ... егу күзде өткізіледі".

    With what or where something is done tells the first deed by itself: "ағаштар арбамен, ...".
    """
    if words[joint].tag != "comma" or case_of(words[last]):
        return None
    return next((word.text for word in words[joint:] if word.tag == "passive"), None)


def last_joined(words: Sequence[Word], verb: int, end: int) -> int:
    """The last of the verbs that go on with a deed and name no thing of their own: "ашады, жүргізеді | және ..."."""
    n = verb + 1
    while n < end and (parts_deeds(words[n]) or words[n].norm in _WORDING.words("joins_verbs")):
        n += 1
    while n < end and (words[n].norm in _WORDING.words("heavy_words") or is_converb(words[n])):
        n += 1
    goes_on = n > verb + 1 and n + 1 < end and words[n].tag in CLOSES and parts_deeds(words[n + 1])
    return last_joined(words, n, end) if goes_on else verb

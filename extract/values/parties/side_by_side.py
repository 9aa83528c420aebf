"""Names of bodies that stand side by side, the line or the comma that parted them being lost.

"Департамент лесов Аким г. Белого"           two, the second with a head in the nominative and a capital
"АО «Сад» федерация баскетбола"              two, one of them in quotes
"Білім департаменті «Көмек» қоғамдық қоры"   two, each with a head of its own
"Мәдениет басқармасы Спорт комитеті"         two likewise
"""

from __future__ import annotations

import re
from itertools import pairwise

from extract.language.russian import readings
from extract.lexicon.words import words
from extract.values.parties.shared_heads import WORD
from extract.values.parties.staff import has_head, kind_of_staff
from extract.values.quotes import quoted
from kzedu_graph.language.late_patterns import late

_OF_PLACES = r"(?:областн|районн|городск|территориальн|межрайонн)(?:ое|ые|ие|ая)"
_HEAD_BEHIND = late(
    r"(?P<before>[»”\"]|[^\W\d_]{2}\.?)\s+"
    rf"(?P<next>(?<=[»”\"]\s)[а-яё]{{5,}}|[А-ЯЁ][а-яё]{{3,}}|{_OF_PLACES})(?![^\W_])"
)
"""Where a Russian head may stand behind another name."""
_BEHIND_HEAD = late(
    r"(?P<before>(?:басқармасы|департамент[іi]|комитет[іi]|бөл[іi]м[іi]|инспекциясы|палатасы))"
    r"\s+(?P<next>[«“\"]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])"
)
"""Where a Kazakh name may stand behind a unit that is named to its end."""
_WHOLE_BODY = late(
    r"(?:басқармасы|департамент[іi]|комитет[іi]|инспекциясы|палатасы|прокуратурасы|мәслихаты|қор[ыi]|бірлестігі"
    r"|қауымдастығы|одағы|әкім(?:і|дер[іi]|дігі|діктері))",
    re.IGNORECASE,
)
_PLACES_AHEAD = late(rf"{_OF_PLACES}(?!\w)")
_JOINING = ("и", "или", "с", "по")
_OF_A_MINISTRY = late(r"(?:министерств|агентств)\w*", re.IGNORECASE)


def side_by_side(text: str, start: int, end: int, lang: str) -> list[tuple[int, int]]:
    """The names that stand side by side between two offsets, the line that parted them being lost; else the one."""
    told = text[start:end]
    finder = _HEAD_BEHIND if lang == "ru" else _BEHIND_HEAD
    inside = quoted(text)
    cuts: list[int] = []
    for match in finder.finditer(told):
        at = match.end("before")
        first = cuts[-1] if cuts else 0
        parts = _are_two_russian if lang == "ru" else _are_two_kazakh
        if not inside[start + match.end("before")] and parts(told[first:at].strip(), told[at:].strip()):
            cuts.append(at)
    bounds = [start, *(start + at for at in cuts), end]
    return list(pairwise(bounds))


def _are_two_russian(before: str, behind: str) -> bool:
    """Whether what begins with a head that can only be the subject stands behind a unit or a name in quotes."""
    head = WORD.findall(behind)[0]
    found = readings(head.casefold())
    if _PLACES_AHEAD.match(behind):
        owner = readings(WORD.findall(before)[-1].casefold())[:1]
        governed = any(part == "NOUN" and case == "gent" for _, part, case, _ in owner)
        return governed and has_head(before, "ru") and has_head(behind, "ru")
    if not found or found[0][1:3] != ("NOUN", "nomn") or not has_head(head, "ru"):
        return False
    if before.endswith(("»", "”", '"')):
        alone = all(case == "nomn" for _, _, case, _ in found) and kind_of_staff(head, "ru") != "post"
        return alone and before.split(maxsplit=1)[0] in words("ru").legal_forms
    last = WORD.findall(before)[-1]
    if head[0].islower() or last in words("ru").legal_forms:
        return False
    return _ends_whole(before) and kind_of_staff(before, "ru") == "unit" and not _OF_A_MINISTRY.match(before)


def _ends_whole(name: str) -> bool:
    """Whether a Russian name may end where it does: with no adjective, preposition or conjunction."""
    last = WORD.findall(name)[-1].casefold()
    return last not in _JOINING and all(part not in ("ADJF", "PREP", "CONJ") for _, part, *_ in readings(last)[:1])


def _are_two_kazakh(before: str, behind: str) -> bool:
    """Whether a unit's name is whole, and what stands behind it is that of a body which is no part of a unit."""
    own = WORD.findall(behind)
    return len(own) > 1 and bool(_WHOLE_BODY.fullmatch(own[-1])) and bool(WORD.findall(before)[:-1])

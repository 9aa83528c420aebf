"""The number and the day of a paper behind labels: "Регистрационный номер: 7-од", "Дата подписания: 05.05.2031"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.lines.around import is_beside
from extract.sources.heads.lines.line import Line
from extract.values.acts import NUMBER
from kzedu_graph.language.late_patterns import late

MOST_LABELLED = 12
"""Lines of a head in which labels tell the number and the day."""
_WORDS = header_words(ANY)
_NUMBER_LABEL = late(rf"(?<!\w)(?:{_WORDS['number_label']}) ?: ?(?:№ ?)?(?=[\w/-]*\d)", re.IGNORECASE)
_DAY_LABEL = late(rf"(?<!\w)(?:{_WORDS['day_label']}) ?: ?(?=[«\"“]?\d)", re.IGNORECASE)
_IN_REGISTRY = late(_WORDS["in_registry"], re.IGNORECASE)
_NUMBER = late(NUMBER, re.IGNORECASE)


def without_labels(lines: Sequence[Line], lang: str) -> list[Line]:
    """Lines of a head with what labels call the number and the day of a paper as it stands elsewhere: "Регистрационный
    номер: 7-од" is "№ 7-од", "Дата подписания: 5 мая 2031 года" the day alone; not where a number has no label.
    """
    told = list(lines)
    near = [line.text for line in told[:MOST_LABELLED]]
    labelled = [
        n for n, text in enumerate(near) if ":" in text and (_NUMBER_LABEL.match(text) or _DAY_LABEL.match(text))
    ]
    if not labelled:
        return told
    registered = any(_IN_REGISTRY.search(text) for text in near)
    numbered = registered or any(_numbered_alone(text, lang) for text in near)
    for n in labelled:
        bare = _DAY_LABEL.sub("", near[n])
        bare = bare if numbered else _NUMBER_LABEL.sub("№ ", bare)
        told[n] = replace(told[n], text=bare.strip()) if bare != near[n] and is_beside(bare, lang) else told[n]
    return told


def _numbered_alone(text: str, lang: str) -> bool:
    """Whether a line has a number, with a day perhaps, and nothing else."""
    return bool(_NUMBER.search(text)) and ":" not in text and is_beside(text, lang)

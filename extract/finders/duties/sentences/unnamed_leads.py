"""Lead-ins that name nobody, as they govern their items: with him whom they take up, or the body of the statute.

Комиссия рассматривает заявки. В этих целях: 1) запрашивает ...; 2) проводит ...
Положение о школьном совете ... Основные функции: 1) осуществляет ...
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import Passage, join
from extract.lexicon.phrasing import phrasing


def is_empty_lead(text: str, lang: str) -> bool:
    """Whether a line leads in and names nobody, but takes up the sentence before it: "Для этого:", "Осы мақсатта:"."""
    return phrasing(lang).pattern("empty_lead").match(text) is not None


def with_whom(
    lead: Passage, doer: Passage | None, body: Passage | None, above: Sequence[Passage], lang: str
) -> Passage:
    """A lead-in as it governs its items: by whom it takes up (`doer`), or of the body that the statute is of.

    Below a lead-in `above` that lists somebody's own it is of the same: "Полномочия мастера: | права: ...".
    """
    if doer is not None:
        return join([doer, lead[lead.text.rindex(":") :]])
    if body is None or (above and phrasing(lang).pattern("lists_own").match(above[-1].text)):
        return lead
    return _with_owner(lead, body, lang)


def _with_owner(lead: Passage, body: Passage, lang: str) -> Passage:
    """A lead-in that names functions, rights or duties and nobody, with the body that the statute is of beside it."""
    if lang == "kk" and phrasing(lang).pattern("binds_below").match(lead.text):
        return join([body, lead])
    match = phrasing(lang).pattern("lists_own").match(lead.text)
    if match is None or match["owner"]:
        return lead
    end = match.end("noun")
    return join([body, lead]) if lang == "kk" else join([lead[:end], body, lead[end:]])

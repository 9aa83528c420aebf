"""Who enacts an act, by its own words: the grounds before the name are none of it."""

from __future__ import annotations

import pytest

from extract.finders.duties.enacting import find_act_roles
from extract.finders.duties.prose import read_prose
from extract.readers.tabbed import read_tabbed
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("ru", "В соответствии с Законом «О чтении» акимат области Абай ПОСТАНОВЛЯЕТ:", "акимат области Абай"),
        (
            "ru",
            "Во исполнение поручений, в целях развития чтения, Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:",
            "Правительство Республики Казахстан",
        ),
        ("ru", "В соответствии со статьей 27 Закона акимат области Абай ПОСТАНОВЛЯЕТ:", "акимат области Абай"),
        ("ru", "Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:", "Правительство Республики Казахстан"),
        ("kk", "«Оқу туралы» Заңының 6-бабына сәйкес Абай облысының әкімдігі ҚАУЛЫ ЕТЕДІ:", "Абай облысының әкімдігі"),
        ("kk", "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:", "Қазақстан Республикасының Үкіметі"),
    ],
)
def test_who_enacts(lang: str, text: str, who: str) -> None:
    head = {"ru": "Постановление", "kk": "Қаулы"}[lang]
    document = read_tabbed("sample", f"{head}\n\n{text}\n\n1. Бекітілсін / Утвердить план.\n", lang)
    source = Source("sample", "sample", lang, None, "sample")
    roles = find_act_roles(source, read_prose(document), Registry.load(), {})
    assert [role.text for role in roles if role.role == "approver"] == [who]
    (role,) = (role for role in roles if role.role == "approver")
    assert [document.text[span.start : span.end] for span in role.evidence] == [who]

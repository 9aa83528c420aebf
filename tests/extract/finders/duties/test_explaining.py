"""Why a line is a duty or none, as `kzedu explain` tells it."""

from __future__ import annotations

from invented_prose import document

from extract.finders.duties.explaining import explain


def test_explain_names_the_rule_and_the_words() -> None:
    text = "# Инструкция\nКолледжам необходимо обновить планы. Стало теплее.\nСледует отметить, что тепло."
    told = document(text, "ru")
    assert explain(told, 2)[0].startswith('required: requirement, on "необходимо", bearer Колледжам')
    assert explain(told, 2)[1].startswith("no rule decided")
    assert explain(told, 3)[0].startswith("notice: not-these-words")
    assert explain(told, 9) == []


def test_explain_reads_layouts_as_the_reading_does() -> None:
    text = "# Инструкция\nЗавхозу – вывезти мусор; дворнику – подмести двор.\n\n| Кто | Что делает |\n|---|---|\n| Повар | варит кашу |\n"
    told = document(text, "ru")
    assert [
        line.split("bearer ")[1].split(",")[0] for n in (2, 6) for line in explain(told, n) if "bearer" in line
    ] == [
        "Завхозу",
        "дворнику",
        "Повар",
    ]

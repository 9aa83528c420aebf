"""What nobody by name does in Russian, what is not needed, whom a ban binds, who stands behind the verb."""

from __future__ import annotations

import pytest
from read_duties import read_duties


@pytest.mark.parametrize(
    ("text", "done_to"),
    [
        ("Баллоны хранят в шкафах.", "Баллоны"),
        ("Пробы воды отбирают ежедневно.", "Пробы воды"),
        ("Лук и морковь хранят в подвале.", "Лук и морковь"),
        ("Мастерам, направляющимся в сад, проводят осмотр.", "осмотр"),
        ("Из теплиц удаляют листья.", "листья"),
        ("На стены наносят известь.", "известь"),
    ],
)
def test_a_plural_without_a_subject_is_done_by_whoever_it_is(text: str, done_to: str) -> None:
    ((bearer, _, found),) = read_duties("ru", text)
    assert (bearer, found) == (None, done_to)


@pytest.mark.parametrize(
    "text",
    [
        "Розы растут в саду.",
        "Документы подтверждают право на вход.",
        "Условия обеспечивают рост роз.",
        "Семьи получают пособия.",
        "Дети играют в саду.",
        "Растения образуют заросли.",
        "Такие сады украшают город.",
        "Лопаты, которые хранят в саду, остры.",
    ],
)
def test_what_has_a_subject_is_done_by_it(text: str) -> None:
    assert read_duties("ru", text) == []


@pytest.mark.parametrize(
    ("text", "bearer", "done_to"),
    [
        ("Полив роз выполняют бригады сада.", "бригады сада", "Полив роз"),
        ("Срок осмотра определяет садовый отдел.", "садовый отдел", "Срок осмотра"),
        ("Садовые станции на закрепленной за ними земле проводят осмотр роз.", "Садовые станции", "осмотр роз"),
        ("Совет может по согласованию с директором сада учреждать кружки.", "Совет", "кружки"),
        ("Решения совета обязательны для исполнения всеми школами.", "всеми школами", "Решения совета"),
        ("Мастер не обязан представлять справку.", "Мастер", "справку"),
        ("Справка также не требуется при замене лопаты.", None, "Справка"),
        ("Запретить рубку деревьев гражданам и организациям.", "гражданам и организациям", "рубку деревьев"),
        ("Запретить выдачу книг ученикам.", None, "выдачу книг ученикам"),
    ],
)
def test_parties_and_things(text: str, bearer: str | None, done_to: str) -> None:
    mood = "enacting" if text.startswith("Запретить") else "instruction"
    ((found, _, thing),) = read_duties("ru", text, mood)
    assert (found, thing) == (bearer, done_to)

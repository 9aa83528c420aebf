"""How programmes lead in a list of what they set themselves, told by nouns of doing; all invented."""

from __future__ import annotations

import pytest
from read_duties import duties_of_text

HEADS = {
    "kk": "# Ауданның 2031–2035 жылдарға арналған бақ бағдарламасы\n\n## 3. Негізгі бағыттар\n\n",
    "ru": "# Программа развития садов района на 2031–2035 годы\n\n## 3. Основные направления\n\n",
}
ITEMS = {"kk": "1) көшет өсіру;\n\n2) шеберлерді оқыту.", "ru": "1) выращивание саженцев;\n\n2) обучение мастеров."}
DEEDS = {"kk": ["көшет өсіру", "шеберлерді оқыту"], "ru": ["выращивание саженцев", "обучение мастеров"]}
LEADS = {
    "kk": """
        Осы мақсатқа жету үшін мыналар қажет / Мынадай шаралар қолданылады / Бағдарлама мыналарға бағытталған
        Мәселелер мынадай жолдармен шешіледі / Мыналар жоспарланып отыр / Мыналарды жүзеге асыру жоспарлануда
        Саясатты мынадай бағыттар бойынша жүзеге асыру көзделген / Бағдарламаны іске асыру мынадай әрекеттерді көздейді
        Жұмыс мынадай бағыттар бойынша жүргізіледі / Басты назар мыналарға аударылады / Бақ саласында / Ол үшін
    """,
    "ru": """
        Для достижения цели необходимо / Будут приняты следующие меры / Программа направлена на
        Основные усилия направляются на / В первую очередь предстоит / В рамках программы осуществляется
        Основное внимание уделяется / Комплекс мер включает / Механизм реализации включает / В области кадров
        Ключевые направления / Задача состоит в следующем / Наряду с этим предполагается / Намечено
        Основным направлением ухода будет охрана роз, расширение садов, в том числе
        Росту урожая будут способствовать меры по поддержке садоводов / Главные задачи программы
    """,
}
CASES = [(lang, lead.strip()) for lang in LEADS for line in LEADS[lang].split("\n") for lead in line.split("/")]


@pytest.mark.parametrize(("lang", "lead"), [case for case in CASES if case[1]])
def test_each_item_below_a_lead_in_is_told_once(lang: str, lead: str) -> None:
    told = duties_of_text(lang, f"{HEADS[lang]}{lead}:\n\n{ITEMS[lang]}")
    assert [deed for _, _, deed in told] == DEEDS[lang]


@pytest.mark.parametrize(("lang", "heading"), [("ru", "2. Анализ состояния"), ("kk", "2. Қазіргі жағдайды талдау")])
def test_what_an_analysis_lists_is_no_task(lang: str, heading: str) -> None:
    lead = {"ru": "В районе осуществляется", "kk": "Бақ саласында"}[lang]
    head = HEADS[lang].partition("\n\n")[0]
    assert duties_of_text(lang, f"{head}\n\n## {heading}\n\n{lead}:\n\n{ITEMS[lang]}") == []


@pytest.mark.parametrize(
    ("lang", "sentence", "bearer", "deed"),
    [
        ("ru", "В целях развития садов создать центр роз.", None, "создать центр роз"),
        ("ru", "На основе опроса садоводов открыть клубы.", None, "открыть клубы"),
        ("ru", "Ставится задача обновить теплицы.", None, "обновить теплицы"),
        ("kk", "Жұмыстарды үйлестіру бақ басқармасына жүктеледі.", "бақ басқармасына", "Жұмыстарды үйлестіру"),
    ],
)
def test_what_a_programme_sets_in_one_sentence(lang: str, sentence: str, bearer: str | None, deed: str) -> None:
    ((_, who, told),) = duties_of_text(lang, HEADS[lang] + sentence)
    assert who == bearer
    assert told.endswith(deed)


def test_troubles_are_solved_and_ranks_name_nobody() -> None:
    told = duties_of_text(
        "ru", f"{HEADS['ru']}Главные задачи программы:\n\n1) полное решение вопросов полива;\n\n2) обрезка роз."
    )
    assert told == [
        ("requirement", None, "полное решение вопросов полива"),
        ("requirement", None, "обрезка роз"),
    ]

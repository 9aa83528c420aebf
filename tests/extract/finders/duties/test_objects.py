"""What a deed is done to, and the deed itself, by kinds of phrases in both languages; all sentences are invented."""

from __future__ import annotations

import pytest

from extract.document.blocks import passage_of
from extract.finders.duties.actions import clause_of
from extract.finders.duties.deeds import deed_of, object_of
from extract.finders.duties.provisions import decide
from extract.finders.duties.units import Unit


def read(lang: str, mood: str, text: str) -> tuple[str, str | None]:
    """The deed and the object of the first duty of a sentence."""
    passage = passage_of(text)
    unit = Unit(passage, passage, mood, "")
    words, duties = decide(unit, lang)
    clause = clause_of(unit, words, duties[0], duties, lang)
    return (
        deed_of(unit, words, duties[0], clause, lang, 2031),
        object_of(unit, words, duties[0], clause, lang, 2031),
    )


@pytest.mark.parametrize(
    ("text", "done_to"),
    [
        # Attributes that are nouns, and those whose ending only looks like a case.
        ("Необходимо обновить данные теплиц.", "данные теплиц"),
        ("Кружки будут обучать учащихся 7–9 классов сельских школ.", "учащихся 7–9 классов сельских школ"),
        # Nouns that ask for a preposition, but for phrases of manner.
        ("Будут внесены изменения в план посадок.", "изменения в план посадок"),
        ("Изменения в случаях, указанных в плане, вносятся в журнал.", "Изменения"),
        ("Школы получат доступ к теплицам.", "доступ к теплицам"),
        # A name belongs to the noun or the initial before it; numbers of names and of times are none.
        ("При школах, ведущих подготовку садоводов ДВО, создадутся клубы садоводов.", "клубы садоводов"),
        ("Школы будут участвовать в исследованиях ABC-2031, ABC-2033.", None),
        ("Каждые 5–7 лет будут обновляться карты теплиц.", "карты теплиц"),
        ("Будут открыты школы имени О. Садыкова.", "школы имени О. Садыкова"),
        # What becomes, is exempted or is subject to something is done to nothing.
        ("Основой учета должны стать журнал теплиц и карта сада.", None),
        ("Садоводы с большим стажем освобождены от проверки.", None),
        # Joined verbs have one object.
        ("Составить и утвердить план работы теплицы.", "план работы теплицы"),
        ("Планы будут включать в себя новые карты теплиц.", "новые карты теплиц"),
    ],
)
def test_russian_objects(text: str, done_to: str | None) -> None:
    assert read("ru", "instruction", text)[1] == done_to


@pytest.mark.parametrize(
    ("text", "done_to"),
    [
        # What stands in brackets or before a postposition changes nothing.
        (
            "Кітапхананың қорын (кітаптар, журналдар және т.б.) жаңарту жұмысы жалғастырылады.",
            "Кітапхананың қорын (кітаптар, журналдар және т.б.) жаңарту жұмысы",
        ),
        ("Бақтар ашу бойынша өтінімдерді қарау жоспарлануда.", "Бақтар ашу бойынша өтінімдерді"),
        # Two accusatives do not stand side by side; somebody has something; "сондай-ақ" goes on.
        ("Бақтың қорын оларды суару арқылы ұлғайту жоспарлануда.", "Бақтың қорын"),
        ("Тәжірибесі бар бағбандарға арналған курстар ашылады.", "Тәжірибесі бар бағбандарға арналған курстар"),
        (
            "Гүлдерді суаруға, сондай-ақ бақты күтуге бағытталған жоба іске асырылады.",
            "Гүлдерді суаруға, сондай-ақ бақты күтуге бағытталған жоба",
        ),
        # Kinds that are named behind a noun; the last of several deeds; what is counted before a colon.
        (
            "Бақтарға қойылатын талаптар, атап айтқанда суару, күзету және т.б. қайта қаралады.",
            "Бақтарға қойылатын талаптар",
        ),
        ("Ережені қайта қарау және жоспардың жобасын әзірлеу жоспарлануда.", "жоспардың жобасын"),
        ("Ауданда 10 жаңа нысан: бақтар, жылыжайлар салынады.", "10 жаңа нысан"),
        # Predicates with but a noun, what is owned, what goes on, what a verb is done to nothing.
        ("Бағбандарды даярлауда кешенді көзқарас қажет.", "кешенді көзқарас"),
        ("Мектеп 12 кітап қорына ие болады.", "12 кітап қорына"),
        ("Бақтарды дамыту өз жалғасын табады.", "Бақтарды дамыту"),
        ("Түлектер бақтарды ашуға жәрдемдесетін болады.", None),
        # Particles and clauses of time.
        ("Бағбандарды даярлау тәртібі де өзгертілетін болады.", "Бағбандарды даярлау тәртібі"),
        ("Куәлік бағбанға жұмысқа тұрған кезде беріледі.", "Куәлік"),
        # A number opens a phrase; the subject that opens a clause is told by what follows it.
        ("Бақ ашу 50 мың балаға есептеліп жүзеге асырылатын болады.", "Бақ ашу"),
        ("Негізгі компонент орта білім деңгейлері бойынша ұлғайтылады.", "Негізгі компонент"),
    ],
)
def test_kazakh_objects(text: str, done_to: str | None) -> None:
    assert read("kk", "plan", text)[1] == done_to


@pytest.mark.parametrize(
    ("lang", "mood", "text", "deed"),
    [
        ("ru", "instruction", "Школы имеют возможность переносить занятия.", "переносить занятия"),
        ("ru", "instruction", "Следует отметить, что учет теплиц ведется завхозом.", "учет теплиц ведется"),
        ("ru", "plan", "Будет создан сад, что позволит увеличить урожай.", "Будет создан сад"),
        (
            "ru",
            "instruction",
            "Школы выбирают два предмета (третий для сада).",
            "выбирают два предмета (третий для сада)",
        ),
        (
            "kk",
            "plan",
            "Бақтарға сапалы күтім жасау және гүлдерді суару мақсатында клубтар құрылады.",
            "клубтар құрылады",
        ),
        ("kk", "plan", "Ротация бақта 7 жыл жұмыс істеген бағбандар үшін жүргізіледі.", "Ротация жүргізіледі"),
    ],
)
def test_deeds(lang: str, mood: str, text: str, deed: str) -> None:
    assert read(lang, mood, text)[0] == deed


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Кітаптарды есепке алу тиісті кадр қызметіне жүктеледі.", "тиісті кадр қызметіне"),
        ("Бағбандар босатылғанда тапсырылған кілттер жойылуы тиіс.", None),
        ("Кітапханашы кілтті сақтауға жеке жауапты.", "Кітапханашы"),
    ],
)
def test_kazakh_bearers(text: str, bearer: str | None) -> None:
    passage = passage_of(text)
    _, duties = decide(Unit(passage, passage, "instruction", ""), "kk")
    words, _ = decide(Unit(passage, passage, "instruction", ""), "kk")
    party = duties[0].party
    assert (text[words[party.first].start : words[party.last].end] if party else None) == bearer

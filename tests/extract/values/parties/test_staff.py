"""Posts and units of an organisation, told from bodies of the state; the lexicon's words by their own examples."""

from __future__ import annotations

import pytest

from extract.lexicon.staff import staff_words
from extract.values.parties.staff import is_of_places, is_staff, kind_of_staff, names_people


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_word_is_matched_by_its_example(lang: str) -> None:
    known = staff_words(lang)
    for stem, example in {**known.posts, **known.units}.items():
        assert is_staff(example, lang), (stem, example)
    for stem, example in known.places.items():
        assert is_of_places(example.replace(",", " ").split()[:1], lang), (stem, example)
    for stem, example in known.persons.items():
        assert names_people(example, lang), (stem, example)


@pytest.mark.parametrize(
    ("name", "lang", "staff"),
    [
        ("Завхоз", "ru", True),
        ("Заместитель директора по ВР", "ru", True),
        ("Планово-экономический отдел", "ru", True),
        ("Комитет по контролю МП РК", "ru", False),
        ("Министерство финансов", "ru", False),
        ("Управление образования Абайской области", "ru", False),
        ("Оқу ісінің меңгерушісі", "kk", True),
        ("Шаруашылық бөлімі", "kk", True),
        ("Қаржы министрлігі", "kk", False),
        ("", "kk", False),
    ],
)
def test_staff(name: str, lang: str, staff: bool) -> None:
    assert is_staff(name, lang) is staff


@pytest.mark.parametrize(
    ("name", "lang", "kind"),
    [
        ("Завхоз", "ru", "post"),
        ("Заведующая библиотекой", "ru", "post"),
        ("Отдел главного механика", "ru", "unit"),
        ("Главный бухгалтер", "ru", "post"),
        ("Родительский комитет", "ru", "unit"),
        ("Руководитель отдела", "ru", "post"),
        ("Бөлім бастығы", "kk", "post"),
        ("Ата-аналар комитеті", "kk", "unit"),
        ("Мектеп әкімшілігі", "kk", "unit"),
        ("Бухгалтерия", "ru", "unit"),
        ("Педагогические колледжи", "ru", None),
        ("Материально ответственное лицо", "ru", "post"),
        ("бухгалтерия", "kk", "unit"),
        ("бас бухгалтер", "kk", "post"),
        ("жители района", "ru", None),
    ],
)
def test_posts_and_units_are_told_by_the_head_of_their_name(name: str, lang: str, kind: str | None) -> None:
    assert kind_of_staff(name, lang) == kind


@pytest.mark.parametrize(
    ("name", "lang", "people"),
    [
        ("Обучающиеся 5-8 классов", "ru", True),
        ("каждому желающему ребенку", "ru", True),
        ("первые руководители, находящиеся на должности семь лет", "ru", True),
        ("педагоги, которым остается не более четырех лет", "ru", True),
        ("студенческие центры", "ru", False),
        ("Администрация студенческого городка", "ru", False),
        ("Ученый совет", "ru", False),
        ("Комиссия", "ru", False),
        ("организациями, занимающимися повышением квалификации", "ru", False),
        ("Білім алушыларға", "kk", True),
        ("ауыл мектептерінің мұғалімдері", "kk", True),
        ("жекеменшік мектептер", "kk", False),
        ("студенттік орталықтар", "kk", False),
        ("", "ru", False),
        ("", "kk", False),
    ],
)
def test_people_are_no_body(name: str, lang: str, people: bool) -> None:
    assert names_people(name, lang) is people

"""Posts and units of an organisation, told from bodies of the state; the lexicon's words by their own examples."""

from __future__ import annotations

import pytest

from extract.lexicon.staff import staff_words
from extract.values.staff import is_of_places, is_staff, kind_of_staff


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_word_is_matched_by_its_example(lang: str) -> None:
    known = staff_words(lang)
    for stem, example in {**known.posts, **known.units}.items():
        assert is_staff(example, lang), (stem, example)
    for stem, example in known.places.items():
        assert is_of_places(example.replace(",", " ").split()[:1], lang), (stem, example)


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

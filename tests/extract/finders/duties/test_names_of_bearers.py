"""Where the names of bearers begin and end, and who is named by letters, by his act or by a statute's short name."""

from __future__ import annotations

import pytest
from read_acts import provisions_of
from read_duties import read_duties

RUSSIAN = [
    (
        "Садовники, впервые поступившие на работу в сад, проходят проверку.",
        "Садовники, впервые поступившие на работу в сад",
    ),
    (
        "От проверки освобождаются лица, ранее занимавшие должности мастеров, а также садовники, уволенные по возрасту.",
        "лица, ранее занимавшие должности мастеров, а также садовники, уволенные по возрасту",
    ),
    ("Заявка продлевается садовой комиссией не более чем на десять дней.", "садовой комиссией"),
    ("Заявки предварительно рассматриваются соответствующей СКЗ.", "соответствующей СКЗ"),
    ("Собрания садовниками и их помощниками проводятся в парке.", "садовниками и их помощниками"),
    ("План утверждается указом Президента Республики.", "Президента Республики"),
    ("Директор после смотра возвращается в сад не позднее 1 июня.", "Директор"),
    ("Лейка возвращается в сад не позднее 1 июня.", None),
    ("Обрезание садовниками роз осуществляется в мае.", None),
]
KAZAKH = [
    ("Халықты жұмыспен қамту орталығы бағбанға хабарлама жібереді.", "Халықты жұмыспен қамту орталығы"),
    ("Халықты әлеуметтік қорғау басқармасы тізім жасайды.", "Халықты әлеуметтік қорғау басқармасы"),
    ("Балаларды тәрбиелеу орталығы есепті береді.", "Балаларды тәрбиелеу орталығы"),
    ("Балаларды қабылдау орталығы тексереді.", "қабылдау орталығы"),
    (
        "Бақ корпорациясының немесе гүл сатушының қызметкері тізім жасайды.",
        "Бақ корпорациясының немесе гүл сатушының қызметкері",
    ),
    ("Бақ директорының міндетін атқарушы тізім жасайды.", "Бақ директорының міндетін атқарушы"),
    ("Тізімді хатшының міндетін атқарушы бекітеді.", "хатшының міндетін атқарушы"),
    ("Ұсыныстарды алдын ала қала мәслихатының комиссиялары қарайды.", "қала мәслихатының комиссиялары"),
]


@pytest.mark.parametrize(("sentence", "bearer"), RUSSIAN)
def test_a_russian_bearer_has_all_words_of_its_name(sentence: str, bearer: str | None) -> None:
    found = [one for one, _, _ in read_duties("ru", sentence)]
    assert found == [bearer] or (found == [] and bearer is None) or bearer in found


@pytest.mark.parametrize(("sentence", "bearer"), KAZAKH)
def test_a_kazakh_bearer_has_all_words_of_its_name(sentence: str, bearer: str) -> None:
    assert [one for one, _, _ in read_duties("kk", sentence)] == [bearer]


STATUTES = [
    (
        "Положение о садовом комитете области\n\n1. Садовый комитет области (далее – Комитет) ведет учет роз.\n\n"
        "2. Функции:\n\n1) проверка оград;\n\n2) обрезка роз.\n",
        "Комитет",
    ),
    (
        "Положение о садовом комитете\n\n1. Садовый комитет Управления парков (далее – Управление) ведет учет роз.\n\n"
        "2. Функции:\n\n1) проверка оград;\n\n2) обрезка роз.\n",
        "садовом комитете",
    ),
    (
        "Типовой устав садового товарищества\n\n1. Садовое товарищество (далее – Товарищество) ведет учет роз.\n\n"
        "2. Функции:\n\n1) проверка оград;\n\n2) обрезка роз.\n",
        "Товарищество",
    ),
    (
        "Бақ кеңесі туралы ереже\n\n1. Қаланың бақ кеңесі (бұдан әрі – Кеңес) гүлдерді есепке алады.\n\n"
        "2. Функциялары:\n\n1) қоршауларды тексеру;\n\n2) гүлдерді күту.\n",
        "Кеңес",
    ),
    (
        "«Бақ» мемлекеттік мекемесінің жарғысы\n\n1. «Бақ» мемлекеттік мекемесі (бұдан әрі – Мекеме) гүл егеді.\n\n"
        "2. Функциялары:\n\n1) қоршауларды тексеру;\n\n2) гүлдерді күту.\n",
        "Мекеме",
    ),
]


@pytest.mark.parametrize(("text", "bearer"), STATUTES)
def test_what_a_statute_lists_is_of_its_body_as_its_text_calls_it(text: str, bearer: str) -> None:
    assert [one.bearer_text for one in provisions_of(text)][-2:] == [bearer, bearer]


def test_a_kazakh_ban_binds_whom_its_instruction_is_for() -> None:
    text = (
        "Бағбанға арналған еңбек қауіпсіздігі жөніндегі нұсқаулық\n\n1. Жалпы талаптар\n\n"
        "1. Құралды қараусыз қалдыруға тыйым салынады.\n\n2. Бөгде адамдарға гүл жұлуға тыйым салынады.\n\n"
        "3. Тыйым салынады:\n\n1) бақта от жағуға;\n\n2) дәріні ашық қалдыруға.\n"
    )
    bans = [one.bearer_name for one in provisions_of(text) if one.modality == "prohibition"]
    assert bans == ["Бағбан", "Бөгде адамдар", "Бағбан", "Бағбан"]


def test_how_somebody_comes_into_office_is_no_part_of_his_name() -> None:
    russian = provisions_of("Правила сада\n\n2. Директор, назначаемый на должность советом, ведет учет роз.\n")
    assert [one.bearer_name for one in russian] == ["Директор"]
    kazakh = provisions_of("Бақ қағидалары\n\n2. Бақты кеңес сайлайтын және қызметтен босатылатын төраға басқарады.\n")
    assert [one.bearer_name for one in kazakh] == ["төраға"]


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("Маслихаты и акимы районов", ["kz-maslikhats-districts", "kz-akims-districts"]),
        ("Акимы областей и маслихаты районов", ["kz-akims", "kz-maslikhats-districts"]),
        ("Маслихаты и садовники районов", ["kz-maslikhats", None]),
    ],
)
def test_the_first_of_two_classes_has_the_places_of_the_last(said: str, keys: list[str | None]) -> None:
    (duty,) = provisions_of(f"Правила сада\n\n2. {said} представляют отчеты до 1 июня.\n")
    assert [duty.bearer, *(one.agency for one in duty.bearers)] == [keys[0], *keys]

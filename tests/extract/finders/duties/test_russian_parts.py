"""Russian bearers, deeds, objects and terms by kinds of phrases; all sentences are invented."""

from __future__ import annotations

import pytest

from extract.document.blocks import passage_of
from extract.finders.duties.actions import clause_of
from extract.finders.duties.deadlines import find_deadlines
from extract.finders.duties.deeds import deed_of, object_of
from extract.finders.duties.provisions import decide
from extract.finders.duties.several import of_each_clause, party_text
from extract.finders.duties.units import Unit


def read(text: str, mood: str = "instruction") -> list[tuple[str | None, str, str | None]]:
    """The bearer, the deed and the object of each duty of a sentence."""
    passage = passage_of(text)
    unit = Unit(passage, passage, mood, "")
    words, duties = decide(unit, "ru")
    found = []
    for duty in of_each_clause(unit, words, duties, "ru"):
        clause = clause_of(unit, words, duty, duties, "ru")
        parts = [part(unit, words, duty, clause, "ru", 2031) for part in (deed_of, object_of)]
        found.append((party_text(text, words, duty.party), str(parts[0]), parts[1]))
    return found


@pytest.mark.parametrize(
    ("text", "done_to"),
    [
        # Places, aims and traits that belong to a noun, and those that belong to the verb.
        ("Необходимо обеспечить участие садоводов в конкурсах цветов.", "участие садоводов в конкурсах цветов"),
        ("Необходимо направить уведомление в школу садоводов.", "уведомление"),
        ("Необходимо согласовать план с новыми соседями.", "план"),
        ("Школам необходимо закупить книги на родном языке.", "книги на родном языке"),
        ("Будут отобраны теплицы с низкими сводами.", "теплицы с низкими сводами"),
        ("Будет построена теплица с применением новых труб.", "теплица"),
        ("Необходимо привлечь мастеров с соседних участков.", "мастеров с соседних участков"),
        ("Необходимо сократить разрыв между старыми и новыми садами.", "разрыв между старыми и новыми садами"),
        ("Будут установлены сроки от одного до трех лет.", "сроки от одного до трех лет"),
        ("Необходимо обеспечить контроль за поливом сада.", "контроль за поливом сада"),
        ("Планируется охватить более 20 тыс. учеников сельских школ.", "более 20 тыс. учеников сельских школ"),
        ("Продолжится работа по поддержке садов при выращивании роз.", "работа по поддержке садов при выращивании роз"),
        ("Будет проведена проверка на соответствие плану.", "проверка на соответствие плану"),
        ("Школы будут консультировать родителей по вопросам полива.", "родителей"),
        ("Школам необходимо закупить трубы Garden Pro и Garden Mini.", "трубы Garden Pro и Garden Mini"),
        (
            "Будут приняты меры по обновлению теплиц (трубы, стекла) и развитию садов.",
            "меры по обновлению теплиц (трубы, стекла) и развитию садов",
        ),
        ("Планируется внедрение учета в системе теплиц.", "внедрение учета в системе теплиц"),
        ("Теплицам необходимо обеспечить заполнение группой мастеров заявки.", "заполнение группой мастеров заявки"),
        ("Для школ получат развитие сады области.", "развитие"),
        # Lists of what a noun asks for.
        (
            "Будет расширен доступ садов к семенам, новым трубам и воде.",
            "доступ садов к семенам, новым трубам и воде",
        ),
        (
            "Будет проведено укомплектование теплиц мастерами, старшими садоводами.",
            "укомплектование теплиц мастерами, старшими садоводами",
        ),
        ("Планируются обновление теплиц, посадка сада и ремонт труб.", "обновление теплиц, посадка сада и ремонт труб"),
        # What belongs to a subject up to its verb; its participles.
        ("Расходы при поливе сада возмещаются школе.", "Расходы при поливе сада"),
        ("Оплата садовнику за оказанные услуги производится школой.", "Оплата садовнику за оказанные услуги"),
        ("Будут проверены сведения, представленные садами.", "сведения, представленные садами"),
        (
            "Будет вестись журнал, включающий описание теплиц, а также представляться отчет.",
            "журнал, включающий описание теплиц",
        ),
        ("Первый план сада подлежит замене.", "Первый план сада"),
        ("Замене подлежат только трубы сада.", "трубы сада"),
        # The subject that agrees, in the clause of its verb; not somebody in the dative.
        ("Для теплиц среднего и высшего хозяйства будут предусмотрены нормы.", "нормы"),
        ("Объем полива составляет 60 литров, сады поливаются вечером.", "сады"),
        ("Мастерам, не прошедшим проверку, выдается справка о поливе.", "справка о поливе"),
        ("Школа обеспечивает организации, проводившей полив, доступ к теплицам.", "доступ к теплицам"),
        ("Школа закрепляет за учащимся наставника.", "наставника"),
        ("Работу теплиц планируется дополнить новыми делами, как детские клубы.", "Работу теплиц"),
    ],
)
def test_objects_are_whole(text: str, done_to: str) -> None:
    assert read(text)[0][2] == done_to


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("При разработке планов полива необходимо учесть погоду.", "учесть погоду"),
        ("В исключительных случаях срок полива может быть продлен.", "срок полива быть продлен"),
        ("По решению комиссии сад переводится в другой район.", "сад переводится в другой район"),
        ("Директору сада необходимо разместить план после его утверждения.", "разместить план"),
    ],
)
def test_a_deed_is_without_its_conditions(text: str, deed: str) -> None:
    assert read(text)[0][1] == deed


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        # A doer behind the complements of his passive; each of two doers with his own.
        (
            "План составляется для каждой группы учащихся мастером сада и утверждается руководителем школы.",
            ["мастером сада", "руководителем школы"],
        ),
        # Participles of the party, and of what it owns.
        (
            "План утверждается руководителем отдела, занимающегося вопросами полива.",
            ["руководителем отдела, занимающегося вопросами полива"],
        ),
        ("Комиссия, которая: ведет журнал полива.", ["Комиссия"]),
        ("Журнал ведется лицом, ответственным за полив.", ["лицом, ответственным за полив"]),
        # A plural subject behind a genitive, whose verb acts by itself.
        ("При поливе сада организации образования должны руководствоваться планом.", ["организации образования"]),
        # Who is not bound: what is planned with, what is kept.
        ("Планируется объединять сельские колледжи с садами.", [None]),
        ("В обязанности председателя входит ведение журнала.", ["председателя"]),
    ],
)
def test_bearers(text: str, bearers: list[str | None]) -> None:
    assert [bearer for bearer, _, _ in read(text)] == bearers


def test_addressees_go_on_behind_an_attribute_of_the_first() -> None:
    text = "Органам, непосредственно подчиненным Президенту, сельским и местным органам представлять отчет."
    ((bearer, _, _),) = read(text, "enacting")
    assert bearer == "Органам, непосредственно подчиненным Президенту, сельским и местным органам"


def test_what_is_done_to_opens_a_point_and_is_no_addressee() -> None:
    ((bearer, _, done_to),) = read("Копии планов обновлять ежегодно.", "enacting")
    assert (bearer, done_to) == (None, "Копии планов")


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("Будут созданы новые сады, проведен учет труб.", ["новые сады", "учет труб"]),
        ("Директорам школ открыть залы и провести учет книг.", ["залы", "учет книг"]),
        ("Школам необходимо открыть залы и провести учет книг.", ["залы"]),
        # One thing with two verbs, and what a noun is for, are one.
        ("Школам необходимо составить и утвердить план полива.", ["план полива"]),
        ("Будут предоставляться возможности открыть сад либо получить семена.", ["возможности"]),
    ],
)
def test_verbs_with_a_thing_each_are_duties_each(text: str, objects: list[str]) -> None:
    assert [done_to for _, _, done_to in read(text)] == objects


@pytest.mark.parametrize(
    "text",
    [
        "Основаниями для закрытия теплиц могут быть: мороз.",
        "В состав комиссии входят представители сада.",
        "Конкурс проводится в целях развития чтения.",
    ],
)
def test_grounds_members_and_aims_are_no_duties(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words", "recurrence"),
    [
        ("Полив проводится не менее одного раза в три года.", "не менее одного раза в три года", None),
        ("Каждые 5–7 лет трубы обновляются.", "Каждые 5–7 лет", None),
        ("На ежемесячной основе проводить полив.", "На ежемесячной основе", "monthly"),
        ("План размещается после его утверждения.", "после его утверждения", None),
        ("В течение 10 дней после согласования паспорт утверждается.", "В течение 10 дней после согласования", None),
    ],
)
def test_terms_without_a_notation_keep_their_words(text: str, words: str, recurrence: str | None) -> None:
    (deadline,) = find_deadlines(text, "ru", 2031)
    assert (deadline.text, deadline.recurrence) == (words, recurrence)


def test_an_attribute_that_is_also_a_person_binds_nobody() -> None:
    ((bearer, _, _),) = read("Буквы надписи должны заполняться красным цветом.")
    assert bearer is None
    ((bearer, _, _),) = read("Буквы надписи должны заполняться садовником.")
    assert bearer == "садовником"

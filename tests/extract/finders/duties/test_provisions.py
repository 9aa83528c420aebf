"""What a provision holds: bearer, deed, object, evidence; whatever the text, all of it lies within the text."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_prose import document, provisions, source

from extract.document.blocks import Document, Paragraph, Passage
from extract.finders.duties.explaining import explain
from extract.finders.duties.prose import read_prose
from extract.finders.duties.provisions import find_provisions
from extract.lexicon.duties import MODALITIES
from extract.lexicon.loading import LANGUAGES
from kzedu_graph.registry.resolving import Registry


def test_one_provision_a_modality_and_a_bearer() -> None:
    found = provisions("# Инструкция\nКуратор может менять план, а колледж должен вести журнал и должен хранить его.")
    told = [(p.modality, p.bearer_text, p.object) for p in found]
    assert told == [
        ("permission", "Куратор", "план"),
        ("requirement", "колледж", "журнал"),
        ("requirement", "колледж", "его"),
    ]


def test_a_known_body_has_its_key_an_unknown_one_is_a_finding() -> None:
    text = "# Инструкция\nМинистерство просвещения должно вести реестр.\nСтуденческий клуб должен вести журнал."
    found, findings = find_provisions(source("ru"), read_prose(document(text, "ru")), Registry.load(), {})
    assert [p.bearer for p in found] == ["kz-moe", None]
    assert [(f.code, f.words) for f in findings] == [("unknown-bearer", "Студенческий клуб")]


def test_people_on_whom_a_duty_is_laid_are_no_unknown_body() -> None:
    text = "# Инструкция\nКуратор должен вести журнал.\nСтуденты должны посещать занятия."
    found, findings = find_provisions(source("ru"), read_prose(document(text, "ru")), Registry.load(), {})
    assert [(p.bearer_text, p.bearer) for p in found] == [("Куратор", None), ("Студенты", None)]
    assert not findings


def test_how_often_one_acts_is_not_how_often_another_does() -> None:
    text = "# Инструкция\nКолледж раз в полугодие должен проверять сады, а школа в течение 3 дней должна чинить забор."
    found = provisions(text)
    assert [(p.bearer_text, p.recurrence, p.within) for p in found] == [
        ("Колледж", "semiannual", None),
        ("школа", None, "P3D"),
    ]


def test_all_of_a_class_are_the_class_and_the_first_named_leads() -> None:
    text = "# Инструкция\nВсе колледжи должны вести журнал.\nМИО совместно с клубами должны вести реестр."
    found = find_provisions(source("ru"), read_prose(document(text, "ru")), Registry.load(), {})[0]
    assert [(p.bearer_text, p.bearer) for p in found] == [
        ("Все колледжи", "kz-tvet-orgs"),
        ("МИО совместно с клубами", "kz-leb"),
    ]


def test_the_default_bearer_stands_where_nobody_is_named() -> None:
    text = "# Инструкция\nНеобходимо вести журнал.\nСтудентам необходимо посещать занятия."
    found, _ = find_provisions(source("ru"), read_prose(document(text, "ru")), Registry.load(), {}, "kz-moe")
    assert [(one.bearer_text, one.default_bearer) for one in found] == [(None, "kz-moe"), ("Студентам", None)]


def test_object_and_rule() -> None:
    found = provisions("# Инструкция\nКолледжам необходимо обновить учебные планы до 1 октября 2031 года.")[0]
    assert (found.object, found.rule, found.due) == ("учебные планы", "required", ("2031-10-01",))
    kazakh = provisions("# Бағдарлама\nМектептер оқу жоспарларын жаңартады.", "kk")[0]
    assert (kazakh.object, kazakh.bearer_text) == ("оқу жоспарларын", "Мектептер")


def test_connectives_and_the_bearer_are_no_part_of_the_action() -> None:
    found = provisions("# Инструкция\nКроме того, колледжам необходимо открыть секции.")[0]
    assert found.action == "необходимо открыть секции"


@pytest.mark.parametrize(
    ("lang", "text", "action"),
    [
        ("ru", "# План\nУчащиеся будут сдавать зачет, в клубе вводится урок.", "будут сдавать зачет"),
        ("ru", "# План\nУчащиеся будут сдавать зачет, экзамен и отчет.", "будут сдавать зачет, экзамен и отчет"),
        ("kk", "# Бағдарлама\nМектептер сынақ тапсырады, сыныпта сабақ енгізіледі.", "сынақ тапсырады"),
    ],
)
def test_what_is_done_by_nobody_named_is_no_part_of_what_somebody_does(lang: str, text: str, action: str) -> None:
    assert [one.action for one in provisions(text, lang)] == [action]


def test_a_kazakh_item_that_names_a_thing_takes_the_verb_of_its_lead_in() -> None:
    text = "# Бағдарлама\nМынадай жүйені енгізу қажет:\n- даму бағдарламасы (жаңа түрі);\n- сапаны арттыру."
    assert [one.action for one in provisions(text, "kk")] == [
        "даму бағдарламасы (жаңа түрі) ... енгізу қажет",
        "сапаны арттыру",
    ]


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(alphabet='абвгдежзиклмнопрстуәғқңөұүһі НОТ.,:;-–()«»"\n1234567890 ', max_size=200),
    lang=st.sampled_from(LANGUAGES),
    words=st.lists(
        st.sampled_from(
            ["необходимо", "будет", "колледжам", "должны", "тиіс", "болады", "қажет", "құрылады", "2031", ":"]
        ),
        max_size=8,
    ),
)
def test_any_text_is_survived_and_evidence_stays_within_it(text: str, lang: str, words: list[str]) -> None:
    whole = f"{text} {' '.join(words)}"
    told = document(whole, lang)
    for provision in find_provisions(source(lang), read_prose(told), Registry.load(), {})[0]:
        assert provision.modality in MODALITIES
        assert provision.action
        assert provision.evidence
        assert all(span.end <= len(whole) for span in provision.evidence)
    for line in range(1, whole.count("\n") + 2):
        explain(told, line)


def test_repaired_words_point_at_the_words_as_printed() -> None:
    text = "Колледжам необхо димо обновить планы."
    kept = [n for n in range(len(text)) if n != text.index(" димо")]
    passage = Passage("".join(text[n] for n in kept), array("I", kept))
    told = Document("invented", "ru", text, (Paragraph(passage),))
    found = find_provisions(source("ru"), read_prose(told), Registry.load(), {})[0]
    assert [text[s.start : s.end] for s in found[0].evidence] == [text]

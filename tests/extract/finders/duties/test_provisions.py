"""Duties in prose: every rule by its examples, invented sentences both ways, lead-ins, bearers, deadlines, the corpus."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, passage_of
from extract.finders.duties.bound import is_party_alone
from extract.finders.duties.decided import decide
from extract.finders.duties.enacting import find_act_roles, find_reporting_lines
from extract.finders.duties.explaining import explain
from extract.finders.duties.grammar.rules import lays_something, rule_book
from extract.finders.duties.grammar.words import party_text, read_words
from extract.finders.duties.grounds import find_grounds
from extract.finders.duties.moods.texts import first_mood
from extract.finders.duties.prose import read_prose
from extract.finders.duties.provisions import find_provisions
from extract.finders.duties.sentences.unit import Unit
from extract.finders.duties.sentences.units import find_units
from extract.finders.duties.times.deadlines import find_deadlines
from extract.finders.glossary import find_glossary, meanings
from extract.lexicon import duties as wording
from extract.lexicon import loading
from extract.lexicon.duties import MODALITIES, MOODS, duty_words
from extract.lexicon.loading import LEXICON
from extract.readers.marked import read_marked
from extract.readers.tabbed import read_tabbed
from extract.sources.recognise import decode, recognise
from kzedu_graph.model.prose import Provision
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

CASES = Path(__file__).parent / "provisions"
LANGUAGES = ("kk", "ru")
RULES = [(lang, rule) for lang in LANGUAGES for rule in duty_words(lang).rules]
NAMED = [f"{lang} {rule.name}" for lang, rule in RULES]
MARKER = re.compile(r"(\d+[.)]|-)\s+")

CENTRAL = "kz-central-executive-bodies"


def sentence(text: str, mood: str) -> Unit:
    passage = passage_of(text)
    return Unit(passage, passage, mood, "")


def deciding(text: str, lang: str, mood: str) -> list[str]:
    """The names of the rules that hold for a sentence; what asks for a bearer and names none is left out."""
    found = decide(sentence(text, mood), lang)[1]
    words = read_words(text, lang)
    passed = [d.rule.name for d in rule_book(lang).decide(words, mood) if not lays_something(d)]
    return [*passed, *(duty.decision.rule.name for duty in found)]


def document(text: str, lang: str) -> Document:
    """Lines as blocks: "# " a heading, "1) ", "2. " and "- " items, else paragraphs."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if line.startswith("# "):
            blocks.append(Heading(passage_of(text, start + 2, start + len(line))))
        elif marker := MARKER.match(line):
            blocks.append(ListItem(marker[1], passage_of(text, start + marker.end(), start + len(line))))
        elif line.strip():
            blocks.append(Paragraph(passage_of(text, start, start + len(line))))
    return Document("invented", lang, text, tuple(blocks))


def source(lang: str) -> Source:
    return Source("invented", "invented", lang, date(2031, 3, 1), "", period="2031/2035")


def provisions(text: str, lang: str = "ru") -> tuple[Provision, ...]:
    return find_provisions(source(lang), read_prose(document(text, lang)), Registry.load(), {})[0]


class TestLexicon:
    @pytest.mark.parametrize(("lang", "rule"), RULES, ids=NAMED)
    def test_a_rule_decides_its_examples_and_leaves_its_counter_examples(
        self, lang: str, rule: wording.DutyRule
    ) -> None:
        for mood in rule.moods:
            for example in rule.examples:
                assert rule.name in deciding(example, lang, mood), (mood, example)
            for example in rule.counter_examples:
                assert rule.name not in deciding(example, lang, mood), (mood, example)

    def test_every_modality_has_a_rule_in_both_languages(self) -> None:
        for lang in LANGUAGES:
            assert set(MODALITIES) <= {rule.reads for rule in duty_words(lang).rules}

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_endings_class_their_examples(self, lang: str) -> None:
        for ending in duty_words(lang).endings:
            tags = [next(w.tag for w in read_words(word, lang) if w.text) for word in ending.examples]
            assert set(tags) == {ending.tag}, ending
            for word in ending.counter_examples:
                assert next(w.tag for w in read_words(word, lang) if w.text) != ending.tag, word

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_openings_and_genres_know_their_examples(self, lang: str) -> None:
        for openings in (duty_words(lang).openings, duty_words(lang).genres):
            for opening in openings:
                first = next(o for o in openings if o.pattern.search(opening.example.lower()))
                assert first.mood == opening.mood, opening.example

    @pytest.mark.parametrize(
        ("change", "complaint"),
        [
            ({"stray": 1}, "unknown section stray"),
            ({"classes": {"a": "один", "b": "один"}}, "stands in two classes"),
            ({"rules": [{"rule": "r", "reads": "duty", "pattern": "need", "examples": ["x"]}]}, "reads 'duty'"),
            ({"rules": [{"rule": "r", "reads": "requirement", "pattern": "need"}]}, "has no example"),
            (
                {
                    "rules": [
                        {"rule": "r", "reads": "requirement", "pattern": "need", "examples": ["x"], "moods": "odd"}
                    ]
                },
                "holds in odd",
            ),
            (
                {"rules": [{"rule": "r", "reads": "requirement", "pattern": "need", "examples": ["x"], "sort": 1}]},
                "sort",
            ),
            (
                {
                    "rules": [
                        {"rule": "r", "reads": "requirement", "pattern": "a", "examples": ["x"], "unless": "ghost"}
                    ]
                },
                "names no rule by ghost",
            ),
            ({"genres": [{"mood": "odd", "words": "a", "example": "a"}]}, "an opening has mood"),
        ],
    )
    def test_a_broken_lexicon_says_where(
        self, change: dict[str, object], complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        data = yaml.safe_load((LEXICON / "duties.ru.yml").read_text("utf-8"))
        (tmp_path / "duties.ru.yml").write_text(yaml.safe_dump({**data, **change}, allow_unicode=True), "utf-8")
        monkeypatch.setattr(loading, "LEXICON", tmp_path)
        with pytest.raises(ValueError, match=complaint) as raised:
            duty_words.__wrapped__("ru")
        assert "duties.ru.yml" in str(raised.value)


def cases() -> Iterator[tuple[str, str, str, str, str]]:
    for lang in LANGUAGES:
        for line in (CASES / f"sentences.{lang}.tsv").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                mood, modality, bearer, text = line.split("\t")
                yield lang, mood, modality, bearer, text


@pytest.mark.parametrize(
    ("lang", "mood", "modality", "bearer", "text"), list(cases()), ids=lambda value: str(value)[:40]
)
def test_an_invented_sentence(lang: str, mood: str, modality: str, bearer: str, text: str) -> None:
    assert mood in MOODS
    unit = sentence(text, mood)
    words, duties = decide(unit, lang)
    if modality == "-":
        assert not duties
        return
    assert {duty.decision.rule.reads for duty in duties} == {modality}
    named = {party_text(text, words, duty.party) for duty in duties}
    assert (None if bearer == "-" else bearer) in named


class TestUnits:
    def test_items_carry_their_lead_ins_nested_ones_too(self) -> None:
        found = provisions(
            "# Методические рекомендации\n"
            "Согласно правилам необходимо предусмотреть:\n"
            "на уровне колледжа:\n"
            "1) проводить турниры;\n"
            "2) выпуск газеты.\n"
            "на уровне местных исполнительных органов:\n"
            "1) выделить средства.\n"
            "Погода была хорошей."
        )
        assert [(p.modality, p.bearer_text, p.action) for p in found] == [
            ("requirement", "колледжа", "проводить турниры"),
            ("requirement", "колледжа", "предусмотреть: выпуск газеты"),
            ("requirement", "местных исполнительных органов", "выделить средства"),
        ]
        assert found[1].sentence == "Согласно правилам необходимо предусмотреть: на уровне колледжа: выпуск газеты."

    def test_evidence_points_at_the_item_and_its_lead_in(self) -> None:
        text = "# Инструкция\nКолледжам необходимо:\n- обновить планы."
        found = provisions(text)
        assert [text[s.start : s.end] for s in found[0].evidence] == ["Колледжам необходимо:\n- обновить планы."]

    def test_a_lead_in_that_names_nobody_and_lays_nothing_gives_nothing(self) -> None:
        assert not provisions("# Инструкция\nОсновными документами являются:\n- Конституция;\n- закон об образовании.")

    def test_a_lead_in_without_items_is_a_duty_of_its_own(self) -> None:
        assert [p.action for p in provisions("# Инструкция\nКолледжам необходимо обновить планы:")] == [
            "необходимо обновить планы"
        ]

    def test_an_addressee_before_a_colon_governs_infinitives(self) -> None:
        found = provisions("# Инструкция\nУправлениям образования:\n- обеспечить подвоз;\n- открыть секции.")
        assert [p.bearer_text for p in found] == ["Управлениям образования"] * 2

    def test_numbers_with_a_stop_stand_above_numbers_with_a_bracket(self) -> None:
        found = provisions(
            "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n"
            "1. Облыс әкімдіктері:\n1) шаралар қабылдасын;\n2) жол салсын.\n"
            "2. Қаулының орындалуын бақылау Білім министрлігіне жүктелсін.",
            "kk",
        )
        assert [p.bearer_text for p in found] == ["Облыс әкімдіктері", "Облыс әкімдіктері", "Білім министрлігіне"]

    def test_torn_lines_are_one_sentence(self) -> None:
        found = provisions("# Инструкция\nВместе с тем, колледжам городов\nТараз и Семей необходимо открыть секции.")
        assert [(p.bearer_text, p.action) for p in found] == [
            ("колледжам городов Тараз и Семей", "необходимо открыть секции")
        ]

    def test_a_paragraph_with_an_end_goes_on_nowhere(self) -> None:
        units = list(find_units(document("Первое.\nвторое", "ru"), lambda line: is_party_alone(line, "ru")))
        assert [unit.own.text for unit in units] == ["Первое.", "второе"]

    def test_headings_turn_the_mood(self) -> None:
        text = "# Концепция\n# Анализ текущей ситуации\nа.\n# Основные подходы\nб.\n# Ожидаемые результаты\nв."
        moods = [u.mood for u in find_units(document(text, "ru"), lambda line: is_party_alone(line, "ru"))]
        assert moods == ["report", "plan", "results"]

    @pytest.mark.parametrize(
        ("title", "mood"),
        [("Методические рекомендации колледжам", "instruction"), ("Концепция развития", "plan"), ("Письмо", "plan")],
    )
    def test_a_title_sets_the_first_mood(self, title: str, mood: str) -> None:
        assert first_mood(document(f"# {title}\nТекст.", "ru")) == mood

    @pytest.mark.parametrize(
        ("lang", "text", "mood"),
        [
            ("ru", "Сторож должен закрыть сад. Он вправе войти. Вход не допускается. Сад будет открыт.", "instruction"),
            ("ru", "Сторож должен закрыть сад. Он вправе войти. Сад будет открыт.", "plan"),
            ("ru", "Сторож должен закрыть сад. Он вправе войти. Вход запрещается. " + "Будет сад. " * 4, "plan"),
            ("kk", "Күзетші бақты жабуға тиіс. Ол кіруге құқылы. Кіруге тыйым салынады.", "instruction"),
            ("kk", "Күзетші бақты жабуға тиіс. Бақ ашылатын болады.", "plan"),
            ("ru", "Мы должны любить сад. Дети должны играть. Наша школа обязана помочь. Мы рады.", "plan"),
            (
                "ru",
                "Сад должен цвести, сказал мастер. Дети вправе играть. Школа обязана помочь, отметил он. Он рассказал.",
                "plan",
            ),
            ("ru", "Сторож должен уйти. Он вправе войти. Вход запрещается.\n" + "Сад цвел.\n" * 60, "plan"),
            (
                "kk",
                "Бақ гүлдеуге тиіс. Біз бақты жабуға міндетті. Балаларға тыйым салынады. Біз қуандық, деді шебер.",
                "plan",
            ),
        ],
    )
    def test_words_set_the_mood_where_no_title_does(self, lang: str, text: str, mood: str) -> None:
        assert first_mood(document(f"# Политика\n{text}", lang)) == mood

    def test_problems_named_below_a_lead_in_are_no_duties(self) -> None:
        text = "# Бағдарлама\n# Ағымдағы жағдайды талдау\nМынадай мәселелерді шешу қажет:\n- байланыс әлсіз дамыған."
        assert [p.action for p in provisions(text, "kk")] == ["Мынадай мәселелерді шешу қажет"]


class TestFields:
    def test_one_provision_a_modality_and_a_bearer(self) -> None:
        found = provisions(
            "# Инструкция\nКуратор может менять план, а колледж должен вести журнал и должен хранить его."
        )
        told = [(p.modality, p.bearer_text, p.object) for p in found]
        assert told == [
            ("permission", "Куратор", "план"),
            ("requirement", "колледж", "журнал"),
            ("requirement", "колледж", "его"),
        ]

    def test_a_known_body_has_its_key_an_unknown_one_is_a_finding(self) -> None:
        text = "# Инструкция\nМинистерство просвещения должно вести реестр.\nСтуденческий клуб должен вести журнал."
        found, findings = find_provisions(source("ru"), read_prose(document(text, "ru")), Registry.load(), {})
        assert [p.bearer for p in found] == ["kz-moe", None]
        assert [(f.code, f.words) for f in findings] == [("unknown-bearer", "Студенческий клуб")]

    def test_people_on_whom_a_duty_is_laid_are_no_unknown_body(self) -> None:
        text = "# Инструкция\nКуратор должен вести журнал.\nСтуденты должны посещать занятия."
        found, findings = find_provisions(source("ru"), read_prose(document(text, "ru")), Registry.load(), {})
        assert [(p.bearer_text, p.bearer) for p in found] == [("Куратор", None), ("Студенты", None)]
        assert not findings

    def test_how_often_one_acts_is_not_how_often_another_does(self) -> None:
        text = (
            "# Инструкция\nКолледж раз в полугодие должен проверять сады, а школа в течение 3 дней должна чинить забор."
        )
        found = provisions(text)
        assert [(p.bearer_text, p.recurrence, p.within) for p in found] == [
            ("Колледж", "semiannual", None),
            ("школа", None, "P3D"),
        ]

    def test_all_of_a_class_are_the_class_and_the_first_named_leads(self) -> None:
        text = "# Инструкция\nВсе колледжи должны вести журнал.\nМИО совместно с клубами должны вести реестр."
        found = find_provisions(source("ru"), read_prose(document(text, "ru")), Registry.load(), {})[0]
        assert [(p.bearer_text, p.bearer) for p in found] == [
            ("Все колледжи", "kz-tvet-orgs"),
            ("МИО совместно с клубами", "kz-leb"),
        ]

    def test_the_default_bearer_stands_where_nobody_is_named(self) -> None:
        text = "# Инструкция\nНеобходимо вести журнал.\nСтудентам необходимо посещать занятия."
        found, _ = find_provisions(source("ru"), read_prose(document(text, "ru")), Registry.load(), {}, "kz-moe")
        assert [(one.bearer_text, one.default_bearer) for one in found] == [(None, "kz-moe"), ("Студентам", None)]

    def test_object_and_rule(self) -> None:
        found = provisions("# Инструкция\nКолледжам необходимо обновить учебные планы до 1 октября 2031 года.")[0]
        assert (found.object, found.rule, found.due) == ("учебные планы", "required", ("2031-10-01",))
        kazakh = provisions("# Бағдарлама\nМектептер оқу жоспарларын жаңартады.", "kk")[0]
        assert (kazakh.object, kazakh.bearer_text) == ("оқу жоспарларын", "Мектептер")

    def test_connectives_and_the_bearer_are_no_part_of_the_action(self) -> None:
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
    def test_what_is_done_by_nobody_named_is_no_part_of_what_somebody_does(
        self, lang: str, text: str, action: str
    ) -> None:
        assert [one.action for one in provisions(text, lang)] == [action]

    def test_a_kazakh_item_that_names_a_thing_takes_the_verb_of_its_lead_in(self) -> None:
        text = "# Бағдарлама\nМынадай жүйені енгізу қажет:\n- даму бағдарламасы (жаңа түрі);\n- сапаны арттыру."
        assert [one.action for one in provisions(text, "kk")] == [
            "даму бағдарламасы (жаңа түрі) ... енгізу қажет",
            "сапаны арттыру",
        ]


@pytest.mark.parametrize(
    ("lang", "text", "words", "due"),
    [
        ("ru", "обновить планы до 1 октября 2031 года", "до 1 октября 2031 года", ("2031-10-01",)),
        ("ru", "начать с сентября 2031 года", "с сентября 2031 года", ("2031-09",)),
        ("ru", "сдать в срок до 5 мая т.г.", "в срок до 5 мая т.г.", ("2031-05-05",)),
        ("ru", "провести в ноябре текущего года турнир", "в ноябре текущего года", ("2031-11",)),
        ("ru", "охватить школы (2031 г. – 55 %, 2032 г. – 70 %)", "2031 г. – 55 %, 2032 г. – 70 %", ("2031", "2032")),
        ("kk", "2031 жылдың соңына дейін өтеді", "2031 жылдың соңына дейін", ("2031-12",)),
        ("kk", "2032 жылға қарай салынады", "2032 жылға қарай", ("2032",)),
        ("kk", "бірінші кезең: 2031–2032 жылдар", "2031–2032 жылдар", ("2031/2032",)),
        ("kk", "слет 2031, 2033 және 2035 жылдары өтеді", "2031, 2033 және 2035 жылдары", ("2031", "2033", "2035")),
    ],
)
def test_a_deadline(lang: str, text: str, words: str, due: tuple[str, ...]) -> None:
    found = find_deadlines(text, lang, 2031)
    assert [(d.text, d.due) for d in found] == [(words, due)]
    assert text[found[0].start : found[0].end] == words


def test_every_deadline_of_a_sentence_is_read() -> None:
    text = "2031 жылдың соңына дейін 75 орын, 2034 жылға қарай 90 орын ашу қажет"
    assert [d.due for d in find_deadlines(text, "kk", 2031)] == [("2031-12",), ("2034",)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "согласно приказу от 3 августа 2022 года № 348"),
        ("ru", "по программам на 2031-2032 учебный год"),
        ("ru", "охватить 300 школ"),
        ("kk", "2022 жылғы 3 тамыздағы № 348 бұйрыққа сәйкес"),
        ("kk", "2029 жылы жастар үйінде ашылған үйірмелер жалғасады"),
        ("kk", "облыстың 2035 жылға дейінгі даму жоспарында көзделген"),
    ],
)
def test_what_is_no_deadline(lang: str, text: str) -> None:
    assert find_deadlines(text, lang, 2031) == []


@pytest.mark.parametrize(
    ("lang", "text", "grounds"),
    [
        (
            "ru",
            "руководствоваться приказом Министра от 3 мая 2030 года № 48 и планом",
            ("приказом Министра от 3 мая 2030 года № 48",),
        ),
        ("ru", "согласно Закону «О статусе педагога» проводить", ("Закону «О статусе педагога»",)),
        ("kk", "2030 жылғы 3 мамырдағы № 48 бұйрығына сәйкес", ("2030 жылғы 3 мамырдағы № 48 бұйрығына",)),
        ("ru", "вести журнал", ()),
    ],
)
def test_the_acts_that_a_sentence_cites(lang: str, text: str, grounds: tuple[str, ...]) -> None:
    assert tuple(ground.text for ground in find_grounds(text, lang)) == grounds


@pytest.mark.parametrize(
    ("lang", "point", "words", "key"),
    [
        (
            "ru",
            "Акимам Абайской, Павлодарской и Костанайской областей до 1 мая 2031 года открыть залы.",
            "Акимам Абайской, Павлодарской и Костанайской областей",
            "kz-abai-akim",
        ),
        ("ru", "Центральным исполнительным органам открыть залы.", "Центральным исполнительным органам", CENTRAL),
        (
            "kk",
            "Ақмола, Атырау және Маңғыстау облыстарының әкімдері 2031 жылғы 1 мамырға дейін залдар ашсын.",
            "Ақмола, Атырау және Маңғыстау облыстарының әкімдері",
            "kz-akmola-akim",
        ),
        (
            "kk",
            "Орталық атқарушы органдар 2031 жылғы 1 мамырға дейін орындар ашсын.",
            "Орталық атқарушы органдар",
            CENTRAL,
        ),
        ("kk", "Орталық атқарушы органдар осы бұйрықты жарияласын.", "Орталық атқарушы органдар", CENTRAL),
        ("kk", "Комитет осы бұйрықты жарияласын.", "Комитет", None),
    ],
)
def test_a_first_point_binds_whom_it_names(lang: str, point: str, words: str, key: str | None) -> None:
    title = "Комплекс мер по залам" if lang == "ru" else "Залдар жөніндегі шаралар кешені"
    (found,) = provisions(f"{title}\n\n1. {point}", lang)
    assert (found.bearer_text, found.bearer) == (words, key)


class TestEnacting:
    RU = (
        "Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:\n"
        "1. Утвердить прилагаемую Программу.\n"
        "2. Акимам областей ежегодно до 15 апреля представлять в Министерство просвещения информацию о ходе работ.\n"
        "3. Контроль за исполнением возложить на Министерство просвещения.\n"
        "# Программа\nБудет создан реестр."
    )
    KK = (
        "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n"
        "1. Қоса беріліп отырған бағдарлама бекітілсін.\n"
        "2. Облыс әкімдіктері:\n"
        "1) жыл сайын 15 сәуірден кешіктірмей Қазақстан Республикасының Оқу-ағарту министрлігіне ақпарат берсін.\n"
        "3. Қаулының жүзеге асуын бақылау Қазақстан Республикасының Оқу-ағарту министрлігіне жүктелсін.\n"
        "# Бағдарлама\nТізілім құрылады."
    )

    @pytest.mark.parametrize(
        ("lang", "text", "reporter", "recipient"),
        [
            ("ru", RU, "Акимам областей", "Министерство просвещения"),
            ("kk", KK, "Облыс әкімдіктері", "Қазақстан Республикасының Оқу-ағарту министрлігіне"),
        ],
    )
    def test_who_reports_to_whom_by_when(self, lang: str, text: str, reporter: str, recipient: str) -> None:
        lines = find_reporting_lines(source(lang), read_prose(document(text, lang)), Registry.load(), {})
        assert [(line.reporter_text, line.recipient_text, line.recipient) for line in lines] == [
            (reporter, recipient, "kz-moe")
        ]
        assert "--04-15" in lines[0].due
        found = {p.number: p for p in provisions(text, lang)}
        assert found[lines[0].provision].rule == "report-back"
        assert found[lines[0].provision].recipient == "kz-moe"

    @pytest.mark.parametrize(("lang", "text"), [("ru", RU), ("kk", KK)])
    def test_who_enacts_and_who_controls(self, lang: str, text: str) -> None:
        roles = find_act_roles(source(lang), read_prose(document(text, lang)), Registry.load(), {})
        assert [(role.role, role.agency) for role in roles] == [("approver", "kz-government"), ("controller", "kz-moe")]

    @pytest.mark.parametrize(("lang", "text"), [("ru", RU), ("kk", KK)])
    def test_what_the_act_itself_does_is_no_duty_and_its_points_end_with_a_heading(self, lang: str, text: str) -> None:
        assert [p.rule for p in provisions(text, lang)] == ["report-back", "control-laid", "will-be-done"]


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


READERS = {"tabbed": read_tabbed, "marked": read_marked}
LEAST = {"000": 0.9, "001": 0.88, "003": 0.9, "004": 0.85}


@pytest.fixture(scope="session")
def found(corpus: Path) -> dict[str, tuple[Document, tuple[Provision, ...]]]:
    """Folder of the gold -> the text and what is found in it."""
    read = {}
    for name in LEAST:
        path = next(corpus.glob(f"{name}*.txt"))
        text = decode(path)
        act, _ = recognise(path.stem, text)
        told = READERS[act.reader](act.stem, text, act.lang)
        read[name] = told, find_provisions(act, read_prose(told), Registry.load(), meanings(find_glossary(told)))[0]
    return read


def judged(gold: Path, name: str) -> Iterator[tuple[int, str, bool]]:
    """(line, its words, whether they lay something on somebody) of the verified sentences that are firm."""
    units = gold / name / "units.jsonl"
    path = units if units.exists() else gold / name / "obligations_sample.jsonl"
    for line in path.read_text("utf-8").splitlines():
        told = json.loads(line)
        if "label" in told and units.exists():
            if told["label"] not in ("borderline", "lead_in"):
                yield told["line"], told["text"], told["label"] == "obligation"
        else:
            yield told["line"], told["sentence"], told["modality"] is not None


def place_of(text: str, line: int, words: str) -> tuple[int, int]:
    """Where the words stand: on the line or just below it, whatever white space and marks lie between them."""
    start = sum(len(row) + 1 for row in text.split("\n")[: line - 1])
    letters = [(n, c) for n, c in enumerate(text[start : start + 6 * len(words) + 4000], start) if c.isalnum()]
    wanted = "".join(c for c in words if c.isalnum())
    at = "".join(c for _, c in letters).find(wanted[:30])
    if not wanted or at < 0:
        return start, start + 1
    return letters[at][0], letters[min(at + len(wanted), len(letters)) - 1][0] + 1


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_the_corpus_is_read_as_promised(
    found: dict[str, tuple[Document, tuple[Provision, ...]]], gold: Path, name: str, least: float
) -> None:
    told, records = found[name]
    spans = [span for record in records for span in record.evidence]
    right = said = wanted = 0
    for line, words, truth in judged(gold, name):
        start, end = place_of(told.text, line, words)
        claimed = any(2 * (min(end, s.end) - max(start, s.start)) >= min(end - start, s.end - s.start) for s in spans)
        right += claimed and truth
        said += claimed
        wanted += truth
    assert 2 * right / (said + wanted) >= least

"""How everyday documents lay out who does what: names above lists, headings, dashes, brackets, tables, glued numbers."""

from __future__ import annotations

from array import array

import pytest
from read_duties import duties_of_text

from extract.document.blocks import Block, Document, Paragraph, Passage, Row
from extract.finders.duties.layouts import tables
from extract.finders.duties.layouts.named import names_party, tells_deed
from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.registry.resolving import Registry

REQUIRED, ALLOWED, BANNED = "requirement", "permission", "prohibition"
TASK = "ТЕХНИЧЕСКОЕ ЗАДАНИЕ\nна полив сада\n\n1.ОБЩЕЕ\nПлощадь сада – 2 га.\n\n"
ORDER = (
    "РАСПОРЯЖЕНИЕ\n\nРуководствуясь планом сада:\n\n1. Создать штаб в составе: Липов А. (руководитель), Кленов Б.\n\n"
)
MINUTES = "ПРОТОКОЛ № 3\nсовещания садоводов\n\nРЕШИЛИ:\n"
MEMO = "# МЕМОРАНДУМ О САДЕ\n\n"

CASES = [
    (
        "numbers without a blank behind them, below a name on its line",
        TASK
        + "2.ТРЕБОВАНИЯ К ПОСТАВЩИКУ\nПоставщик\n2.1.привозит саженцы;\n2.2.воду хранит в баках;\n2.3.не рвет роз.\n",
        [
            (REQUIRED, "Поставщик", "привозит саженцы"),
            (REQUIRED, "Поставщик", "воду хранит в баках"),
            (BANNED, "Поставщик", "не рвет роз"),
        ],
    ),
    (
        "a heading that names who does what stands below it, and the points that count on from it",
        TASK
        + "2.САДОВАЯ КОМИССИЯ (Липов А., Кленова Б.)\nВедет журнал. Имеет право закрыть сад.\n\n3.Сад огорожен. Ворота закрываются.\n",
        [
            (REQUIRED, "САДОВАЯ КОМИССИЯ (Липов А., Кленова Б.)", "Ведет журнал"),
            (ALLOWED, "САДОВАЯ КОМИССИЯ (Липов А., Кленова Б.)", "закрыть сад"),
            (REQUIRED, None, "Ворота закрываются"),
        ],
    ),
    (
        "nouns of doing below a heading",
        TASK + "2.ЗАКАЗЧИК\n– передача сада по акту;\n– оплата полива.\n",
        [(REQUIRED, "ЗАКАЗЧИК", "передача сада по акту"), (REQUIRED, "ЗАКАЗЧИК", "оплата полива")],
    ),
    (
        "a point of an order that names whom it bids",
        ORDER + "2. ШТАБУ\n- обойти сады;\n- держать связь с отделом.\n\n3. Мастер Кленова Б. пишет отчет.\n",
        [
            (REQUIRED, "ШТАБУ", "обойти сады"),
            (REQUIRED, "ШТАБУ", "держать связь с отделом"),
            (REQUIRED, "Мастер Кленова Б.", "пишет отчет"),
        ],
    ),
    (
        "a lead-in at the end of a point",
        ORDER + "2. Ветврачом ведется учет собак, бирки ставятся бесплатно. Хозяева собак:\nа) держат их на привязи;\n",
        [
            (REQUIRED, "Ветврачом", "ведется учет собак"),
            (REQUIRED, "Ветврачом", "бирки ставятся бесплатно"),
            (REQUIRED, "Хозяева собак", "держат их на привязи"),
        ],
    ),
    (
        "points that count below a name",
        "ОБЪЯВЛЕНИЕ\nдля садоводов\n\nСадоводы\n1. Мусор выносят в бак.\n2. Не рвут роз.\n",
        [(REQUIRED, "Садоводы", "Мусор выносят в бак"), (BANNED, "Садоводы", "Не рвут роз")],
    ),
    (
        "who is bidden before a dash, each with his own",
        MINUTES + "1. Завхозу – вывезти мусор; дворнику – подмести двор.\n2. Садоводам – проверка ворот, ежедневно.\n",
        [
            (REQUIRED, "Завхозу", "вывезти мусор"),
            (REQUIRED, "дворнику", "подмести двор"),
            (REQUIRED, "Садоводам", "проверка ворот"),
        ],
    ),
    (
        "who acts behind a dash, in brackets, or in a note",
        MINUTES
        + "1. Вывоз мусора – завхоз Липов С., до 5 мая.\n2. Уборка сада: аллея – ТОО «Роза»; пруд – дворник Кленов А.\n"
        + "3. Купить краску (завхоз Липов С.П.).\n4. Побелка деревьев. Ответственный: Кленова А.\n",
        [
            (REQUIRED, "завхоз Липов С.", "Вывоз мусора"),
            (REQUIRED, "ТОО «Роза»", "Уборка сада – аллея"),
            (REQUIRED, "дворник Кленов А.", "Уборка сада – пруд"),
            (REQUIRED, "завхоз Липов С.П.", "Купить краску"),
            (REQUIRED, "Кленова А.", "Побелка деревьев"),
        ],
    ),
    (
        "two who act behind dashes in one part, terms behind names, ways in and out",
        MINUTES
        + "1. Прием детей – воспитатель, выдача – медсестра.\n2. Уборка снега – дворник до 8.00.\n"
        + "3. Вход – ученики; выход – родители.\n4. Полив сада – сторож ежедневно.\n5. Подсчет роз – утром – завхоз.\n",
        [
            (REQUIRED, "воспитатель", "Прием детей"),
            (REQUIRED, "медсестра", "выдача"),
            (REQUIRED, "дворник", "Уборка снега до 8.00"),
            (REQUIRED, "сторож", "Полив сада"),
        ],
    ),
    (
        "what somebody is, and who is absent, is no deed",
        MINUTES + "1. Директор – председатель комиссии.\n2. Мастер – не ниже 4 разряда.\n",
        [],
    ),
    (
        "a table of who does what",
        MEMO
        + "| Сторона | Обязанности | Срок |\n|---|---|---|\n| Колледж | направляет учеников; ведет журнал | до 1 мая 2031 года |\n"
        + "| Обе Стороны | ежегодный пересмотр планов | |\n",
        [
            (REQUIRED, "Колледж", "направляет учеников"),
            (REQUIRED, "Колледж", "ведет журнал"),
            (REQUIRED, "Обе Стороны", "ежегодный пересмотр планов"),
        ],
    ),
    (
        "a table with a column of rights",
        MEMO
        + "| Сторона | Права | Обязанности |\n|---|---|---|\n| Колледж | получать розы | 1) вести учет 2) полить сад |\n",
        [
            (REQUIRED, "Колледж", "вести учет"),
            (REQUIRED, "Колледж", "полить сад"),
            (ALLOWED, "Колледж", "получать розы"),
        ],
    ),
    (
        "lines that slashes part",
        MINUTES
        + "№ / поручение / исполнитель / срок\n1 / Полить розы / завхоз Липов А. / до 5 мая\n"
        + "2 / сверка часов; подготовка отчета / мастера / ежемесячно\n\n3. Мастер ведет учет.\n",
        [
            (REQUIRED, "завхоз Липов А.", "Полить розы"),
            (REQUIRED, "мастера", "сверка часов"),
            (REQUIRED, "мастера", "подготовка отчета"),
            (REQUIRED, "Мастер", "ведет учет"),
        ],
    ),
    (
        "what was found binds nobody, what is prescribed does",
        "АКТ\nосмотра сада\n\nУСТАНОВЛЕНО:\n1. Мастер хранит розы в тени.\n2. Журнал не ведется.\n\n"
        "ПРЕДПИСАНО:\n1. Мастер хранит розы на свету.\n2. Директору завести журнал.\n",
        [(REQUIRED, "Мастер", "хранит розы на свету"), (REQUIRED, "Директору", "завести журнал")],
    ),
    (
        "a point whose sentence goes on below is no heading",
        MINUTES
        + "1.1 Председателю совета Липову А.А. заключить договор не позднее 10 мая и открыть\nсчет сада.\n1.2 Мастер ведет учет.\n",
        [
            (REQUIRED, "Председателю совета Липову А.А.", "заключить договор"),
            (REQUIRED, "Председателю совета Липову А.А.", "открыть счет сада"),
            (REQUIRED, "Мастер", "ведет учет"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_does_what_is_read_by_its_layout(text: str, wanted: list[tuple[str, str | None, str]]) -> None:
    assert duties_of_text("ru", text) == wanted


def test_kazakh_names_above_what_they_do() -> None:
    text = (
        "БАҚ ТӘРТІБІ\n\n1.ЖАЛПЫ\nБақ үлкен.\n\n2.ЖЕТКІЗУШІ\n2.1.көшеттерді өз көлігімен жеткізеді;\n2.2.суды төкпейді.\n\n"
        "3.БАҚ КОМИССИЯСЫ (Липов А., Кленова Б.)\nЖурнал жүргізеді.\n\n4.ТАПСЫРЫС БЕРУШІ\n– көшеттерді беру;\n"
    )
    assert [found[:2] for found in duties_of_text("kk", text)] == [
        (REQUIRED, "ЖЕТКІЗУШІ"),
        (BANNED, "ЖЕТКІЗУШІ"),
        (REQUIRED, "БАҚ КОМИССИЯСЫ (Липов А., Кленова Б.)"),
        (REQUIRED, "ТАПСЫРЫС БЕРУШІ"),
    ]


@pytest.mark.parametrize(
    "name", ["Поставщик", "ШТАБУ", "Хозяева роз", "КХ «Сад»", "Гл.бухгалтер Липова А.", "Липов А.А."]
)
def test_a_name_alone(name: str) -> None:
    assert names_party(name, "ru")


@pytest.mark.parametrize(
    "words",
    ["Общие положения", "Управление садом", "Глава 4. Сад", "Мастер ведет учет", "Повестка", "Полив"],
)
def test_words_that_name_nobody_alone(words: str) -> None:
    assert not names_party(words, "ru")


def test_a_deed_of_nobody_named() -> None:
    assert all(
        tells_deed(deed, "ru")
        for deed in ("ведет учет;", "не рвет роз", "полить сад", "полив сада", "воду хранит в баке")
    )
    assert not any(tells_deed(words, "ru") for words in ("мастер ведет учет", "розы красные", "Липов А.А."))


def test_a_cell_of_terms_says_by_when_in_words_where_these_are_not_understood() -> None:
    text = (
        f"{MEMO}| Должность | Обязанности | Периодичность |\n|---|---|---|\n| Завхоз | обходит сад | когда стемнеет |\n"
    )
    source, settings = recognise("note.ru", text)
    document = READERS[source.reader](source.stem, text, "ru")
    provisions = extract_document(source, settings, document, Registry.load()).provisions
    assert [(one.deed, one.deadline_text) for one in provisions] == [("обходит сад", "когда стемнеет")]


def test_many_lines_with_slashes_are_each_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Block] = []
    plain = tables._slashed

    def counting(block: Block) -> Row | None:
        looked.append(block)
        return plain(block)

    monkeypatch.setattr(tables, "_slashed", counting)
    lines = tuple(Paragraph(Passage("Липов А. / мастер", array("I", range(17)))) for _ in range(50))
    document = Document("sad", "ru", "", lines)
    assert tables.with_table_duties(document, ()).document.blocks == lines
    assert len(looked) == len(lines)


@pytest.mark.parametrize(
    "text",
    [
        "# Отчет о работе сада\n\n| Исполнитель | Поручение |\n|---|---|\n| Завхоз | проверка теплиц; ремонт крыши |\n",
        "# Памятка\n\n| Служба | Меры |\n|---|---|\n| 101 | пожарная охрана |\n",
        "# Памятка\n\n| Кто | Что делает |\n|---|---|\n| 101 | тушение огня |\n| Завхоз | |\n",
        "# Памятка\n\n| Участники | Мероприятия |\n|---|---|\n| 5 класс | просмотр фильма |\n",
        "# Правила сада\n\n| Должность | Требования |\n|---|---|\n| Мастер | высшее образование; стаж 5 лет |\n",
        "# Памятка\n\n| Роль | Задачи |\n|---|---|\n| Чистота | уборка снега |\n| Тепло | проверка труб |\n",
    ],
)
def test_tables_that_bind_nobody(text: str) -> None:
    assert duties_of_text("ru", text) == []


def test_a_table_names_persons_in_full() -> None:
    text = (
        "# Памятка\n\n| Кто | Что делает |\n|---|---|\n| Липов Азат Бекович | поливает розы |\n| КХ | чинит крышу |\n"
    )
    assert [bearer for _, bearer, _ in duties_of_text("ru", text)] == ["Липов Азат Бекович", "КХ"]


def test_brackets_behind_a_post_name_its_person() -> None:
    text = (
        "РЕШИЛ:\n\n1. Контроль за исполнением настоящего решения возложить на заместителя акима области (Садов А.Г.).\n"
    )
    [(_, bearer, _)] = duties_of_text("ru", text)
    assert bearer is not None
    assert bearer.startswith("заместителя акима области")
    given = "РЕШИЛ:\n\n1. Провести учет роз управлению садов (Садова Л.).\n"
    assert [bearer for _, bearer, _ in duties_of_text("ru", given)] != ["Садова Л."]

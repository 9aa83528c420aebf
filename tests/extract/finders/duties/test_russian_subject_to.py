"""Who is subject to what, item by item; lists that tell on what ground, what measures take in; all sentences invented."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from read_duties import read_duties

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

REQUIRED, ALLOWED, INTENDED, BANNED = "requirement", "permission", "intention", "prohibition"
RULES = "# Правила ухода за садами\n\n"
PROGRAMME = "# Программа развития садов\n\n## 5. Основные направления\n\n"
read = partial(read_duties, "ru")


def found_in(tmp_path: Path, text: str) -> list[tuple[str, str | None, str | None]]:
    """Modality, bearer and deed of every duty of a text."""
    path = tmp_path / "text.md"
    path.write_text(text + "\n", "utf-8")
    return [(one.modality, one.bearer_text, one.deed) for one in extract_file(path, Registry.load()).provisions]


@pytest.mark.parametrize("lead", ["Ежегодному осмотру", "Осмотру на болезни роз (пятна, гниль)"])
def test_items_are_who_is_subject_to_it(tmp_path: Path, lead: str) -> None:
    items = [
        "мастера, работающие с розами – весной и осенью",
        "персонал садов",
        "ученики 1-4 классов школ – ежегодно после каникул",
        "младшие и старшие ученики кружков",
        "ученики с сыпью – летом",
        "лица, посещающие кружки по уходу за садами - при поступлении",
    ]
    listed = "\n\n".join(f"   {n}) {item};" for n, item in enumerate(items, 1))
    assert found_in(tmp_path, f"{RULES}21. {lead} подлежат:\n\n{listed}") == [
        (REQUIRED, bearer, f"{lead} подлежат")
        for bearer in (
            "мастера, работающие с розами",
            "персонал садов",
            "ученики 1-4 классов школ",
            "младшие и старшие ученики кружков",
            "ученики с сыпью",
            "лица, посещающие кружки по уходу за садами",
        )
    ]


def test_things_that_are_subject_to_it_are_of_its_deed(tmp_path: Path) -> None:
    lines = "21. Учету в Реестре подлежат следующие сады города:\n\n   1) больные деревья;\n\n   2) теплицы."
    assert found_in(tmp_path, RULES + lines) == [
        (REQUIRED, None, "Учету в Реестре подлежат больные деревья"),
        (REQUIRED, None, "Учету в Реестре подлежат теплицы"),
    ]


@pytest.mark.parametrize(
    ("text", "duties"),
    [
        (
            "6. Справка выдается мастеру на основании:\n\n   1) заявления мастера;\n\n   2) записи в журнале школы.",
            [(REQUIRED, None, "Справка выдается мастеру")],
        ),
        (
            "6. Надбавка может быть назначена также на основании:\n\n   1) отзыва школы;\n\n   2) в иных случаях.",
            [(ALLOWED, None, "Надбавка быть назначена")],
        ),
        (
            "6. Полив прекращается при наличии:\n\n   1) засухи;\n\n   2) запрета школы.",
            [(REQUIRED, None, "Полив прекращается при наличии")],
        ),
        (
            "6. Осмотру подлежат все мастера школ, за исключением:\n\n   1) лиц, находящихся в отпуске;\n\n   2) гостей.",
            [(REQUIRED, "все мастера школ", "Осмотру подлежат, за исключением")],
        ),
        (
            "6. Вход в сад запрещается при отсутствии:\n\n   1) пропуска;\n\n   2) справки.",
            [(BANNED, None, "Вход в сад при отсутствии")],
        ),
        (
            "6. Посторонним запрещается находиться в саду, кроме:\n\n   1) гостей школы;\n\n   2) мастеров.",
            [(BANNED, None, "Посторонним находиться в саду, кроме")],
        ),
        (
            "6. Полив запрещается, за исключением:\n\n   1) роз;\n\n   2) елей.",
            [(BANNED, None, "Полив, за исключением")],
        ),
        # A list whose items say by whom or when its noun of doing is done.
        (
            "8. Осмотр роз:\n\n   1) осуществляется весной;\n\n   2) проводят мастера садов.",
            [(REQUIRED, None, "осуществляется весной"), (REQUIRED, "мастера садов", "проводят")],
        ),
        # What measures take in is what is done.
        (
            "6. Садовые школы проводят комплекс мер, который включает:\n\n   1) учет роз;\n\n   2) обучение мастеров.",
            [
                (REQUIRED, "Садовые школы", "проводят учет роз"),
                (REQUIRED, "Садовые школы", "проводят обучение мастеров"),
            ],
        ),
        (
            "6. Защита роз организуется школой и включает следующие меры:\n\n   1) учет роз;\n\n   2) обучение мастеров.",
            [(REQUIRED, "школой", "учет роз"), (REQUIRED, "школой", "обучение мастеров")],
        ),
        # What a paper takes in is none.
        (
            "6. Школа утверждает план, который включает:\n\n   1) полив роз;\n\n   2) учет роз.",
            [(REQUIRED, "Школа", "утверждает план")],
        ),
        (
            "6. Заявка направляется мастером и включает:\n\n   1) справку школы;\n\n   2) план сада.",
            [(REQUIRED, "мастером", "Заявка направляется")],
        ),
        (
            "6. План утверждается школой и включает следующие разделы:\n\n   1) полив роз;\n\n   2) учет роз.",
            [(REQUIRED, "школой", "План утверждается")],
        ),
    ],
)
def test_lists_by_ground_and_of_what_is_taken_in(
    tmp_path: Path, text: str, duties: list[tuple[str, str | None, str]]
) -> None:
    assert found_in(tmp_path, RULES + text) == duties


def test_counted_lines_of_a_programme_are_items_of_their_lead_in(tmp_path: Path) -> None:
    lines = "В садах предусматривается:\n\n1) разработка карт;\n\n2) обучение мастеров.\n\nШколам необходимо:\n\n1) учет роз."
    assert found_in(tmp_path, PROGRAMME + lines) == [
        (INTENDED, None, "разработка карт"),
        (INTENDED, None, "обучение мастеров"),
        (REQUIRED, "Школам", "учет роз"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Председатель председательствует на заседаниях, планирует его работу, ведет учет.",
            [
                ("Председатель", "председательствует на заседаниях", None),
                ("Председатель", "планирует его работу", "его работу"),
                ("Председатель", "ведет учет", "учет"),
            ],
        ),
        ("Поверенный (агент) имеет право получать розы.", [("Поверенный (агент)", "получать розы", "розы")]),
        (
            "Заявки подаются в школы, которые, рассмотрев их, направляют заявки в комитет.",
            [
                ("школы", "направляют заявки в комитет", "заявки"),
                (None, "Заявки подаются в школы", "Заявки"),
            ],
        ),
        ("Осмотр садов проводят в соответствии с планом.", [(None, "Осмотр садов проводят", "Осмотр садов")]),
        (
            "Осмотры роз проводят в соответствии с планом, утверждаемым школой.",
            [(None, "Осмотры роз проводят", "Осмотры роз")],
        ),
        ("Осмотр роз проводится садовым персоналом.", [("садовым персоналом", "Осмотр роз проводится", "Осмотр роз")]),
        (
            "Все больные и носители гнили подлежат учету.",
            [("Все больные и носители гнили", "подлежат учету", "Все больные и носители гнили")],
        ),
        ("Учеников представляют мастерам.", []),
        ("Сад вступает в трудовые отношения от своего имени.", []),
        ("Настоящий Договор заключается на три года.", []),
        ("Договор автоматически продлевается.", []),
        (
            "Настоящий Договор заключается на русском языке.",
            [(None, "Настоящий Договор заключается на русском языке", "Настоящий Договор")],
        ),
        ("Мастер пользуется лейкой с помощью ученика.", []),
        ("Мастер не пользуется услугами школы.", []),
        ("Председатель не имеет заместителей.", []),
    ],
)
def test_sentences_of_one_kind_each(sentence: str, found: list[tuple[str | None, str, str | None]]) -> None:
    assert read(sentence) == found


def test_a_right_that_is_given_is_a_permission(tmp_path: Path) -> None:
    lines = "5. Право на получение роз предоставляется мастерам сада.\n\n6. Мастера пользуются услугами школы."
    assert [(kind, bearer) for kind, bearer, _ in found_in(tmp_path, RULES + lines)] == [
        (ALLOWED, "мастерам сада"),
        (ALLOWED, "Мастера"),
    ]


def test_a_line_beneath_a_task_says_who_does_it_and_when(tmp_path: Path) -> None:
    lines = [
        "1. Провести учет садов области.",
        "Облсад, облвод, 2 квартал 2031 года",
        "2. Открыть теплицы при школах.",
        "Управление садов, акимы районов. Ежегодно",
        "3. Посадить розы.",
        "Акимы районов сажают розы, ежегодно.",
    ]
    path = tmp_path / "text.md"
    path.write_text("# О Программе развития садов\n\n## 2. Мероприятия\n\n" + "\n\n".join(lines) + "\n", "utf-8")
    found = extract_file(path, Registry.load()).provisions
    assert [(one.bearer_text, one.deed, one.deadline_text) for one in found][:3] == [
        ("Облсад, облвод", "Провести учет садов области", "2 квартал 2031 года"),
        ("Управление садов, акимы районов", "Открыть теплицы при школах", "Ежегодно"),
        (None, "Посадить розы", None),
    ]


def test_sentences_without_a_subject_are_of_whom_their_heading_names(tmp_path: Path) -> None:
    lines = [
        "## 3. Обязанности секретаря комиссии",
        "5. Ведет протокол заседаний, хранит документы.",
        "6. Ведет учет мастер.",
        "## 4. Заседания",
        "7. Ведет протокол заседаний.",
    ]
    assert found_in(tmp_path, RULES + "\n\n".join(lines))[:3] == [
        (REQUIRED, "секретаря комиссии", "Ведет протокол заседаний"),
        (REQUIRED, "секретаря комиссии", "хранит документы"),
    ]


def test_which_decision_is_taken_is_one_duty(tmp_path: Path) -> None:
    lines = "7. Комиссия принимает решение:\n\n   1) о выдаче роз;\n\n   2) об отказе в выдаче роз."
    assert found_in(tmp_path, RULES + lines) == [(REQUIRED, "Комиссия", "принимает решение")]

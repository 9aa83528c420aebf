"""Statutes of bodies and model contracts as acts of the 1990s set them: lists without marks, tasks, coined names."""

from __future__ import annotations

from pathlib import Path

import pytest
from read_acts import duties_of

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

REQUIRED, ALLOWED, BANNED, PLEDGED = "requirement", "permission", "prohibition", "commitment"
STATUTE = "# Положение о садовом совете\n\n"
CONTRACT = "# Типовой договор о поливе садов\n\n"
ACT = """# Об утверждении Положения о садовом совете

Правительство Республики Казахстан постановляет:

1. Утвердить прилагаемое Положение о садовом совете.

2. Признать утратившими силу:

   постановление Кабинета Министров Республики Казахстан от 6 мая 1992 г. N 87 "О садах";

   пункт 2 изменений, утвержденных постановлением Кабинета Министров Республики Казахстан от 5 декабря 1994 г. N 13 "О розах".

Премьер-Министр

Республики Казахстан

Утверждено

постановлением Правительства

Республики Казахстан

от 6 марта 1996 г. N 28

П О Л О Ж Е Н И Е

о садовом совете

1. Совет ведет учет роз.
"""


def found_in(tmp_path: Path, text: str) -> list[tuple[str, str | None, str | None]]:
    """Modality, bearer and deed of every duty of a text."""
    path = tmp_path / "text.md"
    path.write_text(text + "\n", "utf-8")
    found = extract_file(path, Registry.load()).provisions
    return [(one.modality, one.bearer_text, one.deed) for one in found]


def bound_in(tmp_path: Path, text: str) -> list[tuple[str, str | None]]:
    return [(kind, bearer) for kind, bearer, _ in found_in(tmp_path, text)]


def test_signature_and_stamp_behind_what_is_repealed_are_no_part_of_the_list(tmp_path: Path) -> None:
    path = tmp_path / "act.md"
    path.write_text(ACT, "utf-8")
    found = extract_file(path, Registry.load())
    assert [(one.bearer_text, one.deed) for one in found.provisions] == [("Совет", "ведет учет роз")]
    assert len(found.amendments) == 2


@pytest.mark.parametrize(
    "lead",
    [
        "Основными задачами садового совета являются:",
        "Функциями садового совета являются:",
        "Основные задачи и функции садового совета:",
        "Главными задачами садового совета в области полива являются:",
    ],
)
def test_tasks_of_a_body_are_its_duties(tmp_path: Path, lead: str) -> None:
    lines = f"2. {lead}\n\n   сбор семян роз; <*>\n\n   выдача саженцев школам."
    assert found_in(tmp_path, STATUTE + lines) == [
        (REQUIRED, "садового совета", "сбор семян роз"),
        (REQUIRED, "садового совета", "выдача саженцев школам"),
    ]


def test_tasks_of_nobody_are_of_the_body_that_the_statute_is_of_and_those_of_a_course_are_none(tmp_path: Path) -> None:
    lines = "2. Основными задачами являются:\n\n   сбор семян;\n\n   выдача саженцев."
    assert bound_in(tmp_path, STATUTE + lines) == [(REQUIRED, "садовом совете")] * 2
    lines = "2. Основными задачами курса являются:\n\n   изучение роз;\n\n   знакомство с садом."
    assert found_in(tmp_path, "# Правила обучения\n\n" + lines) == []


def test_functions_laid_on_a_body_are_its_duties(tmp_path: Path) -> None:
    lines = "2. На садовый совет возлагаются следующие функции:\n\n   сбор семян;\n\n   ведение учета роз."
    assert bound_in(tmp_path, STATUTE + lines) == [(REQUIRED, "садовый совет")] * 2


def test_a_list_whose_first_item_stands_on_the_line_of_its_lead_in(tmp_path: Path) -> None:
    lines = "4. Совет в соответствии с задачами: ведет учет роз;\n\n   выдает саженцы.\n\n"
    lines += "5. Совет имеет право: запрашивать планы;\n\n   посещать сады.\n\n6. Мастер: 1) поливает розы;\n\n2) ведет журнал."
    assert found_in(tmp_path, STATUTE + lines) == [
        (REQUIRED, "Совет", "ведет учет роз"),
        (REQUIRED, "Совет", "выдает саженцы"),
        (ALLOWED, "Совет", "запрашивать планы"),
        (ALLOWED, "Совет", "посещать сады"),
        (REQUIRED, "Мастер", "поливает розы"),
        (REQUIRED, "Мастер", "ведет журнал"),
    ]


def test_a_row_of_deeds_left_open_goes_on_with_who_does_them(tmp_path: Path) -> None:
    lines = "4. Председатель организует полив и руководит мастерами;\n\n   в пределах своей компетенции назначает мастеров;\n\n"
    lines += "   является распорядителем средств;\n\n   утверждает план."
    assert found_in(tmp_path, STATUTE + lines) == [
        (REQUIRED, "Председатель", "организует полив"),
        (REQUIRED, "Председатель", "руководит мастерами"),
        (REQUIRED, "Председатель", "назначает мастеров"),
        (REQUIRED, "Председатель", "утверждает план"),
    ]


@pytest.mark.parametrize(
    ("line", "bearer"),
    [
        ("Казсад ведет учет роз.", "Казсад"),
        ("Минсадресурсов в пределах плана ведет учет роз.", "Минсадресурсов"),
        ("Нацсадагентство обязано вести учет.", "Нацсадагентство"),
        ("Казсаду предоставляется право посещать сады.", "Казсаду"),
        ("Планы утверждаются Госсадкомом.", "Госсадкомом"),
        ("Заявки регистрируются НКС.", "НКС"),
        ("Заявки передаются НКС.", None),
        ("Горожанин ведет учет.", "Горожанин"),
    ],
)
def test_bodies_by_names_made_of_beginnings_or_letters(tmp_path: Path, line: str, bearer: str | None) -> None:
    assert [told for _, told in bound_in(tmp_path, STATUTE + line)] == [bearer]


def test_points_within_a_point_are_of_whom_it_names(tmp_path: Path) -> None:
    lines = "7.1. Заказчик имеет право:\n\n7.1.1. На осмотр сада.\n\n7.1.2. Требовать отчеты.\n\n"
    lines += "7.2. Исполнитель обязуется:\n\n7.2.1. обеспечить:\n\nа) посадку;\n\nб) обход.\n\n7.3. Сад поливается Исполнителем."
    assert bound_in(tmp_path, CONTRACT + lines) == [
        (ALLOWED, "Заказчик"),
        (ALLOWED, "Заказчик"),
        (PLEDGED, "Исполнитель"),
        (PLEDGED, "Исполнитель"),
        (REQUIRED, "Исполнителем"),
    ]
    lines = "5.1 Заказчик имеет право:\n\n5.1.1 Проверять сады.\n\n5.2 Исполнитель обязан:\n\n5.2.1 Вести учет."
    assert bound_in(tmp_path, CONTRACT + lines) == [(ALLOWED, "Заказчик"), (REQUIRED, "Исполнитель")]


def test_points_below_whose_duties_they_are_bind_him(tmp_path: Path) -> None:
    lines = "7.1. Права Заказчика\n\n7.1.1. Проверять сады и вести записи.\n\n7.2. Обязанности Заказчика\n\n7.2.1. Оплачивать полив.\n\n"
    lines += "7.3. Порядок полива\n\n7.3.1. Вести журнал.\n\n## Раздел 8. Обязанности Исполнителя\n\n8.1. Не допускать потерь."
    assert bound_in(tmp_path, CONTRACT + lines) == [
        (ALLOWED, "Заказчика"),
        (ALLOWED, "Заказчика"),
        (REQUIRED, "Заказчика"),
        (REQUIRED, None),
        (BANNED, "Исполнителя"),
    ]


def test_a_further_sentence_of_an_item_is_of_its_lead_in(tmp_path: Path) -> None:
    lines = "6. Совет имеет право:\n\n   проверять сады. При потерях давать указания;\n\n   посещать школы."
    assert bound_in(tmp_path, STATUTE + lines) == [(ALLOWED, "Совет")] * 3


CONDITIONS = """# О мерах по охране садов

Правительство Республики Казахстан постановляет:

1. Утвердить прилагаемое.

> *Утверждены постановлением Правительства Республики Казахстан от 16 января 2004 года N 42*

"""


@pytest.mark.parametrize(
    ("title", "found"),
    [("Условия охраны садов", [(REQUIRED, "Мастер")]), ("Программа охраны садов", [])],
)
def test_what_an_act_approves_instructs_whatever_it_is_called_but_for_a_plan(
    tmp_path: Path, title: str, found: list[tuple[str, str | None]]
) -> None:
    assert bound_in(tmp_path, f"{CONDITIONS}## {title}\n\n1. Мастер ведет учет.") == found


@pytest.mark.parametrize(
    ("lead", "kind", "deed"),
    [
        ("Контроль за поливом осуществляют:", REQUIRED, "Контроль за поливом осуществляют"),
        ("Имеют право на полив:", ALLOWED, "Имеют право на полив"),
        ("Право внеочередного полива имеют:", ALLOWED, "Право внеочередного полива имеют"),
        ("Освобождаются от платы:", ALLOWED, "Освобождаются от платы"),
    ],
)
def test_items_that_name_who_does_what_their_lead_in_says(tmp_path: Path, lead: str, kind: str, deed: str) -> None:
    lines = f"2. {lead}\n\n   мастера с опытом;\n\n   акимы районов."
    assert found_in(tmp_path, "# Правила полива\n\n" + lines) == [
        (kind, "мастера с опытом", deed),
        (kind, "акимы районов", deed),
    ]


def test_an_item_that_denies_is_a_ban_and_torn_points_go_on(tmp_path: Path) -> None:
    lines = (
        "7.2. Подрядчик обязан:\n\n7.2.1. Приступить в ____ (не позднее срока,\n\nустановленного в плане) к поливу.\n\n"
    )
    lines += "7.2.2. Не препятствовать школам.\n\n7.2.3. Вести учет."
    assert bound_in(tmp_path, "# Модельный контракт на полив\n\n" + lines) == [
        (REQUIRED, "Подрядчик"),
        (BANNED, "Подрядчик"),
        (REQUIRED, "Подрядчик"),
    ]


def test_a_lead_in_that_asks_for_a_genitive_is_part_of_the_deed(tmp_path: Path) -> None:
    lines = "11. Совет осуществляет контроль в части:\n\n   защиты садов от засорения;\n\n   соблюдения норм."
    assert found_in(tmp_path, STATUTE + lines) == [
        (REQUIRED, "Совет", "осуществляет контроль в части защиты садов от засорения"),
        (REQUIRED, "Совет", "осуществляет контроль в части соблюдения норм"),
    ]


def test_who_heads_a_body_and_what_it_lives_on_bind_nobody(tmp_path: Path) -> None:
    lines = "6. Совет возглавляется Председателем.\n\n8. Совет финансируется за счет средств бюджета.\n\n9. Совет ведет учет."
    assert bound_in(tmp_path, STATUTE + lines) == [(REQUIRED, "Совет")]


def test_each_noun_of_doing_among_the_tasks_of_a_body_is_a_deed(tmp_path: Path) -> None:
    tasks = "Основными задачами Казсада являются:\n\n1) создание питомника роз и управление им;\n\n"
    tasks += "2) организация полива роз, обучение садовников;\n\n3) разработка и утверждение плана полива."
    assert [deed for _, _, deed in found_in(tmp_path, STATUTE + tasks)] == [
        "создание питомника роз",
        "управление им",
        "организация полива роз",
        "обучение садовников",
        "разработка и утверждение плана полива",
    ]


def test_exclusive_competence_is_of_the_meeting_whose_it_is(tmp_path: Path) -> None:
    lines = "К исключительной компетенции общего собрания участников сада относится:\n\n"
    lines += "1) изменение устава сада, а также избрание садовника;\n\n2) решение о продаже сада."
    assert bound_in(tmp_path, STATUTE + lines) == [(REQUIRED, "общего собрания участников сада")] * 3


def test_genitives_of_an_item_own_no_list(tmp_path: Path) -> None:
    text = "18. Задачи модели:\n\n1) обеспечить рост педагогов;\n\n2) создать сады школ и педагогов.\n"
    assert [bearer for _, bearer, _ in found_in(tmp_path, f"# Положение о модели садов\n\n{text}")] == [None, None]


def test_sides_of_an_agreement_will_help(tmp_path: Path) -> None:
    text = (
        "1. Стороны будут способствовать расширению знаний о садах и поддерживать контакты садоводов.\n\n"
        "2. Мера будет способствовать росту роз.\n\n"
        "3. Срок его действия будет автоматически продлеваться на год.\n"
    )
    assert found_in(tmp_path, f"# Соглашение о сотрудничестве садов\n\n{text}") == [
        (PLEDGED, "Стороны", "будут способствовать расширению знаний о садах"),
        (PLEDGED, "Стороны", "поддерживать контакты садоводов"),
    ]


@pytest.mark.parametrize("number", ["5.6", "5.7"])
def test_a_list_goes_on_counting_behind_a_misprinted_point(number: str) -> None:
    text = (
        "Об утверждении Устава\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить прилагаемый Устав школьного сада.\n\n"
        "Устав школьного сада\n\n5. Управление садом\n\n5.6. Хранитель сада в установленном порядке:\n\n"
        f"5.6.1. Ведет книгу роз.\n\n5.6.2. Осматривает теплицы.\n\n{number}.3. Выдает лейки.\n\n{number}.4. Принимает саженцы.\n\n"
        "5.8. Совет сада:\n\n5.8.1. Утверждает план посадок.\n"
    )
    told = [(bearer, deed.partition(" ")[0]) for _, bearer, deed in duties_of(text) if bearer and deed]
    assert told[-5:] == [
        ("Хранитель сада", "Ведет"),
        ("Хранитель сада", "Осматривает"),
        ("Хранитель сада", "Выдает"),
        ("Хранитель сада", "Принимает"),
        ("Совет сада", "Утверждает"),
    ]


def test_points_below_a_lead_in_without_a_number_are_of_whom_it_names() -> None:
    text = (
        "Инструкция садовника\n\n2. Обязанности\n\n2.1. Садовник ведет книгу роз.\n\n3. Права\n\nСадовник имеет право:\n\n"
        "3.1. Осматривать теплицы.\n\n3.2. Брать лейки.\n\n4. Прочее\n\n4.1. Сторож запирает сад.\n"
    )
    assert [(kind, bearer) for kind, bearer, _ in duties_of(text)] == [
        (REQUIRED, "Садовник"),
        (ALLOWED, "Садовник"),
        (ALLOWED, "Садовник"),
        (REQUIRED, "Сторож"),
    ]


def test_what_somebody_is_made_does_nothing() -> None:
    text = (
        "Положение о совете садов\n\n1. Общие положения\n\n2. Совет садов в соответствии с возложенными на него задачами:\n\n"
        "1) подбирает кандидатов в судьи, эксперты и мастера, создает их резерв;\n\n"
        "2) принимает жителей в члены клуба и помощники, выдает им лейки;\n\n"
        "3) направляет отчеты в школы, директора и учителя ведут их учет.\n"
    )
    assert [(bearer, deed.partition(" ")[0]) for _, bearer, deed in duties_of(text) if deed] == [
        ("Совет садов", "подбирает"),
        ("Совет садов", "создает"),
        ("Совет садов", "принимает"),
        ("Совет садов", "выдает"),
        ("Совет садов", "направляет"),
        ("директора и учителя", "ведут"),
    ]

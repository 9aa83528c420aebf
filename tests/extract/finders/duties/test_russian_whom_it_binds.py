"""Where a Russian name ends and the deed begins: fields and ways of posts, days, papers, states; all invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

REQUIRED, ALLOWED, BANNED = "requirement", "permission", "prohibition"
RULES = "# Правила ухода за садами\n\n## Глава 1. Общие положения\n\n1. "
ORDER = "# О садах\n\nПРИКАЗЫВАЮ:\n\n1. "


def found_in(tmp_path: Path, text: str) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    """Modality, bearer, deed, object and term of every duty of a text; "|" parts its paragraphs."""
    path = tmp_path / "text.md"
    path.write_text(text.replace("|", "\n\n") + "\n", "utf-8")
    found = extract_file(path, Registry.load()).provisions
    return [(one.modality, one.bearer_text, one.deed, one.object, one.deadline_text) for one in found]


def duty(tmp_path: Path, text: str) -> tuple[str | None, str | None]:
    """Bearer and deed of the only duty of a point of rules."""
    ((_, bearer, deed, _, _),) = found_in(tmp_path, RULES + text)
    return bearer, deed


@pytest.mark.parametrize(
    ("text", "bearer", "deed"),
    [
        ("Методист по телефону консультирует мастеров.", "Методист", "по телефону консультирует мастеров"),
        ("Инспектор по утвержденному плану посещает сады.", "Инспектор", "по утвержденному плану посещает сады"),
        ("Полив проводит инструктор по новой программе.", "инструктор", "Полив проводит по новой программе"),
        ("Осмотр проводится инспектором по жалобе мастера.", "инспектором", "Осмотр проводится по жалобе мастера"),
        (
            "Заместитель директора по курируемым вопросам проводит сборы.",
            "Заместитель директора",
            "по курируемым вопросам проводит сборы",
        ),
        (
            "Помощник мастера по доверенности подписывает акты.",
            "Помощник мастера",
            "по доверенности подписывает акты",
        ),
        ("Специалист отдела по почте направляет ответ.", "Специалист отдела", "по почте направляет ответ"),
        ("Специалист по закупкам размещает заявку.", "Специалист по закупкам", "размещает заявку"),
        ("Заместитель директора по АХЧ ведет учет.", "Заместитель директора по АХЧ", "ведет учет"),
        (
            "Заместитель директора по садовой, учебной и полевой работе ведет учет.",
            "Заместитель директора по садовой, учебной и полевой работе",
            "ведет учет",
        ),
        (
            "Специалист по охране сада и технике полива проводит сборы.",
            "Специалист по охране сада и технике полива",
            "проводит сборы",
        ),
        (
            "Методист по работе с молодыми мастерами ведет учет.",
            "Методист по работе с молодыми мастерами",
            "ведет учет",
        ),
        (
            "Заместитель акима по социальным вопросам ведет прием.",
            "Заместитель акима по социальным вопросам",
            "ведет прием",
        ),
        ("Комиссия по делам садов ведет учет.", "Комиссия по делам садов", "ведет учет"),
        (
            "Руководители районных, городских отделов садов утверждают план.",
            "Руководители районных, городских отделов садов",
            "утверждают план",
        ),
    ],
)
def test_posts_have_fields_and_no_ways(tmp_path: Path, text: str, bearer: str, deed: str) -> None:
    assert duty(tmp_path, text) == (bearer, deed)


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Полив ведется приказом директора с 1 июня по 20 августа.", "директора"),
        ("Осмотр проводится комиссией с 1 по 10 июня.", "комиссией"),
        ("Полив проводится мастером с апреля по май.", "мастером"),
        ("Кружок ведет педагог с 15 сентября.", "педагог"),
        ("Ученик с согласия родителей подает заявку.", "Ученик"),
        ("Граждане с 18 лет подают заявку.", "Граждане с 18 лет"),
    ],
)
def test_days_behind_a_doer_are_no_part_of_his_name(tmp_path: Path, text: str, bearer: str) -> None:
    assert duty(tmp_path, text)[0] == bearer


@pytest.mark.parametrize(
    ("text", "bearer", "deed"),
    [
        (
            "К поливу не допускаются ученики с большим долгом по двум и более предметам.",
            "ученики с большим долгом по двум и более предметам",
            "К поливу не допускаются",
        ),
        (
            "К поливу не допускаются мастера без записей по теме роз.",
            "мастера без записей по теме роз",
            "К поливу не допускаются",
        ),
        ("К поливу не допускаются дети с признаками сыпи.", "дети с признаками сыпи", "К поливу не допускаются"),
        (
            "К поливу не допускаются поступающие без листа, подтверждающего опыт.",
            "поступающие без листа, подтверждающего опыт",
            "К поливу не допускаются",
        ),
        (
            "К поливу не допускаются водители со стажем менее трех лет.",
            "водители со стажем менее трех лет",
            "К поливу не допускаются",
        ),
        (
            "К поливу не допускаются ученики с долгом по приказу директора.",
            "ученики с долгом",
            "К поливу не допускаются по приказу директора",
        ),
        (
            "Запрещается нахождение в теплице лиц в состоянии сна.",
            "лиц в состоянии сна",
            "нахождение в теплице",
        ),
        (
            "Не допускается проход в здание сада родителей без записи.",
            "родителей",
            "проход в здание сада без записи",
        ),
    ],
)
def test_bans_bind_all_whom_they_tell(tmp_path: Path, text: str, bearer: str, deed: str) -> None:
    assert duty(tmp_path, text) == (bearer, deed)


def test_a_ban_binds_nobody_whose_the_place_is(tmp_path: Path) -> None:
    assert duty(tmp_path, "Запрещается вход в кабинет директора без стука.")[0] is None


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Желающие вступить в совет в срок до 1 марта подают заявку.", "Желающие вступить в совет"),
        ("Желающие вступить в совет, в срок до 1 марта подают заявку.", "Желающие вступить в совет"),
        ("Поступающие, имеющие льготы, предъявляют справки.", "Поступающие, имеющие льготы"),
        ("Поступающие, не сдавшие зачет, забирают справки.", "Поступающие, не сдавшие зачет"),
        ("Опоздавшие на полив проходят в теплицу.", "Опоздавшие на полив"),
        ("Не явившиеся на зачет сдают его в июне.", "Не явившиеся на зачет"),
    ],
)
def test_those_whom_a_participle_names_act(tmp_path: Path, text: str, bearer: str) -> None:
    assert duty(tmp_path, text)[0] == bearer


@pytest.mark.parametrize("text", ["Пришедшие в негодность списывают по акту.", "Вышедшие из строя заменяют за сутки."])
def test_things_that_a_participle_names_are_bound_to_nothing(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, RULES + text) == []


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Претенденты с рекомендательным письмом проходят осмотр.", "Претенденты с рекомендательным письмом"),
        ("Граждане с отметкой о прививке получают лейку.", "Граждане с отметкой о прививке"),
        ("Школа с сопроводительным письмом направляет список.", "Школа"),
        ("Список направляется отделом с ходатайством в совет.", "отделом"),
        ("Родители с заявлением обращаются в сад.", "Родители"),
    ],
)
def test_papers_tell_of_whoever_sends_none(tmp_path: Path, text: str, bearer: str) -> None:
    assert duty(tmp_path, text)[0] == bearer


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        ("Мастер проводит следующие виды работ", ("осеннюю", "зимне-весеннюю", "летнюю")),
        ("Школа реализует следующие виды программ", ("развивающие", "общие", "особые")),
        ("Мастер выбирает методы ухода", ("словесные", "наглядные пособия", "полевые")),
        ("Центр осуществляет деятельность по следующим направлениям", ("садовое", "полевое", "лесное")),
        ("Центр проводит работу по следующим формам", ("очная", "полевая", "общая")),
        ("Отдел работает по следующим направлениям", ("обучение мастеров", "издание книг")),
    ],
)
def test_kinds_below_are_one_duty(tmp_path: Path, lead: str, items: tuple[str, ...]) -> None:
    listed = "|".join(f"{n}) {item};" for n, item in enumerate(items, 1))
    ((_, bearer, deed, *_),) = found_in(tmp_path, f"{RULES}{lead}:|{listed}")
    assert f"{bearer} {deed}" == lead


def test_things_below_kinds_are_duties_each(tmp_path: Path) -> None:
    text = f"{RULES}Школа проводит следующие виды встреч:|1) смотры;|2) походы."
    assert [deed for _, _, deed, *_ in found_in(tmp_path, text)] == ["проводит смотры", "проводит походы"]


@pytest.mark.parametrize(
    "items",
    [
        "1) первая смена – с 8.00 до 13.00 часов;|2) вторая смена – с 14.00 до 19.00 часов.",
        "1) среда – пятница: с 9.00 до 18.00;|2) суббота – выходной день.",
    ],
)
def test_hours_that_a_point_lays_down_are_one_duty(tmp_path: Path, items: str) -> None:
    ((_, _, deed, *_),) = found_in(tmp_path, f"{ORDER}Установить следующий режим работы сада:|{items}")
    assert deed == "Установить следующий режим работы сада"


def test_norms_below_an_order_are_duties(tmp_path: Path) -> None:
    text = f"{ORDER}Установить следующий порядок полива:|1) мастера поливают розы утром;|2) школы ведут учет."
    assert [bearer for _, bearer, *_ in found_in(tmp_path, text)] == ["мастера", "школы"]


@pytest.mark.parametrize(
    ("text", "deed", "due"),
    [
        ("Мастер приходит за 15 минут до начала полива.", "приходит", "за 15 минут до начала полива"),
        ("Мастер регистрирует заявку – 15 минут.", "регистрирует заявку", "15 минут"),
        ("Мастер готовит ответ – 3 (три) рабочих дня.", "готовит ответ", "3 (три) рабочих дня"),
        ("Полив проводится с 10 по 22 августа.", "Полив проводится", "с 10 по 22 августа"),
        (
            "Мастер представляет отчет за период с 1 по 10 мая.",
            "представляет отчет за период с 1 по 10 мая",
            None,
        ),
        ("Мастер проводит уроки – 45 минут.", "проводит уроки – 45 минут", None),
    ],
)
def test_minutes_and_steps_have_terms(tmp_path: Path, text: str, deed: str, due: str | None) -> None:
    ((_, _, found, _, term),) = found_in(tmp_path, RULES + text)
    assert (found, term) == (deed, due)


def test_items_have_the_minutes_of_their_lead(tmp_path: Path) -> None:
    found = found_in(tmp_path, f"{RULES}Мастер в течение 30 минут:|1) проверяет заявку;|2) выдает лейку.")
    assert [(deed, due) for _, _, deed, _, due in found] == [
        ("проверяет заявку", "в течение 30 минут"),
        ("выдает лейку", "в течение 30 минут"),
    ]


def test_items_name_by_whom_something_is_done(tmp_path: Path) -> None:
    items = "|директором – в течение пяти дней;|советом сада – в течение десяти дней."
    due = ("в течение пяти дней", "в течение десяти дней")
    for lead, deed in (
        ("Жалоба мастера подлежит рассмотрению", "подлежит рассмотрению"),
        ("Жалоба мастера рассматривается", "рассматривается"),
    ):
        assert found_in(tmp_path, f"{RULES}{lead}:{items}") == [
            (REQUIRED, "директором", deed, "Жалоба мастера", due[0]),
            (REQUIRED, "советом сада", deed, "Жалоба мастера", due[1]),
        ]


@pytest.mark.parametrize(
    ("text", "bearer", "deed"),
    [
        ("Жалоба подлежит рассмотрению советом.", "советом", "Жалоба подлежит рассмотрению"),
        ("Лейки подлежат замене.", None, "Лейки подлежат замене"),
        ("Служащие садов ознакамливаются с решениями.", "Служащие садов", "ознакамливаются с решениями"),
        ("Мастера аттестуются через год.", "Мастера", "аттестуются"),
        ("Мастера аттестуются комиссией.", "комиссией", "Мастера аттестуются"),
        ("Заявки граждан регистрируются в журнале.", None, "Заявки граждан регистрируются в журнале"),
    ],
)
def test_who_lets_it_be_done_to_himself(tmp_path: Path, text: str, bearer: str | None, deed: str) -> None:
    assert duty(tmp_path, text) == (bearer, deed)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("При несогласии с отказом мастер обращается в суд.", ALLOWED),
        ("Заявитель обращается в суд в установленном порядке.", ALLOWED),
        ("Отдел обращается в суд с иском о долге.", REQUIRED),
        ("Заявитель обращается в отдел с заявкой.", REQUIRED),
    ],
)
def test_the_way_to_the_court_is_a_right(tmp_path: Path, text: str, modality: str) -> None:
    ((found, *_),) = found_in(tmp_path, RULES + text)
    assert found == modality


@pytest.mark.parametrize("marks", [("", ""), ("1) ", "2) ")])
def test_bodies_by_letters_do_what_is_listed(tmp_path: Path, marks: tuple[str, str]) -> None:
    text = f"{RULES}ГКЛ РК и МКЛ определяют:|{marks[0]}сроки полива роз;|{marks[1]}полноту учета."
    assert [(bearer, deed) for _, bearer, deed, *_ in found_in(tmp_path, text)] == [
        ("ГКЛ РК и МКЛ", "определяют сроки полива роз"),
        ("ГКЛ РК и МКЛ", "определяют полноту учета"),
    ]


def test_tests_by_letters_are_bound_to_nothing(tmp_path: Path) -> None:
    assert found_in(tmp_path, f"{RULES}СОЧ определяет уровень учеников.") == []

"""Points of Russian acts and rules: who is bound, by his whole name, and each deed on its own; all invented."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from read_duties import read_duties

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

read = partial(read_duties, "ru")

HEAD = "# Об учете садов\n\nПриказ Министра юстиции Республики Казахстан от 3 мая 2031 года № 56\n\nПРИКАЗЫВАЮ:\n\n1. "


def provisions(tmp_path: Path, text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Modality, bearer, deed and deadline of the second point of an order."""
    path = tmp_path / "order.txt"
    path.write_text(f"{HEAD}Утвердить прилагаемый план.\n\n2. {text}\n", "utf-8")
    found = extract_file(path, Registry.load()).provisions
    return [(one.modality, one.bearer_text, one.deed, one.deadline_text) for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Разрешить школам перенести экзамен.", ("permission", "школам", "перенести экзамен", None)),
        ("Школам не собирать деньги.", ("prohibition", "Школам", "не собирать деньги", None)),
        ("Школам исключить случаи сбора денег.", ("requirement", "Школам", "исключить случаи сбора денег", None)),
        (
            "Считать недопустимым сбор денег.",
            ("prohibition", None, "Считать недопустимым сбор денег", None),
        ),
        ("Школам просьба обновить планы.", ("recommendation", "Школам", "обновить планы", None)),
        ("Просим школы до 5 мая полить сады.", ("recommendation", "школы", "полить сады", "до 5 мая")),
        (
            "Просим руководителей колледжей полить сады.",
            ("recommendation", "руководителей колледжей", "полить сады", None),
        ),
        ("Список садов просим вас прислать.", ("recommendation", None, "Список садов прислать", None)),
    ],
)
def test_points_that_permit_forbid_and_prevent(
    tmp_path: Path, text: str, told: tuple[str, str | None, str, str | None]
) -> None:
    assert provisions(tmp_path, text) == [told]


def test_what_a_point_takes_out_of_an_act_is_no_duty(tmp_path: Path) -> None:
    assert provisions(tmp_path, "Пункт 3 исключить.") == []


def test_a_term_of_whom_a_clause_tells_is_not_the_deeds(tmp_path: Path) -> None:
    rules = tmp_path / "rules.txt"
    rules.write_text(
        "# Правила учета садов\n\n## 1. Общие положения\n\n"
        "1. Ученики, принятые по заявке и не явившиеся до 10 сентября, отчисляются приказом директора.\n",
        "utf-8",
    )
    (one,) = extract_file(rules, Registry.load()).provisions
    assert one.deadline_text is None
    assert one.object == "Ученики, принятые по заявке и не явившиеся до 10 сентября"


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Контроль за исполнением приказа возложить на вице-министра Липова Т.Т.", "вице-министра Липова Т.Т."),
        (
            "Рекомендовать товариществу с ограниченной ответственностью «Роза» вывозить листья.",
            "товариществу с ограниченной ответственностью «Роза»",
        ),
        (
            "Государственному предприятию на праве хозяйственного ведения «Роза» (по согласованию) готовить сады.",
            "Государственному предприятию на праве хозяйственного ведения «Роза» (по согласованию)",
        ),
        (
            "Ответственным за исполнение Плана садовым органам (по согласованию): представить отчет.",
            "Ответственным за исполнение Плана садовым органам (по согласованию)",
        ),
        ("Мастерам, не получившим труб, взять лопаты.", "Мастерам, не получившим труб"),
    ],
)
def test_the_whole_name_of_whom_a_point_bids(tmp_path: Path, text: str, bearer: str) -> None:
    assert [one[1] for one in provisions(tmp_path, text)] == [bearer]


def test_restrictive_clauses_belong_to_a_subject() -> None:
    assert read("Педагоги, не получившие значок, проходят курсы.") == [
        ("Педагоги, не получившие значок", "проходят курсы", "курсы")
    ]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "Школам не исключать детей из кружков и исключить факты привлечения их к поливу.",
            ["не исключать детей из кружков", "исключить факты привлечения их к поливу"],
        ),
        (
            "Школам взять на учет детей, нуждающихся в уходе, и еженедельно информировать Комиссию о поливе.",
            ["взять на учет детей, нуждающихся в уходе", "информировать Комиссию о поливе"],
        ),
        (
            "Школам перенести на I квартал 2032 года открытие сада в школе № 21.",
            ["перенести открытие сада в школе № 21"],
        ),
        (
            "Школам утвердить план и довести его до детей, а в период с 20 июня по 20 августа – провести сбор роз.",
            ["утвердить план", "довести его до детей", "провести сбор роз"],
        ),
    ],
)
def test_points_of_several_deeds(tmp_path: Path, text: str, deeds: list[str]) -> None:
    assert [one[2] for one in provisions(tmp_path, text)] == deeds


def test_two_verbs_of_one_item_are_two_duties(tmp_path: Path) -> None:
    rules = tmp_path / "rules.txt"
    rules.write_text(
        "# Правила школы\n\n## 1. Общие положения\n\n1. Ученик обязан:\n\n"
        "1) выполнять требования мастера и посещать все занятия;\n\n2) беречь сад.\n",
        "utf-8",
    )
    assert [one.deed for one in extract_file(rules, Registry.load()).provisions] == [
        "выполнять требования мастера",
        "посещать все занятия",
        "беречь сад",
    ]


@pytest.mark.parametrize(
    ("text", "deed", "done_to"),
    [
        # What a preposition adds to an object.
        (
            "Будут внедрены требования по подтверждению качества садов через прохождение проверки.",
            "Будут внедрены требования по подтверждению качества садов через прохождение проверки",
            "требования по подтверждению качества садов через прохождение проверки",
        ),
        (
            "Школам необходимо предусмотреть мониторинг сада в области.",
            "предусмотреть мониторинг сада в области",
            "мониторинг сада в области",
        ),
        (
            "Школы производят оплату мастеру за оказанные услуги.",
            "производят оплату мастеру за оказанные услуги",
            "оплату мастеру за оказанные услуги",
        ),
        (
            "Важно создать условия для встреч вне занятий.",
            "создать условия для встреч вне занятий",
            "условия для встреч вне занятий",
        ),
        (
            "Будет оценена готовность детей к школе.",
            "Будет оценена готовность детей к школе",
            "готовность детей к школе",
        ),
        # What is no part of a deed: times, a school year, another's clause; a ground goes with what leads to it.
        ("Школам рекомендуется после основных занятий проводить слет.", "проводить слет", "слет"),
        ("В 2031-2032 учебном году учебу необходимо начать в садах.", "учебу начать в садах", "учебу"),
        (
            "Учебу необходимо начать в садах, т.е. согласно Стандарту (приказ № 7) без учета поправок.",
            "Учебу начать в садах без учета поправок",
            "Учебу",
        ),
        (
            "Перечень роз определяется согласно Стандарту (приказ № 7) с учетом профиля: южного, северного.",
            "Перечень роз определяется с учетом профиля: южного, северного",
            "Перечень роз",
        ),
        # What a relative word takes up, by number and gender.
        (
            "Полив ведется на основе графика полива, который утверждается директором школы.",
            "утверждается",
            "графика полива",
        ),
    ],
)
def test_what_belongs_to_an_object_and_what_to_no_deed(text: str, deed: str, done_to: str) -> None:
    assert read(text)[0][1:] == (deed, done_to)


def test_what_sums_up_another_clause_is_not_of_it() -> None:
    assert [deed for _, deed, _ in read("Садам выдаются трубы, тем самым будут приняты меры по поливу.")] == [
        "Садам выдаются трубы",
        "будут приняты меры по поливу",
    ]


RULES = "# Правила учета садов\n\n## 1. Общие положения\n\n1. "


def rules_of(tmp_path: Path, text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Bearer, deed and object of every duty of rules."""
    path = tmp_path / "rules.txt"
    path.write_text(f"{RULES}{text}\n", "utf-8")
    return [(one.bearer_text, one.deed, one.object) for one in extract_file(path, Registry.load()).provisions]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Мастера проходят проверку. При этом они не могут участвовать в голосовании.",
            ("Мастера", "участвовать в голосовании", None),
        ),
        (
            "Воспитатель проверяет розы. О пропаже он тотчас сообщает директору.",
            ("Воспитатель", "О пропаже тотчас сообщает директору", "О пропаже"),
        ),
        ("Школы ведут журналы. Они хранятся в сейфе.", (None, "Они хранятся в сейфе", None)),
    ],
)
def test_a_pronoun_is_whom_the_sentence_before_binds(
    tmp_path: Path, text: str, told: tuple[str | None, str, str | None]
) -> None:
    assert rules_of(tmp_path, text)[-1] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Мастер, находящийся в саду:\n\n1) присутствует при поливе роз.",
            ("Мастер, находящийся в саду", "присутствует при поливе роз", None),
        ),
        (
            "Учет ведется руководителями садовых органов по областям, городам Алматы и Астана по месту учебы.",
            (
                "руководителями садовых органов по областям, городам Алматы и Астана",
                "Учет ведется по месту учебы",
                "Учет",
            ),
        ),
        (
            "За полив сада несут ответственность школы.",
            ("школы", "За полив сада несут ответственность", "ответственность"),
        ),
        (
            "Мастер осуществляет контроль за поливом и (или) подкормкой роз.",
            (
                "Мастер",
                "осуществляет контроль за поливом и (или) подкормкой роз",
                "контроль за поливом и (или) подкормкой роз",
            ),
        ),
        (
            "Мастер ведет журналы по формам, согласно приложениям 11, 12 и 13 к настоящим Правилам.",
            ("Мастер", "ведет журналы", "журналы"),
        ),
        (
            "Мастер запрашивает в пределах своих полномочий от директора или садовника сведения о розах.",
            ("Мастер", "запрашивает от директора или садовника сведения о розах", "сведения о розах"),
        ),
    ],
)
def test_rules_name_the_whole_of_who_does_what(
    tmp_path: Path, text: str, told: tuple[str | None, str, str | None]
) -> None:
    assert rules_of(tmp_path, text) == [told]


def test_brackets_part_no_verbs_of_one_right(tmp_path: Path) -> None:
    found = rules_of(tmp_path, "Мастер имеет право присутствовать при поливе (подкормке) роз и сверять списки.")
    assert [deed for _, deed, _ in found] == ["присутствовать при поливе (подкормке) роз", "сверять списки"]


@pytest.mark.parametrize(
    ("text", "deed", "done_to"),
    [
        (
            "Необходимо создать кружки (далее – Кружки; необходимо предусмотреть учет) и клубы.",
            "создать кружки и клубы",
            "кружки и клубы",
        ),
        (
            "Школам необходимо направлять на курсы повышения знаний учителей для приобретения навыков и умений, "
            "успешного освоения карт.",
            "направлять на курсы повышения знаний учителей",
            "учителей",
        ),
        (
            "Мастеру предоставляется отсрочка по отработке по решению садовой комиссии.",
            "Мастеру предоставляется отсрочка по отработке по решению садовой комиссии",
            "отсрочка по отработке",
        ),
        (
            "Школе необходимо оказать выпускникам садов, оставшимся без попечения, разовую помощь.",
            "оказать выпускникам садов, оставшимся без попечения, разовую помощь",
            "разовую помощь",
        ),
    ],
)
def test_brackets_persons_and_whose_word(text: str, deed: str, done_to: str) -> None:
    assert read(text)[0][1:] == (deed, done_to)


def test_verbs_of_both_aspects_and_pronouns_behind_a_condition() -> None:
    assert read("На ящики наносится номер сада.") == [(None, "На ящики наносится номер сада", "номер сада")]
    assert read("При поливе роз они обрезаются школой.") == [("школой", "они обрезаются", None)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Школам усилить учет роз, исключить продажу труб.",
            [("Школам", "усилить учет роз"), ("Школам", "исключить продажу труб")],
        ),
        ("Заведующей хозяйством обеспечить наличие песка.", [("Заведующей хозяйством", "обеспечить наличие песка")]),
    ],
)
def test_points_of_schools(tmp_path: Path, text: str, told: list[tuple[str, str]]) -> None:
    assert [one[1:3] for one in provisions(tmp_path, text)] == told


@pytest.mark.parametrize(
    ("text", "done_to"),
    [
        ("Школам необходимо представить в сад сведения об учете мастеров.", "сведения об учете мастеров"),
        ("Школам необходимо ознакомить с приказом всех старших мастеров.", "всех старших мастеров"),
    ],
)
def test_what_is_moved_and_who_is_told(text: str, done_to: str) -> None:
    assert read(text)[0][2] == done_to

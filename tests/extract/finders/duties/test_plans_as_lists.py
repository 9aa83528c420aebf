"""Plans that are written as lists, without a table: every point gives its deeds; all plans invented."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from extract.document.blocks import Passage
from extract.finders.duties.layouts.notes import TERM
from extract.finders.duties.layouts.plan_pieces import DEED, REST, WHO, pieces_of
from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

KAZAKH = """БЕКІТЕМІН
Бақ директоры ________ Г. Шырғанақ

2031 жылғы көктемгі
ІС-ШАРАЛАР ЖОСПАРЫ

I. Дайындық кезеңі (наурыз-сәуір)

1. Қоршауды жөндеу, қақпа ілу. Мерзімі: 1 сәуірге дейін. Жауапты: бағбан С. Гүлов
2. Су құбырын тексерту – 5.04.31 ж. дейін (шаруашылық меңгерушісі М. Емен)
3. Қураған бұтақты кесу. Наурыздың соңына дейін. М. Емен, кезекші слесарь
4. Жолды қардан тазалау, құм себу. Күн сайын, аула сыпырушылар
5. Көшет егу, нәтижесін жария етпеу – агроном (0,5 ставка) Ә. Тал
6. Ылғалды өлшеп, журналға түсіру. Күніне екі рет, медбике Г. Шие. (+5 градустан төмен түссе, дереу директорға айтады).

II. Қорытынды

7. Өрт кезіндегі жаттығу. 12.05. Күзетші
8. Қонақтарды тіркеу; балалар бірінші кезекте қабылданады
9. Бақта от жағуға болмайды. Жауапты – кезекші бағбан.

Бақ былтыр ашылған.
"""
RUSSIAN = """План мероприятий
по подготовке сада к зиме на 2031 год

СЕНТЯБРЬ
• Провести ревизию теплиц, составить акт; до 10 сентября; завхоз Кленов Б.
• Промывка труб – до 20.09.31 г. (слесарь Дубов В.)
• Классные часы о саде — ежемесячно — классные руководители
• Беседы с гостями, садовник, по мере необходимости

ОКТЯБРЬ
• Октябрь. Директор. Утвердить график. Явка гостей добровольная.
• Обрезка роз, укрытие лилий. Агроном Ясенев П. (при морозе немедленно сообщает директору)
• Не допускать гостей в котельную. Отв.: сторож
• Обучение садовников

Сад открыт в 2020 году.
"""


def read(tmp_path: Path, lang: str, text: str) -> Extraction:
    path = tmp_path / f"plan.{lang}.txt"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "kk",
            KAZAKH,
            [
                ("Қоршауды жөндеу", "бағбан С. Гүлов", "1 сәуірге дейін"),
                ("қақпа ілу", "бағбан С. Гүлов", "1 сәуірге дейін"),
                ("Су құбырын тексерту", "шаруашылық меңгерушісі М. Емен", "5.04.31 ж. дейін"),
                ("Қураған бұтақты кесу", "М. Емен, кезекші слесарь", "Наурыздың соңына дейін"),
                ("Жолды қардан тазалау", "аула сыпырушылар", "Күн сайын"),
                ("құм себу", "аула сыпырушылар", "Күн сайын"),
                ("Көшет егу", "агроном (0,5 ставка) Ә. Тал", None),
                ("нәтижесін жария етпеу", "агроном (0,5 ставка) Ә. Тал", None),
                ("Ылғалды өлшеп, журналға түсіру", "медбике Г. Шие", "Күніне екі рет"),
                ("директорға айтады", "медбике Г. Шие", "дереу"),
                ("Өрт кезіндегі жаттығу", "Күзетші", "12.05."),
                ("Қонақтарды тіркеу", None, None),
                ("балалар бірінші кезекте қабылданады", None, None),
                ("Бақта от жағуға", "кезекші бағбан", None),
            ],
        ),
        (
            "ru",
            RUSSIAN,
            [
                ("Провести ревизию теплиц", "завхоз Кленов Б.", "до 10 сентября"),
                ("составить акт", "завхоз Кленов Б.", "до 10 сентября"),
                ("Промывка труб", "слесарь Дубов В.", "до 20.09.31 г."),
                ("Классные часы о саде", "классные руководители", "ежемесячно"),
                ("Беседы с гостями", "садовник", "по мере необходимости"),
                ("Утвердить график", "Директор", "Октябрь"),
                ("Обрезка роз", "Агроном Ясенев П.", None),
                ("укрытие лилий", "Агроном Ясенев П.", None),
                ("сообщает директору", "Агроном Ясенев П.", "немедленно"),
                ("Не допускать гостей в котельную", "сторож", None),
                ("Обучение садовников", None, None),
            ],
        ),
    ],
)
def test_every_point_gives_its_deeds(
    tmp_path: Path, lang: str, text: str, wanted: list[tuple[str, str | None, str | None]]
) -> None:
    found = read(tmp_path, lang, text)
    told = [(one.deed, one.bearer_text, one.deadline_text) for one in found.provisions]
    assert sorted(told, key=str) == sorted(wanted, key=str)
    assert not found.measures


def test_a_deed_points_at_its_own_words_and_its_notes(tmp_path: Path) -> None:
    found = read(tmp_path, "ru", RUSSIAN).provisions
    pipes = next(one for one in found if one.object == "Промывка труб")
    words = [RUSSIAN[span.start : span.end] for span in pipes.evidence]
    assert "".join(words).startswith("Промывка труб")
    assert not any("План" in word for word in words)


@pytest.mark.parametrize(
    ("lang", "point", "wanted"),
    [
        ("kk", "Көшет егу – 19-23 сәуір – Қ. Тал, Р. Емен.", [DEED, TERM, WHO, WHO]),
        ("kk", "Көшет егу / сәуір / бағбан Ә. Гүл", [DEED, TERM, WHO]),
        ("kk", "Бақ мәзірін ұсыну (4, 6 топтар), сәуірдің 2-аптасы, тәлімгер С. Ораз", [DEED, TERM, WHO]),
        ("kk", "Бағбан жұмысқа дейін тексеруден өтеді; жарақаттанса, суаруға құқығы жоқ.", [REST]),
        ("ru", "Май, завхоз: побелить деревья", [TERM, WHO, DEED]),
        ("ru", "Создать совет, штаб", [DEED]),
        ("ru", "Раздать памятки ученикам, учителям", [DEED]),
        ("ru", "Опрос гостей (5–7 классы)", [DEED]),
        ("ru", "Закупка семян – до 20.02. – организатор Рябинина С.", [DEED, TERM, WHO]),
    ],
)
def test_what_the_pieces_of_a_point_tell(lang: str, point: str, wanted: list[str]) -> None:
    own = Passage(point, array("I", range(len(point))))
    assert [piece.tells for piece in pieces_of(own, lang)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "# План сада\n\n1. Роза – цветок.\n\n2. Обход сада.\n\n3. Липа – дерево.\n",  # no term, nobody
        "# О розах\n\n1. Обход сада – май – сторож\n\n2. Обрезка роз – май\n\n3. Роза – цветок\n",  # no plan
    ],
)
def test_other_lists_are_no_plans(tmp_path: Path, text: str) -> None:
    rules = [one.rule for one in read(tmp_path, "ru", text).provisions]
    assert "points-of-a-plan" not in rules


LABELLED = "1. Посадить липы. Срок: май 2031 года. Ответственный: садовник.\n\n2. Полить липы. Срок: июнь 2031 года. Ответственный: садовник.\n\n"
BARE = "3. Обрезка роз – сторож.\n\n4. Побелка деревьев – май – дворник.\n\n5. Обход сада – ежедневно – сторож.\n\n"


def test_points_with_labels_are_measures_where_most_are_and_are_told_once(tmp_path: Path) -> None:
    found = read(tmp_path, "ru", f"# План ухода за садом на 2031 год\n\n{LABELLED}")
    assert (len(found.measures), len(found.provisions)) == (2, 0)
    few = read(tmp_path, "ru", f"# План ухода за садом на 2031 год\n\n{LABELLED}{BARE}")
    assert (len(few.measures), len(few.provisions)) == (0, 5)


def test_a_measure_hides_no_point_between_it_and_the_time_above(tmp_path: Path) -> None:
    points = (
        "1. Обход сада.\n\n2. Посадить липы. Ответственный: садовник.\n\n3. Полить липы. Ответственный: садовник.\n\n"
    )
    found = read(
        tmp_path, "ru", f"# План ухода за садом на 2031 год\n\nМай 2031 года\n\n{points}4. Школы обязаны закрыть сад.\n"
    )
    assert [one.number for one in found.measures] == ["2", "3"]
    assert [one.deed for one in found.provisions] == ["закрыть сад"]


def test_a_point_may_bid_somebody_in_the_dative(tmp_path: Path) -> None:
    plan = (
        "ПЛАН\nработы сада на 2031 год\n\n"
        "1. Побелить деревья – до 5 мая (дворник).\n"
        "2. Мастерам выпускных групп обеспечить учет роз, срок – не позднее 1 марта 2031 г.\n"
        "3. Заведующему хозяйством Розову Б.Б. отремонтировать забор до 1 июня.\n"
        "4. Полив роз, ежедневно, садовник.\n"
    )
    told = [(one.bearer_text, one.deed) for one in read(tmp_path, "ru", plan).provisions]
    assert told[1:3] == [
        ("Мастерам выпускных групп", "обеспечить учет роз"),
        ("Заведующему хозяйством Розову Б.Б.", "отремонтировать забор"),
    ]


SHORT = [
    ("3. Қоршауды бояу (мамыр, Гүлов С.)", [("Гүлов С.", "Қоршауды бояу")]),
    (
        "4. Хаттарды ашып қарау. Мерзімі – тұрақты. Жауаптылар – бағбан, заңгер.",
        [("бағбан, заңгер", "Хаттарды ашып қарау")],
    ),
    ("Ата-аналармен жеке жұмыс (ай сайын, сынып жетекшілері)", [("сынып жетекшілері", "Ата-аналармен жеке жұмыс")]),
    ("1. Көрме ұйымдастыру – кітапханашы – қазан", [("кітапханашы", "Көрме ұйымдастыру")]),
    ("1. Журналды толтыру → хатшы → қыркүйек", [("хатшы", "Журналды толтыру")]),
    ("1. Бақ былтыр ашылған.", []),
    ("СЭБ – санитариялық-эпидемиологиялық бақылау. КММ – мемлекеттік мекеме", []),
    ("Бақта былтыр гүлдер (раушандар) көп болды.", []),
]


@pytest.mark.parametrize(("point", "wanted"), SHORT, ids=[point[:30] for point, _ in SHORT])
def test_plan_of_one_point(tmp_path: Path, point: str, wanted: list[tuple[str, str]]) -> None:
    found = read(tmp_path, "kk", f"2031 жылға арналған жұмыс жоспары\n\n{point}\n").provisions
    assert [(one.bearer_text, one.deed) for one in found] == wanted


def test_schedule_by_days(tmp_path: Path) -> None:
    text = "Апталық жұмыс кестесі\n\nДүйсенбі – гүлдерді суару (бағбан)\nЖұма: құралдарды тексеру (шебер)\n"
    found = read(tmp_path, "kk", text).provisions
    assert [(one.bearer_text, one.deed, one.deadline_text) for one in found] == [
        ("бағбан", "гүлдерді суару", "Дүйсенбі"),
        ("шебер", "құралдарды тексеру", "Жұма"),
    ]


def test_persons_before_dashes_and_cards_with_labels(tmp_path: Path) -> None:
    text = "Міндеттерді бөлу\n\nГүлов С.А. – аула тазалығын қадағалау;\nШиева Р. – кілттерді сақтау.\n"
    found = read(tmp_path, "kk", text).provisions
    assert [(one.bearer_text, one.deed) for one in found] == [
        ("Гүлов С.А.", "аула тазалығын қадағалау"),
        ("Шиева Р.", "кілттерді сақтау"),
    ]
    cards = (
        "Кезекшілік жоспары\n\nКім: 7 «А» сыныбы\nНе істейді: гүлдерді суарады\nҚашан: сәрсенбі сайын\n\n"
        "Кім: бағбан\nНе істейді: жапырақты жинайды\n"
    )
    found = read(tmp_path, "kk", cards).provisions
    assert [(one.bearer_text, one.deed, one.deadline_text) for one in found] == [
        ("7 «А» сыныбы", "гүлдерді суарады", "сәрсенбі сайын"),
        ("бағбан", "жапырақты жинайды", None),
    ]

"""What everyday Russian papers lay on whom: checklists, codes, pledges, requests, resolutions, agreements; all invented."""

from __future__ import annotations

import pytest
from read_acts import duties_of

REQUIRED, BANNED, ALLOWED, ADVISED, PROMISED = (
    "requirement",
    "prohibition",
    "permission",
    "recommendation",
    "commitment",
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Чек-лист мастера перед сезоном\n\n- [ ] Проверить теплицы\n- [x] Полить розы\n",
            [(REQUIRED, "мастера", "Проверить теплицы"), (REQUIRED, "мастера", "Полить розы")],
            id="a checklist is of whom its title names, its boxes are marks",
        ),
        pytest.param(
            "Этический кодекс садовника\n\nНедопустимо рвать розы.\n\nСледует беречь розы.\n",
            [(BANNED, "садовника", "рвать розы"), (REQUIRED, "садовника", "беречь розы")],
            id="a code is of whom its title names",
        ),
        pytest.param(
            "Кодекс этики школы\n\nНедопустимо рвать розы.\n",
            [(BANNED, None, "рвать розы")],
            id="but not of a body",
        ),
        pytest.param(
            "ПАМЯТКА ДЛЯ УЧАЩИХСЯ\n\nНе бегай по теплице. При пожаре звони 101.\n\nЗапрещается рвать розы.\n",
            [
                (BANNED, "УЧАЩИХСЯ", "Не бегай по теплице"),
                (REQUIRED, "УЧАЩИХСЯ", "При пожаре звони 101"),
                (BANNED, "УЧАЩИХСЯ", "рвать розы"),
            ],
            id="a memo commands one, and bans",
        ),
        pytest.param(
            "ПАМЯТКА\n\nУважаемые мастера! Полейте розы.\n",
            [(REQUIRED, "мастера", "Полейте розы")],
            id="a greeting before a sentence",
        ),
        pytest.param(
            "РАСПИСКА\n\nЯ, мастер сада Липов Антон, обязуюсь вернуть лейки.\n\nМы обязуемся полить розы.\n",
            [(PROMISED, "Я, мастер сада Липов Антон", "вернуть лейки"), (PROMISED, "Мы", "полить розы")],
            id="who pledges of himself",
        ),
        pytest.param(
            "ОБЪЯВЛЕНИЕ\n\nУбедительная просьба к мастерам: закрыть окна.\n\nОт гостей требуется беречь розы.\n\n"
            "Посадка роз от мастеров не требуется.\n\nСправка от врача не требуется.\n",
            [
                (ADVISED, "мастерам", "закрыть окна"),
                (REQUIRED, "гостей", "беречь розы"),
                (ALLOWED, "мастеров", "Посадка роз"),
                (ALLOWED, None, "Справка от врача"),
            ],
            id="of whom something is asked",
        ),
        pytest.param(
            "Резолюция\n\nЛипову А.К. — проверить и доложить до 5 мая.\n",
            [(REQUIRED, "Липову А.К.", "проверить"), (REQUIRED, "Липову А.К.", "доложить")],
            id="to report is a deed of its own",
        ),
        pytest.param(
            "Коллективный договор\n\n1.9. Стороны договорились ежегодно обновлять сад.\n\n"
            "6.3. Работодатель выплачивает премию.\n",
            [(PROMISED, "Стороны", "обновлять сад"), (REQUIRED, "Работодатель", "выплачивает премию")],
            id="an agreement of another name",
        ),
        pytest.param(
            "ПРИКАЗ\nО саде\n\n2. Запретить въезд машин.\n\n3. Разрешаю мастерам работать в субботу.\n",
            [(BANNED, None, "Запретить въезд машин"), (ALLOWED, "мастерам", "работать в субботу")],
            id="an order that lost its head",
        ),
        pytest.param(
            "План полива\n\n1. Рекомендовать школам открыть сады.\n\n2. Запретить продажу роз.\n",
            [(ADVISED, "школам", "открыть сады"), (BANNED, None, "Запретить продажу роз")],
            id="what a plan advises and bans",
        ),
        pytest.param(
            "ПРОТОКОЛ собрания мастеров\n\nРЕШИЛИ:\n1) купить лейки (садовый комитет, до каникул).\n",
            [(REQUIRED, "садовый комитет", "купить лейки")],
            id="a term by an event beside who does it",
        ),
        pytest.param(
            "Порядок ведения сада\n\nПланы мастеров утверждает учёный секретарь.\n",
            [(REQUIRED, "учёный секретарь", "Планы мастеров утверждает")],
            id="a doer whose attribute may be a person",
        ),
        pytest.param(
            "Правила сада\n\nПосле отбоя включать свет нельзя.\n",
            [(BANNED, None, "включать свет")],
            id="what is banned stands behind its time",
        ),
        pytest.param(
            "ПРОТОКОЛ № 5\n\nРЕШЕНО: поручить садовнику проверить розы.\n\nРешение: обязать мастера полить розы.\n\n"
            "По второму вопросу решили: рекомендовать мастерам закрыть сад.\n",
            [
                (REQUIRED, "садовнику", "проверить розы"),
                (REQUIRED, "мастера", "полить розы"),
                (ADVISED, "мастерам", "закрыть сад"),
            ],
            id="minutes decide on the line of the word for it",
        ),
        pytest.param(
            "ПАМЯТКА ДЛЯ УЧАЩИХСЯ\n\nЕсли пахнет дымом – стой. Если роза упала — не трогай ее. Мой руки с мылом. Веди себя тихо.\n",
            [
                (REQUIRED, "УЧАЩИХСЯ", "Если пахнет дымом – стой"),
                (BANNED, "УЧАЩИХСЯ", "Если роза упала — не трогай ее"),
                (REQUIRED, "УЧАЩИХСЯ", "Мой руки с мылом"),
                (REQUIRED, "УЧАЩИХСЯ", "Веди себя тихо"),
            ],
            id="commands behind a dash, and those that are nouns elsewhere",
        ),
        pytest.param(
            "РАСПОРЯЖЕНИЕ\n\n1. Разрешить мастеру Липову Н.К. досрочную сдачу зачета.\n\n2. Разрешаю жильцам установку скамьи.\n",
            [
                (ALLOWED, "мастеру Липову Н.К.", "Разрешить досрочную сдачу зачета"),
                (ALLOWED, "жильцам", "установку скамьи"),
            ],
            id="what somebody is let do, told by a noun",
        ),
        pytest.param(
            "ОБЪЯВЛЕНИЕ\n\nВ сад требуется мастер полива. Требуются опытные вожатые.\n\n"
            "Желающим посетить сад обратиться к садовнику.\n\nВсем желающим подать заявку.\n",
            [
                (REQUIRED, "Желающим посетить сад", "обратиться к садовнику"),
                (REQUIRED, "Всем желающим", "подать заявку"),
            ],
            id="who is looked for is asked nothing, who wishes is",
        ),
        pytest.param(
            "Положение о саде\n\nМастер обязан поливать розы. Кроме того, должен вести журнал. Не вправе рвать розы.\n\n"
            "Розы должны стоять в тени. Не должны стоять на окне.\n\nОсмотр обязателен для школ.\n",
            [
                (REQUIRED, "Мастер", "поливать розы"),
                (REQUIRED, "Мастер", "вести журнал"),
                (BANNED, "Мастер", "рвать розы"),
                (REQUIRED, None, "Розы стоять в тени"),
                (BANNED, None, "стоять на окне"),
                (REQUIRED, "школ", "Осмотр обязателен"),
            ],
            id="what one must besides",
        ),
        pytest.param(
            "Кодекс чести мастеров\n\nМы будем беречь сад. Мы не будем рвать розы. Мы будем рады видеть гостей.\n",
            [(PROMISED, "Мы", "будем беречь сад"), (BANNED, "Мы", "не будем рвать розы")],
            id="what those who write promise",
        ),
        pytest.param(
            "Советы логопеда\n\nВечером отложите лейки. Пусть ребенок польет розы.\n",
            [(REQUIRED, None, "Вечером отложите лейки"), (ADVISED, "ребенок", "Пусть польет розы")],
            id="advice is of whom it is written by, not for",
        ),
        pytest.param(
            "План\n\n1. Купить розы (красные и белые).\n\n2. Убрать комнаты (физики и химии).\n\n3. Полить розы (рабочие).\n",
            [
                (REQUIRED, None, "Купить розы (красные и белые)"),
                (REQUIRED, None, "Убрать комнаты (физики и химии)"),
                (REQUIRED, "рабочие", "Полить розы"),
            ],
            id="brackets that tell of things name nobody",
        ),
        pytest.param(
            "Резолюция\n\nСадовнику — к исполнению.\n\nМастеру — к сведению.\n",
            [(REQUIRED, "Садовнику", "к исполнению")],
            id="a paper is given to be carried out",
        ),
        pytest.param(
            "# Положение о центре роз\n\n## Функции центра роз\n\n- учет роз;\n- заключение договоров.\n",
            [(REQUIRED, "центра роз", "учет роз"), (REQUIRED, "центра роз", "заключение договоров")],
            id="to conclude contracts is a deed",
        ),
        pytest.param(
            "Правила сада\n\n1. Каждый мастер, будь то садовник или гость, обязан пройти осмотр.\n",
            [(REQUIRED, "Каждый мастер", "пройти осмотр")],
            id="whoever it may be is no command",
        ),
        pytest.param(
            "Правила сада\n\n1. Не бегай по теплице, будь внимателен или уйди.\n",
            [(BANNED, None, "Не бегай по теплице"), (REQUIRED, None, "будь внимателен"), (REQUIRED, None, "уйди")],
            id="but to be careful is one",
        ),
        pytest.param(
            "Правила сада\n\n1. Как ни старайся гость, мастер обязан принять работу честно.\n",
            [(REQUIRED, "мастер", "Как ни старайся гость, принять работу честно")],
            id="whatever one does is a clause of its own",
        ),
        pytest.param(
            "Правила сада\n\n1. Вы обязательно закройте теплицу перед уходом.\n",
            [(REQUIRED, None, "обязательно закройте теплицу перед уходом")],
            id="you are commanded by a form that is no future",
        ),
        pytest.param(
            "Правила сада\n\n1. Прежде чем вы войдете в теплицу, снимите обувь.\n",
            [(REQUIRED, None, "Прежде чем вы войдете в теплицу, снимите обувь")],
            id="you of a clause before the command stays in it",
        ),
        pytest.param(
            "Правила поведения садоводов\n\n1. Родителей приглашать на собрание.\n\n2. Здороваться с гостями.\n",
            [(REQUIRED, None, "Родителей приглашать на собрание"), (REQUIRED, "садоводов", "Здороваться с гостями")],
            id="those in charge invite others, no readers do",
        ),
        pytest.param(
            "Чек-лист готовности теплицы школы\n\n1. Проверить двери.\n",
            [(REQUIRED, None, "Проверить двери")],
            id="a checklist of a state names no readers",
        ),
        pytest.param(
            "Условия конкурса садов\n\n1. Мастер сдает работу в срок.\n",
            [(REQUIRED, "Мастер", "сдает работу в срок")],
            id="terms bind",
        ),
        pytest.param(
            "План работы сада\n\n1. Рекомендовать мастерам книгу и провести опрос.\n",
            [(REQUIRED, None, "провести опрос")],
            id="what is done beside what is advised is advised to nobody",
        ),
    ],
)
def test_everyday_papers_lay_down(text: str, told: list[tuple[str, str | None, str]]) -> None:
    assert duties_of(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Анкета\n\nДолжен ли, по вашему мнению, мастер поливать розы?\n",
        "Правила сада\n\nКак часто мастер должен поливать розы?\n",
        "Правила сада\n\nЧто нельзя делать в саду?\n",
        "ОБЪЯВЛЕНИЕ\n\nЗдесь вы научитесь поливать розы и получите значок.\n",
        "Правила сада\n\nМастера вели учет роз.\n",
        "Правила сада\n\n1. Тогда сады смогут привлечь мастеров.\n",
        "Правила сада\n\n1. После ремонта мастера смогут посещать теплицу.\n",
        "План-конспект урока\n\nМастер показывает розу. Гости ведут записи.\n",
        "План работы сада\n\nМастера участвуют редко.\n",
        "Закон об охране роз обсудили мастера\n\nМастер ведет прием.\n",
        "Условия труда мастеров улучшаются\n\nМастер ведет прием.\n",
    ],
)
def test_questions_and_promises_of_gain_lay_nothing_down(text: str) -> None:
    assert duties_of(text) == []


def test_a_question_below_a_command_is_what_is_done() -> None:
    told = duties_of("Памятка мастерам\n\nПроверьте:\n\n1) закрыты ли окна?\n\n2) политы ли розы?\n")
    assert [bearer for _, bearer, _ in told] == ["мастерам", "мастерам"]

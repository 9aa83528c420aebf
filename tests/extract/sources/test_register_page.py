"""A page of the official register as it is served today, in both languages: an invented act among menus and notes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from extract.flow import extract_file
from kzedu_graph.cli import main
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

PAGE = """<!DOCTYPE html><html lang="{code}"><head><meta charset="utf-8"><title>{title} - "Әділет"</title>
<script>var text = "{note}";</script></head><body>
<div class="header"><a href="/{code}">Әділет</a><ul><li><a href="/kaz/docs/P3100000588">ҚАЗ</a></li>
<li><a href="/rus/docs/P3100000588">РУС</a></li><li>{search}</li></ul></div>
<div class="slogan"><h1>{title}</h1><span class="status">{status}</span><p>{header}</p></div>
<ul class="tabs"><li>{tab}</li></ul><div class="button"><button>{mail}</button></div>
<article><p class="note" id="z0">      {note}</p>
<p id="z1">      {enacts}</p>
<p id="z2">      1. {approve}</p>
<p id="z3">      2. {duty}</p>
<p id="z4">      3. {begins}</p>
<table><tr><td><p>{signed}</p></td><td><p>А. Болатов</p></td></tr></table>
<table><tr><td></td><td><p>{stamp}</p></td></tr></table>
<h3 id="z5">{plan}</h3><p>      {row_note}</p>
<table border="1"><thead><tr><td rowspan="2"><p>{number}</p></td><td rowspan="2"><p>{name}</p></td>
<td rowspan="2"><p>{form}</p></td><td rowspan="2"><p>{when}</p></td><td rowspan="2"><p>{who}</p></td>
<td colspan="2"><p>{money}</p></td></tr><tr><td><p>2031</p></td><td><p>2032</p></td></tr></thead>
<tbody><tr><td colspan="7"><p>{group}</p></td></tr>
<tr><td><p>1.</p></td><td><p>{first}</p></td><td><p>{order}</p></td><td><p>{day}</p></td><td rowspan="2"><p>{body}</p></td>
<td><p>12,5</p></td><td><p>–</p></td></tr>
<tr><td><p>2.</p></td><td><p>{second}</p></td><td><p>{order}</p></td><td><p>{day}</p></td><td><p>–</p></td><td><p>7</p></td></tr>
</tbody></table></article><footer>2031 {search}</footer></body></html>"""
WORDS = {
    "kk": {
        "code": "kaz", "title": "Мектеп бақтарының жоспарын бекіту туралы", "search": "Іздеу", "status": "Жаңартылған",
        "header": "Қазақстан Республикасы Үкіметінің 2031 жылғы 12 тамыздағы № 588 қаулысы", "tab": "Мәтін",
        "mail": "Поштаға жіберу", "enacts": "Қазақстан Республикасының Үкіметі <b>ҚАУЛЫ ЕТЕДІ</b>:",
        "note": "Ескерту. Жоспарға өзгеріс енгізілді - ҚР Үкіметінің 03.02.2032 № 44 қаулысымен.",
        "approve": "Қоса беріліп отырған Мектеп бақтарының 2031 – 2032 жылдарға арналған жоспары бекітілсін.",
        "duty": "Оқу-ағарту министрлігі жыл сайын 1 ақпанға дейін Үкіметке ақпарат ұсынсын.",
        "begins": "Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.",
        "signed": "Қазақстан Республикасының<br>Премьер-Министрі",
        "stamp": "Қазақстан Республикасы<br>Үкіметінің<br>2031 жылғы 12 тамыздағы<br>№ 588 қаулысымен<br>бекітілген",
        "plan": "Мектеп бақтарының 2031 – 2032 жылдарға арналған жоспары",
        "row_note": "Ескерту. 2-жол жаңа редакцияда - ҚР Үкіметінің 03.02.2032 № 44 қаулысымен.",
        "number": "Р/с №", "name": "Іс-шара", "form": "Аяқталу нысаны", "when": "Орындау мерзімі",
        "who": "Жауапты орындаушылар", "money": "Болжамды шығыстар (млн. теңге)", "group": "1-бағыт. Көшеттер",
        "first": "Көшеттер тізбесін бекіту", "second": "Бақтар ашу", "order": "бұйрық",
        "day": "2031 жылғы қыркүйек", "body": "Оқу-ағарту министрлігі",
    },
    "ru": {
        "code": "rus", "title": "Об утверждении Плана школьных садов", "search": "Поиск", "status": "Обновленный",
        "header": "Постановление Правительства Республики Казахстан от 12 августа 2031 года № 588", "tab": "Текст",
        "mail": "Отправить по почте", "enacts": "Правительство Республики Казахстан <b>ПОСТАНОВЛЯЕТ</b>:",
        "note": "Сноска. В План внесено изменение постановлением Правительства РК от 03.02.2032 № 44.",
        "approve": "Утвердить прилагаемый План школьных садов на 2031 – 2032 годы.",
        "duty": "Министерству просвещения ежегодно, до 1 февраля, представлять в Правительство информацию.",
        "begins": "Настоящее постановление вводится в действие со дня его подписания.",
        "signed": "Премьер-Министр<br>Республики Казахстан",
        "stamp": "Утвержден<br>постановлением Правительства<br>Республики Казахстан<br>от 12 августа 2031 года № 588",
        "plan": "План школьных садов на 2031 – 2032 годы",
        "row_note": "Сноска. Строка 2 в редакции постановления Правительства РК от 03.02.2032 № 44.",
        "number": "№ п/п", "name": "Мероприятие", "form": "Форма завершения", "when": "Срок исполнения",
        "who": "Ответственные исполнители", "money": "Предполагаемые расходы (млн. тенге)",
        "group": "Направление 1. Саженцы", "first": "Утверждение перечня саженцев", "second": "Открытие садов",
        "order": "приказ", "day": "сентябрь 2031 года", "body": "Министерство просвещения",
    },
}  # fmt: skip


@pytest.fixture(params=["kk", "ru"])
def read(request: pytest.FixtureRequest, tmp_path: Path) -> Extraction:
    page = tmp_path / "P3100000588.html"
    page.write_text(PAGE.format(**WORDS[request.param]), "utf-8")
    return extract_file(page, Registry.load())


def test_the_act_is_known_and_its_edition_is_that_of_the_last_note(read: Extraction) -> None:
    source = read.source
    assert (source.work, source.number, source.act_date) == ("P3100000588", "588", date(2031, 8, 12))
    assert (source.issuer, source.kind) == ("kz-government", "resolution")
    assert (source.version_date, source.amended_by) == (date(2032, 2, 3), ("P3200000044",))
    assert source.in_force_from == date(2031, 8, 12)
    assert source.title == WORDS[source.lang]["title"]


def test_rows_keep_what_cells_span(read: Extraction) -> None:
    assert [measure.number for measure in read.measures] == ["1", "2"]
    assert {party.agency for measure in read.measures for party in measure.responsible} == {"kz-moe"}
    assert [[money.year for money in measure.funding or ()] for measure in read.measures] == [[2031], [2032]]


def test_what_the_page_says_around_the_act_is_no_duty_and_no_text(read: Extraction) -> None:
    words = WORDS[read.source.lang]
    assert [one for one in read.provisions if words["duty"][:20] in one.sentence]
    for around in (words["search"], words["mail"], words["status"], "Әділет", "Сноска", "Ескерту"):
        assert not [one for one in read.provisions if around in one.sentence], around


def test_both_languages_and_any_edition_have_addresses(tmp_path: Path) -> None:
    asked = ["corpus", "fetch", "--list", "P3100000588", "P3100000588/2032-02-03", "--corpus", str(tmp_path)]
    told = CliRunner().invoke(main, asked).output.splitlines()
    assert told == [
        "https://adilet.zan.kz/kaz/docs/P3100000588",
        "https://adilet.zan.kz/rus/docs/P3100000588",
        "https://adilet.zan.kz/kaz/archive/docs/P3100000588/03.02.2032",
        "https://adilet.zan.kz/rus/archive/docs/P3100000588/03.02.2032",
    ]

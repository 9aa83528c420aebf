"""Pages over a plan of an akimat that no registry knows: whoever its cells name answers, and it says whose it is."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from alone import in_this_process
from flask.testing import FlaskClient

from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from kzedu_graph.store.stores import open_store
from kzedu_graph.vocabulary.places import BASE
from web import create_app
from web.display.languages import compile_catalogues

HEAD = "|---|---|---|---|---|---|---|"
RUSSIAN = f"""# Об утверждении Плана ухода за арыками на 2031–2032 годы

Постановление акимата Тасбулакской области от 3 марта 2031 года № 71

| № | Мероприятие | Форма завершения | Срок исполнения | Ответственные исполнители | 2031 | 2032 |
{HEAD}
| 1 | Чистка арыков у школ | Акт | июнь 2031 года | Артель мирабов, МП | 10,5 | 4 |
| 2 | Обход шлюзов | Справка | постоянно | Союз садовых сторожей | 2 | |
| 3 | Посадка верб у дорог | Отчёт | 5 мая 2031 года | Управление образования области | | 1 |
| | Всего | | | | 12,5 | 5 |
"""
KAZAKH = f"""# 2031–2032 жылдарға арналған арықтарды күту жоспарын бекіту туралы

Тасбұлақ облысы әкімдігінің 2031 жылғы 3 наурыздағы № 71 қаулысы

| № | Іс-шараның атауы | Аяқталу нысаны | Орындалу мерзімі | Жауапты орындаушылар | 2031 | 2032 |
{HEAD}
| 1 | Мектеп жанындағы арықтарды тазалау | Акт | 2031 жылғы маусым | Мұраптар артелі, ОАМ | 10,5 | 4 |
| 2 | Шлюздерді аралау | Анықтама | тұрақты | Бақ күзетшілерінің одағы | 2 | |
| 3 | Жол бойына тал отырғызу | Есеп | 2031 жылғы 5 мамыр | Облыстық білім басқармасы | | 1 |
| | Барлығы | | | | 12,5 | 5 |
"""

OF_ONE_REGION = f"""# Об утверждении Плана полива садов на 2031 год

Постановление акимата Тасбулакской области от 4 марта 2031 года № 72

{RUSSIAN.splitlines()[4]}
{HEAD}
| 1 | Полив яблонь у детских садов | Акт | июль 2031 года | Управление образования области | 3 | |
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plan")
    (folder / "plan-ru.md").write_text(RUSSIAN, "utf-8")
    (folder / "plan-kk.md").write_text(KAZAKH, "utf-8")
    (folder / "other-ru.md").write_text(OF_ONE_REGION, "utf-8")
    run_build(sorted(folder.glob("*.md")), folder / "store", in_this_process(extract_file))
    return folder / "store"


@pytest.fixture(scope="module")
def pages(built: Path) -> FlaskClient:
    compile_catalogues()
    app = create_app(open_store(built))
    app.config.update(TESTING=True, TODAY=date(2031, 4, 1))
    return app.test_client()


@pytest.fixture(scope="module")
def key(pages: FlaskClient) -> str:
    found = {row["programme"] for row in pages.get("/due.json?history=1").json}
    return str(min(found))


def words(page: str) -> str:
    """The words of a page on one line, without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("ru", "Артель мирабов орган не распознан"),
        ("kk", "Мұраптар артелі орган ретінде танылмады"),
        ("en", "not recognised as a body"),
    ],
)
def test_a_programme_names_whoever_leads_as_the_text_of_the_language_does(
    pages: FlaskClient, key: str, lang: str, told: str
) -> None:
    page = words(pages.get(f"/programme/{key}?lang={lang}").text)
    assert told in page
    assert "нет обязанного органа" not in page


def test_what_has_no_point_is_told_in_the_language_of_the_page(pages: FlaskClient, key: str) -> None:
    page = words(pages.get(f"/programme/{key}?lang=ru").text)
    assert "Обход шлюзов постоянно · Союз садовых сторожей" in page
    assert "тұрақты" not in page


@pytest.mark.parametrize(("lang", "told"), [("ru", "ещё исполнителей: 1"), ("en", "others: 1")])
def test_a_programme_says_how_many_stand_beside_those_that_lead(
    pages: FlaskClient, key: str, lang: str, told: str
) -> None:
    rows = re.findall(r'<span class="no">(\d)</span>(.*?)</li>', pages.get(f"/programme/{key}?lang={lang}").text, re.S)
    assert {number: told in words(row) for number, row in rows} == {"1": True, "2": False, "3": False}
    assert not any(": 0" in words(row) for _, row in rows)


@pytest.mark.parametrize(
    "path", ["/matrix?lang=ru", "/due?lang=ru&history=1&month=2031-06", "/programme/{key}/timeline?lang=ru"]
)
def test_lists_name_them(pages: FlaskClient, key: str, path: str) -> None:
    assert "Артель мирабов орган не распознан" in words(pages.get(path.format(key=key)).text)


def test_twins_and_calendars_name_them(pages: FlaskClient, key: str) -> None:
    rows = {row["number"]: row for row in pages.get(f"/programme/{key}.json").json}
    assert "Артель мирабов" in rows["1"]["parties"]
    assert rows["1"]["bodies"] == ["kz-moe"], "keys of the registry, as before"
    assert "Артель мирабов" in pages.get(f"/programme/{key}.ics?lang=ru").text.replace("\r\n ", "")


def test_the_chain_of_a_measure_ends_at_whoever_answers(pages: FlaskClient, key: str) -> None:
    page = words(pages.get(f"/measure/{key}/1?lang=ru").text)
    assert "головной исполнитель · орган не распознан Артель мирабов" in page
    chain = pages.get(f"/graph/chain.json?iri={quote(f'{BASE}measure/{key}/1')}&lang=ru").json
    lead = next(edge["target"] for edge in chain["edges"] if edge["kind"] == "lead")
    node = next(node for node in chain["nodes"] if node["iri"] == lead)
    assert (node["kind"], node["label"]) == ("unrecognised", "Артель мирабов")
    assert pages.get(node["page"], follow_redirects=True).status_code == 200
    assert pages.get(f"/graph/neighbours.json?iri={quote(lead)}").json["edges"], "it is a thing to begin with"


def test_a_programme_says_whose_it_is_and_what_it_costs(pages: FlaskClient, key: str) -> None:
    page = words(pages.get(f"/programme/{key}?lang=ru").text)
    assert "кем принят в тексте: акимата Тасбулакской области орган не распознан" in page
    assert "суммы мероприятий вместе 2031: 12,5 · 2032: 5" in page
    assert "как указано в плане 2031: 12,5 · 2032: 5" in page
    assert "№ 71, акимата Тасбулакской области" in words(pages.get("/due?lang=ru&history=1&month=2031-06").text)


def test_a_group_of_bodies_shows_the_words_that_may_mean_one_of_them(pages: FlaskClient) -> None:
    page = words(pages.get("/agency/kz-edu-departments?lang=ru").text)
    assert "Полив яблонь у детских садов" in page
    assert "в тексте: Управление образования области" in page

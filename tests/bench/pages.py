"""The server's time for every kind of page, asked one after the other: the first answer of a process, and later ones.

Nothing is asserted: the table in docs/performance.md says what is wanted, and a reader compares.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode

from bench.load import Client
from bench.serving import ours

ID = "https://w3id.org/kzedu/id/"
LANGUAGES = ("kk", "ru", "en")
OF_A_KIND = 12
ROUNDS = 3
WANTED_MS = 100
WORDS = (
    "министерство",
    "білім",
    "колледж",
    "МНВО",
    "ОҒМ",
    "учителей",
    "мектеп",
    "индикатор 3",
    "ЮНИСЕФ",
    "63",
    "стипендия",
    "дуаль",
)
"""What somebody may type into the search field."""
FILES = frozenset(
    (
        *(
            "sparql",
            "suggestions",
            "graph, data",
            "graph, way",
            "question, .json",
            "answer",
            "editor's schema",
            "linked data",
        ),
        *("lists, .json and .csv", "lists, .xlsx", "calendars", "StratML, ODRL", "catalogue, site map"),
    )
)
"""Kinds that programs read, or people save: of a size of their own, and not looked at while they come."""
Addresses = dict[str, list[str]]


class Site:
    """What a served explorer says of itself: its pages are those of its site map and of its lists."""

    def __init__(self, port: int) -> None:
        self._port = port

    def text(self, path: str) -> str:
        """A page's text. Raises `RuntimeError` where the answer is none."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        return body

    def rows(self, path: str) -> list[dict[str, str]]:
        """A list's rows."""
        found: list[dict[str, str]] = json.loads(self.text(path))
        return found

    def mapped(self) -> Addresses:
        """The addresses of the site map by their first step; one page of its own each where there is no second."""
        found: Addresses = defaultdict(list)
        for address in re.findall(r"<loc>https?://[^/]+(/[^<]*)", self.text("/sitemap.xml")):
            kind = address.split("/")[1] or "home"
            found[kind].append(address)
        return found


def some(addresses: Iterable[str], count: int = OF_A_KIND) -> list[str]:
    """So many of the addresses, spread over their order."""
    held = list(dict.fromkeys(addresses))
    if len(held) <= count:
        return held
    return [held[round(place * (len(held) - 1) / (count - 1))] for place in range(count)]


def addresses_of(site: Site) -> Addresses:
    """A dozen addresses of each kind of page, the heaviest bodies among them."""
    mapped = site.mapped()
    bodies = [f"/agency/{row['key']}" for row in site.rows("/agencies.json")]
    rules = dict.fromkeys(row["code"] for row in site.rows("/findings.json"))
    questions = dict.fromkeys(re.findall(r'href="(/ask/[\w-]+)"', site.text("/ask")))
    programmes = mapped["programme"]
    things = [
        ID + path.removeprefix("/") for kind in ("agency", "indicator", "measure") for path in some(mapped[kind], 4)
    ]
    texts = [
        f"{text}?page={page}"
        for text in mapped["document"]
        for page in (1, *map(int, some(re.findall(r"[?&;]page=(\d+)", site.text(text)), 2)))
    ]
    single = (
        "home",
        "agencies",
        "changes",
        "continuations",
        "findings",
        "provisions",
        "ask",
        "data",
        "ontology",
        "sparql",
    )
    found: Addresses = {kind: [mapped[kind][0]] for kind in single}
    for kind in ("measure", "indicator", "provision", "programme"):
        found[kind] = some(mapped[kind])
    found["agency"] = [*bodies[:4], *some(bodies[4:], OF_A_KIND - 4)]
    found["agency, filtered"] = [f"{body}?role=bound&sort=due" for body in bodies[:4]]
    found["document"] = some(texts)
    found["acts"] = list(dict.fromkeys("/".join(text.split("/")[:3]) for text in mapped["document"]))
    found["matrix"] = ["/matrix", "/matrix?role=lead", *(f"/matrix?by=group&{_of(each)}" for each in programmes)]
    found["due"] = ["/due", "/due?month=2024-12", "/due?month=2025", *(f"/due?{_of(each)}" for each in programmes)]
    found["changes, filtered"] = [f"/changes?{_of(each)}" for each in programmes] + ["/changes?kind=date-moved"]
    found["findings, a rule"] = [f"/findings?code={code}" for code in some(rules)]
    found["search"] = [f"/search?q={quote(word)}" for word in WORDS]
    found["suggestions"] = [f"/suggest.json?q={quote(word)}" for word in WORDS]
    found["graph"] = ["/graph", *(f"/graph?iri={quote(iri)}" for iri in things)]
    found["graph, chain"] = [f"/graph?iri={quote(iri)}&show=chain" for iri in things]
    found["graph, data"] = [
        f"/graph/{form}.json?iri={quote(iri)}" for iri in things for form in ("neighbours", "chain")
    ]
    found["graph, way"] = [
        f"/graph/path.json?{urlencode({'from': a, 'to': b})}" for a, b in zip(things, things[5:], strict=False)
    ]
    found["question"] = list(questions)
    found["question, .json"] = [f"{each}.json" for each in some(questions)]
    found["answer"] = [f"/sparql/run?query={quote(query)}" for query in _QUERIES]
    found["editor's schema"] = ["/sparql/schema.json"]
    found["thing"] = [f"/thing/{path}" for path in _things(site)]
    found["linked data"] = [
        f"/id{address}.{form}"
        for kind in ("measure", "agency", "indicator")
        for address in some(mapped[kind], 2)
        for form in ("ttl", "jsonld")
    ]
    lists = ("agencies", "matrix", "due", "changes", "continuations", "provisions", "findings")
    found["lists, .json and .csv"] = [f"/{each}.{form}" for each in lists for form in ("json", "csv")]
    found["lists, .xlsx"] = [f"/{each}.xlsx" for each in (*lists, bodies[0].strip("/"))]
    found["calendars"] = [f"{each}.ics" for each in (*bodies[:3], *programmes)]
    found["StratML, ODRL"] = [*(f"{each}.stratml" for each in programmes), f"{bodies[1]}.odrl.jsonld"]
    found["catalogue, site map"] = ["/data/catalogue.ttl", "/data/catalogue.jsonld", "/sitemap.xml", "/robots.txt"]
    return found


def _of(programme: str) -> str:
    return f"programme={programme.rpartition('/')[2]}"


_QUERIES = (
    "ASK { ?s ?p ?o }",
    "SELECT * { ?s a ?class } LIMIT 200",
    "SELECT ?class (COUNT(*) AS ?n) { ?s a ?class } GROUP BY ?class",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 200",
)


def _things(site: Site) -> list[str]:
    """Things without a page of their own: findings and what stands beneath measures."""
    query = "SELECT DISTINCT ?s { ?s a ?kind FILTER(CONTAINS(STR(?kind), '/ontology#')) } ORDER BY ?s"
    found = json.loads(site.text(f"/sparql?format=json&query={quote(query)}"))["results"]["bindings"]
    paths = (row["s"]["value"].removeprefix(ID) for row in found if row["s"]["value"].startswith(ID))
    owned = ("measure/", "indicator/", "agency/", "provision/", "document/", "graph/")
    return some(path for path in paths if not path.startswith(owned))


def measure(store: Path) -> list[str]:
    """The table: each kind of page with the first answers of a fresh process and the later ones, in milliseconds."""
    with ours(store, "--workers", "1") as port:
        client = Client(port)
        start = _seconds(client, "/")
        kinds = addresses_of(Site(port))
        asked = [(kind, _in(lang, each)) for kind, several in kinds.items() for each in several for lang in LANGUAGES]
        rounds = [_round(client, asked, seed) for seed in range(1 + ROUNDS)]
        client.close()
    first = rounds[0]
    later = {kind: [seconds for each in rounds[1:] for seconds in each[kind]] for kind in kinds}
    lines = [
        "One process, one reader, every address in three languages, in an order drawn anew each round. *First* is the",
        f"first time that the process is asked for it, behind the very first page; the rest {ROUNDS} times more, when it is",
        "mostly kept. Milliseconds.",
        "",
        f"| kind of page | addresses | first p50 | first p95 | p50 | p95 (wanted: below {WANTED_MS}) | worst |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, addresses in kinds.items():
        cells = [*_middle_and_most(first[kind]), *_middle_and_most(later[kind]), max(later[kind])]
        lines.append(f"| {kind} | {len(addresses)} | {' | '.join(f'{cell * 1e3:.0f}' for cell in cells)} |")
    return [
        *lines,
        "",
        *(
            line
            for what, files in (("pages", False), ("files and answers to programs", True))
            for which, found in (("First", first), ("Later", later))
            for line in (
                _together(f"{which} {what}", {k: each for k, each in found.items() if (k in FILES) is files}),
                "",
            )
        ),
        f"The very first page after the start took {start * 1e3:.0f} ms.",
    ]


def _together(which: str, found: dict[str, list[float]]) -> str:
    """All answers of some kinds, and those whose p95 stands out."""
    whole = [seconds for several in found.values() for seconds in several]
    middle, most = _middle_and_most(whole)
    above = {kind: _middle_and_most(several)[1] / most for kind, several in found.items()}
    named = ", ".join(f"{kind} {ratio:.1f}" for kind, ratio in sorted(above.items(), key=lambda each: -each[1])[:4])
    return (
        f"{which}, {len(whole)} together: p50 {middle * 1e3:.1f} ms, p95 {most * 1e3:.1f} ms; of that, the highest p95"
        f" of kinds: {named}."
    )


def _in(lang: str, address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={lang}"


def _round(client: Client, asked: list[tuple[str, str]], seed: int) -> dict[str, list[float]]:
    """The seconds of each answer by kind of page."""
    found: dict[str, list[float]] = defaultdict(list)
    for kind, address in random.Random(seed).sample(asked, len(asked)):
        found[kind].append(_seconds(client, address))
    return found


def _seconds(client: Client, address: str) -> float:
    """How long one answer takes. Raises `RuntimeError` for an answer that is no page."""
    began = time.perf_counter()
    status = client.get(address)
    if status != 200:
        raise RuntimeError(f"{address}: {status}")
    return time.perf_counter() - began


def _middle_and_most(seconds: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    ordered = sorted(seconds)
    return statistics.median(ordered), ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]

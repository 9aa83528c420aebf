"""The pictures of the guides, taken anew from the demonstration: CI keeps them, and those that the guides show are committed.

`KZEDU_SCREENSHOTS=docs pytest tests/browser/test_guides.py` puts fresh ones where the guides take them from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from places import ROOT
from werkzeug.serving import make_server

from kzedu_graph.store.stores import open_store
from web import create_app
from web.display.languages import compile_catalogues

pytestmark = pytest.mark.xdist_group("demonstration")

GUIDES = ROOT / "docs" / "guides"
BEGINS = {
    "auditor": "/measure/P3200009012/7?on=2033-01-01",
    "researcher": "/ask/load-of-bodies",
    "citizen": "/programme/P3200009012?on=2033-01-01",
    "operator": "/data",
}
"""The page of each role's guide."""
LANGUAGES = ("kk", "ru", "en")


@pytest.fixture
def demonstrated(demonstration: Path) -> Iterator[str]:
    """The address of the demonstration."""
    compile_catalogues()
    with open_store(demonstration) as store:
        server = make_server("127.0.0.1", 0, create_app(store), threaded=True)
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join(timeout=5)


def test_pictures_of_the_guides(demonstrated: str, browse: Callable[..., None]) -> None:
    pages = {
        f"{role}.{lang}": f"{address}{'&' if '?' in address else '?'}lang={lang}"
        for role, address in BEGINS.items()
        for lang in LANGUAGES
    }
    browse("guides.mjs", json.dumps(pages), address=demonstrated)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("role", BEGINS)
def test_each_guide_shows_its_picture(role: str, lang: str) -> None:
    page = GUIDES / lang / f"{role}.md"
    [[said, picture]] = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", page.read_text("utf-8"))
    assert said
    shown = (page.parent / picture).resolve()
    assert shown == GUIDES / f"{role}.{lang}.jpg"
    assert shown.read_bytes()[:3] == b"\xff\xd8\xff"

"""Signs inside words that no page shows: texts are read as they are seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

RULES = "# Правила полива\n\n1. Мастера сада ежегодно до 1 мая обновляют график полива.\n"


@pytest.mark.parametrize("sign", ["\u00ad", "\u2060", "\u200c", "\u200d"])
@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
def test_a_sign_that_is_not_seen_is_not_read(tmp_path: Path, sign: str, ending: str) -> None:
    words = RULES.replace("Мастера", f"Мас{sign}те{sign}ра").replace("обновляют", f"обнов{sign}ляют")
    page = words.replace("# Правила полива", "<h1>Правила полива</h1>").replace("1. ", "<p>1. ")
    (tmp_path / f"rules{ending}").write_text(page if ending == ".html" else words, "utf-8")
    (found,) = extract_file(tmp_path / f"rules{ending}", Registry.load()).provisions
    assert (found.bearer_text, found.deed) == ("Мастера сада", "обновляют график полива")

"""Why a file cannot be read, in the three languages: what readers say in English, by `refusals.yml` beside this."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

_PLACE = "{x}"


def reason_in(sentence: str, lang: str) -> str:
    """A reader's sentence in a language; as it is where nobody has put it into words of that language."""
    if lang == "en":
        return sentence
    for said, told in _reasons():
        match = said.fullmatch(sentence)
        if match:
            return told[lang].replace(_PLACE, match.groupdict().get("x") or "")
    return sentence


@cache
def _reasons() -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    read = yaml.safe_load(Path(__file__).with_name("refusals.yml").read_text("utf-8"))
    return tuple((re.compile(re.escape(each["en"]).replace(re.escape(_PLACE), "(?P<x>.+)")), each) for each in read)

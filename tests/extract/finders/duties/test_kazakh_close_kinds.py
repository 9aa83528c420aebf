"""Kazakh norms beside their likes of another kind: rights and duties, who gives and who gets; all are invented."""

from __future__ import annotations

import pytest
from read_acts import duties_of

RULES = """# Бақ қызметінің қағидаларын бекіту туралы

## Бақ қызметінің қағидалары

### 1-тарау. Жалпы тәртіп

1. {point}
"""

OWN = [
    ("бақ бағдарламаларын талқылауға қатысу", "permission"),
    ("бақты басқаруға қатысу", "permission"),
    ("бақ ісі жөніндегі ұйымдардың қызметіне қатысу", "permission"),
    ("консультативтік топтарды құру", "permission"),
    ("бақ бағдарламаларын талқылауға міндетті түрде қатысу", "requirement"),
    ("гүл көрмелеріне қатысу", "requirement"),
    ("бақты тазалауға қатысу", "requirement"),
    ("бағбандардың біліктілігін арттыруды қамтамасыз ету", "requirement"),
    ("көшет шарттарын жасасу", "requirement"),
    ("егу топтарын құру", "requirement"),
]


@pytest.mark.parametrize(("item", "kind"), OWN)
def test_what_is_a_right_below_rights_and_duties(item: str, kind: str) -> None:
    point = f"Бақ кеңесінің құқықтары мен міндеттері:\n\n   1) бақты күту;\n\n   2) {item}."
    assert [one for one, _, _ in duties_of(RULES.format(point=point))] == ["requirement", kind]

"""Names folded to what is compared: words in one spelling, and the legal form apart."""

from __future__ import annotations

import pytest

from kzedu_graph.registry.names import LegalForms, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("«Жас қыран»", ("ЖАС", "ҚЫРАН")),
        ("ОМ-ге", ("ОМ",)),
        ("IT-центры", ("ІТЦЕНТРЫ",)),
        ("оқу\u00adағарту", ("ОҚУАҒАРТУ",)),
        ("ё", ("Е",)),
        ("", ()),
    ],
)
def test_words(text: str, folded: tuple[str, ...]) -> None:
    assert words(text) == folded


def test_a_legal_form_alone_is_kept_as_a_name() -> None:
    forms = LegalForms({"njsc": ("НАО", "некоммерческое акционерное общество")})
    assert forms.fold("НАО").core == "НАО"
    assert (forms.fold("НАО «Луч»").core, forms.fold("НАО «Луч»").form) == ("ЛУЧ", "njsc")
    assert forms.fold("некоммерческое акционерное общество «Луч»") == forms.fold("НАО «Луч»")


def test_several_institutions_are_no_form_of_one() -> None:
    forms = LegalForms({"state-institution": ["государственное учреждение"]})
    assert forms.fold("Государственному учреждению «Сад»").parts == ("САД",)
    assert forms.fold("Государственным учреждениям культуры").form is None

"""What a row asks to be done and to what, in both languages, on invented names."""

from __future__ import annotations

import pytest

from kzedu_graph.comparison.actions import Action, Objects, actions_of, disjoint, elsewhere


@pytest.mark.parametrize(
    ("name", "kind", "object_"),
    [
        ("Ай базасында жұлдызшылар қорын құру", "make", ("қор", "жұлдыз")),
        ("Создание лунного заповедника", "make", ("лунног", "запове")),
        ("Телескоптар желісін кеңейту", "make", ("телеск",)),
        ("Обсерваторияларды қуатты линзалармен жарақтандыру", "equip", ("қуат", "обсерв")),
        ("Ғарышкерлерді ынталандыру тетігін енгізу", "reward", ("ғарышк",)),
        ("Ауыл балаларын түнгі бақылаумен қамту", "cover", ("бақыла", "түнг")),
    ],
)
def test_the_action_and_what_it_is_done_to(name: str, kind: str, object_: tuple[str, ...]) -> None:
    assert actions_of(name)[0] == Action(kind, object_)


def test_a_name_without_a_known_action_has_none() -> None:
    assert actions_of("Ай туралы ойлар") == ()


def test_one_action_on_one_object_in_other_words() -> None:
    one, other = "Барлық ауылда жұлдызшылар қорын құру", "Аудан бойынша тәжірибелі жұлдызшылар қорын қалыптастыру"
    drawn = ["Ракета сатып алу", "Ай күнтізбесін бекіту", "Күн сағатын жөндеу"]
    objects = Objects([one, *drawn], [other, "Жұлдызшылар қорын жөндеу"])
    assert objects.agreement(one, other) == 1.0
    assert objects.agreement(one, "Жұлдызшылар қорын жөндеу") == 0.0, "another action"
    assert Objects([one, *drawn], [other, one]).agreement(one, other) == 0.5, "two later rows ask it"
    many = [f"{n}-аймақта жұлдызшылар қорын құру" for n in "абвгдежз"]
    assert Objects([one, *many], [other]).agreement(one, other) == 0.0, "what many rows have tells none of them apart"


def test_other_actions_on_other_objects() -> None:
    held, rewarded = "Жұлдызшылар слётін өткізу", "Үздік ғарышкерлерді марапаттау"
    assert disjoint(held, rewarded)
    assert not disjoint(held, "Жұлдызшылар форумын өткізу")
    assert not disjoint(held, "Ай туралы ойлар"), "of what is not understood nothing is said"


def test_levels_of_education() -> None:
    assert elsewhere("Мектептерге телескоп беру", "Колледждерге телескоп беру")
    assert not elsewhere("Мектептер мен колледждерге телескоп беру", "Колледждерге телескоп беру")
    assert not elsewhere("Мектепке дейінгі ұйымдарға аспан картасын беру", "Дошкольные карты неба")
    assert elsewhere("Мектепке дейінгі ұйымдарға аспан картасын беру", "Мектептерге аспан картасын беру")

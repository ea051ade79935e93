"""A text's words by place: the same answers as reading the text, whatever the word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianpu.extract.occurrences import Occurrences
from lianpu.extract.placenames import Places
from lianpu.ontology.regions import by_opening, regions

_TEXT = st.text(alphabet="甲乙丙A\n", max_size=40)


@given(_TEXT, st.text(alphabet="甲乙丙A", min_size=1, max_size=5))
def test_words_are_counted_as_strings_count_them(text: str, word: str) -> None:
    said = Occurrences(text)
    assert said.count(word) == text.count(word)
    assert (word in said) == (word in text)
    assert said.starts(word) == [at for at in range(len(text)) if text.startswith(word, at)]


def test_words_of_a_list_that_the_text_has() -> None:
    assert Occurrences("乙县建设甲市。").among(by_opening(["甲市", "甲市区", "丙市", "乙县"])) == {"甲市", "乙县"}


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("济宁", "济宁市"),
        ("邹城", "邹城市"),
        ("兖州市", "兖州区"),
        ("苏州", "苏州市"),
        ("昆山市", "昆山市"),
        ("昆山", None),
        ("济", None),
    ],
)
def test_far_counties_go_by_their_full_name_alone(surface: str, name: str | None) -> None:
    places = Places("370800", regions(), Occurrences("济宁与苏州、昆山市往来。"))
    assert places.get(surface) == name
    assert (surface in places) == (name is not None)


def test_a_far_county_that_the_text_writes_often_goes_by_its_short_name() -> None:
    text = "昆山高新区的企业。" + "昆山发展。" * 4
    assert Places("370800", regions(), Occurrences(text)).get("昆山") == "昆山市"
    assert Places("370800", regions(), Occurrences(text.replace("高新区", "一带"))).get("昆山") is None


def test_only_forms_in_the_text_are_listed_longest_first() -> None:
    places = Places("370800", regions(), Occurrences("济宁市与苏州往来。"))
    assert places.written() == ["济宁市", "济宁", "苏州"]
    assert places.inside("兖州市规划") == ["兖州市", "兖州"]


def test_a_town_called_like_a_common_word_needs_its_full_name_in_the_text() -> None:
    assert Places("420684", regions(), Occurrences("以甲厂为龙头。")).get("龙头") is None
    assert Places("420684", regions(), Occurrences("龙头街道建设园区，龙头要先行。")).get("龙头") == "龙头街道"

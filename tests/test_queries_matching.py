"""A mention and its link: by head, synonym and listed kind, never by shared characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianpu.queries.matching import Matcher, MentionIndex, Term, core, is_generic, is_trading

TERMS = (
    Term(key="液压件", name="液压件", synonyms=("液压元件",), narrower=("多路阀",)),
    Term(key="轴承", name="轴承"),
    Term(key="链条", name="链条", unless=("产业链条",)),
    Term(key="钢板", name="钢板"),
    Term(key="冶炼", name="不锈钢坯", exactly=("炼钢",)),
)


@pytest.mark.parametrize(
    ("mention", "key", "reason"),
    [
        ("液压件", "液压件", "exact"),
        ("液压元件", "液压件", "synonym"),
        ("多路阀", "液压件", "kind"),
        ("高性能多路阀", "液压件", "narrower_kind"),
        ("静音液压件", "液压件", "narrower"),
        ("不锈钢板", "钢板", "narrower"),
        ("轴承产业链", "轴承", "exact"),
        ("轴 承", "轴承", "exact"),
        ("炼钢", "冶炼", "synonym"),
    ],
)
def test_a_mention_means_its_link(mention: str, key: str, reason: str) -> None:
    found = Matcher(TERMS).match(mention)
    assert list(found) == [key]
    assert found[key].reason == reason
    assert not found[key].part


@pytest.mark.parametrize("mention", ["轴承钢", "钢", "板", "产业链条", "液压", "阀", "电炉炼钢", "钢板桩"])
def test_shared_characters_are_no_match(mention: str) -> None:
    assert Matcher(TERMS).match(mention) == {}


def test_one_of_two_joined_things_matches_as_a_part_and_weaker() -> None:
    whole = Matcher(TERMS).match("轴承")["轴承"]
    part = Matcher(TERMS).match("轴承及保持器产业")["轴承"]
    assert part.part
    assert part.strength < whole.strength


@pytest.mark.parametrize("mention", ["智能制造", "高端智能制造与装备", "智能装备"])
def test_what_an_adjective_qualifies_is_another_thing(mention: str) -> None:
    smart = Term(key="人工智能", name="人工智能", synonyms=("智能产业",))
    assert Matcher((smart,)).match(mention) == {}
    assert Matcher((smart,)).match("智能产业")["人工智能"].reason == "synonym"


def test_the_best_of_several_names_counts() -> None:
    assert Matcher(TERMS).match("静音液压件", "液压元件")["液压件"].reason == "synonym"


def test_reasons_are_ordered_by_strength() -> None:
    mentions = ("液压件", "液压元件", "多路阀", "静音液压件", "高性能多路阀")
    strengths = [Matcher(TERMS).match(m)["液压件"].strength for m in mentions]
    assert strengths == sorted(strengths, reverse=True)
    assert len(set(strengths)) == len(strengths)


@given(st.text(alphabet="高低压轴承钢板件阀液多路", max_size=8))
def test_a_match_is_always_the_head_of_the_mention(mention: str) -> None:
    for match in Matcher(TERMS).match(mention).values():
        assert core(mention).endswith(match.word)


def test_kinds_of_stage_and_industry() -> None:
    assert is_generic("整机装配")
    assert is_generic("关键零部件生产")
    assert not is_generic("发动机")
    assert is_trading("现代商贸")
    assert not is_trading("装备制造业")


@given(st.lists(st.text(alphabet="高低压轴承钢板件阀液多路及和", max_size=7), max_size=6))
def test_the_index_finds_what_the_matcher_finds(mentions: list[str]) -> None:
    index = MentionIndex((f"{n}", (mention,)) for n, mention in enumerate(mentions))
    for term in TERMS:
        expected = {
            f"{n}": Matcher([term]).match(mention)[term.key]
            for n, mention in enumerate(mentions)
            if Matcher([term]).match(mention)
        }
        assert index.match(term) == expected

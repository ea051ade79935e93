"""Lines of others, located in the text."""

from __future__ import annotations

from hypothesis import given as cases
from hypothesis import strategies as st

from lianpu.graph.given import GIVEN_RULE, locate
from lianpu.model import DocumentLine, EntityLine, FactLine, Line

TEXT = "某市产业规划\n  依托甲厂重点发\n展液压阀。\n— 12 —\n支持乙厂建设\n13\n\n试制线，产值达８００亿元。\n"


def fact(quote: str, **extra: int) -> FactLine:
    return FactLine(s="甲厂", p="produces", o="液压阀", status="planned", quote=quote, **extra)


def one(line: Line) -> Line:
    (found,), lost = locate([line], TEXT)
    assert lost == ()
    return found


def test_a_quote_is_found_past_line_wraps_page_lines_and_width() -> None:
    for quote, slice_ in [
        ("依托甲厂重点发展液压阀", "依托甲厂重点发\n展液压阀"),
        ("展液压阀。支持乙厂", "展液压阀。\n— 12 —\n支持乙厂"),
        ("支持乙厂建设试制线", "支持乙厂建设\n13\n\n试制线"),
        ("产值达800亿元", "产值达８００亿元"),
    ]:
        found = one(fact(quote))
        assert isinstance(found, FactLine)
        assert (found.quote, found.text, found.rule) == (slice_, quote, GIVEN_RULE)
        assert TEXT[found.start : found.end] == found.quote


def test_an_entity_without_a_quote_is_found_by_its_names() -> None:
    found = one(EntityLine(type="Enterprise", name="乙机械厂", aliases=("乙厂",)))
    assert isinstance(found, EntityLine)
    assert TEXT[found.start : found.end] == found.quote == "乙厂"


def test_a_line_that_has_its_place_keeps_it() -> None:
    start = TEXT.index("甲厂")
    line = fact("甲厂", start=start, end=start + 2)
    assert one(line) == line


def test_what_is_not_there_is_named_and_left_out() -> None:
    head = DocumentLine(title="某市产业规划")
    found, lost = locate([head, fact("丙厂生产轴承"), EntityLine(type="Enterprise", name="丁厂")], TEXT)
    assert found == (head,)
    assert [line.quote for line in lost if isinstance(line, FactLine)] == ["丙厂生产轴承"]
    assert len(lost) == 2


def test_an_entity_takes_the_place_of_its_first_fact_when_its_name_stands_nowhere() -> None:
    lines = [
        EntityLine(type="Product", name="液压阀门组"),
        FactLine(s="甲厂", p="produces", o="液压阀门组", status="planned", quote="展液压阀"),
    ]
    found, lost = locate(lines, TEXT)
    assert lost == ()
    assert {line.start for line in found if not isinstance(line, DocumentLine)} == {TEXT.index("展液压阀")}


@cases(
    st.lists(st.sampled_from(["甲", "乙", " ", "\n", "　", "7", "—", "\n3\n", "Ａ"]), max_size=30),
    st.integers(0, 29),
    st.integers(1, 8),
)
def test_any_slice_of_any_text_is_found_again(parts: list[str], start: int, length: int) -> None:
    text = "".join(parts)
    quote = "".join(text[start : start + length].split())
    if quote:
        (found,), _ = locate([fact(quote)], text)
        assert isinstance(found, FactLine)
        assert text[found.start : found.end] == found.quote
        assert "".join(found.quote.split()).startswith(quote[0])

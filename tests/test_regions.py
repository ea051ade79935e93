"""The administrative divisions: names lead to codes, and codes to what lies around them."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from lianpu.errors import UnknownNameError
from lianpu.ontology.regions import LEVELS, RegionTable, regions, short_name

TABLE = regions()
CONVERTER = Path(__file__).parent.parent / "tools" / "make_regions.py"


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("山东省聊城市东昌府区", "山东省聊城市东昌府区"),
        ("聊城市东昌府区", "山东省聊城市东昌府区"),
        ("山东聊城东昌府", "山东省聊城市东昌府区"),
        ("东昌府区", "山东省聊城市东昌府区"),
        ("东昌府", "山东省聊城市东昌府区"),
        ("济宁", "山东省济宁市"),
        ("内蒙古", "内蒙古自治区"),
        ("广西", "广西壮族自治区"),
        ("景宁", "浙江省丽水市景宁畲族自治县"),
        ("上海", "上海市"),
        ("上海市浦东新区", "上海市浦东新区"),
        ("吉林", "吉林省"),
        ("吉林市", "吉林省吉林市"),
        ("西安", "陕西省西安市"),
        ("济源", "河南省济源市"),
        ("济南市 市中区", "山东省济南市市中区"),
        ("东莞市虎门镇", "广东省东莞市虎门镇"),
        ("兖州市", "山东省济宁市兖州区"),
        ("渝北区", "重庆市两江新区"),
        ("喀左", "辽宁省朝阳市喀喇沁左翼蒙古族自治县"),
    ],
)
def test_a_full_partly_full_short_or_former_name_leads_to_one_division(name: str, full: str) -> None:
    assert TABLE.full_name(TABLE.resolve(name).code) == full


def test_an_ambiguous_name_names_the_divisions_it_may_mean() -> None:
    with pytest.raises(UnknownNameError, match="请写全称") as error:
        TABLE.resolve("市中区")
    assert "山东省枣庄市市中区" in error.value.near
    assert TABLE.resolve("市中区", within="370400").code == "370402"


def test_a_former_city_that_became_two_districts_stays_ambiguous_for_the_text_to_decide() -> None:
    assert [r.code for r in TABLE.find("莱芜市")] == ["370116", "370117"]
    with pytest.raises(UnknownNameError, match="2 个“莱芜市”"):
        TABLE.resolve("莱芜市")
    assert TABLE.resolve("莱芜").code == "370116"


@pytest.mark.parametrize(("wrong", "near"), [("东昌府县", "山东省聊城市东昌府区"), ("济宁市任诚区", "山东省济宁市任城区")])
def test_an_unknown_name_comes_with_near_ones(wrong: str, near: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        TABLE.resolve(wrong)
    assert error.value.near[0] == near


def test_within_keeps_what_lies_inside() -> None:
    assert [r.code for r in TABLE.find("郑家镇")] != [r.code for r in TABLE.find("郑家镇", within="371502")]
    assert [TABLE.full_name(r.code) for r in TABLE.find("郑家镇", within="370000")] == ["山东省聊城市东昌府区郑家镇"]
    assert TABLE.find("济宁市", within="370800") == ()


def test_structure_of_provinces_cities_counties_and_towns() -> None:
    assert [r.name for r in TABLE.parents("371502110")] == ["东昌府区", "聊城市", "山东省"]
    assert "钢城区" in {r.name for r in TABLE.children("370100")}
    assert {r.level for r in TABLE.children("110000")} == {"county"}
    assert {r.level for r in TABLE.children("441900")} == {"town"}
    assert TABLE.get("371502110") in TABLE.towns_within("370000")
    assert len(TABLE.towns_within("371502")) == len(TABLE.children("371502")) > 20


def test_contains_counts_a_division_as_inside_itself_and_unknown_codes_as_inside_nothing() -> None:
    assert TABLE.contains("370000", "371502110")
    assert TABLE.contains("370800", "370800")
    assert not TABLE.contains("370800", "370000")
    assert not TABLE.contains("", "370800")
    assert not TABLE.contains("370000", "999999")
    assert not TABLE.contains("371502", "371502999")


def test_larger_divisions_come_first() -> None:
    order = [LEVELS.index(r.level) for r in TABLE.find("海南")]
    assert order == sorted(order)
    assert len(order) > 1


def test_names_hold_full_and_short_forms_down_to_counties() -> None:
    names = TABLE.names()
    assert names["济宁市"] == names["济宁"] == ("370800",)
    assert names["任城区"] == names["任城"] == ("370811",)
    assert "郑家镇" not in names
    assert "兖州市" not in names
    assert all(len(name) >= 2 for name in names)
    for name, codes in names.items():
        for region in map(TABLE.get, codes):
            assert region is not None
            assert name in (region.name, short_name(region.name), short_name(region.name) + "州")


def test_every_county_is_found_by_its_full_name() -> None:
    codes = {code for codes in TABLE.names().values() for code in codes}
    assert len(codes) == 3212
    assert [code for code in codes if TABLE.resolve(TABLE.full_name(code)).code != code] == []


def test_every_former_name_leads_to_todays_divisions() -> None:
    for alias in TABLE.aliases().values():
        for code in alias.codes:
            above = TABLE.parents(code)
            found = TABLE.find(alias.name, above[-1].code if above else None)
            assert code in {region.code for region in found}, f"{alias.name} leads elsewhere"
            assert alias.name not in {region.name for region in found}, f"{alias.name} is no former name"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("东乡族自治县", "东乡"),
        ("巴音郭楞蒙古自治州", "巴音郭楞"),
        ("管城回族区", "管城"),
        ("科尔沁左翼中旗", "科尔沁左翼中旗"),
        ("井陉矿区", "井陉"),
        ("忠县", "忠县"),
        ("口镇街道", "口镇"),
        ("香港特别行政区", "香港"),
        ("产业园", "产业园"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_counties_load_fast() -> None:
    code = """
import time
from lianpu.ontology.regions import regions
spent = []
for _ in range(3):
    regions.cache_clear()
    start = time.process_time()
    regions()
    spent.append(time.process_time() - start)
print(min(spent))
"""
    seconds = float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
    assert seconds < 0.08


def _source(tmp_path: Path, divisions: list[list[object]]) -> Path:
    source = tmp_path / "divisions.json"
    source.write_text(json.dumps({"metadata": {"data_as_of": "2025-12-31"}, "divisions": divisions}), "utf-8")
    return source


def test_the_converter_sorts_and_keeps_towns_apart(tmp_path: Path) -> None:
    province, county, town = (
        [1, "370000", "", "山东省"],
        [3, "370811", "370000", "任城区"],
        [4, "370811001", "370811", "古槐街道"],
    )
    divisions, towns = runpy.run_path(str(CONVERTER))["convert"](_source(tmp_path, [town, county, province]))
    assert divisions.splitlines()[1:] == ["370000\t山东省\t", "370811\t任城区\t370000", "710000\t台湾省\t"]
    assert towns.splitlines()[1:] == ["370811001\t古槐街道"]


@pytest.mark.parametrize("row", [[3, "370811", "370800", "任城区"], [4, "370812001", "370000", "古槐街道"]])
def test_the_converter_refuses_a_parent_that_does_not_fit(tmp_path: Path, row: list[object]) -> None:
    with pytest.raises(ValueError, match=str(row[1])):
        runpy.run_path(str(CONVERTER))["convert"](_source(tmp_path, [[1, "370000", "", "山东省"], row]))


def test_a_town_by_its_code_is_that_of_the_whole_table() -> None:
    table = RegionTable()
    every = table.towns_within("370000")
    assert len(every) > 1000
    fresh = RegionTable()
    for town in (every[0], every[500], every[-1]):
        assert fresh.get(town.code) == town
        assert fresh.contains("370000", town.code) and not fresh.contains("320000", town.code)
    last = max((t for province in ("650000", "370000") for t in table.towns_within(province)), key=lambda t: t.code)
    assert fresh.get(last.code) == last
    for wrong in ("370811999", "37081199x", "\n3708110", "济宁市任城区某某镇"):
        assert fresh.get(wrong) is None and not fresh.contains("370811", wrong)

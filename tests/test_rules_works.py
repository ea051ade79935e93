"""Works that a report lists: what is said of them, what they share, firms' bases, projects that land."""

from __future__ import annotations

import marked
import pytest

from lianpu.model import EntityLine

REPORT = "2025年河北省政府工作报告"

WORKS = [
    ("开工建设<Project>邢襄城际铁路</Project>，<Project>滹沱高铁</Project>开通运营。", set()),
    ("<Project>塞罕高速</Project>全线贯通，<Project>涞源抽水蓄能电站</Project>全部投产。", {("涞源抽水蓄能电站", "涞源县")}),
    (
        "<Project>平山抽水蓄能电站</Project>、<Project>赞皇抽水蓄能电站</Project>加快建设。",
        {("平山抽水蓄能电站", "平山县"), ("赞皇抽水蓄能电站", "赞皇县")},
    ),
    (
        (
            '建成投产<Project name="迁安桃溪电池项目">迁安桃溪电池</Project>、'
            '<Project name="滦州柳岸石英项目">滦州柳岸石英</Project>等亿元以上项目86个。'
        ),
        {("迁安桃溪电池项目", "迁安市"), ("滦州柳岸石英项目", "滦州市")},
    ),
    (
        '确保<Project name="迁安桃溪电池项目">迁安桃溪电池</Project>等一批重大项目年内开工。',
        {("迁安桃溪电池项目", "迁安市")},
    ),
    (
        '推动<Project name="迁安桃溪电池项目">迁安桃溪电池</Project>、<Project>滦州柳岸石英项目</Project>尽快投产。',
        {("迁安桃溪电池项目", "迁安市"), ("滦州柳岸石英项目", "滦州市")},
    ),
    ("<Project>比亚迪电芯曲阳基地</Project>相继投产。", {("比亚迪电芯曲阳基地", "曲阳县")}),
    (
        "总投资9亿元的<Project>柳岸石英坩埚项目</Project>落户<Region>滦州市</Region>。",
        {("柳岸石英坩埚项目", "滦州市")},
    ),
    ("在<Region>迁安市</Region>布局<Project>桃溪项目</Project>。", {("桃溪项目", "迁安市")}),
    ("推进<Project>青松岭水库清淤</Project>、<Project>塞罕高速扩容</Project>建设。", set()),
    ('<Project name="迁安集团柳岸铸件项目">迁安集团柳岸铸件</Project>等项目建成。', {("迁安集团柳岸铸件项目", "迁安市")}),
    (
        (
            '推进<Project name="桃溪铸件工厂项目">桃溪铸件工厂</Project>（迁安市）、'
            "<Project>柳岸石英二期</Project>（迁安经开区）等项目建设。"
        ),
        {("桃溪铸件工厂项目", "迁安市"), ("柳岸石英二期", "迁安经开区")},
    ),
    ("<Project>邢襄高速迁安新区至滦州段</Project>通车。", set()),
    (
        (
            '<Project name="沂瑞石油项目">沂瑞石油</Project>、'
            '<Project name="珂洛新材料项目">珂洛新材料</Project>等12个续建项目落地。'
        ),
        {("沂瑞石油项目", "河北省"), ("珂洛新材料项目", "河北省")},
    ),
    ("<Project>唐山大学滦州校区二期</Project>投用。", {("唐山大学滦州校区二期", "滦州市")}),
]


def _named(found: marked.Reading) -> set[tuple[str, str]]:
    """Where projects stand, by the marked name or an alias of it."""
    names = {name: line.name for line in found.lines if isinstance(line, EntityLine) for name in (line.name, *line.aliases)}
    wanted = {names.get(mark.name): mark.name for mark in found.marks}
    return {(wanted[s], o) for s, _, o in found.claims("locatedIn") if s in wanted}


@pytest.mark.parametrize(("sentence", "expected"), WORKS)
def test_works(sentence: str, expected: set[tuple[str, str]]) -> None:
    found = marked.read(sentence, title=REPORT)
    assert _named(found) == expected, found.claims("locatedIn")


NONE = [
    "支持民营企业参与重大项目。",
    "引进一批重大项目落户迁安。",
    "在迁安市建设产业示范项目。",
    "做强石家庄、唐山2大钢材基地。",
    "打造工厂、总部、基地等载体。",
    "推广共享工厂、智能工厂。",
    "抢抓邢襄高铁建成通车机遇，发展商贸物流。",
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_works(sentence: str) -> None:
    assert "Project" not in marked.bare(sentence, title=REPORT).entities().values()


def test_a_firm_keeps_the_place_that_its_name_begins_with() -> None:
    found = marked.bare("迁安集团柳岸铸件等项目建成。", title=REPORT)
    assert "集团" not in found.entities()


def test_the_number_of_a_unit_is_no_work() -> None:
    assert "6号机组" not in marked.bare("青松电厂5号、6号机组并网。", title=REPORT).entities()


def test_what_closes_with_clusters_lists_no_firms() -> None:
    found = marked.bare("培育壮大迁安食用菌、滦州柳编、遵化板栗等产业集群。", title=REPORT)
    assert "Enterprise" not in found.entities().values()


def test_a_place_inside_another_word_is_none() -> None:
    found = marked.read("<Platform>河北雄安国家数据中心</Platform>投入运营。", title=REPORT)
    assert "安国市" not in found.entities()


def test_a_partner_city_in_a_parks_name_is_not_where_it_stands() -> None:
    found = marked.read("提升<Park>保定深圳光电产业园</Park>水平。", title=REPORT)
    assert found.claims("locatedIn") == {("保定深圳光电产业园", "locatedIn", "保定市")}


AMOUNTS = [
    ("加快珂洛光电300万盏车灯、沂瑞科技6亿安时锂电池等项目建设。", {("珂洛光电", "车灯"), ("沂瑞科技", "锂电池")}),
    ("推动沂瑞牧业20万头生猪、珂洛电气80万千伏安变压器等项目投产。", {("沂瑞牧业", "生猪"), ("珂洛电气", "变压器")}),
    ("推进珂洛光电8.5代线液晶面板项目建设。", {("珂洛光电", "液晶面板")}),
]


@pytest.mark.parametrize(("sentence", "made"), AMOUNTS)
def test_how_much_is_to_be_made_is_no_part_of_the_goods(sentence: str, made: set[tuple[str, str]]) -> None:
    assert {(s, o) for s, _, o in marked.bare(sentence, title=REPORT).claims("produces")} == made


def test_works_called_after_their_firms_say_what_is_to_be_made_and_are_no_focus() -> None:
    sentence = "加大力度推进宁德时代储能电芯、宇瀚电子级硅料、珂洛智能绞线机、炜宁锂电隔膜、迁安宏珂煤制乙二醇等一批百亿级项目。"
    found = marked.bare(sentence, title=REPORT, section="二、2025年重点工作")
    assert {
        ("宁德时代", "produces", "储能电芯"),
        ("宇瀚", "produces", "电子级硅料"),
        ("珂洛", "produces", "智能绞线机"),
        ("炜宁", "produces", "锂电隔膜"),
    } <= found.claims("produces")
    assert not found.claims("focusesOn")


@pytest.mark.parametrize(
    ("sentence", "firm", "goods"),
    [
        ("建设比亚迪新能源物流车项目。", "比亚迪", "新能源物流车"),
        ("实施珂洛智能绞线机产业园、炜宁高端轴承产业园等项目。", "珂洛", "智能绞线机"),
    ],
)
def test_what_tells_of_what_kind_goods_are_is_no_part_of_the_firm(sentence: str, firm: str, goods: str) -> None:
    made = marked.bare(sentence, title=REPORT, section="二、2025年重点工作").claims("produces")
    assert (firm, "produces", goods) in made
    assert len(made) < 3


def test_what_goods_are_made_from_is_no_firm() -> None:
    found = marked.bare("加快迁安煤制清洁燃料、滦州煤制乙二醇等项目。", title=REPORT, section="二、2025年重点工作")
    assert "煤制" not in found.entities()


def test_bases_of_places_and_sectors_are_no_works() -> None:
    found = marked.bare("支持唐山陶瓷、保定风电装备等制造基地建设。", title=REPORT, section="二、2025年重点工作")
    assert "Project" not in {e.type for e in found.lines if isinstance(e, EntityLine)}

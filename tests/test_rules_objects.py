"""What an act has as its objects: lists of fields, counted lists."""

from __future__ import annotations

import marked
import pytest

from lianpu.extract import extract_with, lists, names
from lianpu.extract.document import Source
from lianpu.model import FactLine


def _listed(sentence: str) -> set[str]:
    """Names of all that the rules put before the judge."""
    text = f"甲县工业发展规划\n一、做强数据产业\n{sentence}\n"
    lines = extract_with(Source("t", "t.txt", text, "", "utf-8"), None)
    return {line.o for line in lines if isinstance(line, FactLine) and line.p in ("focusesOn", "seeks")}


def _focus(sentence: str) -> set[str]:
    return {o for _, _, o in marked.bare(sentence, section="一、做强数据产业").claims("focusesOn")}


@pytest.mark.parametrize("sentence", ["建设印染、轴承等领域高质量数据集。", "建设印染、轴承等重点行业高质量数据集。"])
def test_goods_for_fields_are_goods_of_each_field(sentence: str) -> None:
    found = _focus(sentence)
    assert {"印染高质量数据集", "轴承高质量数据集"} <= found
    assert not {"印染", "轴承"} & found


def test_fields_without_goods_stay_what_they_are() -> None:
    assert {"印染", "轴承"} <= _focus("重点发展印染、轴承等领域。")


@pytest.mark.parametrize(
    ("text", "items", "tail"),
    [
        ("轴承产业和智能终端两大产业", ["轴承产业", "智能终端"], "产业"),
        ("轴承、钢管、智能终端三大领域", ["轴承", "钢管", "智能终端"], "领域"),
        ("建设两大产业", ["建设两大产业"], None),
    ],
)
def test_a_counted_noun_closes_a_list(text: str, items: list[str], tail: str | None) -> None:
    listing = lists.parse(text, 0, len(text))
    assert [item.text for item in listing.items] == items
    assert (listing.tail.text if listing.tail else None) == tail


@pytest.mark.parametrize(
    ("sentence", "expected", "not_"),
    [
        ("打造影像、眼科等一批具有本地特色的数据集。", {"影像数据集", "眼科数据集"}, {"影像", "眼科"}),
        ("建设纺织、轴承等可信数据空间。", {"纺织可信数据空间", "轴承可信数据空间"}, {"纺织", "轴承"}),
        ("发展巡检、搬运、特种机器人。", {"巡检机器人", "搬运机器人", "特种机器人"}, {"巡检", "搬运"}),
        ("发展氢能和精细化工。", {"氢能", "精细化工"}, {"氢能化工"}),
        ("发展智能、特种机器人。", {"智能机器人", "特种机器人"}, {"智能"}),
        # an item that says what kind it is keeps its name; a kind as wide as 技术 is another form of it only
        ("发展伺服电机、减速器等设备。", {"伺服电机", "减速器"}, {"伺服电机设备"}),
        ("引进成膜物质、分散介质等原材料企业。", {"成膜物质", "分散介质"}, {"成膜物质材料"}),
        ("发展迁移学习、视觉识别等技术。", {"迁移学习", "视觉识别"}, {"迁移学习技术"}),
    ],
)
def test_a_kind_said_once_belongs_to_every_item(sentence: str, expected: set[str], not_: set[str]) -> None:
    found = _listed(sentence)
    assert expected <= found
    assert not not_ & found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("打造世界级高技术船舶与海工装备制造基地。", {"高技术船舶", "海工装备"}),
        ("建设全国重要的印染面料基地和国家级轴承钢管高地。", {"印染面料", "轴承钢管"}),
        ("建设世界级菱镁产业基地。", {"菱镁产业"}),
        ("发展智能手表/头显终端/伴学终端。", {"智能手表", "头显终端", "伴学终端"}),
        ("建设甲江地区印染面料基地。", {"印染面料"}),
    ],
)
def test_every_rank_and_every_stroke_has_its_thing(sentence: str, expected: set[str]) -> None:
    assert expected <= _listed(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("补上钛棒、医用导丝空白。", {"钛棒", "医用导丝"}),
        ("支持企业采用无水清洗、叶片回收等工艺。", {"无水清洗", "叶片回收"}),
        ("引进一次性反应袋。", {"一次性反应袋"}),
        ("打造轴承可信数据空间。", {"轴承可信数据空间"}),
        ("布局大飞机产业链。", {"大飞机"}),
        ("推动数字政府、数字文化等体系建设。", {"数字政府", "数字文化"}),
        ("集聚功率模块上下游企业百余家。", {"功率模块"}),
        ("迭代升级“布艺”、“花型”等垂直模型。", {"布艺垂直模型", "花型垂直模型"}),
    ],
)
def test_what_is_filled_up_taken_into_use_or_laid_out_is_listed(sentence: str, expected: set[str]) -> None:
    assert expected <= _listed(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("打造城市数据空间及医疗、文旅等行业数据空间。", {"城市数据空间", "医疗数据空间", "文旅数据空间"}),
        ("发展伺服电机、减速器等关键部件和模块控制系统。", {"伺服电机", "减速器", "模块控制系统"}),
        ("研发健康数据融合平台及语音增强的康复训练设备。", {"健康数据融合平台", "康复训练设备"}),
        ("引育一批数智供应链平台和数智化服务商。", {"数智供应链平台"}),
    ],
)
def test_nothing_of_a_list_is_lost_beside_its_kind_or_a_modifier(sentence: str, expected: set[str]) -> None:
    assert expected <= _listed(sentence)


@pytest.mark.parametrize("sentence", ["围绕驱动电机、风电电机等应用需求，引进转子。", "针对矿区、短倒运输等场景，引进转子。"])
def test_what_goods_are_for_is_not_looked_for(sentence: str) -> None:
    assert _listed(sentence) == {"转子"}


def test_fields_that_goods_are_used_in_are_not_developed() -> None:
    assert _listed("促进公交、环卫等领域燃料电池汽车规模应用。") == {"燃料电池汽车"}


def test_a_zone_of_a_made_up_name_is_a_park_and_no_rank() -> None:
    found = marked.bare("打造澹台湖创新谷、世界级光电谷。", title="襄阳市产业方案").entities()
    assert found["澹台湖创新谷"] == "Park"
    assert "世界级光电谷" not in found


def test_a_programme_of_services_is_about_them_and_sectors_to_come_are_none_of_a_list() -> None:
    assert names.programme("服务业扩能提质行动") == "服务业"
    found = _focus("布局量子通信、深海装备等未来产业。")
    assert {"量子通信", "深海装备"} <= found
    assert "未来产业" not in found


def test_a_long_name_inside_a_list_ends_at_a_conjunction() -> None:
    text = "量子通信、仿生手臂和深海装备、印染纺织、医药和医疗器械、空天信息"
    items = [item.text for item in lists.parse(text, 0, len(text)).items]
    assert items == ["量子通信", "仿生手臂", "深海装备", "印染纺织", "医药和医疗器械", "空天信息"]
    works = "甲河水库、乙山高性能磁体和钛材、丙港码头等项目"
    assert lists.parse(works, 0, works.index("等")).items[1].text == "乙山高性能磁体和钛材"


@pytest.mark.parametrize(
    ("sentence", "expected", "not_"),
    [
        ("发展茶油、菌菇（香菇、羊肚菌）和竹荪。", {"茶油", "菌菇", "香菇", "羊肚菌", "竹荪"}, set()),
        ("推动机器视觉在铸造、焊接等环节规模化应用。", {"机器视觉"}, {"铸造", "焊接", "机器视觉在铸造"}),
        ("推动隐私计算在乙县落地应用。", {"隐私计算"}, {"隐私计算在乙县"}),
        ("发展在线监测、在轨服务。", {"在线监测", "在轨服务"}, set()),
        ("打造百亿级精制茶产业和十亿级竹纤维产业。", {"精制茶产业", "竹纤维产业"}, {"百亿级精制茶产业"}),
        ("发展油茶、竹木、中药材“三棵树”产业。", {"油茶", "竹木", "中药材"}, {"中药材“三棵树”产业"}),
        ("瞄准工程机械、轨道交通等高端市场，发展高强度紧固件。", {"高强度紧固件"}, {"工程机械", "轨道交通"}),
        ("打造全国重要的稀土材料生产基地和西部领先的锂电材料基地。", {"稀土材料"}, set()),
        ("兼顾纸制品包装、塑料软包装。", {"纸制品包装", "塑料软包装"}, {"兼顾纸制品包装"}),
        ("发展6英寸、8英寸磷化铟晶片。", {"磷化铟晶片"}, {"6英寸", "8英寸磷化铟晶片"}),
        ("做强羊绒、驼绒、牛羊肉精深加工三条链。", {"羊绒", "驼绒", "牛羊肉精深加工"}, {"牛羊肉精深加工三条链"}),
        ("发展稀土抛光粉、稀土磁材及其应用器件。", {"稀土抛光粉", "稀土磁材"}, {"稀土磁材及其应用器件"}),
        ("向高端轴承钢、航空用钢方向发展。", {"高端轴承钢", "航空用钢"}, set()),
        ("支持建材企业利用尾矿、煤矸石生产烧结砖、陶粒。", {"烧结砖", "陶粒"}, {"煤矸石生产烧结砖"}),
        ("加快发展铝锭—铝箔—电池箔。", set(), {"铝锭—铝箔—电池箔"}),
        ("加强轴承钢、模具钢等特殊钢新产品开发。", {"轴承钢", "模具钢"}, {"特殊钢新产品"}),
    ],
)
def test_what_stands_around_a_list_is_no_part_of_its_names(sentence: str, expected: set[str], not_: set[str]) -> None:
    found = _listed(sentence)
    assert expected <= found
    assert not not_ & found


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("加大对超高分子量纤维、芳纶纸的研发力度。", {"超高分子量纤维", "芳纶纸"}),
        ("推进固态电池材料的工程化攻关。", {"固态电池材料"}),
        ("开展柔性屏、微显示屏的研发和产业化。", {"柔性屏", "微显示屏"}),
        ("攻克丁二酸、呋喃树脂的产业化难题。", {"丁二酸", "呋喃树脂"}),
        ("攻克氟化钙、氢氟酸的提纯难题。", {"氟化钙", "氢氟酸"}),
        ("引进计量检测机构2家、工业设计公司3家。", {"计量检测", "工业设计"}),
        ("延伸电池回收、梯次利用链条。", {"电池回收", "梯次利用"}),
        ("本地封装测试、掩膜版制造能力不足。", {"封装测试", "掩膜版制造"}),
        ("承接长三角汽车电子、粤港澳大湾区智能家电产业转移。", {"汽车电子", "智能家电"}),
    ],
)
def test_what_is_sought_behind_verbs_that_carry_a_noun(sentence: str, said: set[str]) -> None:
    text = f"甲县工业发展规划\n一、做强数据产业\n{sentence}\n"
    lines = extract_with(Source("t", "t.txt", text, "", "utf-8"), None)
    assert {line.o for line in lines if isinstance(line, FactLine) and line.p == "seeks"} == said


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("推动钢铁、轮胎、造纸等传统产业工艺改造、数字赋能、管理创新。", {"钢铁", "轮胎", "造纸"}),
    ],
)
def test_sectors_with_which_several_things_are_done_are_objects(sentence: str, things: set[str]) -> None:
    found = marked.bare(sentence, section="二、重点任务")
    assert things <= {o for _, _, o in found.claims("focusesOn")}

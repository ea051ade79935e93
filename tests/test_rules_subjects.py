"""Who a clause is about by its own subject: a sector in front of its verb, a place that something is done in."""

from __future__ import annotations

import pytest

from tests.marked import bare


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "木工机床重点发展数控开料机、激光切割机，包装机械重点发展智能装箱机、贴标机。",
            {
                ("木工机床", "focusesOn", "数控开料机"),
                ("木工机床", "focusesOn", "激光切割机"),
                ("包装机械", "focusesOn", "智能装箱机"),
                ("包装机械", "focusesOn", "贴标机"),
            },
        ),
        (
            "智能穿戴依托聊城高新区，重点发展智能手表、骨传导耳机。",
            {("智能穿戴", "focusesOn", "智能手表"), ("智能穿戴", "focusesOn", "骨传导耳机")},
        ),
        (
            "医疗器械聚焦康复机器人、助听设备，优先引进血糖监测仪项目。",
            {("医疗器械", "focusesOn", "康复机器人"), ("医疗器械", "focusesOn", "助听设备"), ("医疗器械", "seeks", "血糖监测仪")},
        ),
        (
            "低空经济突出巡检无人机、物流无人机，谋划起降场建设。",
            {("低空经济", "focusesOn", "巡检无人机"), ("低空经济", "focusesOn", "物流无人机")},
        ),
        (
            "粮食加工以高筋面粉、鲜湿米粉为重点，油脂加工以菜籽油、山茶油为重点。",
            {("粮食加工", "focusesOn", "高筋面粉"), ("油脂加工", "focusesOn", "山茶油")},
        ),
        (
            "钢铁行业应推广电炉短流程炼钢，开发取向硅钢、轴承钢。",
            {("钢铁", "focusesOn", "电炉短流程炼钢")},
        ),
        (
            "印染行业重点推广低温染色技术、无水染色技术。",
            {("印染", "focusesOn", "低温染色技术"), ("印染", "focusesOn", "无水染色技术")},
        ),
        (
            "围绕家具产业链，着力引进封边机、开料机生产企业。",
            {("家具产业", "seeks", "封边机"), ("家具产业", "seeks", "开料机")},
        ),
    ],
)
def test_a_sector_in_front_of_its_verb_owns_what_the_verb_has(sentence: str, facts: set[tuple[str, str, str]]) -> None:
    assert facts <= bare(sentence, section="第一节 高端装备产业").claims("focusesOn", "seeks")


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "在新能源装备方面，布局风机塔筒；在节能环保装备方面，发展污泥干化机、烟气净化器。",
            {
                ("新能源装备", "focusesOn", "风机塔筒"),
                ("节能环保装备", "focusesOn", "污泥干化机"),
                ("节能环保装备", "focusesOn", "烟气净化器"),
            },
        ),
        (
            "以风机塔筒、储能变流器为重点，做强新能源装备产业。",
            {("新能源装备产业", "focusesOn", "风机塔筒"), ("新能源装备产业", "focusesOn", "储能变流器")},
        ),
        (
            "（2）家纺。推广智能窗帘、隔音地毯。",
            {("家纺", "focusesOn", "智能窗帘"), ("家纺", "focusesOn", "隔音地毯")},
        ),
        ("成果名称：推广智能窗帘、隔音地毯。", {("纺织产业", "focusesOn", "智能窗帘"), ("纺织产业", "focusesOn", "隔音地毯")}),
        (
            "围绕智能窗帘、隔音地毯开展精准招商。",
            {("纺织产业", "seeks", "智能窗帘"), ("纺织产业", "seeks", "隔音地毯")},
        ),
    ],
)
def test_a_field_that_part_of_a_sentence_is_said_to_be_about_owns_it(sentence: str, facts: set[tuple[str, str, str]]) -> None:
    assert facts <= bare(sentence, section="第一节 纺织产业").claims("focusesOn", "seeks")


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "依托聊城高新区、柳林工业园，分别聚焦智能手表、激光切割机。",
            {("聊城高新区", "focusesOn", "智能手表"), ("柳林工业园", "focusesOn", "激光切割机")},
        ),
        (
            "把智能手表、激光切割机作为柳林工业园的主攻方向。",
            {("柳林工业园", "focusesOn", "智能手表"), ("柳林工业园", "focusesOn", "激光切割机")},
        ),
        ("引导激光切割机企业向柳林工业园集聚。", {("柳林工业园", "focusesOn", "激光切割机")}),
        (
            "在柳林工业园内打造智能手表、激光切割机配套基地。",
            {("柳林工业园", "focusesOn", "智能手表"), ("柳林工业园", "focusesOn", "激光切割机")},
        ),
        (
            "沙镇镇、侯营镇要立足基础发展智能手表，柳林工业园应引进激光切割机项目。",
            {
                ("沙镇镇", "focusesOn", "智能手表"),
                ("侯营镇", "focusesOn", "智能手表"),
                ("柳林工业园", "seeks", "激光切割机"),
            },
        ),
        (
            "以柳林工业园为核心区，布局激光切割机、智能手表。",
            {("柳林工业园", "focusesOn", "激光切割机"), ("柳林工业园", "focusesOn", "智能手表")},
        ),
        (
            "东翼以沙镇镇、侯营镇为主，发展智能手表，西翼为柳林工业园，布局激光切割机。",
            {
                ("沙镇镇", "focusesOn", "智能手表"),
                ("侯营镇", "focusesOn", "智能手表"),
                ("柳林工业园", "focusesOn", "激光切割机"),
            },
        ),
        (
            "柳林工业园主导产业为制冷压缩机、暖通配件。",
            {("柳林工业园", "focusesOn", "制冷压缩机"), ("柳林工业园", "focusesOn", "暖通配件")},
        ),
        (
            "柳林工业园的发展重点是制冷压缩机、暖通配件。",
            {("柳林工业园", "focusesOn", "制冷压缩机"), ("柳林工业园", "focusesOn", "暖通配件")},
        ),
        (
            "北部县区以工业机器人为重点，其中沙镇镇、侯营镇重点发展液压元件。",
            {("北部县区", "focusesOn", "工业机器人"), ("沙镇镇", "focusesOn", "液压元件"), ("侯营镇", "focusesOn", "液压元件")},
        ),
    ],
)
def test_a_park_or_area_in_front_of_its_label_or_verb_owns_what_follows(sentence: str, facts: set[tuple[str, str, str]]) -> None:
    assert facts == bare(sentence).claims("focusesOn", "seeks")


@pytest.mark.parametrize(
    "sentence",
    [
        "集中力量打造数控机床、包装机械。",
        "关键环节重点发展数控机床、包装机械。",
        "企业要重点发展数控机床、包装机械。",
        "县内企业成功研发数控机床、包装机械。",
    ],
)
def test_what_is_no_sector_owns_nothing(sentence: str) -> None:
    owners = {s for s, p, _ in bare(sentence, section="第一节 高端装备产业").claims("focusesOn", "seeks")}
    assert owners <= {"高端装备产业", "高端装备", "东昌府区"}


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "在沙镇镇、侯营镇等地发展微型泵阀、电机。",
            {(town, "focusesOn", good) for town in ("沙镇镇", "侯营镇") for good in ("微型泵阀", "电机")},
        ),
        (
            "支持临清高新区、茌平经开区分别发展新能源汽车和智能家居。",
            {("临清高新区", "focusesOn", "新能源汽车"), ("茌平经开区", "focusesOn", "智能家居")},
        ),
        (
            "支持甲乙生物医药产业园、丙丁智造产业园发展疫苗、血液制品。",
            {(park, "focusesOn", good) for park in ("甲乙生物医药产业园", "丙丁智造产业园") for good in ("疫苗", "血液制品")},
        ),
        (
            "在茌平区规划建设甲乙雷达产业园，布局毫米波雷达、卫星天线。",
            {("甲乙雷达产业园", "focusesOn", "毫米波雷达"), ("甲乙雷达产业园", "focusesOn", "卫星天线")},
        ),
    ],
)
def test_places_own_what_is_done_in_them(sentence: str, facts: set[tuple[str, str, str]]) -> None:
    title = "聊城市制造业高质量发展三年行动计划（2024—2026年）"
    found = bare(sentence, title=title).claims("focusesOn", "seeks")
    assert found == facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "细胞治疗方面，开发干细胞制剂、病毒载体。脑机接口方面，攻关柔性电极、解码算法。",
            {
                ("细胞治疗", "focusesOn", "病毒载体"),
                ("脑机接口", "seeks", "柔性电极"),
                ("脑机接口", "seeks", "解码算法"),
            },
        ),
        (
            "机械基础件，依托聊城高新区，重点发展精密轴承、谐波减速器。",
            {("机械基础件", "focusesOn", "精密轴承"), ("机械基础件", "focusesOn", "谐波减速器")},
        ),
        (
            "硅铁合金向工业硅、三氯氢硅转型。",
            {("硅铁合金", "seeks", "工业硅"), ("硅铁合金", "seeks", "三氯氢硅")},
        ),
        (
            "不锈钢由冷轧薄板向精密管材、厨卫制品延链。",
            {("不锈钢", "seeks", "精密管材"), ("不锈钢", "seeks", "厨卫制品")},
        ),
        (
            "茌平区要用好临港优势，重点发展包装印刷、新能源汽车。",
            {("茌平区", "focusesOn", "包装印刷"), ("茌平区", "focusesOn", "新能源汽车")},
        ),
        (
            "茌平区建设甲乙装备产业园，吸引转向架、制动系统企业入园。",
            {("甲乙装备产业园", "seeks", "转向架"), ("甲乙装备产业园", "seeks", "制动系统")},
        ),
        (
            "以沙镇镇、侯营镇为重点区域发展智能家居、新能源汽车。",
            {(town, "focusesOn", good) for town in ("沙镇镇", "侯营镇") for good in ("智能家居", "新能源汽车")},
        ),
    ],
)
def test_what_a_sentence_is_said_to_be_about_owns_it(sentence: str, facts: set[tuple[str, str, str]]) -> None:
    title = "聊城市制造业高质量发展三年行动计划（2024—2026年）"
    assert facts <= bare(sentence, section="第一节 未来健康产业", title=title).claims("focusesOn", "seeks")


def test_an_aspect_of_work_owns_nothing() -> None:
    found = bare("数据管理效能方面，开发隐私计算、数据沙箱。", section="第一节 数据产业").claims("focusesOn")
    assert {s for s, _, _ in found} <= {"数据产业"}


def test_a_park_that_a_sector_builds_owns_what_is_done_in_it() -> None:
    found = bare("加快柳林工业园建设，重点发展激光切割机、智能手表。", section="第一节 装备制造产业").claims("focusesOn")
    assert {o for s, _, o in found if s == "柳林工业园"} == {"激光切割机", "智能手表"}


@pytest.mark.parametrize("form", ["", "摘要", "（摘要）", "要点解读", "全文"])
def test_the_form_of_a_report_is_no_sector(form: str) -> None:
    found = bare("布局人形机器人、脑机接口等产业。", section="二、重点工作", title=f"2025年聊城市政府工作报告{form}")
    assert {s for s, _, _ in found.claims("focusesOn")} == {"聊城市"}


def test_a_sentence_about_what_a_place_is_names_no_park() -> None:
    found = bare("聊城是全国重要的轴承生产基地，是物流节点。要加快轴承产业发展。", title="2025年聊城市政府工作报告")
    assert "Park" not in found.entities().values()


def test_what_trades_of_a_place_are_to_win_is_no_subject_of_the_document() -> None:
    title = "支持聊城优势行业争创国家级制造业集群"
    found = bare("聚焦再生铝、特种缆等优势产业，推动先进制造业集群建设。", section="二、重点工作", title=title)
    assert {s for s, _, _ in found.claims("focusesOn")} <= {"聊城市"}


def test_a_prefecture_goes_by_its_name_without_its_peoples_too() -> None:
    found = bare("恩施州将重点发展富硒茶、魔芋制品。", title="恩施土家族苗族自治州工业发展规划（2021—2025年）")
    assert {s for s, _, _ in found.claims("focusesOn", "produces")} <= {"恩施土家族苗族自治州"}
    assert "Enterprise" not in found.entities().values()

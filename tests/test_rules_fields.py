"""supports from the fields that a sentence or row says beside a platform or institute."""

from __future__ import annotations

import pytest

from lianpu.extract import extract_source
from lianpu.extract.document import Source
from lianpu.model import FactLine
from tests.marked import TITLE, bare


@pytest.mark.parametrize(
    ("sentence", "body", "sectors"),
    [
        ("围绕橡胶制品、线缆加工等产业，搭建聊城检验检测公共服务平台。", "聊城检验检测公共服务平台", {"橡胶制品", "线缆加工"}),
        ("面向橡胶制品、线缆加工等领域，加快组建聊城产业技术研究院。", "聊城产业技术研究院", {"橡胶制品", "线缆加工"}),
        ("聊城产业技术研究院聚焦橡胶制品、线缆加工两大领域开展攻关。", "聊城产业技术研究院", {"橡胶制品", "线缆加工"}),
        ("聚焦橡胶制品、线缆加工等领域，与甲山大学合作攻关。", "甲山大学", set()),
        ("围绕橡胶制品、线缆加工等产业举办展会。依托聊城产业技术研究院培训人才。", "聊城产业技术研究院", set()),
    ],
)
def test_a_body_serves_the_fields_said_beside_it(sentence: str, body: str, sectors: set[str]) -> None:
    assert {o for s, _, o in bare(sentence).claims("supports") if s == body} == sectors


def test_a_row_gives_a_body_its_fields() -> None:
    rows = ["机构名称 | 简介", "聊城产业技术研究院 | 重点围绕橡胶制品、线缆加工、仓储装备三大领域开展研究。"]
    text = "\n".join([TITLE, "一、创新平台", "平台如下。", *rows]) + "\n"
    found = [x for x in extract_source(Source("t", "t.txt", text, "", "utf-8")) if isinstance(x, FactLine)]
    served = {(x.o, x.status) for x in found if x.p == "supports" and x.s == "聊城产业技术研究院"}
    assert served == {(sector, "existing") for sector in ("橡胶制品", "线缆加工", "仓储装备")}

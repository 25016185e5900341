"""What is seen of a line, and what it is taken for."""

from __future__ import annotations

import pytest

from reader.parse.cues import Cue, cues_of
from reader.parse.evidence import EVIDENCE, LineClass, classify, weigh
from reader.parse.fold import fold


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("本报讯 昨日,市工信局发布消息", LineClass.TEXT),
        ("新华社北京1月5日电 会议指出,要坚持稳中求进", LineClass.TEXT),
        ("城”盛景正在变成美好现实。", LineClass.TEXT),
        ("杭州地铁9号线全线贯通", LineClass.HEAD),
        ("这条路为什么总在修？", LineClass.HEAD),
        ("《成都市养犬管理条例》通过 遛狗不牵绳将受罚", LineClass.HEAD),
        ("——记沈阳机床厂工匠群像", LineClass.DECK),
        ("【民生速递】", LineClass.LABEL),
        ("| 并州论坛 |", LineClass.LABEL),
        ("本报记者 张三", LineClass.BYLINE),
        ("(李俊华、李思明)", LineClass.BYLINE),
        ("王韵菲 摄", LineClass.CREDIT),
        ("图为工人在吊装钢梁", LineClass.CAPTION),
        ("(上接第1版)", LineClass.JUMP),
        ("下转A3版", LineClass.JUMP),
        ("备注:数据截至9月30日。", LineClass.NOTE),
        ("2023年9月5日", LineClass.DAY),
        ("责任编辑 张三 美编 李四", LineClass.FURNITURE),
        ("2021年5月13日 星期四", LineClass.FURNITURE),
        ("第02版", LineClass.FURNITURE),
    ],
)
def test_class_of_a_line(printed: str, kind: LineClass) -> None:
    assert classify(cues_of(fold(printed))) is kind


def test_every_class_has_evidence_for_it() -> None:
    assert set(EVIDENCE) == set(LineClass)
    assert all(max(weights.values()) > 0 for weights in EVIDENCE.values())


def test_evidence_adds_up() -> None:
    text, head = weigh({Cue.ENDS_SENTENCE}), weigh({Cue.ENDS_SENTENCE, Cue.HOLDS_SENTENCE})
    assert head[LineClass.TEXT] - text[LineClass.TEXT] == EVIDENCE[LineClass.TEXT][Cue.HOLDS_SENTENCE]


def test_a_line_of_any_length_is_read_in_its_window() -> None:
    assert Cue.DATELINE in cues_of("本报讯 " + "中" * 100_000)

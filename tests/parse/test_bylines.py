"""Bylines in the forms dailies sign in, and what only looks like one."""

from __future__ import annotations

import pytest

from reader.parse.bylines import parse_names, signs_group


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("何宝国", [("何宝国", None)]),
        ("陈珊、白一凡", [("陈珊", None), ("白一凡", None)]),
        ("记者 张三 通讯员 李四光", [("张三", "记者"), ("李四光", "通讯员")]),
        ("本组稿件由梁丹采写", [("梁丹", "采写")]),
        ("本版图片由 张三 李四 摄", [("张三", "摄"), ("李四", "摄")]),
        ("□本报记者 张 三 李四光", [("张三", "本报记者"), ("李四光", "本报记者")]),
        ("文/张三 图/李四", [("张三", "文"), ("李四", "图")]),
        ("张三 文/图", [("张三", "文/图")]),
        ("记者张三丰李四", [("张三丰", "记者"), ("李四", "记者")]),
        ("欧阳修远", [("欧阳修远", None)]),
        ("阿里木·买买提", [("阿里木·买买提", None)]),
        ("杭州日报记者 李明", [("李明", "杭州日报记者")]),
    ],
)
def test_names_and_roles(printed: str, names: list[tuple[str, str | None]]) -> None:
    assert [tuple(name) for name in parse_names(printed)] == names


@pytest.mark.parametrize("printed", ["试行", "一", "未完待续", "全民健身指导中心", "以下简称《规范》", "第二批", ""])
def test_what_is_no_byline(printed: str) -> None:
    assert parse_names(printed) == ()


def test_a_role_vouches_for_a_rare_name() -> None:
    assert parse_names("小雨") == ()
    assert [name for name, _ in parse_names("记者 小雨")] == ["小雨"]


def test_who_signs_a_group() -> None:
    assert signs_group("本组稿件由 梁丹 采写")
    assert not signs_group("记者 梁丹")

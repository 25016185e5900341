"""The words of the query language: names of fields and of kinds of article, in Chinese and in English, all folded."""

from __future__ import annotations

from enum import StrEnum

from reader.model import ArticleKind
from reader.search.query import FieldKind


class OtherField(StrEnum):
    """Fields whose value is no text to be found."""

    KIND = "kind"
    DATE = "date"


_FIELD_NAMES: dict[FieldKind | OtherField, str] = {
    FieldKind.PERSON: "人 人物 person",
    FieldKind.PLACE: "地 地点 place",
    FieldKind.ORGANISATION: "机构 org",
    FieldKind.PAPER: "报 报纸 paper",
    FieldKind.COLUMN: "栏目 column",
    FieldKind.HEADLINE: "题 标题 headline",
    FieldKind.TABLE: "表 表格 table",
    OtherField.KIND: "类 kind",
    OtherField.DATE: "日期 date",
}
# The words of newsrooms; the first of each is the one the screen shows.
_KIND_NAMES = {
    ArticleKind.NEWS: "消息 新闻 news",
    ArticleKind.COMMENTARY: "评论 言论 社论 commentary comment",
    ArticleKind.NOTICE: "公告 启事 公示 notice",
    ArticleKind.PHOTO: "图片 照片 photo",
    ArticleKind.FEATURE: "通讯 特写 专题 feature",
    ArticleKind.CONTINUATION: "转版 续 continuation continued",
}

FIELDS = {name: field for field, names in _FIELD_NAMES.items() for name in names.split()}
"""Name before the colon → field."""
KINDS = {name: kind for kind, names in _KIND_NAMES.items() for name in names.split()}
"""Value of the field 类 → kind of article."""
ANY_TABLE = frozenset({"", "有", "yes"})
"""Values of the field 表 that ask for a table, whatever is in it. In quotes they are texts."""

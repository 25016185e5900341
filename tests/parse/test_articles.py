"""Conventions by which lines become articles, each on a page as short as it can be."""

from __future__ import annotations

from reader.model import Article, ArticleKind, BlockKind, RepairKind
from reader.parse.page import parse_page

NEWS = "本报讯 5月15日,市发展改革委召开早籼稻收购工作部署会。今年全市预计收购早籼稻21万吨。(唐敏)"
PARAGRAPH = "袁家湾社区共有居民2860户,60岁以上老人占三成。去年冬天,社区党总支书记晏红梅走访了每一户。"


def articles(*lines: str) -> list[Article]:
    return list(parse_page("\n\n".join(lines), "page.txt").articles)


def paragraphs(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH]


def test_an_office_that_signs_over_a_headline_labels_a_commentary() -> None:
    news, comment = articles("全市夏粮收购 准备就绪", NEWS, "本报评论员", "把节水这篇文章做深做实", PARAGRAPH)
    assert [byline.name for byline in news.bylines] == ["唐敏"]
    assert (comment.label, comment.headline) == ("本报评论员", "把节水这篇文章做深做实")
    assert comment.kind is ArticleKind.COMMENTARY


def test_briefs_under_the_names_of_places() -> None:
    found = articles(
        "简讯",
        "银川",
        "9月21日,银川市第九届职工技能大赛开赛,来自86家企业的412名选手参加角逐。(李良)",
        "固原",
        "截至9月20日,固原市冷凉蔬菜累计外销98万吨,实现产值21.6亿元。(王玉平)",
    )
    assert [article.headline for article in found] == ["银川", "固原"]


def test_a_second_half_emitted_before_its_heading() -> None:
    _, feature = articles(
        "全市夏粮收购 准备就绪",
        NEWS,
        "让王生福没想到的是,第二年,葡萄藤就回了本。2019年,他家12亩葡萄卖了4.8万元,比种玉米翻了一番多。",
        "从“会种”到“慧种”",
        "“现在浇水看手机,施肥看数据。”技术员苏静点开屏幕,每个地块的土壤墒情一目了然。",
        "本报记者 张唯 实习生 海燕",
        "走进乡村看小康",
        "戈壁滩上结出“紫珍珠”",
        "——永宁县闽宁镇发展葡萄产业见闻",
        PARAGRAPH,
    )
    assert feature.headline == "戈壁滩上结出“紫珍珠”"
    assert [byline.name for byline in feature.bylines] == ["张唯", "海燕"]
    assert [text[:4] for text in paragraphs(feature)] == ["袁家湾社", "让王生福", "“现在浇"]
    assert [repair.kind for repair in feature.repairs] == [RepairKind.REORDER]


def test_a_caption_signed_for_text_and_picture() -> None:
    _, photo = articles(
        "全市夏粮收购 准备就绪",
        NEWS,
        "9月21日,银川市金凤区五里湖社区,居民一起制作月饼、猜灯谜,喜迎中秋。",
        "本报记者 季正 文/图",
    )
    assert photo.kind is ArticleKind.PHOTO
    assert [block.kind for block in photo.blocks] == [BlockKind.CAPTION]


def test_the_end_of_a_sentence_goes_back_to_its_beginning() -> None:
    cut, inside = articles(
        "清水塘老工业区再添新项目",
        "本报讯 项目主要生产轨道交通制动部件。目前,已有7家配套企业签订入园意向",
        "别让“一次办好”停在墙上",
        "周望岳",
        PARAGRAPH,
        "协议。石峰区相关负责人说,将派专人驻点服务。(何璐)",
    )
    assert paragraphs(cut)[-1].endswith("签订入园意向协议。石峰区相关负责人说,将派专人驻点服务。")
    assert paragraphs(inside) == [PARAGRAPH]


def test_a_letter_is_signed_with_place_and_name() -> None:
    first, second = articles(
        "读者来信", "“三无”玩具该管管了", PARAGRAPH, "宁波 张丽萍", "别让“打卡”变了味", PARAGRAPH, "金华 一名家长 陈刚"
    )
    assert [byline.name for byline in first.bylines] == ["张丽萍"]
    assert (second.headline, second.kicker) == ("别让“打卡”变了味", None)
    assert [byline.name for byline in second.bylines] == ["陈刚"]


def test_a_sidebar_with_a_headline_is_an_article_and_without_one_more_of_its_own() -> None:
    main, beside = articles("老小区为啥总跳闸?", NEWS, "新闻延伸", "空调这样用 一天省4度电", PARAGRAPH)
    assert (beside.label, beside.headline) == ("新闻延伸", "空调这样用 一天省4度电")
    assert main.label is None
    (only,) = articles("老小区为啥总跳闸?", NEWS.removesuffix("(唐敏)"), "相关链接", PARAGRAPH)
    assert [block.text for block in only.blocks if block.kind is BlockKind.CROSSHEAD] == ["相关链接"]


def test_small_advertisements_are_headed_by_a_word() -> None:
    found = articles(
        "招领启事", PARAGRAPH, "招聘", "郑州绿源物业服务有限公司诚聘:水电工5名,持证上岗,月薪3500元至4500元。"
    )
    assert [(article.kind, article.headline) for article in found] == [
        (ArticleKind.NOTICE, "招领启事"),
        (ArticleKind.NOTICE, "招聘"),
    ]


def test_two_names_without_a_sign_between_them_are_words() -> None:
    (article,) = articles("关注高温用电", "连续9天超35℃ 昨日用电负荷再创新高", "老旧小区为啥总跳闸?", NEWS)
    assert (article.label, article.headline) == ("关注高温用电", "老旧小区为啥总跳闸?")


def test_headed_briefs_of_one_making_share_the_label_of_their_column() -> None:
    briefs = [
        "高新区粮库提前清仓",
        "高新区粮库日前完成腾仓,可收储早籼稻3万吨。(唐敏)",
        "石桥镇烘干房开机试运行",
        "石桥镇12座烘干房开机试运行,日烘干能力达到360吨。(白岩)",
        "柳河乡办起收割机维修站",
        "柳河乡在农忙前办起3个收割机维修站,随叫随到。(秦川)",
    ]
    found = articles("乡镇短波", *briefs, "全市夏粮收购 准备就绪", NEWS)
    assert [article.label for article in found] == ["乡镇短波"] * 3 + [None]
    two = articles("乡镇短波", *briefs[:4], "全市夏粮收购 准备就绪", NEWS)
    assert two[1].label is None


def test_turns_of_an_interview_led_by_names_are_text() -> None:
    turns = [
        "江城晚报:这几年走下来,最难的是什么?",
        "何敬文:是让大家坐到一张桌子上。光是社区的议事会,就开了37次,有几回开到了半夜。",
        "江城晚报:那该由谁来定?",
        "何敬文:该由住在这里的人来定。我们把方案贴在楼道里,哪条不同意就在旁边写,写满了再换一张。",
        "江城晚报:您有什么建议?",
        "何敬文:多走路,少开会。这比什么都管用。",
    ]
    (feature,) = articles("“办法都是走出来的”", "——访袁家湾社区何敬文", "本报记者 张唯", PARAGRAPH, *turns)
    assert paragraphs(feature) == [PARAGRAPH, *turns]


def test_a_heading_may_end_in_a_word_whose_last_character_waits_for_another() -> None:
    _, second = articles("全市夏粮收购 准备就绪", NEWS, "百名劳模带徒结对", PARAGRAPH)
    assert second.headline == "百名劳模带徒结对"

# ruff: noqa: E501 - lines of HTML are as long as they are
"""Pages in the manner of eight news sites, written from memory of how such pages are built; no page is copied.

Every layout puts one article between what such a site puts around it, with the traps that matter: other headlines with
later dates, comments, counters, links inside the text, captions, platform notices. `place` says where the article's
date stands: "head" (meta or JSON-LD, and byline), "byline", "address", or "nowhere".
"""

import html
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LATER = ("2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02", "2026-03-03")


@dataclass(frozen=True)
class Article:
    """What a page is made of. `date` is YYYY-MM-DD."""

    title: str
    outlet: str
    author: str
    date: str
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A page, and the captions that it really shows."""

    html: str
    captions: tuple[str, ...]


def esc(words: str) -> str:
    """Words as HTML text."""
    return html.escape(words, quote=False)


def zh_date(day: str) -> str:
    """2025年07月14日."""
    year, month, date = day.split("-")
    return f"{year}年{month}月{date}日"


def en_date(day: str) -> str:
    """July 14, 2025."""
    year, month, date = day.split("-")
    names = "January February March April May June July August September October November December".split()
    return f"{names[int(month) - 1]} {int(date)}, {year}"


def address(article: Article, place: str, host: str) -> str:
    """The page's address, with the date where that is the place for it."""
    middle = article.date.replace("-", "/") if place == "address" else "a"
    return f"https://{host}.example/{middle}/k7q2x.html"


def head(article: Article, place: str, host: str, extra: str = "") -> str:
    """Title, address, and the date where that is the place for it."""
    return (
        f'<head><meta charset="utf-8"><title>{esc(article.title)}_{host}</title>\n'
        f'<meta property="og:title" content="{html.escape(article.title)}">\n'
        f'<link rel="canonical" href="{address(article, place, host)}">\n'
        f"{extra if place == 'head' else ''}\n<style>.a{{color:#333}}</style><script>var t='2026-03-03';</script></head>"
    )


def json_ld(article: Article) -> str:
    """What search engines are told."""
    told = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title,
        "datePublished": f"{article.date}T09:15:00+08:00", "dateModified": "2026-03-01T10:00:00+08:00",
        "author": [{"@type": "Person", "name": article.author}],
        "publisher": {"@type": "Organization", "name": article.outlet},
    }  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(told, ensure_ascii=False)}</script>'


def interleaved(article: Article, paragraph: Callable[[str], str], figure: Callable[[str], str]) -> str:
    """Paragraphs with the captions between them."""
    parts: list[str] = []
    for place, words in enumerate(article.paragraphs):
        parts.append(paragraph(words))
        if place < len(article.captions):
            parts.append(figure(article.captions[place]))
    return "\n".join(parts)


def headlines(others: Sequence[str], item: str) -> str:
    """Other headlines, each with a later date; `item` has {title} and {day}."""
    return "\n".join(item.format(title=esc(title), day=day) for title, day in zip(others, LATER * 3, strict=False))


def netease(article: Article, place: str) -> Page:
    """Post info above, a statement and hot lists below."""
    info = (
        f"{article.date} 09:15:22　来源: <a href='#'>{esc(article.outlet)}</a>" if place in ("head", "byline") else ""
    )
    meta = f'<meta property="article:published_time" content="{article.date}T09:15:22+08:00">'
    body = interleaved(
        article,
        lambda p: f"<p>{esc(p)}</p>",
        lambda c: f'<p class="f_center"><img src="x.jpg"><br>{esc(c)}（资料图）</p>',
    )
    captions = tuple(f"{c}（资料图）" for c in article.captions)
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "netease", meta)}<body>
<div class="N-nav-bar"><a href="/">网易首页</a><a>应用</a><a>网易新闻</a><a>网易公开课</a></div>
<div class="container clearfix"><div class="post_crumb"><a>网易首页</a> &gt; <a>网易号</a> &gt; 正文 <a>申请入驻</a></div>
<div class="post_main"><h1 class="post_title">{esc(article.title)}</h1>
<div class="post_info">{info} <a>举报</a></div><div class="post_top"><a class="js-tielink">128</a><div class="post_top_share">分享至</div></div>
<div class="post_body">
{body}
</div>
<div class="post_statement"><p>特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台“网易号”用户上传并发布，本平台仅提供信息存储服务。</p>
<p>Notice: The content above (including the pictures and videos if any) is uploaded and posted by a user of NetEase Hao.</p></div>
<div class="post_comment"><div class="tie-hot"><p>楼主说得对，打来打去受苦的都是老百姓，希望早日停火，大家都能过上安稳的日子。</p><span>2026-02-27 14:22</span></div></div>
<div class="post_recommends"><h2>相关推荐</h2><h2>热点推荐</h2>
{headlines(article.others, "<div class='post_recommend'><a><img alt='{title}'><h3>{title}</h3></a><div>城市晚报</div><span class='time'>{day} 13:42:07</span></div>")}
</div></div></div><div class="footer">无障碍浏览 进入关怀版</div></body></html>""",
        captions,
    )


def sohu(article: Article, place: str) -> Page:
    """The author's box, the way back to the home page inside the text."""
    time = f'<span class="time" id="news-time">{article.date} 09:15</span>' if place in ("head", "byline") else ""
    meta = f'<meta itemprop="datePublished" content="{article.date} 09:15">'
    body = interleaved(
        article,
        lambda p: f"<p>　　{esc(p)}</p>",
        lambda c: f'<p><img src="x.jpg"></p><p class="ql-align-center">图为{esc(c)}</p>',
    )
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "sohu", meta)}<body>
<header id="main-header"><ul class="nav"><li><a>新闻</a></li><li><a>体育</a></li><li><a>汽车</a></li><li><a>房产</a></li></ul></header>
<div class="left sidebar"><div class="user-info"><h4>{esc(article.outlet)}</h4><p>1284文章</p><p>3620万总阅读</p><a>查看TA的文章&gt;</a></div></div>
<div class="left main"><div class="text"><div class="text-title"><h1>{esc(article.title)}</h1>
<div class="article-info">{time} <span>来源: </span><span data-role="original-link"><a>{esc(article.outlet)}</a></span> 发布于：北京市</div></div>
<article class="article" id="mp-editor">
{body}
<p data-role="editor-name">责任编辑：<span>赵一鸣</span></p><p><a>返回搜狐，查看更多</a></p></article>
<div class="statement">声明：该文观点仅代表作者本人，搜狐号系信息发布平台，搜狐仅提供信息存储空间服务。</div>
<div class="read-wrap">阅读 (<em>2103</em>)</div></div>
<div class="_0u4a3o2p comments"><h3>我来说两句</h3><p>0人参与，0条评论</p><p>登录并发表</p></div>
<div class="groom-read"><h2>推荐阅读</h2><ul>
{headlines(article.others, "<li><h4><a>{title}</a></h4><div class='other'>新闻早班车 · {day}</div></li>")}
</ul></div></div>
<div class="right sidebar"><h3>24小时热文</h3><ol>{headlines(article.others[:4], "<li><a>{title}</a></li>")}</ol></div></body></html>""",
        tuple(f"图为{c}" for c in article.captions),
    )


def toutiao(article: Article, place: str) -> Page:
    """Counters, comments with reply counts, a rail of hot searches."""
    meta = f"<span>{article.date} 09:15</span><span class='dot'>·</span>" if place in ("head", "byline") else ""
    body = interleaved(
        article,
        lambda p: f'<p data-track="1">{esc(p)}</p>',
        lambda c: f'<div class="pgc-img"><img src="x.jpg"><p class="pgc-img-caption">{esc(c)}</p></div>',
    )
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "toutiao", json_ld(article))}<body>
<div class="header-wrapper"><div class="nav"><a>首页</a> / <a>国际</a> / 正文</div></div>
<div class="detail-side-interaction"><span>32</span><span>评论</span><span>收藏</span><span>微信</span></div>
<div class="article-content"><h1>{esc(article.title)}</h1><div class="article-meta">{meta}<span class="name"><a>{esc(article.outlet)}</a></span></div>
<article class="syl-article-base syl-page-article tt-article-content">
{body}
</article></div>
<div class="detail-tag"><a>国际</a><a>军事</a></div><div class="detail-action">举报</div>
<div class="detail-user"><a>{esc(article.outlet)}</a><button>关注</button></div>
<div class="ttp-comment-block"><h2>评论 32</h2><div class="comment-list">
<div class="comment-info"><a>海边的风</a><p class="content">说了半天还是没说清楚到底去了多少人，各说各的，等官方消息吧，别急着下结论。</p><span>2026-02-27 回复 3</span></div>
<div class="comment-info"><a>山里人</a><p class="content">支持一下楼主，写得很详细，希望以后多写这样的文章，让我们这些外行也看得懂。</p><span>2026-03-01</span></div></div></div>
<div class="right-sidebar"><div class="tt-hot-board"><h2>头条热榜</h2>{headlines(article.others, "<a class='hot-item'><p>{title}</p></a>")}</div></div>
<div class="detail-end-feed">{headlines(article.others[::-1], "<div class='feed-card'><a>{title}</a><span>{day}</span></div>")}</div></body></html>""",
        article.captions,
    )


def sina(article: Article, place: str) -> Page:
    """Date and source in one bar, paragraphs indented with wide spaces, a keyword bar below."""
    when = f'<span class="date">{zh_date(article.date)} 09:15</span>' if place in ("head", "byline") else ""
    meta = f'<meta property="article:published_time" content="{article.date}T09:15:00+08:00"><meta name="mediaid" content="{esc(article.outlet)}">'
    body = interleaved(
        article,
        lambda p: f'<p cms-style="font-L">　　{esc(p)}</p>',
        lambda c: f'<div class="img_wrapper"><img src="x.jpg" alt=""><span class="img_descr">{esc(c)}</span></div>',
    )
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "sina", meta)}<body>
<div class="top-banner"><a>新浪首页</a> <a>新闻</a> <a>体育</a> <a>财经</a> <a>娱乐</a> <a>科技</a></div>
<div class="main-content w1240"><div class="channel-path"><a>国际新闻</a> &gt; 正文</div><h1 class="main-title">{esc(article.title)}</h1>
<div class="top-bar-wrap"><div class="date-source">{when} <a class="source">{esc(article.outlet)}</a></div><div class="share-bar"><span>缩小字体</span><span>放大字体</span><span>收藏</span><span>微博</span><span>微信</span></div></div>
<div class="article-content-left"><div class="article" id="artibody">
{body}
<div class="ct_hqimg"><p>海量资讯、精准解读，尽在新浪财经APP</p></div>
<p class="show_author">责任编辑：孙立 </p></div>
<div class="keywords-wrap"><span>文章关键词：</span><a>国际</a><a>安全</a></div><div class="article-bottom"><a>我要反馈</a><a>保存网页</a></div>
<div class="blk-comment"><h3>最新评论</h3><p>欢迎发表评论</p></div>
<div class="hot-news"><h3>相关新闻</h3><ul>
{headlines(article.others, "<li><a>{title}</a><em>({day} 13:42)</em></li>")}
</ul></div></div><div class="article-content-right"><div class="blk"><h3>阅读排行榜</h3>{headlines(article.others[:5], "<a>{title}</a>")}</div></div></div>
<div class="footer">Copyright © 1996-2026 SINA Corporation 版权所有</div></body></html>""",
        article.captions,
    )


def udn(article: Article, place: str) -> Page:
    """Taiwanese newspaper: links to other news inside the text, an offer to readers below."""
    when = f'<time class="article-content__time">{article.date} 09:15</time>' if place in ("head", "byline") else ""
    meta = f'<meta name="date" content="{article.date} 09:15:00">'
    paragraphs = list(article.paragraphs)
    body = interleaved(
        article,
        lambda p: f"<p>{esc(p)}</p>",
        lambda c: (
            f'<figure class="article-content__image"><img src="x.jpg"><figcaption>{esc(c)}。路透</figcaption></figure>'
        ),
    )
    body = body.replace(
        f"<p>{esc(paragraphs[1])}</p>",
        f'<p>{esc(paragraphs[1])}</p>\n<p>➤<a href="/x">{esc(article.others[0])}</a></p>',
        1,
    )
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "udn", meta)}<body>
<header class="header"><nav class="navigation"><a>udn</a> <a>即時</a> <a>要聞</a> <a>娛樂</a> <a>運動</a> <a>全球</a></nav></header>
<main><section class="wrapper-left"><article class="article-content"><section class="article-content__wrapper">
<div class="breadcrumb"><a>udn</a> / <a>全球</a> / <a>國際焦點</a></div>
<h1 class="article-content__title">{esc(article.title)}</h1><section class="article-content__subinfo"><section class="authors">{when}
<span class="article-content__author">聯合報／ 記者{esc(article.author)}／綜合報導</span></section><div class="social"><a>分享</a><a>列印</a></div></section>
<section class="article-content__editor">
{body}
<div class="inline-ads">廣告</div></section>
<section class="keywords"><a>國際</a><a>外交</a></section></section></article>
<section class="story-list__extend"><h2>延伸閱讀</h2>
{headlines(article.others, "<div class='story-list__news'><h3><a>{title}</a></h3><time>{day} 13:42</time></div>")}
</section><section class="discuss-board"><h2>網友回應</h2><p>發言規則：張貼文章或下標籤，不得有違法或侵害他人權益之言論，違者應自負法律責任。</p></section></section>
<aside class="wrapper-right"><h2>熱門文章</h2>{headlines(article.others[:5], "<a>{title}</a>")}</aside></main>
<footer>不用抽 不用搶 現在用APP看新聞 保證天天中獎 © udn.com All Rights Reserved.</footer></body></html>""",
        tuple(f"{c}。路透" for c in article.captions),
    )


def bbc_chinese(article: Article, place: str) -> Page:
    """Hashed class names, picture credits, a block of other stories in the middle of the text."""
    when = (
        f'<time class="bbc-14xtggo" datetime="{article.date}">{zh_date(article.date).replace("年0", "年").replace("月0", "月")}</time>'
        if place in ("head", "byline")
        else ""
    )

    def figure(c: str) -> str:
        return f'<figure class="bbc-1qn0xuy"><img src="x.jpg"><p class="bbc-1s1mkp3"><span class="visually-hidden">圖像來源，</span>Reuters</p><figcaption class="bbc-cjwrfl"><span class="visually-hidden">圖像加註文字，</span><p>{esc(c)}</p></figcaption></figure>'

    parts = interleaved(
        article,
        lambda p: f'<div dir="ltr" class="bbc-19j92fr"><p dir="ltr" class="bbc-1sem9hj">{esc(p)}</p></div>',
        figure,
    ).split("\n")
    promo = f'<section role="region" aria-labelledby="podcast-promo" class="bbc-j1srjl"><strong>熱讀</strong><a href="#end">跳過 熱讀 繼續閱讀</a><ul>{headlines(article.others[:3], "<li><a>{title}</a></li>")}</ul><p id="end" class="visually-hidden">內容結尾</p></section>'
    parts.insert(2, promo)
    body = "\n".join(parts)
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "bbc", json_ld(article))}<body>
<header role="banner"><a>BBC News</a><a>跳過 內容</a><nav><ul><li>主頁</li><li>國際</li><li>兩岸</li><li>英國</li><li>評論</li></ul></nav></header>
<div class="bbc-1cvxiy9"><main role="main" class="bbc-fa0wmp"><div class="bbc-1151pbn ebmt73l0"><h1 class="bbc-14gqcmb" id="content" tabindex="-1">{esc(article.title)}</h1></div>
<div class="bbc-4wucq3"><div class="bbc-19j92fr">{when}</div></div>
<section class="byline"><ul><li>{esc(article.author)}</li><li>BBC中文</li></ul></section>
{body}
</main><aside><section><h2>頭條新聞</h2>
{headlines(article.others, "<div><h3><a>{title}</a></h3><time>{day}</time></div>")}
</section><section><h2>精選內容</h2>{headlines(article.others[3:], "<li><a>{title}</a></li>")}</section></aside></div>
<footer role="contentinfo"><a>使用條款</a><a>隱私政策</a><p>© 2026 BBC. BBC對外部網站內容不負責任。</p></footer></body></html>""",
        article.captions,
    )


def reuters(article: Article, place: str) -> Page:
    """Paragraphs that are div elements, a credit line and a notice of standards at their end."""
    when = (
        f"<time data-testid='Body'><span>{en_date(article.date)}</span><span>11:02 AM UTC</span><span>Updated March 2, 2026</span></time>"
        if place in ("head", "byline")
        else ""
    )
    meta = f'<meta name="article:published_time" content="{article.date}T11:02:11Z"><meta name="article:modified_time" content="2026-03-02T08:00:00Z">'
    body = interleaved(
        article,
        lambda p: (
            f'<div data-testid="paragraph-0" class="text__text__1FZLe text__dark-grey__3Ml43 article-body__paragraph__2-BtD">{esc(p)}</div>'
        ),
        lambda c: (
            f'<figure data-testid="PrimaryImage"><img alt=""><figcaption><span data-testid="caption">[1/2] {esc(c)} REUTERS/Staff </span><a>Purchase Licensing Rights</a></figcaption></figure>'
        ),
    )
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "reuters", meta)}<body>
<header><a>Skip to main content</a><nav><a>World</a><a>Business</a><a>Markets</a><a>Sustainability</a><a>Legal</a><a>My News</a></nav></header>
<div id="fusion-app"><main><article data-testid="Article"><div class="article__header"><span><a>Europe</a></span><h1 data-testid="Heading">{esc(article.title)}</h1>
<div class="info-content">By <a rel="author">{esc(article.author)}</a></div>{when}<div class="toolbar"><button>Aa</button><button>Share</button><button>Save</button></div></div>
<div class="article__content"><div class="article-body__content__17Yit">
{body}
<p data-testid="Body" class="sign-off">Reporting by {esc(article.author)}; Editing by Ann Lee</p>
<p class="standards">Our Standards: <a>The Thomson Reuters Trust Principles.</a></p></div>
<div class="article__suggested-topics"><p>Suggested Topics:</p><ul><li><a>Europe</a></li><li><a>Defence</a></li></ul></div></div></article>
<div class="read-next"><h2>Read Next</h2>
{headlines(article.others, "<div class='story-card'><a><h3>{title}</h3></a><time>{day}</time></div>")}
</div></main></div><footer><p>All quotes delayed a minimum of 15 minutes. © 2026 Reuters. All rights reserved</p></footer></body></html>""",
        tuple(f"[1/2] {c} REUTERS/Staff" for c in article.captions),
    )


def kyiv_independent(article: Article, place: str) -> Page:
    """Cards of other articles between the paragraphs, a request for support, a news feed with dates beside."""
    when = (
        f'<time class="c-post-header__date" datetime="{article.date}">{en_date(article.date)} 3:15 PM</time>'
        if place in ("head", "byline")
        else ""
    )
    body = interleaved(
        article,
        lambda p: f"<p>{esc(p)}</p>",
        lambda c: (
            f'<figure class="kg-card kg-image-card kg-card-hascaption"><img src="x.jpg"><figcaption><span>{esc(c)}</span></figcaption></figure>'
        ),
    )
    card = f'<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container"><div class="kg-bookmark-content"><div class="kg-bookmark-title">{esc(article.others[0])}</div><div class="kg-bookmark-description">Our reporters look at what is known so far and what each side stands to gain from it…</div><div class="kg-bookmark-metadata">The Kyiv Independent</div></div></a></figure>'
    second = f"<p>{esc(article.paragraphs[1])}</p>"
    body = body.replace(second, second + "\n" + card, 1)
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "kyivindependent", json_ld(article))}<body>
<header class="c-header"><a>Skip to content</a><nav><a>War</a><a>News Feed</a><a>Opinion</a><a>Business</a><a>Become a member</a></nav></header>
<article class="c-post"><h1 class="c-post-header__title">{esc(article.title)}</h1><div class="c-post-header__meta">by <a>{esc(article.author)}</a> {when} <span>2 min read</span></div>
<div class="c-content">
{body}
</div><div class="c-cta"><h3>We've been working hard to bring you independent, locally-sourced news from Ukraine. Consider supporting us.</h3><a>Support us</a></div>
<div class="c-author-card"><h4>{esc(article.author)}</h4><p>{esc(article.author)} is a reporter on the news desk, and has covered diplomacy and security in Eastern Europe for several years.</p><a>Read more</a></div></article>
<aside class="c-news-feed"><h2>News Feed</h2>
{headlines(article.others, "<li><time>{day}</time><h3><a>{title}</a></h3><p>The decision followed weeks of talks, officials said, and takes effect at once.</p></li>")}
</aside><section class="c-most-read"><h2>Most read</h2>{headlines(article.others[:4], "<a>{title}</a>")}</section>
<footer><p>Subscribe to our newsletter</p><p>© 2026 The Kyiv Independent. All rights reserved.</p></footer></body></html>""",
        article.captions,
    )


LAYOUTS: dict[str, tuple[str, Callable[[Article, str], Page]]] = {
    "netease": ("zh-hans", netease),
    "sohu": ("zh-hans", sohu),
    "toutiao": ("zh-hans", toutiao),
    "sina": ("zh-hans", sina),
    "udn": ("zh-hant", udn),
    "bbc-chinese": ("zh-hant", bbc_chinese),
    "reuters": ("en", reuters),
    "kyiv-independent": ("en", kyiv_independent),
}

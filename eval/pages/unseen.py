# ruff: noqa: E501 - lines of HTML are as long as they are
"""Eight more layouts, written after the reader was finished on the first eight and run once: an honest figure.

After their first run nothing in the reader was changed because of them, except where docs/reading.md says so.
"""

from collections.abc import Callable

from layouts import Article, Page, en_date, esc, head, headlines, interleaved, json_ld, zh_date


def shown(place: str) -> bool:
    """The page itself shows the date of the article."""
    return place in ("head", "byline")


def xinhua(article: Article, place: str) -> Page:
    """State agency: date in three boxes, editor in brackets, a printed address."""
    year, month, day = article.date.split("-")
    when = (
        f'<div class="header-time left"><span class="year"><em>{year}</em></span><span class="day"><em>{month}</em>/<em>{day}</em></span><span class="time">09:15:22</span></div>'
        if shown(place)
        else ""
    )
    body = interleaved(
        article,
        lambda p: f"<p>　　{esc(p)}</p>",
        lambda c: (
            f'<p style="text-align:center"><img src="1.jpg"></p><p style="text-align:center;color:navy">{esc(c)}。新华社发</p>'
        ),
    )
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "xinhua", f'<meta name="publishdate" content="{article.date}">')}<body>
<div class="nav domPC"><a>首页</a><a>时政</a><a>国际</a><a>财经</a><a>高层</a></div>
<div class="header domPC">{when}<div class="head-line"><h1><span class="title">{esc(article.title)}</span></h1><div class="source">来源：{esc(article.outlet)}</div></div><div class="header-tools"><a>字体：小 中 大</a><a>分享到：</a></div></div>
<div class="main clearfix"><div class="main-left left"><div id="detail"><span id="detailContent">
{body}
</span><div id="articleEdit"><span class="tiyi1 domPC"><a>【纠错】</a></span><span class="editor">【责任编辑:徐海】</span></div></div>
<div class="nextpage"><a>阅读下一篇：</a></div><div class="relatedNews"><h2>相关稿件</h2>{headlines(article.others[:4], "<li><a>{title}</a></li>")}</div></div>
<div class="main-right right"><div class="columBox"><h3>新华热榜</h3>{headlines(article.others, "<li><a>{title}</a><span>{day}</span></li>")}</div></div></div>
<div class="foot"><p>Copyright © 2000 - 2026 XINHUANET.com　All Rights Reserved.</p><p>制作单位：网络公司　版权所有</p></div></body></html>""",
        tuple(f"{c}。新华社发" for c in article.captions),
    )


def huanqiu(article: Article, place: str) -> Page:
    """Newspaper site that keeps the article in a hidden text area too."""
    when = f'<span class="time">{article.date} 09:15</span>' if shown(place) else ""
    body = interleaved(
        article,
        lambda p: f"<p>{esc(p)}</p>",
        lambda c: f'<p><i class="pic-con"><img src="1.jpg"></i></p><p><em>{esc(c)}（图源：外媒）</em></p>',
    )
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "huanqiu", json_ld(article))}<body>
<textarea class="article-title">{esc(article.title)}</textarea><textarea class="article-time">1772150400000</textarea>
<div class="header"><a>环球网</a><a>国际</a><a>军事</a><a>台海</a><a>评论</a></div>
<div class="container"><div class="t-container"><div class="t-container-title"><h3>{esc(article.title)}</h3></div><div class="metadata-info">{when}<span class="source">来源：<a>{esc(article.outlet)}</a></span></div></div>
<div class="l-container"><article><section data-type="rtext">
{body}
</section></article><div class="article-footer"><p>责编：{esc(article.author)}</p><p>版权作品，未经环球网书面授权，严禁转载，违者将被追究法律责任。</p></div>
<div class="rec"><p class="tit">推荐阅读</p>{headlines(article.others, "<div class='item'><a>{title}</a><p>{day} 08:00</p></div>")}</div></div>
<div class="r-container"><h4>今日热点</h4>{headlines(article.others[:5], "<a>{title}</a>")}</div></div><div class="footer">环球时报在线（北京）文化传播有限公司</div></body></html>""",
        tuple(f"{c}（图源：外媒）" for c in article.captions),
    )


def ifeng(article: Article, place: str) -> Page:
    """Portal with script-made class names and a notice of its user platform."""
    when = f'<a class="time-cap">{zh_date(article.date)} 09:15:22</a>' if shown(place) else ""
    body = interleaved(
        article,
        lambda p: f"<p>{esc(p)}</p>",
        lambda c: f'<p class="picIntro"><img src="1.jpg"></p><p class="picIntro"><span>{esc(c)}</span></p>',
    )
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "ifeng", f'<meta name="og:time" content="{article.date} 09:15:22">')}<body>
<div class="index_nav_3xYz"><a>凤凰网首页</a><a>资讯</a><a>财经</a><a>娱乐</a></div>
<div class="index_artical_3SsPV"><h1 class="index_title_3Np1a">{esc(article.title)}</h1><div class="index_info_1sCea"><div class="index_timeBref_20hzr">{when}<span>来自北京市</span></div><div><a>{esc(article.outlet)}</a></div></div>
<div class="index_leftcontent_2ef2h"><div class="index_text_D0U1y">
{body}
</div><span class="index_editor_2Fz1p">责任编辑：吴天 PT009</span><div class="index_statement_1xs7d"><p>“特别声明：以上作品内容(包括在内的视频、图片或音频)为凤凰网旗下自媒体平台“大风号”用户上传并发布，本平台仅提供信息存储空间服务。</p><p>Notice: The content above (including the videos, pictures and audios if any) is uploaded and posted by the user of Dafeng Hao.”</p></div></div>
<div class="index_comment_2Jr6f"><span>12人参与</span><span>3条评论</span><p>这样的消息看看就好，真假难辨，过几天自然就有分晓了，大家都冷静一点吧。</p></div>
<div class="index_recommend_3dn9m"><h3>为您推荐</h3>{headlines(article.others, "<div><h2><a>{title}</a></h2><span>晨间快报</span><span>{day} 07:20:11</span></div>")}</div></div></body></html>""",
        article.captions,
    )


def zaobao(article: Article, place: str) -> Page:
    """Singapore newspaper: published and updated times, tags right under the text."""
    when = (
        f'<div class="story-postdate">发布/{zh_date(article.date)} 09:15<br>更新/2026年03月01日 10:20</div>'
        if shown(place)
        else ""
    )
    body = interleaved(
        article,
        lambda p: f"<p>{esc(p)}</p>",
        lambda c: (
            f'<div class="loadable"><img src="1.jpg"><div class="image-caption"><p>{esc(c)}（法新社）</p></div></div>'
        ),
    )
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "zaobao", json_ld(article))}<body>
<header><a>跳转到主要内容</a><nav><ul><li>新闻</li><li>财经</li><li>观点</li><li>生活</li></ul></nav><a>登录</a><a>订阅</a></header>
<div class="breadcrumbs"><a>新闻</a><a>国际</a></div><article><h1>{esc(article.title)}</h1>
<div class="byline"><h4 class="title-byline">{esc(article.author)}</h4>{when}</div><div class="resize-text">字体大小: 小 中 大</div>
<div class="articleBody">
{body}
<div class="bff-google-ad">ADVERTISEMENT</div></div>
<div class="keyword-tags"><a>国际</a><a>外交</a></div><p class="adblock-note">您查看的内容可能不完整，部分内容和推荐被拦截！请对我们的网站停用广告过滤功能后再尝试。</p></article>
<section class="trending"><h3>热词</h3>{headlines(article.others, "<a>{title}</a> <time>{day}</time>")}</section><footer>新报业媒体有限公司版权所有（公司登记号：202120748H）</footer></body></html>""",
        tuple(f"{c}（法新社）" for c in article.captions),
    )


def cna(article: Article, place: str) -> Page:
    """Taiwanese agency: translator and a date in short at the end, a request to support."""
    when = (
        f'<div class="updatetime"><span>{article.date.replace("-", "/")} 09:15</span>（3/1 10:20 更新）</div>'
        if shown(place)
        else ""
    )
    body = interleaved(
        article,
        lambda p: f"<p>{esc(p)}</p>",
        lambda c: (
            f'<div class="fullPic"><div class="wrap"><img src="1.jpg"></div><div class="picinfo">{esc(c)}。（路透社）</div></div>'
        ),
    )
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "cna", json_ld(article))}<body>
<header class="siteHeader"><nav><a>中央社 CNA</a><a>最新</a><a>政治</a><a>國際</a><a>兩岸</a></nav></header>
<div class="breadcrumb"><a>首頁</a> / <a>國際</a></div>
<article class="article"><h1><span>{esc(article.title)}</span></h1><div class="timeBox">{when}</div><div class="shareBar"><a>字級</a><a>列印</a></div>
<div class="audioBox"><p>請同意我們的隱私權規範，才能啟用聽新聞的功能。</p></div>
<div class="centralContent"><div class="paragraph">
{body}
<div class="moreArticle"><a class="moreArticle-link"><span>{esc(article.others[0])}</span></a></div></div></div>
<div class="paragraph bottomBox"><p>支持中央社「一手新聞」：您的每一筆訂閱，都是守護真實的力量。</p><p>本網站之文字、圖片及影音，非經授權，不得轉載、公開播送或公開傳輸及利用。</p></div></article>
<div class="keywordTag"><a>#國際</a><a>#外交</a></div><aside><h2>熱門新聞</h2>{headlines(article.others, "<li><a><h3>{title}</h3></a><div class='date'>{day}</div></li>")}</aside></body></html>""",
        tuple(f"{c}。（路透社）" for c in article.captions),
    )


def hk01(article: Article, place: str) -> Page:
    """Hong Kong site: author and two times in one line, pointers to other stories as headings in the text."""
    when = (
        f"<span>出版：</span><time>{article.date} 09:15</time><span>更新：</span><time>2026-03-01 10:20</time>"
        if shown(place)
        else ""
    )
    body = interleaved(
        article,
        lambda p: f'<p class="whitespace-pre-wrap break-words text-l">{esc(p)}</p>',
        lambda c: (
            f'<div class="img-grid"><img src="1.jpg"><span class="image-caption">{esc(c)}（Reuters）</span></div>'
        ),
    )
    second = f"{esc(article.paragraphs[1])}</p>"
    body = body.replace(second, second + f"\n<h3><a>相關文章：{esc(article.others[0])}（點圖放大瀏覽）</a></h3>", 1)
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "hk01", json_ld(article))}<body>
<nav><a>港聞</a><a>娛樂</a><a>國際</a><a>社區</a></nav><article id="article-section"><h1 id="articleTitle">{esc(article.title)}</h1>
<div class="article-info"><span>撰文：</span><span>{esc(article.author)}</span>{when}</div>
<div id="article-content-section">
{body}
</div><div class="tags"><a>國際</a><a>外交</a></div></article>
<section><h2>最Hit</h2>{headlines(article.others, "<div><a>{title}</a><time>{day}</time></div>")}</section><footer>香港01有限公司版權所有 不得轉載</footer></body></html>""",
        tuple(f"{c}（Reuters）" for c in article.captions),
    )


def al_jazeera(article: Article, place: str) -> Page:
    """Standfirst under the headline, a list of recommended stories and a newsletter box between the paragraphs."""
    when = (
        f'<div class="date-simple"><span class="screen-reader-text">Published On {en_date(article.date)}</span><span aria-hidden="true">{en_date(article.date)}</span></div>'
        if shown(place)
        else ""
    )
    body = interleaved(
        article,
        lambda p: f"<p>{esc(p)}</p>",
        lambda c: (
            f'<figure class="wp-caption"><img src="1.jpg"><figcaption class="wp-caption-text">{esc(c)} [File: Reuters]</figcaption></figure>'
        ),
    )
    second = f"<p>{esc(article.paragraphs[1])}</p>"
    box = f'<div class="more-on"><h2 class="more-on__heading">Recommended Stories</h2><span class="screen-reader-text">list of 3 items</span><ul>{headlines(article.others[:3], "<li><a>{title}</a></li>")}</ul><span class="screen-reader-text">end of list</span></div><div class="newsletter-signup"><h3>Sign up for Al Jazeera</h3><p>Catch up on our coverage of the region, all in one place.</p></div>'
    body = body.replace(second, second + "\n" + box, 1)
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "aljazeera", json_ld(article))}<body>
<a class="bypass-block">Skip to Content</a><header><nav><a>News</a><a>Economy</a><a>Opinion</a><a>Sport</a><a>Video</a></nav></header>
<main id="featured-news-container"><div class="topics"><a>News</a>|<a>Conflict</a></div><header class="article-header"><h1>{esc(article.title)}</h1></header>
<div class="article-info-block"><div class="article-b-l">By <a>{esc(article.author)}</a></div>{when}<div class="article__social"><span>Click here to share on social media</span><button>Save</button></div></div>
<div class="wysiwyg wysiwyg--all-content">
{body}
</div><div class="article-source"><span>Source: News Agencies</span></div></main>
<aside><h2>Trending</h2>{headlines(article.others, "<a>{title}</a><span class='gc__date'>Published On {day}</span>")}</aside>
<footer><p>© 2026 Al Jazeera Media Network</p><a>Terms and Conditions</a></footer></body></html>""",
        tuple(f"{c} [File: Reuters]" for c in article.captions),
    )


def guardian(article: Article, place: str) -> Page:
    """Newsletter box between skip links, topics and a repeat of the byline below."""
    when = (
        f"<details><summary><span>{en_date(article.date)} 16.42 CEST</span></summary>First published on {en_date(article.date)}</details>"
        if shown(place)
        else ""
    )
    body = interleaved(
        article,
        lambda p: f'<p class="dcr-130mj7b">{esc(p)}</p>',
        lambda c: (
            f'<figure><div><button>View image in fullscreen</button><img src="1.jpg"></div><figcaption><span>{esc(c)}</span> Photograph: Staff/Reuters</figcaption></figure>'
        ),
    )
    second = f"{esc(article.paragraphs[1])}</p>"
    box = "<gu-island><a>skip past newsletter promotion</a><aside><h4>Sign up to First Edition</h4><p>Our morning email breaks down the key stories of the day, telling you what is happening and why it matters</p><p>Privacy Notice: Newsletters may contain information about charities, online ads, and content funded by outside parties.</p></aside><p>after newsletter promotion</p></gu-island>"
    body = body.replace(second, second + "\n" + box, 1)
    return Page(
        f"""<!DOCTYPE html><html>{head(article, place, "guardian", json_ld(article))}<body>
<a>Skip to main content</a><header><p>Support the Guardian</p><nav><a>News</a><a>Opinion</a><a>Sport</a><a>Culture</a></nav></header>
<main><aside data-gu-name="title"><a>World news</a></aside><div data-gu-name="headline"><h1>{esc(article.title)}</h1></div>
<aside data-gu-name="meta"><address><a rel="author">{esc(article.author)}</a> in Brussels</address>{when}<button>Share</button></aside>
<div data-gu-name="body"><div id="maincontent" class="article-body-commercial-selector">
{body}
</div></div><div data-gu-name="submeta"><span>Explore more on these topics</span><ul><li><a>World</a></li><li><a>Europe</a></li></ul><a>Reuse this content</a></div></main>
<section id="most-viewed"><h2>Most viewed</h2>{headlines(article.others, "<li><a>{title}</a> <time>{day}</time></li>")}</section></body></html>""",
        tuple(f"{c} Photograph: Staff/Reuters" for c in article.captions),
    )


UNSEEN: dict[str, tuple[str, Callable[[Article, str], Page]]] = {
    "xinhua": ("zh-hans", xinhua),
    "huanqiu": ("zh-hans", huanqiu),
    "ifeng": ("zh-hans", ifeng),
    "zaobao": ("zh-hans", zaobao),
    "cna": ("zh-hant", cna),
    "hk01": ("zh-hant", hk01),
    "al-jazeera": ("en", al_jazeera),
    "guardian": ("en", guardian),
}

"""Articles copied from others are found, and counted as what they were copied from."""

from claimbook.model.matter import Verdict
from claimbook.reconcile import reconcile
from claimbook.reconcile.copies import COMMON, copies

from .making import claim, document

STORY = (
    "国防部发言人星期五在记者会上说,双方代表团经过三天会谈,已经商定分三批交换战俘,第一批共四百人,"
    "下周从东部边境口岸通过。发言人没有透露谈判地点。反对派议员批评政府没有事先通知家属。"
    "红十字会表示愿意派人到场,并为病弱者准备车辆和药品。"
)
OTHER = (
    "交换战俘的消息传出后,许多家属星期六聚集在首都广场。一位母亲说,她等这一天等了两年。"
    "政府承诺公布名单,但没有说什么时候。分析人士认为,下周的交换只是开始,停火谈判还要看双方的诚意。"
)


def test_a_cut_copy_leads_to_the_earlier_article() -> None:
    """The later, shorter one was copied; what it leaves out does not matter."""
    found = copies([document("b", STORY[:90], "2025-05-02"), document("a", STORY, "2025-05-01")])
    assert [(one.copy, one.original) for one in found.values()] == [("b", "a")]


def test_articles_written_apart_are_no_copies() -> None:
    """One event, two texts."""
    assert copies([document("a", STORY), document("b", OTHER)]) == {}


def test_a_source_line_tells_who_copied_whom() -> None:
    """Of two articles of one day, the one that names the other's outlet is the copy."""
    mine = document("a", STORY, "2025-05-01", source_line="来源:乙报")
    found = copies([mine, document("b", STORY[:-4], "2025-05-01", outlet="乙报")])
    assert [(one.copy, one.original) for one in found.values()] == [("a", "b")]


def test_what_everybody_copied_is_one_article() -> None:
    """More copies than a shingle may have owners."""
    many = [document(f"{number:03}", STORY, f"2025-05-{number % 27 + 1:02}") for number in range(COMMON + 20)]
    found = copies(many)
    assert {one.original for one in found.values()} == {"000"}
    assert len(found) == len(many) - 1


def test_a_copy_that_drops_the_source_keeps_it() -> None:
    """Article 2 copies article 1 without its source; a third names another: two sources, not one or three."""
    claims = [
        claim("a", "1", amount=400, source="UKR-HUR"),
        claim("b", "2", amount=400),
        claim("c", "3", amount=400, source="KOR-NIS"),
    ]
    documents = [document("1", STORY, "2025-05-01"), document("2", STORY, "2025-05-02"), document("3", OTHER)]
    (found,) = reconcile(claims, documents)
    assert (found.independent_sources, found.verdict) == (2, Verdict.CORROBORATED)
    account = next(one for one in found.accounts if one.origin.id == "UKR-HUR")
    assert account.claims == ("a", "b")


def test_empty_and_short_texts_are_no_copies() -> None:
    """Nothing can be told of a line."""
    assert (
        copies([document("a", ""), document("b", ""), document("c", "来源:新华社"), document("d", "来源:新华社")]) == {}
    )

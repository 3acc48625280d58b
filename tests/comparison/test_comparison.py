"""What reviewers read of an edit, word for word; the cases were written before the words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from comparing import Proposal
from forge_judge import linked_by_forges, seen, tokens
from releases import release

from portal.comparison.in_markdown import in_markdown
from portal.comparison.page_changes import Following
from portal.comparison.told import told

ORGANIZATION = """\
- id: union
  name: {{zh: 聯盟, en: Union}}
  kind: city-network
{}  sources: [report]
  verified: 2026-01-05
"""

MEMBERSHIP = """\
  memberships:
    - home: alpha
      membership_class: full
      since: 2005
      sources: [report]
      verified: 2026-01-05
"""

NOTHING = "公開網站沒有任何變更。 · Nothing changes on the public site.\n"


@pytest.fixture
def proposal(portal_folder: Path) -> Proposal:
    return Proposal(portal_folder)


def written(locale: str, title: str, text: str = "") -> dict[str, str]:
    page = f"---\ntitle: {title}\n---\n\n# {title} {{ #page }}\n{text}"
    return {f"content/{locale}/about/more.md": page}


def test_one_word_in_chinese_only(proposal: Proposal) -> None:
    proposal.edit(("content/zh/about/counting.md", "# 如何計數", "# 怎樣計數"))
    assert proposal.markdown() == (
        "### 修改的頁面（1） · Pages changed (1)\n\n"
        "- 如何計數 · How we count `/about/counting/`\n"
        "  - 中文：`如何計數` → `怎樣計數`\n"
        "  - 只有中文有變更。 · Only the Chinese changes.\n"
    )


def test_a_renamed_city_is_told_once_and_its_lists_in_one_line(proposal: Proposal) -> None:
    proposal.edit(("data/cities.yaml", "zh: 加賀,", "zh: 加賀市,"))
    assert proposal.markdown() == (
        "### 修改的頁面（1） · Pages changed (1)\n\n"
        "- 加賀市 · Kaga `/cities/jp-kaga/`\n"
        "  - 中文：`加賀` → `加賀市`\n"
        "  - 中文：`Kaga 加賀市` → `Kaga`\n"
        "  - English: `加賀加賀市` → `加賀市`\n\n"
        "### 隨之更新的頁面（14） · Pages that follow (14)\n\n"
        "- 因「加賀市」（14頁） · because of Kaga (14): `/cities/`, `/cities/continents/asia/`, "
        "`/cities/countries/jp/`, `/cities/jp-kaga/alpha/`, `/cities/kinds/sister/`, "
        "`/cities/status/active/` … +8\n\n"
        "### 開放資料 · Open data\n\n"
        "- `cities`：新增0列、修改1列、移除0列 · `cities`: rows added 0, changed 1, removed 0 `name_zh`\n"
    )


TIMES = "### 何時公開、何時下架 · What becomes public or leaves when\n\n"


def test_an_embargoed_release_is_told_with_its_moment_only(proposal: Proposal) -> None:
    proposal.edit(files=release("soon", "2026-12-01T10:00"))
    assert proposal.markdown() == TIMES + (
        "- 「新聞soon」將於2026-12-01 10:00公開。 · “News soon” becomes public at 2026-12-01 10:00.\n"
    )


@pytest.mark.parametrize(
    ("new", "summary"),
    [
        (
            release("soon", "2026-12-02"),
            "「新聞soon」改於2026-12-02公開（原訂2026-12-01 10:00）。 · "
            "“News soon” becomes public at 2026-12-02 (before: 2026-12-01 10:00).",
        ),
        (
            release("soon", "2026-12-01T10:00", more="audience: [media]\n"),
            "「新聞soon」的內容有修改，仍於2026-12-01 10:00公開。 · "
            "“News soon” has another text, and still becomes public at 2026-12-01 10:00.",
        ),
        (
            release("soon", "2026-12-01T10:00", more="draft: true\n"),
            "一筆不公開的紀錄不再於2026-12-01 10:00公開。 · "
            "A record that is kept back no longer becomes public at 2026-12-01 10:00.",
        ),
    ],
)
def test_an_embargo_is_moved_revised_and_taken_back(
    proposal: Proposal, new: dict[str, str], summary: str
) -> None:
    proposal.put(release("soon", "2026-12-01T10:00"))
    proposal.edit(files=new)
    assert proposal.markdown() == f"{TIMES}- {summary}\n"


def test_a_deleted_embargo_is_named_and_one_that_stays_is_counted(proposal: Proposal) -> None:
    proposal.put(release("soon", "2026-12-01T10:00") | release("later", "2026-12-03"))
    proposal.change(lambda new: (new / "data/press_releases/2026/soon.yaml").unlink())
    assert proposal.markdown() == TIMES + (
        "- 「新聞soon」不再於2026-12-01 10:00公開。 · “News soon” no longer becomes public at 2026-12-01 10:00.\n"
        "- 另有1項時程與原先相同。 · As scheduled before: 1 more.\n"
    )


def test_an_expiry_is_told(proposal: Proposal) -> None:
    proposal.put(release("short"))
    proposal.edit(files=release("short", more="public_until: 2026-12-31\n"))
    assert (
        TIMES + ("- 「新聞short」將於2027-01-01下架。 · “News short” leaves at 2027-01-01.\n")
        in proposal.markdown()
    )


def test_a_record_comes_when_the_last_that_it_needs_has_come(proposal: Proposal) -> None:
    """A release of a home that is public later than the release says appears only then, under its name."""
    home = (proposal.old / "data/homes.yaml").read_text(encoding="utf-8")
    late = home.replace("alpha", "beta").replace("甲", "乙").replace("Alpha", "Beta")
    late = late.replace("  level: city\n", "  level: city\n  public_from: 2026-12-05\n", 1)
    proposal.put({"data/homes.yaml": home + late})
    proposal.edit(files=release("soon", "2026-12-01", issuer="beta"))
    assert proposal.markdown() == TIMES + (
        "- 「新聞soon」將於2026-12-05公開。 · “News soon” becomes public at 2026-12-05.\n"
        "- 另有1項時程與原先相同。 · As scheduled before: 1 more.\n"
    )


def test_what_lies_beyond_a_hundred_moments_is_counted_if_it_differs(proposal: Proposal) -> None:
    days = [f"2026-12-{day:02}T{hour:02}:00" for day in range(1, 12) for hour in range(10)]
    for number, day in enumerate(days):
        proposal.put(release(f"n{number}", day))
    proposal.edit(files=release("n109", days[-1], more="audience: [media]\n"))
    assert proposal.markdown() == TIMES + (
        "- 另有1筆更晚公開或下架的紀錄也有異動，未逐一列出。 · "
        "Records with later moments that differ too, not listed: 1.\n"
        "- 另有100項時程與原先相同。 · As scheduled before: 100 more.\n"
    )


def test_a_draft_and_what_hangs_on_it_is_never_named(proposal: Proposal) -> None:
    proposal.edit(files=release("secret", "2026-12-01", more="draft: true\n"))
    assert proposal.markdown() == NOTHING


def test_a_withdrawn_release_is_removed_with_its_reason_and_its_lists(proposal: Proposal) -> None:
    proposal.put(release("gone"))
    reason = "withdrawn: {date: 2026-11-20, reason: {zh: 日期有誤。, en: The date was wrong.}}\n"
    proposal.edit(files=release("gone", more=reason))
    summary = proposal.markdown(url="https://city.example.org/portal/")
    assert (
        "- [新聞gone](https://city.example.org/portal/press/2026/gone/) · "
        "[News gone](https://city.example.org/portal/en/press/2026/gone/) `/press/2026/gone/`\n"
        "  - （原位址說明移除的原因） · (its address says why)\n"
    ) in summary
    assert "- 新聞 · Press `/press/`\n" in summary  # without a link: nothing is there any more
    assert "### 統計數字 · Counts\n\n- 新聞 · Press 1 → 0\n" in summary


def test_a_renamed_id_moves_its_pages(proposal: Proposal) -> None:
    renamed = "id: jp-kaga-shi\n  former_ids: [jp-kaga]\n"
    proposal.edit(("data/cities.yaml", "id: jp-kaga\n", renamed))
    summary = proposal.markdown()
    assert summary.startswith(
        "### 改到新位址的頁面（2） · Pages moved to another address (2)\n\n"
        "- 加賀 · Kaga `/cities/jp-kaga/` → `/cities/jp-kaga-shi/`\n"
        "  - 中文：連結 `../../cities/jp-kaga/calendar.ics` → `../../cities/jp-kaga-shi/calendar.ics`\n"
        "  - English: link `../../cities/jp-kaga/calendar.ics` → `../../cities/jp-kaga-shi/calendar.ics`\n"
        "- 甲市與加賀，2014年以來 · Alpha and Kaga, since 2014 "
        "`/cities/jp-kaga/alpha/` → `/cities/jp-kaga-shi/alpha/`\n\n"
        "### 隨之更新的頁面（13） · Pages that follow (13)\n\n- 因「加賀」（13頁） · because of Kaga (13): "
    )
    assert "Pages added" not in summary
    assert "Pages removed" not in summary


def test_a_renamed_page_that_also_reads_otherwise_says_how(proposal: Proposal) -> None:
    proposal.edit(
        ("data/cities.yaml", "id: jp-kaga\n", "id: jp-kaga-shi\n  former_ids: [jp-kaga]\n"),
        ("data/cities.yaml", "en: Kaga,", "en: Kaga City,"),
    )
    assert (
        "- 加賀 · Kaga City `/cities/jp-kaga/` → `/cities/jp-kaga-shi/`\n"
        "  - 中文：`Kaga 加賀市` → `Kaga City 加賀市`\n"
        "  - English: `Kaga` → `Kaga City`\n"
    ) in proposal.markdown()


def test_a_membership_changes_the_organization_and_the_pages_that_tell_of_it(
    proposal: Proposal,
) -> None:
    proposal.put({"data/organizations.yaml": ORGANIZATION.format("")})
    proposal.edit(files={"data/organizations.yaml": ORGANIZATION.format(MEMBERSHIP)})
    summary = proposal.markdown()
    assert (
        "- 聯盟 · Union `/organizations/union/`\n"
        "  - 中文：`城市聯盟。` → `城市聯盟。參加的地方政府：甲市。`\n"
        "  - 中文：`本站的地方政府都不是會員。` → `甲市 正會員`\n"
        "  - 中文：＋ `民國94年（2005年）加入`\n"
    ) in summary
    assert (
        "- 因「聯盟」（9頁） · because of Union (9): "
        "`/`, `/exchanges/`, `/exchanges/2014/`, `/homes/`, `/homes/alpha/`, `/network/` … +3\n"
    ) in summary
    assert "- 2005年的交流 · Exchanges in 2005 `/exchanges/2005/`\n" in summary
    (following,) = proposal.compared().pages.following
    assert following.pages[-3:] == ("open-data/memberships/", "organizations/", "statistics/")


def test_a_headline_count_tells_whose_and_of_what(proposal: Proposal) -> None:
    proposal.edit(("data/cities.yaml", "status: active", "status: unknown"))
    assert (
        "### 統計數字 · Counts\n\n- 甲市：姊妹市 · Alpha: Sister cities 1 → 0\n"
    ) in proposal.markdown()


def test_an_exchange_that_counts_for_a_plan_is_told_as_such(proposal: Proposal) -> None:
    visit = (
        "id: {}\ntitle: {{zh: 訪問, en: A visit}}\ntype: visit-made\nstart: {}\nhomes: [alpha]\n"
        "sources: [report]\nverified: 2026-11-20\n"
    )
    plan = (
        "id: plan\ntitle: {zh: 計畫, en: Plan}\nhome: alpha\nstart: 2024\nend: 2027\n"
        "summary: {zh: 摘要, en: Summary}\nindicators:\n"
        "  - {name: {zh: 出訪, en: Visits}, unit: {zh: 次, en: visits}, counts: {records: exchanges}}\n"
        "sources: [report]\nverified: 2026-11-20\n"
    )
    first, second = visit.format("first", "2026-05-02"), visit.format("second", "2026-06-02")
    proposal.put({"data/plans/plan.yaml": plan, "data/exchanges/2026/first.yaml": first})
    proposal.edit(files={"data/exchanges/2026/second.yaml": second})
    assert "- 計畫：出訪 · Plan: Visits 1 → 2\n" in proposal.markdown()


def test_a_label_is_told_and_the_pages_that_show_it(proposal: Proposal) -> None:
    proposal.edit(files={"data/labels.yaml": "skip: {zh: 跳到主要內容區塊, en: Skip to content}\n"})
    summary = proposal.markdown()
    assert summary.startswith(
        "### 介面文字（1） · Words of the interface (1)\n\n- `skip`\n  - 中文："
    )
    assert " → `跳到主要內容區塊`\n" in summary
    assert " → `Skip to content`\n" in summary


def test_a_label_in_the_text_of_pages_is_their_cause(proposal: Proposal) -> None:
    proposal.edit(files={"data/labels.yaml": "cities.title: {zh: 往來城市, en: Places}\n"})
    summary = proposal.markdown()
    assert "because of `cities.title` (9): `/cities/`" in summary
    assert summary.count("`城市` → `往來城市`") == 2  # once for the pages, once for the label


def test_a_source_without_a_page_shows_what_readers_see_of_it(proposal: Proposal) -> None:
    proposal.edit(("data/sources.yaml", "zh: 年報,", "zh: 年度報告,"))
    summary = proposal.markdown()
    assert (
        "- 因「年度報告」（5頁） · because of Annual report (5): `/cities/jp-kaga/`, "
        "`/cities/jp-kaga/alpha/`, `/homes/alpha/`, `/open-data/sources/`, `/sources/`\n"
        "  - 中文：`資料來源：年報` → `資料來源：年度報告`\n"
        "  - 只有中文有變更。 · Only the Chinese changes.\n"
    ) in summary


def test_nothing_changes_with_a_comment(proposal: Proposal) -> None:
    proposal.edit(("data/cities.yaml", "- id", "# seen by editors only\n- id"))
    assert proposal.markdown() == NOTHING
    assert proposal.compared().is_same


def test_the_order_of_records_is_told_where_a_list_shows_it(proposal: Proposal) -> None:
    home = (proposal.old / "data/homes.yaml").read_text(encoding="utf-8")
    other = home.replace("alpha", "beta").replace("甲", "乙").replace("Alpha", "Beta")
    proposal.put({"data/homes.yaml": home + other})
    proposal.edit(files={"data/homes.yaml": other + home})
    summary = proposal.markdown()
    assert summary.startswith(  # their marks and colors go by their order
        "### 修改的頁面（2） · Pages changed (2)\n\n"
        "- 甲市 · Alpha `/homes/alpha/`\n"
        "  - 中文：只有標記有變更，文字沒有。\n"
        "  - English: Only the markup changes, no text.\n"
    )
    following = summary.partition("### 隨之更新的頁面")[2]
    assert "`/homes/`" in following
    assert "Open data" not in summary


def test_a_written_page_in_both_languages_is_added(proposal: Proposal) -> None:
    proposal.edit(files=written("zh", "更多（一）") | written("en", "More"))
    assert proposal.markdown(url="https://city.example.org") == (
        "### 新增的頁面（1） · Pages added (1)\n\n"
        "- [更多（一）](https://city.example.org/about/more/) · "
        "[More](https://city.example.org/en/about/more/) `/about/more/`\n"
    )


def test_a_link_that_leads_elsewhere_does_not_hide_behind_a_word(proposal: Proposal) -> None:
    text = "\nSee [the {}](https://{}.example.org/).\n"
    proposal.put(written("zh", "更多") | written("en", "More", text.format("office", "good")))
    proposal.edit(files=written("en", "More", text.format("Office", "evil")))
    summary = proposal.markdown()
    assert "  - English: `See the office.` → `See the Office.`\n" in summary
    assert (
        "  - English: link `https://good.example.org/` → `https://evil.example.org/`\n" in summary
    )


def test_a_file_beside_the_pages_is_told(proposal: Proposal) -> None:
    text = "\n[Table](/assets/{}.csv)\n"
    table = {"content/assets/a.csv": "a,b\n1,2\n"}
    proposal.put(written("zh", "更多", text.format("a")) | written("en", "More", text.format("a")))
    proposal.put(table)
    proposal.edit(files={"content/assets/a.csv": "a,b\n1,3\n"})
    assert proposal.markdown() == (
        "### 檔案（1） · Files (1)\n\n- 內容有變更 · changed `/assets/a.csv` (1 KB)\n"
    )


def test_what_only_the_open_data_show_is_told(proposal: Proposal) -> None:
    proposal.edit(("data/cities.yaml", "  level: city\n", "  level: city\n  aliases: [加賀溫泉]\n"))
    assert (
        "- `cities`：新增0列、修改1列、移除0列 · `cities`: rows added 0, changed 1, removed 0 `aliases`\n"
    ) in proposal.markdown()


def test_changes_of_several_records_are_told_apart(proposal: Proposal) -> None:
    proposal.put(release("one") | release("two"))
    proposal.edit(
        ("data/press_releases/2026/one.yaml", "zh: 新聞one", "zh: 消息one"),
        ("data/cities.yaml", "en: Kaga,", "en: Kaga City,"),
    )
    summary = proposal.markdown()
    assert "because of Kaga City (" in summary
    assert "because of News one (" in summary
    line = next(line for line in summary.split("\n") if "because of Kaga City (" in line)
    assert "/cities/countries/jp/" in line
    assert "/press/" not in line


def test_pages_that_follow_several_edits_are_told_in_one_line(proposal: Proposal) -> None:
    proposal.put(release("one") | release("two", "2026-11-02") | release("three", "2026-11-03"))
    files = "data/press_releases/2026/{}.yaml"
    names = ("one", "two", "three")
    proposal.edit(
        *((files.format(name), f"zh: 新聞{name}", f"zh: 消息{name}") for name in names),
        ("data/cities.yaml", "en: Kaga,", "en: Kaga City,"),
    )
    summary = proposal.markdown()
    assert "- 因「加賀」（" in summary
    assert summary.count("- 因多項修改（") == summary.count("because of several edits (") == 1
    followers = sum(len(group.pages) for group in proposal.compared().pages.following)
    assert f"### 隨之更新的頁面（{followers}）" in summary
    lines = [line for line in summary.split("\n") if line.startswith("- 因")]
    assert sum(int(re.findall(r"（(\d+)頁）", line)[0]) for line in lines) == followers


HOSTILE = [
    "Ask @octocat about #1", "GH-12 and a | b", "Price $5 for $6", "see www.evil.example now", "deadbeef1 commit",
    "!1 ~bug %2 :tada:",
]  # fmt: skip
"""Titles that the check lets pass, and a forge would not leave alone."""


def test_titles_that_a_forge_would_link_stay_text(proposal: Proposal) -> None:
    files: dict[str, str] = {}
    for number, title in enumerate(HOSTILE):
        text = release(f"bad{number}", "2026-11-01" if number % 2 else "2026-12-01")
        files |= {
            path: t.replace(f"en: News bad{number}", f'en: "{title}"') for path, t in text.items()
        }
    proposal.edit(files=files)
    for url in ("", "https://city.example.org/p/"):
        summary = proposal.markdown(url=url)
        for title in HOSTILE:
            assert title in seen(summary)
        assert linked_by_forges(summary) == []
        kinds = {token.type for token in tokens(summary)}
        assert not kinds & {
            "image",
            "html_inline",
            "html_block",
            "table_open",
            "fence",
            "hr",
            "em_open",
        }


def test_many_causes_of_a_page_are_counted(proposal: Proposal) -> None:
    proposal.edit()
    found = proposal.compared()
    causes = tuple({"zh": f"第{n}項", "en": f"Edit {n}"} for n in range(1, 6))
    found.pages.following.append(Following(causes, tuple(f"cities/{n}/" for n in range(8))))
    assert in_markdown(told(found)).endswith(
        "- 因「第1項」、「第2項」、「第3項」等5項（8頁） · because of Edit 1, Edit 2, Edit 3 and 2 more (8): "
        "`/cities/0/`, `/cities/1/`, `/cities/2/`, `/cities/3/`, `/cities/4/`, `/cities/5/` … +2\n"
    )

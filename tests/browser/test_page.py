"""The annotated page as people use it: in Chromium, by mouse, keyboard and finger."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import cablegrammar as cg
from tests.browser.conftest import Viewer
from tests.shared import CORPUS, cables, navadmins, seed
from tests.test_viewing import CABLE, HOSTILE, as_held

#: Where the pictures go, to be looked at.
SCREENSHOTS = Path(os.environ.get("SCREENSHOTS", "build/screenshots"))
#: Texts that a clipboard holds to the character: no CR, NUL or surrogates; the sample's hard ones where it is there.
TEXTS = {
    "cable": CABLE,
    "hostile": HOSTILE,
    "seed": seed(),
    "blanks": "\n\n  FM\u00a0LIMA \t \nx\u3000y  \n\n\n",
    "empty line": "\n",
}
_HARD = ("06TAIPEI2921", "75TEHRAN2069", "07ABUDHABI1214", "08MADRID552", "NAV09196")
SAMPLE = {name: text for name, text in (cables() | navadmins()).items() if name in _HARD}


def chosen(page: Page) -> str:
    """The id of the field whose card is shown, `""` without one."""
    cards = page.locator(".card:visible")
    assert cards.count() <= 1
    return (cards.get_attribute("id") or "").removesuffix("-card") if cards.count() else ""


@pytest.mark.parametrize("name", [*TEXTS, *SAMPLE])
def test_copying_gives_the_text(viewer: Viewer, name: str) -> None:
    text = (TEXTS | SAMPLE)[name]
    assert "\r" not in text
    page = viewer.show(text)
    assert page.locator("#original pre").evaluate("pre => pre.textContent") == as_held(text)
    page.click("#copy")
    assert viewer.pasted() == text


def test_copying_by_keyboard_what_is_shown(viewer: Viewer) -> None:
    page = viewer.show(CABLE)
    page.focus("#o3")
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")
    assert viewer.pasted() == CABLE
    page.check("#as-canonical", force=True)
    page.click("#copy")
    assert viewer.pasted() == cg.format(CABLE)


def test_copying_a_selection(viewer: Viewer) -> None:
    page = viewer.show("FM AMEMBASSY\u00a0LIMA  \nTO QUITO\n")
    page.evaluate(
        """() => {
            const range = document.createRange(), fields = document.querySelectorAll("#original .field");
            range.setStart(fields[0].firstChild, 1);
            range.setEnd(fields[1].firstChild, 2);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    page.keyboard.press("Control+C")
    assert viewer.pasted() == "M AMEMBASSY\u00a0LIMA  \nTO"


@pytest.mark.parametrize("text", ["a\rb\r\nc\r\n\r\nd", "\r", "\r\n\r\n"])
def test_line_ends_of_all_kinds_are_held_and_seen(viewer: Viewer, text: str) -> None:
    page = viewer.show(text)
    assert page.locator("#original pre").evaluate("pre => pre.textContent") == text
    lines = page.locator("#original pre").evaluate(
        "pre => Math.round((pre.clientHeight - 2 * parseFloat(getComputedStyle(pre).paddingTop)) / "
        "parseFloat(getComputedStyle(pre).lineHeight))"
    )
    assert lines in (len(cg.LineIndex(text)), len(cg.LineIndex(text)) - 1)


def test_hovering_shows_the_card(viewer: Viewer) -> None:
    page = viewer.show(CABLE)
    assert chosen(page) == ""
    page.hover("#o3 .part")
    assert chosen(page) == "o3"
    expect(page.locator("#o3-card")).to_contain_text("Format line 6: who sent the message.")
    expect(page.locator("#o3-card")).to_contain_text("5 FAH-2 H-232")
    expect(page.locator("#here")).to_have_text("PLAD")
    page.mouse.move(5, 500)
    assert chosen(page) == ""


def test_a_click_keeps_the_card(viewer: Viewer) -> None:
    page = viewer.show(CABLE)
    page.click("#o3 .part")
    page.hover("#o4 .part >> nth=0")
    assert chosen(page) == "o4"
    page.mouse.move(5, 500)
    assert chosen(page) == "o3"


def test_keyboard(viewer: Viewer) -> None:
    page = viewer.show(CABLE)
    page.focus("#o0")
    assert chosen(page) == "o0"
    for key, expected in [
        ("ArrowDown", "o1"),
        ("ArrowRight", "o2"),
        ("Tab", "o3"),
        ("Shift+Tab", "o2"),
        ("ArrowUp", "o1"),
    ]:
        page.keyboard.press(key)
        assert chosen(page) == expected, key
    page.keyboard.press("End")
    expect(page.locator("#original .field").last).to_be_focused()
    page.keyboard.press("Home")
    assert chosen(page) == "o0"
    page.keyboard.press("ArrowUp")
    assert chosen(page) == "o0"
    page.keyboard.press("Escape")
    assert chosen(page) == ""


def test_the_first_tab_leads_past_the_text(viewer: Viewer) -> None:
    page = viewer.show(CABLE)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#panel') !== null")


def test_links_lead_to_fields(viewer: Viewer) -> None:
    page = viewer.show(CABLE)
    page.check("#as-canonical", force=True)
    page.click(".outline a >> nth=1")
    expect(page.locator("#original")).to_be_visible()
    expect(page.locator("#o13")).to_be_focused()
    page.click(".card:visible a")
    assert "references" in page.locator(".card:visible h3").inner_text()


def test_toggles(viewer: Viewer) -> None:
    page = viewer.show(CABLE)
    for name in ("original", "canonical", "difference"):
        page.check(f"#as-{name}", force=True)
        assert [one.get_attribute("id") for one in page.locator(".reading:visible").all()] == [name]
    ground = "getComputedStyle(document.querySelector('.sheet')).backgroundColor"
    page.check("#colours-dark", force=True)
    dark = page.evaluate(ground)
    page.check("#colours-light", force=True)
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.check("#colours-auto", force=True)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == dark != "rgb(255, 255, 255)"


def test_a_narrow_screen(viewer: Viewer) -> None:
    """The card comes up from below when a field is tapped, and goes away."""
    page = viewer.show(seed(), width=390, height=800)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    expect(page.locator("#details")).to_be_hidden()
    page.click("#o7 .part >> nth=1")
    box = page.locator("#details").bounding_box()
    assert box is not None
    assert round(box["y"] + box["height"]) == 800
    page.click("#close")
    expect(page.locator("#details")).to_be_hidden()


def test_without_script_all_cards_are_there(viewer: Viewer) -> None:
    page = viewer.show(CABLE)
    page.evaluate("document.body.classList.remove('scripted')")
    assert page.locator(".card:visible").count() == page.locator(".card").count()


def test_hostile_text_does_nothing(viewer: Viewer) -> None:
    page = viewer.show(HOSTILE)
    page.wait_for_timeout(200)
    # a browser would write what stands behind it from right to left
    left = page.evaluate(
        """() => {
            const walker = document.createTreeWalker(document.querySelector("#original pre"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf("RLO");
                if (at < 0) continue;
                return [0, 2].map((place) => {
                    const range = document.createRange();
                    range.setStart(walker.currentNode, at + place);
                    range.setEnd(walker.currentNode, at + place + 1);
                    return range.getBoundingClientRect().left;
                });
            }
        }"""
    )
    assert left[0] < left[1]


def test_every_field_is_described_to_screen_readers(viewer: Viewer) -> None:
    page = viewer.show(CABLE)
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    named = {
        node["name"]["value"]: node.get("description", {}).get("value", "")
        for node in nodes
        if node.get("role", {}).get("value") == "group" and node.get("name", {}).get("value")
    }
    assert "Format line 6: who sent the message." in named["originator"]
    assert "CONFIDENTIAL" not in named["paragraph 1"]
    assert "SECRET" in named["paragraph 1"]
    landmarks = {node["role"]["value"] for node in nodes if "role" in node}
    assert {"banner", "main", "complementary", "heading"} <= landmarks


@pytest.mark.parametrize("name", ["seed", *SAMPLE])
def test_pictures(viewer: Viewer, name: str) -> None:
    """Pictures to be looked at; that they are there is all that is tested."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    text = (TEXTS | SAMPLE)[name]
    for theme in ("light", "dark"):
        for size, (width, height) in {"wide": (1400, 1000), "narrow": (420, 860)}.items():
            page = viewer.show(text, width=width, height=height, theme=theme)
            page.screenshot(path=SCREENSHOTS / f"{name}-{theme}-{size}.png")
            page.locator("#original .field.text, #original .field").nth(
                7 if page.locator(".field").count() > 16 else 0
            ).focus()
            page.screenshot(path=SCREENSHOTS / f"{name}-{theme}-{size}-field.png")
            page.check("#as-difference", force=True)
            page.screenshot(path=SCREENSHOTS / f"{name}-{theme}-{size}-difference.png")
    page = viewer.show(text)
    page.emulate_media(media="print")
    page.screenshot(path=SCREENSHOTS / f"{name}-print.png", full_page=True)
    page.pdf(path=SCREENSHOTS / f"{name}.pdf", format="A4", print_background=True)
    assert (SCREENSHOTS / f"{name}-print.png").stat().st_size > 10_000


def test_the_sample_is_there_or_not() -> None:
    assert bool(SAMPLE) is CORPUS.is_dir()

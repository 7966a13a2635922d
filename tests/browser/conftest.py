"""A headless Chromium, and pages in it that note what must not happen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, sync_playwright

import cablegrammar as cg

#: Nothing that a browser does of its own accord; the sandbox cannot be had by root, whom containers run as.
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert chromium, "there is no chromium: see make test-browser"
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(tmp_path_factory.mktemp("profile")), executable_path=chromium, args=ARGUMENTS, headless=True
        )
        yield context
        context.close()


@attrs.define
class Viewer:
    """Shows pages, each in a new tab; `complaints` are what the console, the page or the network had to say."""

    context: BrowserContext
    folder: Path
    complaints: list[str] = attrs.field(factory=list[str])
    tabs: list[Page] = attrs.field(factory=list[Page])

    def show(self, text: str, *, width: int = 1400, height: int = 1000, theme: str = "light") -> Page:
        """The annotated page of a cable."""
        return self.show_page(cg.view(cg.parse(text)), width=width, height=height, theme=theme)

    def show_page(self, held: str, *, width: int = 1400, height: int = 1000, theme: str = "light") -> Page:
        """An HTML document."""
        file = self.folder / f"{len(self.tabs)}.html"
        file.write_text(held, encoding="utf-8", newline="")
        page = self.context.new_page()
        self.tabs.append(page)
        page.on("console", lambda message: self.complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        # (of a method Playwright would make an attribute of ours)
        page.on("dialog", lambda dialog: self._dismiss(dialog))
        page.on(
            "request",
            lambda request: None if request.url == file.as_uri() else self.complaints.append(f"request: {request.url}"),
        )
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        page.goto(file.as_uri())
        return page

    def _dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def pasted(self) -> str:
        """What is in the clipboard."""
        page = self.context.new_page()
        self.tabs.append(page)
        page.set_content("<textarea></textarea>")
        page.focus("textarea")
        page.keyboard.press("Control+V")
        return str(page.input_value("textarea"))


@pytest.fixture
def viewer(browser: BrowserContext, tmp_path: Path) -> Iterator[Viewer]:
    made = Viewer(browser, tmp_path)
    yield made
    for page in made.tabs:
        page.close()
    assert made.complaints == []

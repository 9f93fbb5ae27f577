"""A page opened in a browser as readers without scripts have it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page


@contextmanager
def opened(browser: Browser, path: Path) -> Iterator[Page]:
    """The page of a file, without scripts; fails if the browser complains of anything or asks for anything else."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1300, "height": 700})
    shown = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text))
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(path.as_uri())
    yield shown
    assert complaints == []
    assert {url.partition("#")[0] for url in asked} == {path.as_uri()}
    context.close()

"""A map whose every text is an attack: it appears as that text, and nothing of it runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.browser.explorer import Explorer
from tests.browser.watching import Watch
from tests.serving import Served, served

ATTACKS = (
    "<img src=x onerror=window.hurt=1> <a href='javascript:window.hurt=2'>href</a> "
    "</script><script>window.hurt=3</script> ${window.hurt=4} {{hurt}}"
)
SHORT = "<img src=x onerror=window.hurt=5>"


@pytest.fixture(scope="module")
def hostile_app(tmp_path_factory: pytest.TempPathFactory, example_folder: Path) -> Iterator[Served]:
    """The example map with an attack in every text that is free to say anything."""
    folder = tmp_path_factory.mktemp("hostile")
    for source in example_folder.rglob("*.yaml"):
        content = yaml.load(source.read_text("utf-8"), Loader=yaml.CBaseLoader)  # text stays text
        target = folder / source.relative_to(example_folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.safe_dump(spoiled(content)), "utf-8")
    with served(folder / "log.txt", "--map", str(folder)) as running:
        yield running


def spoiled(value: object, key: str = "") -> object:
    """The same records with attacks in their texts; names stay different from each other."""
    if isinstance(value, dict):
        return {name: spoiled(part, name) for name, part in value.items()}
    if isinstance(value, list) and key != "synonyms":
        return [spoiled(part) for part in value]
    if key == "name":
        return f"{value} {SHORT}"[:60]
    free = ("plain", "detail", "why", "uncertainty", "finding", "title", "about", "question", "disclaimer")
    return f"{value} {ATTACKS}" if key in free else value


@pytest.mark.browser
def test_attacks_in_a_map_are_only_words(browser: Browser, hostile_app: Served) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=hostile_app.url)
    watch = Watch(context, hostile_app.url)
    page = context.new_page()
    explorer = Explorer(page).open()
    expect(page.locator(".question")).to_contain_text("onerror=window.hurt=5")
    expect(page.locator(".mechanism")).to_contain_text("onerror=window.hurt=")
    drawn = explorer.drawn()
    page.mouse.move(*drawn["boxes"][drawn["path"][0]])
    expect(page.locator(".tip")).to_contain_text("<img src=x onerror=window.hurt=")
    explorer.start.click()
    expect(page.get_by_role("option").first).to_contain_text("<img src=x")
    page.keyboard.press("Escape")
    explorer.click_arrow(drawn["steps"][0])
    expect(explorer.steps.first.locator("details")).to_contain_text("</script><script>window.hurt=3")
    page.get_by_text("Legend: click an entry").click()
    page.locator(".legend button").first.click()
    page.get_by_text("The picture as a list").click()
    expect(page.locator(".outline")).to_contain_text("<img src=x onerror=window.hurt=")
    page.goto("/about")
    expect(page.locator("h1")).to_contain_text("<img src=x onerror")
    page.goto("/?from=%3Cimg%20src%3Dx%20onerror%3Dwindow.hurt%3D6%3E")
    expect(page.locator(".notice")).to_contain_text("<img src=x onerror=window.hurt=6>")
    assert page.evaluate("window.hurt") is None
    context.close()
    assert [line for line in watch.complaints() if "404" not in line] == []

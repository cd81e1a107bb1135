"""Pictures of a page in every language, theme and size, put back afterwards as it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, ViewportSize, expect

Theme = Literal["light", "dark"]
LANGUAGES = ("nl", "en")
THEMES: tuple[Theme, ...] = ("light", "dark")
SIZES: dict[str, tuple[ViewportSize, ...]] = {
    "panel": ({"width": 1280, "height": 800}, {"width": 360, "height": 740}),
    "projector": ({"width": 1920, "height": 1080}, {"width": 1024, "height": 768}),
    "phone": ({"width": 390, "height": 844}, {"width": 390, "height": 664}, {"width": 320, "height": 568}),
}
SETTLE_MS = 150  # after another size or theme, for what is laid out in turns


def kind_of(screen: str) -> str:
    """Return which kind of screen this is: panel, projector or phone."""
    return screen.split("-", 1)[0]


@contextmanager
def spoken(page: Page, language: str) -> Iterator[None]:
    """Show a page in a language for a while; its first is Dutch."""
    if language == "nl":
        yield
        return
    _speak(page, language)
    try:
        yield
    finally:
        _speak(page, "nl")


def _speak(page: Page, language: str) -> None:
    phase = page.locator("body").get_attribute("data-phase")
    page.evaluate("document.querySelector('form.language').requestSubmit()")
    expect(page.locator(f"html[lang={language}] body[data-phase={phase}]")).to_be_attached()


def shoot(page: Page, screen: str, state: str, folder: Path, *, all_looks: bool) -> Iterator[str]:
    """Take a picture in every language, theme and size, or only in the first of each; yields the files' names."""
    kind = kind_of(screen)
    for language in LANGUAGES if all_looks else LANGUAGES[:1]:
        with spoken(page, language):
            for theme in THEMES if all_looks else THEMES[:1]:
                for size in SIZES[kind] if all_looks else SIZES[kind][:1]:
                    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
                    page.set_viewport_size(size)
                    page.wait_for_timeout(SETTLE_MS)
                    name = f"{screen}.{state}.{language}.{theme}.{size['width']}x{size['height']}.png"
                    page.screenshot(path=folder / name)
                    yield name
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.set_viewport_size(SIZES[kind][0])

"""A street that is painted looks as one that is drawn: the same shapes, in the colours that the style sheets give them."""

import base64

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
MEAN = 6.0  # of 255, per colour: edges are smoothed in two ways
FAR = 64  # of 255: another colour
SHARE = 0.02  # of all pixels that may have one

# How far two pictures are apart: the mean of it, and the share of pixels that have another colour.
APART = """async ([one, other, far]) => {
  const pixels = await Promise.all([one, other].map(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const pen = new OffscreenCanvas(600, 260).getContext("2d");
    pen.drawImage(bitmap, 0, 0, 600, 260);
    return pen.getImageData(0, 0, 600, 260).data;
  }));
  const apart = pixels[0].map((value, index) => Math.abs(value - pixels[1][index]));
  return [apart.reduce((sum, value) => sum + value, 0) / apart.length,
    apart.filter((value) => value > far).length / apart.length];
}"""


def apart(page: Page, one: bytes, other: bytes) -> tuple[float, float]:
    mean, share = page.evaluate(
        APART, [base64.b64encode(one).decode(), base64.b64encode(other).decode(), FAR]
    )
    return float(mean), float(share)


# The sky of the last picture, which is painted last.
SKY = """() => {
  const canvas = [...document.querySelectorAll("canvas.s-street")].pop();
  return canvas ? String(canvas.getContext("2d").getImageData(9, 9, 1, 1).data) : "";
}"""


def shots(page: Page, before: str) -> list[tuple[bytes, bytes]]:
    """Return every third state as it is drawn and as it is painted, once its sky is another one than `before`."""
    page.wait_for_function(f"(before) => ![before, '', '0,0,0,0'].includes(({SKY})())", arg=before)
    drawn, painted = page.locator("svg.s-film"), page.locator("canvas.s-street")
    assert drawn.count() == painted.count() > 5
    return [(_shot(drawn.nth(k)), _shot(painted.nth(k))) for k in range(0, drawn.count(), 3)]


def _shot(picture: Locator) -> bytes:
    return picture.screenshot()


def test_a_painted_street_looks_as_a_drawn_one(style_page: Page) -> None:
    style_page.goto("/styleguide/?part=states&language=nl")
    day = shots(style_page, "")
    sky = style_page.evaluate(SKY)
    style_page.emulate_media(color_scheme="dark")
    evening = shots(style_page, sky)
    sky = style_page.evaluate(SKY)
    style_page.emulate_media(color_scheme="light", forced_colors="active")
    forced = shots(style_page, sky)

    for look in (day, evening, forced):
        for drawn, painted in look:
            mean, share = apart(style_page, drawn, painted)
            assert mean < MEAN
            assert share < SHARE
    for one, other in ((day, evening), (day, forced)):
        mean, _ = apart(style_page, one[0][1], other[0][1])
        assert mean > MEAN
    label = style_page.locator("svg.s-film").first.get_attribute("aria-label")
    assert label
    expect(
        style_page.get_by_role("img", name=label, exact=True).and_(style_page.locator("canvas"))
    ).to_have_count(1)

"""Looks at a page with axe: all its rules in light, and the colours once more in dark."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"]}
COLOURS: dict[str, Any] = {**EVERYTHING, "runOnly": ["color-contrast", "link-in-text-block"]}
# Of screens that are not shown, an empty drawing stands there meanwhile: on a projector drawings are nine in ten of all
# elements, say nothing to anybody, and cost axe most of its time. What something else may point at, by its id, stays. Each is
# put away whole, as the page may go on with what is in it.
ASK = """async (options) => {
  const isAway = (drawing) => !drawing.checkVisibility() && !drawing.querySelector("[id]");
  const away = [...document.querySelectorAll("svg")].filter(isAway).map((drawing) => [drawing, drawing.cloneNode(false)]);
  for (const [drawing, stand] of away) drawing.replaceWith(stand);
  try {
    return (await axe.run(options)).violations;
  } finally {
    for (const [drawing, stand] of away) stand.replaceWith(drawing);
  }
}"""


def barriers(page: Page, state: str) -> list[str]:
    """Return what axe finds wrong with the page as it is now: one line per place, each with the rule and `state`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = _lines(page.evaluate(ASK, EVERYTHING), f"{state}, light")
    page.emulate_media(color_scheme="dark")
    found += _lines(page.evaluate(ASK, COLOURS), f"{state}, dark")
    page.emulate_media(color_scheme="light")
    return found


def _lines(violations: list[dict[str, Any]], state: str) -> list[str]:
    return [
        f"{state}: {rule['id']}: {node['target']} {' '.join(node['failureSummary'].split())}"
        for rule in violations
        for node in rule["nodes"]
    ]

"""Somebody without a pointer: goes through a page by keyboard, and sees where the focus is."""

from playwright.sync_api import Page, expect

MOST = 150  # stops on a page; more is a trap
# Of what has the focus: what it is, and what is wrong with how it stands there. Of an input that is drawn by its label,
# that; of a heading that a script went to, nothing has to be drawn.
STOP = """() => {
  const now = document.activeElement;
  if (now === document.body || now === null) return null;
  const isDrawn = ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const faces = [now];
  for (let next = now.nextElementSibling; next; next = next.nextElementSibling) faces.push(next);
  const isShown = faces.some((face) => ["", "::before"].some((part) => isDrawn(getComputedStyle(face, part))));
  const whole = now.closest("label") ?? now;
  const { left, right, top, bottom } = whole.getBoundingClientRect();
  const under = document.elementFromPoint((left + right) / 2, (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2);
  const isOnTop = under !== null && (whole.contains(under) || under.contains(whole));
  const wrong = [!isShown && "no outline", !isOnTop && `under ${under?.id || under?.className || "the edge"}`];
  const name = now.id || now.value || now.textContent.trim().slice(0, 30);
  return [`${now.tagName} ${name}`, wrong.filter(Boolean).join(", ")];
}"""


class Keys:
    """One page and a keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, key: str) -> None:
        """Press a key."""
        self.page.keyboard.press(key)

    def goes_to(self, selector: str) -> None:
        """Tab on from where the focus is, past the end of the page if need be, until it is on `selector`."""
        target = self.page.locator(selector).first
        expect(target).to_be_visible()
        for _ in range(2 * MOST):
            if target.evaluate("node => node === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"{selector} cannot be reached by keyboard")

    def has_focus(self, selector: str) -> None:
        """Wait until the focus is there."""
        expect(self.page.locator(selector)).to_be_focused()

    def walk(self) -> list[str]:
        """Tab from the top through the whole page and back again; return what is wrong, and fail where there is no end.

        The focus is on nothing afterwards.
        """
        wrong = []
        for key in ("Tab", "Shift+Tab"):
            self.page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
            for _ in range(MOST):
                self.press(key)
                stop = self.page.evaluate(STOP)
                if stop is None:
                    break
                wrong += [f"{key}: {stop[0]}: {stop[1]}"] if stop[1] else []
            else:
                raise AssertionError(f"no way out of the page with {key}; the last was {stop}")
        return wrong

    def walks(self, state: str) -> list[str]:
        """Walk, and return what is wrong with the name of this state before it."""
        return [f"{state}: {one}" for one in self.walk()]

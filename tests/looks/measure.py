"""What people read and do on a phone: words in sight, seconds at 200 words a minute and 1.5 s a tap, options in view; and
what each page weighs on its way.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Page, ViewportSize

WORDS_A_SECOND = 200 / 60
SECONDS_A_TAP = 1.5
SIZE: ViewportSize = {"width": 390, "height": 664}

# Words that are drawn; hidden ones, those of screen readers and those past the end of a shortened line are left out. One
# tap for each set of options and one for the button; options that lie whole between the header and the dock.
READ = """() => {
  const seen = (node) => node.checkVisibility({ visibilityProperty: true });
  const isClipped = (node) => node !== document.body &&
    (getComputedStyle(node).clipPath.startsWith("inset(50%") || isClipped(node.parentElement));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = [];
  const range = document.createRange();
  const endOf = (node) => !node ? Infinity
    : getComputedStyle(node).textOverflow === "ellipsis" ? node.getBoundingClientRect().right : endOf(node.parentElement);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest("script, style, template, svg, .visually-hidden, .role-badge, header, footer, noscript")) continue;
    if (isClipped(parent)) continue;
    const box = parent.getBoundingClientRect();
    if (!seen(parent) || box.width < 2 || box.height < 2) continue;
    const end = endOf(parent);
    for (const { 0: word, index } of walker.currentNode.textContent.matchAll(/\\S+/g)) {
      if (!/[\\p{L}\\p{N}]/u.test(word)) continue;
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + word.length);
      if (range.getBoundingClientRect().right <= end) words.push(word);
    }
  }
  const dock = document.querySelector("#dock, .dock");
  const bottom = dock && seen(dock) ? dock.getBoundingClientRect().top : innerHeight;
  const options = [...document.querySelectorAll("#tasks label, #funding label")].filter(seen);
  const inView = options.filter((node) => {
    const box = node.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= bottom + 1;
  });
  const taps = [...document.querySelectorAll("#tasks fieldset, #funding fieldset")].filter(seen).length;
  return { words: words.length, options: options.length, inView: inView.length, taps };
}"""


@dataclass(frozen=True)
class Measure:
    """What one phone shows in one state."""

    screen: str
    state: str
    words: int
    taps: int
    options: int
    in_view: int

    @property
    def seconds(self) -> float:
        """How long reading it all and choosing takes."""
        return (
            self.words / WORDS_A_SECOND + (self.taps + 1) * SECONDS_A_TAP
            if self.taps
            else self.words / WORDS_A_SECOND
        )


def measured(page: Page, screen: str, state: str) -> Measure:
    """Return what a page shows now, from its top."""
    page.evaluate("scrollTo(0, 0)")
    found = page.evaluate(READ)
    return Measure(screen, state, found["words"], found["taps"], found["options"], found["inView"])


@dataclass
class Measures:
    """All that was measured, in order."""

    lines: list[Measure] = field(default_factory=list)

    def take(self, page: Page, screen: str, state: str) -> None:
        """Measure a phone; other screens have nobody who reads against time."""
        if not screen.startswith("phone"):
            return
        page.set_viewport_size(SIZE)
        self.lines.append(measured(page, screen, state))

    def table(self) -> str:
        """Return the figures as lines of text."""
        head = f"{'phone':14}{'state':18}{'words':>6}{'seconds':>9}{'options in view':>18}"
        return "\n".join(
            [
                head,
                *(
                    f"{line.screen.removeprefix('phone-'):14}{line.state:18}{line.words:6}{line.seconds:9.0f}"
                    f"{f'{line.in_view} of {line.options}' if line.options else '':>18}"
                    for line in self.lines
                ),
            ]
        )


def weights() -> str:
    """Return what the scripts and style sheets of each page weigh in play, compressed, and how many files they are."""
    import django

    django.setup()
    from tests.web.test_weight import MOST, SCENARIOS, scripts_of, sheets_of, weight_of

    lines = []
    for page, most in MOST.items():
        for scenario in SCENARIOS:
            scripts, sheets = scripts_of(page, scenario), sheets_of(page, scenario)
            kilobytes = weight_of([*scripts, *sheets]) / 1000
            lines.append(
                f"{page:10}{scenario:8}{kilobytes:6.1f} kB of {most / 1000:.0f}"
                f" in {len(scripts)} + {len(sheets)} files"
            )
    return "\n".join(lines)

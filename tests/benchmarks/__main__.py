"""`python -m tests.benchmarks [choice] [lecture] [files] [paths] [layout]`: measure, and print one table."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from tests.benchmarks import choice, files, layout, lecture, paths
from tests.benchmarks.table import Line, as_text
from tests.browser.chromium import NoChromium

SECTIONS: dict[str, Callable[[int], tuple[str, list[Line]]]] = {
    "choice": choice.measure,
    "lecture": lecture.measure,
    "files": files.measure,
    "paths": paths.measure,
    "layout": layout.measure,
}


def main() -> None:
    """Measure the sections asked for, all when none is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "sections", nargs="*", metavar="SECTION", help=f"{', '.join(SECTIONS)}; all when left out"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often everything timed is repeated (3)")
    options = parser.parse_args()
    unknown = set(options.sections) - set(SECTIONS)
    if unknown or options.rounds < 1:
        parser.error(f"sections are {', '.join(SECTIONS)}; rounds are at least 1")
    chosen = [name for name in SECTIONS if name in options.sections or not options.sections]
    try:
        print(as_text(SECTIONS[name](options.rounds) for name in chosen))
    except NoChromium as missing:
        parser.exit(1, f"{missing}\n")


if __name__ == "__main__":
    main()

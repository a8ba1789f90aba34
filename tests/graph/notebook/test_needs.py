"""What a map needs to show itself in a notebook: nothing of a notebook."""

from __future__ import annotations

import subprocess
import sys


def test_nothing_of_a_notebook_is_needed() -> None:
    # In a process of its own: the tests of the app import pyvis, which brings IPython along.
    asks = "import graph, sys; assert graph.load_map()._repr_html_(); sys.exit('IPython' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asks], check=False).returncode == 0

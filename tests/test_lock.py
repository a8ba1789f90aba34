"""``requirements.lock`` is what a deployment installs; it must be in step with ``pyproject.toml``.

All of it is checked offline, against what the installed packages say of themselves. Where another version
than the pinned one is installed, its needs cannot be known, and only what can be known is asked.
"""

from __future__ import annotations

import re

from packaging.utils import canonicalize_name

from tests.locking import LOCK, direct, entries, needs_of, pins, walk

CURE = (
    "make the lock anew: uv pip compile pyproject.toml -o requirements.lock --universal "
    "--fork-strategy fewest --python-version 3.11 --generate-hashes --no-header --no-annotate"
)


def test_every_entry_has_an_exact_version_and_hashes():
    assert entries()
    for pin in entries():
        assert pin.version, f"{pin.name}: {CURE}"
        assert pin.hashes, f"{pin.name}: {CURE}"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in pin.hashes)


def test_no_package_is_pinned_twice():
    names = [pin.name for pin in entries()]
    assert sorted(set(names)) == names


def test_the_lock_names_no_address_and_no_machine():
    assert not re.search(r"://|@ |^-|#", LOCK.read_text("utf-8"), re.MULTILINE)


def test_every_direct_dependency_is_bounded_and_pinned_within_its_bounds():
    for need in direct():
        bounds = {clause.operator for clause in need.specifier}
        assert bounds & {"<", "==", "~="}, f"{need.name} has no upper bound in pyproject.toml"
        assert need.specifier.contains(pins()[canonicalize_name(need.name)].version), CURE


def test_whatever_the_pinned_packages_need_is_pinned_to_suit_them():
    for who, need in walk():
        name = canonicalize_name(need.name)
        assert name in pins(), f"{who} needs {need}, which is not pinned; {CURE}"
        assert need.specifier.contains(pins()[name].version, prereleases=True), f"{who} needs {need}; {CURE}"


def test_nothing_is_pinned_that_nothing_needs():
    needed = {canonicalize_name(need.name) for _, need in walk()}
    unknown = [name for name in needed & set(pins()) if needs_of(name) is None]
    # With another version installed somewhere, what it needs in the pinned one is not known here.
    assert unknown or set(pins()) == needed, CURE

"""What ``therefore serve`` cannot be told: answered in words and code 2, never with a trace."""

from __future__ import annotations

import pytest

from tests.app.command_line import therefore_here

HOSTS = {
    "no text": "\udcff\udcfe",
    "half a surrogate pair": "caf\udcc3",
    "64 letters": f"{'a' * 64}.example",
    "an empty part": "a..b",
    "a dot": ".",
    "nothing": "",
    "endless": "a" * 5_000,
    "half an address": "[::1",
    "a port in it": "127.0.0.1:80",
}


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS)
def test_what_is_no_host_is_refused_with_the_cure(host, example_folder):
    done = therefore_here("serve", "--host", host, "--map", example_folder)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "--host 127.0.0.1" in done.stderr
    assert len(done.stderr) < 500


@pytest.mark.parametrize("port", ["-1", "65536", "99999999", "1e3", "٨٠", "8_501", "", "9" * 5_000, "\udcff"])
def test_what_is_no_port_is_refused_with_the_range(port):
    done = therefore_here("serve", "--port", port)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "0 to 65535" in done.stderr or "expected one argument" in done.stderr
    assert len(done.stderr) < 500


@pytest.mark.parametrize(
    "command", [("serve",), ("find", "rain"), ("paths", "rain")], ids=lambda command: command[0]
)
@pytest.mark.parametrize("second", ["other", "same"])
def test_two_maps_are_refused_and_not_one_of_them_passed_over(command, second, example_folder, tmp_path):
    other = example_folder if second == "same" else tmp_path
    done = therefore_here(*command, "--map", example_folder, "--map", other)
    assert done.returncode == 2
    assert "argument --map: it was given twice" in done.stderr
    assert done.stdout == ""

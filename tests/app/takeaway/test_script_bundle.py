"""Our scripts in one piece."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.takeaway.script_bundle import STATIC, bundle


def folder(path: Path, **modules: str) -> Path:
    for name, code in modules.items():
        (path / f"{name}.js").write_text(code, "utf-8")
    return path


def test_a_module_stands_before_those_that_need_it_and_only_once(tmp_path: Path) -> None:
    made = bundle(
        "a",
        folder(
            tmp_path,
            a='import { b } from "./b.js";\nimport { c } from "./c.js";\nb(c);',
            b='import { c } from "./c.js";\nexport function b() { return c; }',
            c="export const c = 1;",
        ),
    )
    assert made.index("module_c =") < made.index("module_b =") < made.index("module_a =")
    assert made.count("module_c = (") == 1
    assert "import" not in made
    assert "export" not in made


@pytest.mark.parametrize(
    "code",
    [
        'import b from "./b.js";',
        'import * as b from "./b.js";',
        'import { b as c } from "./b.js";',
        'import {\n  b,\n} from "./b.js";',
        'import { b } from "elsewhere";',
        "export { b };",
        "export default class {}",
    ],
)
def test_another_form_of_import_or_export_is_refused_by_name(tmp_path: Path, code: str) -> None:
    with pytest.raises(ValueError, match=r"a\.js: cannot bundle"):
        bundle("a", folder(tmp_path, a=code, b="export const b = 1;"))


def test_a_circle_is_refused_and_shown(tmp_path: Path) -> None:
    circle = folder(
        tmp_path,
        a='import { b } from "./b.js";\nexport const a = 1;',
        b='import { a } from "./a.js";\nexport const b = 1;',
    )
    with pytest.raises(ValueError, match="a imports b imports a: a circle"):
        bundle("a", circle)


def test_every_script_of_the_page_that_is_a_module_can_be_bundled() -> None:
    for path in STATIC.rglob("*.js"):
        made = bundle(path.relative_to(STATIC).with_suffix("").as_posix())
        assert not [line for line in made.splitlines() if line.startswith(("import ", "export "))]

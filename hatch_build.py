"""The compiled wheel: the modules on which reading spends its time, made into machine code by mypyc.

Off unless HATCH_BUILD_HOOK_ENABLE_CUSTOM=true, as `make compiled` sets it: every other build and install is pure Python
and needs no compiler. The sources stay in the wheel beside what was made of them; nothing is written into the tree.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from setuptools import Distribution  # before mypyc, which asks which of the two is there

from mypyc.build import mypycify  # isort: skip


def modules(root: Path, patterns: list[str]) -> list[str]:
    """The modules to compile; a folder's __init__ only names what stands in it."""
    found = {path for pattern in patterns for path in root.glob(pattern) if path.name != "__init__.py"}
    return sorted(str(path.relative_to(root)) for path in found)


class CompiledWheel(BuildHookInterface[Any]):
    """Compiles what `compile` names under [tool.hatch.build.targets.wheel.hooks.custom]."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            raise ValueError("An editable install is never compiled: what is compiled would not follow the sources.")
        self._made = Path(mkdtemp(prefix="dragoman-compiled-"))
        os.chdir(self.root)
        extensions = mypycify(
            [f"--cache-dir={self._made / 'types'}", *modules(Path(self.root), self.config["compile"])],
            opt_level="1",  # measured as fast as 2, and compiled sooner
            debug_level="0",
            multi_file=True,
            target_dir=str(self._made / "c"),
            group_name="dragoman",
        )
        compiler = Distribution({"name": "dragoman", "ext_modules": extensions}).get_command_obj("build_ext")
        compiler.build_temp, compiler.build_lib = str(self._made / "objects"), str(self._made / "lib")
        compiler.ensure_finalized()
        compiler.run()
        libraries = self._made / "lib"
        made = [path for path in libraries.rglob("*") if path.is_file()]
        build_data["force_include"] |= {str(path): str(path.relative_to(libraries)) for path in made}
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        shutil.rmtree(self._made)

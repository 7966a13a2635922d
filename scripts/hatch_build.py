"""The build hook of the wheel: it adds the parse tables, so that an installed cablegrammar starts at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WRITE = """
import sys
from pathlib import Path
from cablegrammar import blocks, repairing, streaming
from cablegrammar.tabulating import write_tables

for starts in (blocks.STARTS, streaming.STARTS, repairing.STARTS):
    write_tables(starts, Path(sys.argv[1]))
"""


class Tables(BuildHookInterface[Any]):
    """Writes the tables of the Python that builds the wheel; with others they are built on first use."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the files of the wheel are gathered."""
        if version == "editable":
            return
        self.folder = TemporaryDirectory()
        subprocess.run([sys.executable, "-c", WRITE, self.folder.name], cwd=self.root, check=True)
        for path in Path(self.folder.name).iterdir():
            build_data["force_include"][str(path)] = f"cablegrammar/tables/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called when the wheel is there."""
        if version != "editable":
            self.folder.cleanup()

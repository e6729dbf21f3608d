"""merge_figures.py FOLDER OUT: the benches' own JSON files as one, {bench: {figure: …}}."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(folder: Path, out: Path) -> None:
    merged = {file.stem: json.loads(file.read_text())["figures"] for file in sorted(folder.glob("*.json"))}
    out.write_text(json.dumps(merged, indent=1) + "\n")
    sys.stdout.write(f"{out}: {sum(map(len, merged.values()))} figures\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""What this installation has: assets, benches, and whether it works at all."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from app.cli.output import Output, path_argument, speaks, table


@click.group()
def assets() -> None:
    """Weights and samples that are fetched, not shipped."""


@assets.command("list")
@speaks
def list_(output: Output) -> None:
    """Lists the assets and whether they are here."""
    output.emit(*_listed())


def _listed() -> tuple[dict[str, Any], str]:
    from core import assets as core_assets

    rows: list[dict[str, Any]] = []
    for asset in core_assets.assets():
        here = core_assets.installed(asset.name)
        rows.append(
            {
                "name": asset.name,
                "title": asset.title,
                "source": asset.source,
                "licence": asset.licence,
                "sha256": asset.sha256,
                "size": asset.size,
                "path": None if here is None else str(here),
            }
        )
    absent = {
        asset.name: "to be imported" if asset.yours else "on request" if asset.optional else "to be fetched"
        for asset in core_assets.assets()
    }
    cells = [
        [row["name"], "here" if row["path"] else absent[row["name"]], f"{row['size'] / 1e6:.1f} MB", row["title"]]
        for row in rows
    ]
    return {"assets": rows}, table(["Name", "State", "Size", "What it is"], cells, right="  r")


@assets.command()
@click.argument("names", metavar="[NAME…]", nargs=-1)
@speaks
def fetch(output: Output, names: tuple[str, ...]) -> None:
    """Downloads assets (all but optional ones, unless named), checks and installs them."""
    from core import assets as core_assets

    names = names or tuple(asset.name for asset in core_assets.assets() if not (asset.yours or asset.optional))
    for name in names:
        core_assets.asset(name)
    for name in names:
        output.run(core_assets.fetch(name))
    output.emit(*_listed())


@assets.command("import")
@click.argument("name")
@click.argument("file", type=path_argument)
@speaks
def import_(output: Output, name: str, file: Path) -> None:
    """Installs an asset from a file that was downloaded elsewhere, or that only you have."""
    from core import assets as core_assets

    here = core_assets.import_file(name, file)
    output.emit({"name": name, "path": str(here)}, f"{name} is in {here}.")


@click.command()
@click.argument("name", required=False)
@speaks
def bench(output: Output, name: str | None) -> None:
    """Measures how fast something is on this computer; without NAME, lists what can be measured."""
    from app.benches import BENCHES, figures

    if name is None:
        output.emit({"benches": list(BENCHES)}, "\n".join(BENCHES))
        return
    found = figures(name)
    rows = [
        [key, f"{f.value:,.3f}", f.unit, "" if f.ratio is None else f"{f.ratio:.3f}", f.against]
        for key, f in found.items()
    ]
    document = {"figures": {key: asdict(figure) for key, figure in found.items()}}
    output.emit(document, table(["Figure", "Value", "Unit", "Ratio", "Against"], rows, right=" r r"))


@click.command()
@click.option("--screenshot", type=path_argument, metavar="PNG", help="Also keep a picture of the window.")
@speaks
@click.pass_context
def selftest(context: click.Context, output: Output, screenshot: Path | None) -> None:
    """Opens the real window unseen, does the whole job on the sample, and says whether all is well."""
    from app import selftest as test

    lines: list[str] = []

    def say(text: str) -> None:
        lines.append(text)
        if not output.json:
            click.echo(text)

    passed = test.run(screenshot, say)
    if output.json:
        output.emit({"passed": passed, "steps": lines}, "")
    context.exit(0 if passed else 1)

"""`models`: the networks, their forms, and the weights that are here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from app.cli.output import Output, speaks, table

if TYPE_CHECKING:
    from app.tasks import ModelChoice, WeightsChoice


@click.command()
@speaks
def models(output: Output) -> None:
    """Lists the networks: what they give, their forms with parameters, and their weights."""
    from app import tasks

    choices = tasks.model_choices()
    lines = [line for choice in choices for line in _lines(choice)]
    heads = ["Name", "Form", "Parameters", "Gives", "Weights", "What it is"]
    text = table(heads, lines, right="  r")
    output.emit({"models": [_document(choice) for choice in choices]}, text)


def _document(choice: ModelChoice) -> dict[str, Any]:
    here = [one for one in choice.weights if one.file or not one.missing]
    return {
        "name": choice.name,
        "title": choice.title,
        "paper": choice.paper,
        "gives": list(choice.gives),
        "parameters": choice.forms["paper"],
        "sizes": dict(choice.forms),
        "checkpoints": [one.name for one in here],
        "weights": [_weights(one) for one in choice.weights],
        "missing": choice.missing or None,
        "reproduce": choice.trains or None,
    }


def _weights(one: WeightsChoice) -> dict[str, Any]:
    return {
        "name": one.name,
        "origin": one.origin,
        "form": one.form,
        "path": str(one.file) if one.file else None,
        "labels": len(one.finds),
        "notes": one.notes,
        "missing": one.missing or None,
    }


def _lines(choice: ModelChoice) -> list[list[str]]:
    """A line for each form: the paper's size first, the others named as such."""
    return [
        [
            choice.name if form == "paper" else "",
            form,
            f"{parameters:,}",
            ", ".join(choice.gives) if form == "paper" else "",
            _state(choice, form),
            choice.title if form == "paper" else "",
        ]
        for form, parameters in choice.forms.items()
    ]


def _state(choice: ModelChoice, form: str) -> str:
    """The weights there are for a form; what to do where there are none for any."""
    mine = [one for one in choice.weights if one.form == form]
    here = ", ".join(_said(one) for one in mine)
    return here or ("to be trained" if form == "paper" and not choice.weights else "–")


def _said(one: WeightsChoice) -> str:
    """`i3d-kinetics400 (here)`, `flow (shipped)`, `mobahi2009 (trained here)`."""
    if one.origin == "asset":
        return f"{one.name} ({('to be imported' if one.imported else 'to be fetched') if one.missing else 'here'})"
    lacks = f", {one.asset or 'its features'} missing" if one.missing else ""
    return f"{one.name} ({one.origin}{lacks})"

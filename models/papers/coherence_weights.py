"""The weights of mobahi2009 that ship with the program."""

from models.papers.report import Job


def ship(job: Job) -> None:
    return None

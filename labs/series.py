"""A measure of a lab through the years."""

from dataclasses import dataclass

from .cells import Cell, figure_cell
from .figure import LabFigure
from .lab import Lab


@dataclass(frozen=True)
class Point:
    """A figure of one year; `year` is None where the source gives none."""

    year: int | None
    cell: Cell
    figure: LabFigure


@dataclass(frozen=True)
class Series:
    """A measure with more than one figure, newest first, those without a year last."""

    measure: str
    label: str
    points: list[Point]


def series_of(figures: list[LabFigure]) -> list[Series]:
    """Return the measures that have figures of more than one year, in the order of the measures."""
    result = []
    for measure in LabFigure.Measure:
        own = [figure for figure in figures if figure.measure == measure]
        if len(own) > 1:
            own.sort(key=lambda figure: figure.year or 0, reverse=True)
            points = [Point(figure.year, figure_cell(figure), figure) for figure in own]
            result.append(Series(measure.value, str(measure.label), points))
    return result


def series_of_lab(lab: Lab) -> list[Series]:
    """Return the series of a lab; one query, none where its figures are read already."""
    return series_of(list(lab.figures.all()))

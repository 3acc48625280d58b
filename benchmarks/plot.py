"""A plot of full builds: seconds over records, both axes logarithmic, as SVG."""

from __future__ import annotations

from html import escape
from math import ceil, floor, log10
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.results import Results

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 60, 190, 20, 50

_STYLE = """
    svg { font: 13px system-ui, sans-serif; background: #fff }
    text { fill: #222 } .axis { stroke: #ccc }
    .s0 { stroke: #0b62b8; fill: #0b62b8 } .s1 { stroke: #b3261e; fill: #b3261e }
    .s2 { stroke: #5f6b00; fill: #5f6b00 } .s3 { stroke: #7a3ea8; fill: #7a3ea8 }
    path { fill: none !important; stroke-width: 2 } text[class] { stroke: none }
    @media (prefers-color-scheme: dark) {
      svg { background: #14181d } text { fill: #e6e6e6 } .axis { stroke: #444 }
      .s0 { stroke: #7cb8ff; fill: #7cb8ff } .s1 { stroke: #ff9a8f; fill: #ff9a8f }
      .s2 { stroke: #cfdc5a; fill: #cfdc5a } .s3 { stroke: #d3a6f5; fill: #d3a6f5 }
    }"""

Point = tuple[float, float]


def plot(results: Results) -> str:
    """The SVG; a line for each generator, with its name at the end."""
    lines: dict[str, list[Point]] = {}
    for size in results.sizes:
        for name, seconds in size.seconds.items():
            lines.setdefault(name, []).append((size.records, median(seconds)))
    points = [point for line in lines.values() for point in line]
    scale = _Scale(points)
    said = "; ".join(
        f"{name}: " + ", ".join(f"{y:.1f} s for {x:g}" for x, y in line)
        for name, line in lines.items()
    )
    body = "\n".join([*scale.axes(sorted({x for x, _ in points})), *_drawn(lines, scale)])
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title desc">
  <title id="title">Wall time of a full build over the number of records</title>
  <desc id="desc">Seconds by number of records. {escape(said)}.</desc>
  <style>{_STYLE}
  </style>
{body}
</svg>
"""


class _Scale:
    """Places points between the axes."""

    def __init__(self, points: list[Point]) -> None:
        xs, ys = [log10(x) for x, _ in points], [log10(y) for _, y in points]
        self._x, self._x_span = min(xs), (max(xs) - min(xs)) or 1.0
        self._decades = range(floor(min(ys)), max(ceil(max(ys)), floor(min(ys)) + 1) + 1)

    def place(self, point: Point) -> Point:
        span = self._decades[-1] - self._decades[0]
        x = LEFT + (log10(point[0]) - self._x) / self._x_span * (WIDTH - LEFT - RIGHT)
        y = HEIGHT - BOTTOM - (log10(point[1]) - self._decades[0]) / span * (HEIGHT - TOP - BOTTOM)
        return round(x, 1), round(y, 1)

    def axes(self, sizes: list[float]) -> Iterator[str]:
        for decade in self._decades:
            y = self.place((sizes[0], 10.0**decade))[1]
            yield f'  <line class="axis" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>'
            yield f'  <text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{10.0**decade:g} s</text>'
        for size in sizes:
            x = self.place((size, 1.0))[0]
            yield f'  <text x="{x}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:g}</text>'
        middle = (LEFT + WIDTH - RIGHT) / 2
        yield f'  <text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">records</text>'


def _drawn(lines: dict[str, list[Point]], scale: _Scale) -> Iterator[str]:
    """Moves overlapping names apart."""
    taken: list[float] = []
    for number, (name, line) in enumerate(lines.items()):
        places = [scale.place(point) for point in line]
        path = " L".join(f"{x} {y}" for x, y in places)
        yield f'  <path class="s{number}" d="M{path}"/>'
        yield from (f'  <circle class="s{number}" cx="{x}" cy="{y}" r="3.5"/>' for x, y in places)
        x, y = places[-1]
        while any(abs(y - other) < 16 for other in taken):
            y += 4
        taken.append(y)
        yield f'  <text class="s{number}" x="{x + 10}" y="{y + 4}">{escape(name)}</text>'

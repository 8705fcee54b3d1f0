"""The few SVG words the charts are drawn with. Numbers come from us, every text is escaped."""

from html import escape

from django.utils.safestring import SafeString, mark_safe


def text(x: float, y: float, words: str, look: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{look}" text-anchor="{anchor}">{escape(words)}</text>'


def rect(x: float, y: float, width: float, height: float, look: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" class="{look}"/>'


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{look}"/>'


def picture(
    id_: str, size: tuple[float, float], words: tuple[str, str], parts: list[str], *, role: str = "img"
) -> SafeString:
    """A picture; ``words`` are its title and its description for those who cannot see it."""
    (width, height), (title, desc) = size, words
    return mark_safe(  # noqa: S308 - texts are escaped here and in ``text``
        f'<svg id="{id_}" class="chart" viewBox="0 0 {width:.0f} {height:.0f}" role="{role}" '
        f'aria-labelledby="{id_}-t {id_}-d" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{id_}-t">{escape(title)}</title><desc id="{id_}-d">{escape(desc)}</desc>'
        f"{''.join(parts)}</svg>"
    )

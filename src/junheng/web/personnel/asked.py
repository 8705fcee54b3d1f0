"""What the forms of a rotation say, read strictly."""

from datetime import date

from django.http import HttpRequest

from junheng.web.kit.refusal import Refusal

MOST_FILES = 8


def day_in(request: HttpRequest, name: str) -> date | None:
    """A day of a form, None where the field is empty.

    Raises:
        Refusal: (422) it is none.
    """
    said = request.POST.get(name, "").strip()
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError as fault:
        raise Refusal(f"“{said}”不是日期。", f"“{said}” is no date.", status=422) from fault


def files_in(request: HttpRequest) -> list[tuple[str, bytes]]:
    """The files of a form by name and content.

    Raises:
        Refusal: (422) none, or too many.
    """
    given = request.FILES.getlist("files")
    if not 0 < len(given) <= MOST_FILES:
        raise Refusal(f"请选择 1 至 {MOST_FILES} 个文件。", f"Choose 1 to {MOST_FILES} files.", status=422)
    return [(one.name or "", one.read()) for one in given]

"""What the forms of a rotation say, read strictly."""

from datetime import date

from django.http import HttpRequest

from junheng.web.kit.refusal import Refusal


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

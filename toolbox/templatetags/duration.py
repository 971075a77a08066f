"""Say long durations in hours."""

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def hours(minutes: int) -> str:
    """Return minutes as hours to the nearest half, with the reader's decimal sign: '2,5'."""
    halves = round(minutes / 30)
    return number_format(halves / 2, decimal_pos=halves % 2)

"""Where things stand in a picture: plain numbers that know nothing of labs, languages or Django.

All pictures are `WIDTH` units wide with letters of `LETTER` units, so that a picture shown 358 px wide
(a phone of 390 px) has letters of 12 px. On wide screens `static/css/src/components/chart.css` makes the
letters smaller in proportion, never larger: what fits here fits there.
"""

WIDTH = 480
LETTER = 16
LINE = 20

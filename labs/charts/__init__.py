"""Pictures of the benchmark, drawn on the server as SVG that the site's stylesheet dresses.

A builder computes a picture in the reader's language; `{% include "labs/charts/<name>.html" with chart=... %}`
draws it, with its unknowns beside it and the same figures in a table below it. Give a builder rows with
their figures (and `figures__shares__organisation`, `bodies__organisations` for the last two) prefetched: no
builder or template asks the database for more. Pass `None` or nothing and a template draws nothing.

| Builder                                       | Gives         | Template                          |
|-----------------------------------------------|---------------|-----------------------------------|
| `build_scatter(rows)`                         | `Scatter`     | `labs/charts/scatter.html`        |
| `build_bars(rows, "budget")`, `(rows, "staff")` | `Bars`      | `labs/charts/bars.html`           |
| `build_timeline(rows)`                        | `Timeline`    | `labs/charts/timeline.html`       |
| `build_country_map(rows)`                     | `CountryMap`  | `labs/charts/country_map.html`    |
| `build_governance(row)`                       | `Governance`  | `labs/charts/governance.html`     |
| `build_share_bar(row)`                        | `ShareBar` or None | `labs/charts/share_bar.html` |

`geometry/` holds what places things, in plain numbers. Ids on the page start with `chart.key`, so one page
may hold each picture once, and those of one lab once per lab. The templates need `request` in their context
(for `{% record_url %}`).
"""

from .bars import Bars, build_bars
from .country_map import CountryMap, build_country_map
from .governance import Governance, build_governance
from .scatter import Scatter, build_scatter
from .share_bar import ShareBar, build_share_bar
from .timeline import Timeline, build_timeline

__all__ = [
    "Bars",
    "CountryMap",
    "Governance",
    "Scatter",
    "ShareBar",
    "Timeline",
    "build_bars",
    "build_country_map",
    "build_governance",
    "build_scatter",
    "build_share_bar",
    "build_timeline",
]

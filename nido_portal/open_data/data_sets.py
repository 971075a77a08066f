"""What the portal gives as open data: each data set with its files, in words for people and for catalogues."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

API = "/api/v1"
OPENAPI = f"{API}/openapi.json"
LANGUAGES = ("nl", "fr", "de", "en")


@dataclass(frozen=True)
class Licence:
    """A licence: its name, its address, and its code in the EU's list of licences."""

    name: str
    url: str
    code: str


CC0 = Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0")
CC_BY = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "CC_BY_4_0")


@dataclass(frozen=True)
class Format:
    """A format: its name for people, its media type (IANA) and its code in the EU's list of file types."""

    name: str
    media_type: str
    file_type: str


CSV = Format("CSV", "text/csv", "CSV")
XLSX = Format("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX")
JSON = Format("JSON", "application/json", "JSON")
ATOM = Format("Atom", "application/atom+xml", "ATOM")


@dataclass(frozen=True)
class File:
    """A way to get a data set: a file to download, or a list of the API.

    `address` has `{language}` where the language goes.
    """

    format: Format
    address: str
    description: str | Promise
    is_api: bool = False

    def path(self, language: str) -> str:
        """Return the path of the file in a language (ISO 639-1)."""
        return self.address.format(language=language)


@dataclass(frozen=True)
class DataSet:
    """One data set.

    `page_type` is the kind of page on which people read it; `word` the part below it, if any. `place` is the
    region that it is about, in the EU's vocabulary. Without a `licence` the rights of the sources hold.
    """

    key: str
    title: str | Promise
    description: str | Promise
    keywords: tuple[str | Promise, ...]
    files: tuple[File, ...]
    page_type: str
    word: str = ""
    place: str = "country/BEL"
    licence: Licence | None = None
    codebook: tuple[File, ...] = ()


def _from_api(name: str) -> File:
    return File(JSON, f"{API}/{name}?lang={{language}}", _("From the API, page by page."), is_api=True)


CODEBOOK = (
    File(CSV, "/open-data/codebook.csv?lang={language}", _("What every column and code means.")),
    File(JSON, "/open-data/codebook.json?lang={language}", _("What every column and code means.")),
)

DATA_SETS = (
    DataSet(
        "labs",
        _("Innovation labs of governments: role, governance and resources"),
        _(
            "Labs, agencies, communities and networks for innovation in government, with what they do, who decides, "
            "their budget and staff, and the source of each figure. What isn't known is said to be unknown, and why."
        ),
        (_("innovation labs"), _("governance"), _("budget"), _("staff"), _("benchmark")),
        (
            File(CSV, "/open-data/labs.csv?lang={language}", _("The whole table, one lab a line.")),
            File(XLSX, "/open-data/labs.xlsx?lang={language}", _("The whole table as a workbook, with the codebook.")),
            File(JSON, "/open-data/labs.json?lang={language}", _("The whole table, each fact with all its parts.")),
            _from_api("labs"),
        ),
        "labs.LabIndexPage",
        place="continent/EUROPE",
        licence=CC0,
        codebook=CODEBOOK,
    ),
    DataSet(
        "changes",
        _("Changes of the figures of innovation labs"),
        _("Which figure changed when, from what to what, and on which source."),
        (_("innovation labs"), _("changes")),
        (File(ATOM, "/open-data/changes-{language}.atom", _("The latest changes, as a feed.")),),
        "labs.LabIndexPage",
        word="changes",
        place="continent/EUROPE",
        licence=CC0,
    ),
    DataSet(
        "phases",
        _("The innovation cycle"),
        _("The six phases of an innovation project in a public service, with questions that guide and pitfalls."),
        (_("innovation cycle"), _("method")),
        (_from_api("phases"),),
        "toolbox.CyclePage",
    ),
    DataSet(
        "tools",
        _("Tools for innovation in public services"),
        _("Methods with their steps, duration in minutes, size of the group, and points to mind in Belgium."),
        (_("toolbox"), _("method"), _("innovation")),
        (_from_api("tools"),),
        "toolbox.ToolIndexPage",
        licence=CC_BY,
    ),
    DataSet(
        "sessions",
        _("Inspiration sessions and events"),
        _("When they were, who spoke, and what was said there, as reported speech."),
        (_("inspiration sessions"), _("events"), _("speakers")),
        (_from_api("sessions"),),
        "inspiration.SessionIndexPage",
    ),
    DataSet(
        "questions",
        _("Questions and answers of experts"),
        _("Questions from public services and what experts answered, as reported speech."),
        (_("questions"), _("experts")),
        (_from_api("questions"),),
        "inspiration.QuestionIndexPage",
    ),
)

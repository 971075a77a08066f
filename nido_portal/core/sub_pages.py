"""Pages below a page of the tree that are neither pages nor records, such as the comparison of labs."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class SubPage:
    """A page below an index page; the last part of its address is the same word in all languages.

    `query` is the part of the query string that makes it a page of its own, such as `?labs=ric,labx`:
    it belongs to its canonical address. `summary` describes it to machines.
    """

    word: str
    title: str | Promise
    summary: str | Promise = ""
    query: str = ""

    def __str__(self) -> str:
        return str(self.title)

    def address(self, language: str) -> str:
        """Return the last part of the address in a language (ISO 639-1)."""
        return self.word

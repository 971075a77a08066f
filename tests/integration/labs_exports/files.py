"""Files of the benchmark, fetched and read back into the same shape: cells by lab and column."""

import csv
import io
import json
from typing import Any

from django.test import Client
from openpyxl import Workbook, load_workbook

LANGUAGES = ("nl", "fr", "de", "en")

Cells = dict[str, dict[str, Any]]


def fetch(client: Client, name: str, **parameters: Any) -> bytes:
    response = client.get(f"/open-data/{name}", parameters)
    assert response.status_code == 200, response.content.decode()
    return response.content


def csv_cells(content: bytes) -> Cells:
    lines = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return {line["code"]: line for line in lines}


def workbook(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def xlsx_cells(content: bytes) -> Cells:
    heading, *lines = workbook(content)["data"].iter_rows(values_only=True)
    return {line[0]: dict(zip(heading, line, strict=True)) for line in lines}


def json_cells(content: bytes) -> Cells:
    """Return the facts of a JSON file under the columns' names of the others."""
    cells: Cells = {}
    for lab in json.loads(content)["labs"]:
        cells[lab["code"]] = {"code": lab["code"], "website": lab["website"]}
        for key, fact in lab["facts"].items():
            cells[lab["code"]] |= {f"{key}_{part}": value for part, value in fact.items() if part != "text"}
            cells[lab["code"]][key] = fact["text"]
    return cells

"""YAML, JSON and CSV to positioned plain data, and the one strict way of reading it.

Nothing here knows what the data mean. PyYAML is imported when the first YAML text is parsed.
"""

from govflow.reading.csv_source import Columns, Heading, Table, csv_header, parse_csv
from govflow.reading.json_source import parse_cell, parse_json
from govflow.reading.limits import CSV_BYTES, DOCUMENT_BYTES, LARGE_DOCUMENT_BYTES
from govflow.reading.node import Entry, Label, Node
from govflow.reading.problems import Problems
from govflow.reading.record import REQUIRED, Reader, Record, Required
from govflow.reading.source import read_bytes, read_document, read_text
from govflow.reading.text import shown, text_problem
from govflow.reading.yaml_source import parse_yaml

__all__ = [
    "CSV_BYTES",
    "DOCUMENT_BYTES",
    "LARGE_DOCUMENT_BYTES",
    "REQUIRED",
    "Columns",
    "Entry",
    "Heading",
    "Label",
    "Node",
    "Problems",
    "Reader",
    "Record",
    "Required",
    "Table",
    "csv_header",
    "parse_cell",
    "parse_csv",
    "parse_json",
    "parse_yaml",
    "read_bytes",
    "read_document",
    "read_text",
    "shown",
    "text_problem",
]

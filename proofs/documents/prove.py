"""Holds every figure in one form against the same figure in the others, and the documents against what reads them."""

import csv
import datetime
import hashlib
import http.client
import io
import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
import urllib.parse
import urllib.request
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import docx
import frictionless
import openpyxl

DAY, FROM, TO = "2015-11-23", "2015-01-01", "2015-12-31"
# A heading row that is repeated on the next page is an artifact, as the standard asks; "WHO-5" is a heading and no reference number.
NOT_ASKED = "TAG-002,HDG-010"
faults = []
counts = {}


def check(what, holds, told=""):
    counts[what] = counts.get(what, 0) + 1
    if not holds:
        faults.append(f"{what}: {told}")


# ---- The program ----


class Program:
    """The executable over a demo of its own."""

    def __init__(self, path, folder):
        self.path, self.folder = path, folder
        self.place = ["--data", str(folder / "data"), "--key-file", str(folder / "key")]
        self.environment = {"LC_ALL": "da_DK.UTF-8", "PATH": "/usr/bin:/bin", "TMPDIR": str(folder)}
        self.serving = None

    def says(self, *words):
        done = subprocess.run([self.path, *words, *self.place], env=self.environment, capture_output=True)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(words)} answered {done.returncode}: {done.stderr.decode()}")
        return done.stdout

    def starts(self, words, ready):
        """Starts a server and gives what it said by the time it was ready."""
        log = open(self.folder / "said", "w+b")
        self.serving = subprocess.Popen([self.path, *words, *self.place], env=self.environment, stdout=log, stderr=log)
        for _ in range(600):
            said = (self.folder / "said").read_text()
            if ready in said:
                return said
            if self.serving.poll() is not None:
                break
            time.sleep(0.1)
        raise SystemExit(f"{words[0]} did not start: {said}")

    def stops(self):
        if self.serving and self.serving.poll() is None:
            self.serving.terminate()
            self.serving.wait(20)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


# ---- Tables, out of each form ----


def of_csv(text):
    """The tables of a file: header and rows. A line with one cell above a header is the table's title."""
    tables, block = [], []
    for row in [*csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"), []]:
        if row:
            block.append(row)
            continue
        if len(block) > 1 and len(block[0]) == 1 and len(block[1]) > 1:
            block = block[1:]
        if block:
            tables.append(block)
        block = []
    return tables


def of_xlsx(path):
    """The tables of a workbook; the last sheet holds words."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets[:-1]:
        check("a sheet's first row stays", sheet.freeze_panes == "A2", f"{path.name} {sheet.title}")
    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets[:-1]]


def of_docx(path):
    """The tables of a document, and the texts of its headings."""
    read = docx.Document(str(path))
    for table in read.tables:
        first = table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        check("a table's first row is its header", len(first) == 1, path.name)
    styled = all(paragraph.style is not None for paragraph in read.paragraphs)
    check("every paragraph has a style that is there", styled, path.name)
    headings = [paragraph.text for paragraph in read.paragraphs if paragraph.style and paragraph.style.name.startswith("Heading")]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in read.tables], headings


def of_pdf(path):
    """The tables of a PDF, as its tags tell them to who does not see it."""
    told = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True).stdout.decode("utf-8", "replace")
    tables = []
    for line in told.splitlines():
        word = line.strip()
        if re.match(r"Table\b", word):
            tables.append([])
        elif re.match(r"TR\b", word):
            tables[-1].append([])
        elif re.match(r"(TH|TD)\b", word):
            tables[-1][-1].append("")
        elif re.match(r"(P|H\d|Figure|L|Document|Sect)\b", word) and "(block)" in word and not line.startswith(" " * 8):
            pass
        elif tables and tables[-1] and tables[-1][-1] and word.startswith('"') and word.endswith('"') and line.startswith(" " * 10):
            tables[-1][-1][-1] += word[1:-1]
    return tables


class Page(HTMLParser):
    """The tables of a page, by caption."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.cell, self.caption, self.skip = {}, None, None, 0
        self.rows = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.rows, self.caption = [], ""
        elif tag == "caption" and self.rows is not None:
            self.cell = "caption"
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self.cell = "cell"

    def handle_endtag(self, tag):
        if tag == "table" and self.rows is not None:
            self.tables.setdefault(self.caption.strip(), self.rows)
            self.rows = None
        elif tag in ("td", "th", "caption"):
            self.cell = None

    def handle_data(self, data):
        if self.cell == "caption":
            self.caption += data
        elif self.cell == "cell" and self.rows:
            self.rows[-1][-1] += data


# ---- Cells, one against another ----


def tight(text):
    """A text without what setting it may change: breaks, blanks and soft hyphens."""
    return re.sub(r"[\s\u00ad\u200b]", "", text)


def number(text):
    """What a Danish number says, and with how many decimals; none where it is no number."""
    found = re.fullmatch(r"([-\u2212]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?( ?%)?", text)
    if not found:
        return None
    value = float(found[2].replace(".", "") + "." + (found[3] or "0"))
    return (-value if found[1] else value) / (100 if found[4] else 1), len(found[3] or "") + (2 if found[4] else 0)


def same(text, value):
    """Whether a cell of a workbook holds what its text says."""
    if isinstance(value, (datetime.datetime, datetime.date)):
        return text == f"{value.day}.{value.month}.{value.year}"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        told = number(text)
        return told is not None and abs(told[0] - value) <= 0.5 * 10 ** -told[1] + 1e-9
    return (value or "") == text


def compare(form, name, wanted, got, alike):
    """Two lists of tables, cell by cell."""
    check(f"{form}: as many tables", len(wanted) == len(got), f"{name}: {len(wanted)} and {len(got)}")
    for at, (one, other) in enumerate(zip(wanted, got)):
        check(f"{form}: as many rows", len(one) == len(other), f"{name}, table {at + 1}: {len(one)} and {len(other)}")
        for row, beside in zip(one, other):
            if len(row) != len(beside):
                check(f"{form}: as many cells", False, f"{name}: {row} and {beside}")
            for cell, value in zip(row, beside):
                check(f"{form}: a cell", alike(cell, value), f"{name}: {cell!r} and {value!r}")


def exactly(cell, value):
    return cell == value


def in_pdf(form, name, tables, path):
    """A figure's tables in a PDF: where a number stands by its tags, and that every word is there."""
    tables = [table for table in tables if len(table) > 1]
    numbers = lambda cell, value: tight(cell) == tight(value) if number(cell) else True
    compare(form, name, tables, of_pdf(path), numbers)
    read = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True).stdout
    words = tight(read).replace("-", "")
    for cell in (cell for table in tables for row in table for cell in row):
        check(f"{form}: a text", tight(cell).replace("-", "") in words, f"{name}: {cell!r}")


def numbers_in(told, found):
    """Every number that a JSON document holds, and how many its lists hold."""
    if isinstance(told, dict):
        for value in told.values():
            numbers_in(value, found)
    elif isinstance(told, list):
        found.add(len(told))
        for value in told:
            numbers_in(value, found)
    elif isinstance(told, (int, float)) and not isinstance(told, bool):
        found.add(told)
    return found


# ---- The figures ----


def figures(program, names, folder):
    """Each figure in all its forms; gives the tables of each."""
    held = {}
    for name in names:
        words = ["report", name, "--programme", "exit-2016", "--as-of", DAY, "--from", FROM, "--to", TO]
        forms = {}
        for form in ("csv", "json", "text", "xlsx", "docx", "pdf"):
            forms[form] = folder / f"{name}.{form}"
            program.says(*words, "--format", form, "--out", str(forms[form]))
        tables = held[name] = of_csv(forms["csv"].read_text(encoding="utf-8"))
        check("a figure has a table", len(tables) > 0, name)
        compare("XLSX", name, tables, of_xlsx(forms["xlsx"]), same)
        filled = [table for table in tables if len(table) > 1]
        compare("DOCX", name, filled, of_docx(forms["docx"])[0], exactly)
        in_pdf("PDF", name, tables, forms["pdf"])
        packed = folder / f"{name}.zip"
        program.says(*words, "--format", "package", "--out", str(packed))
        as_package(name, filled, packed)
        text = forms["text"].read_text(encoding="utf-8")
        told = numbers_in(json.loads(forms["json"].read_text(encoding="utf-8")), set())
        for table in tables:
            # The quarters are sums of the months, which a document for programs leaves to them.
            is_sum = name == "intake" and table[0][0] == "Tre måneder"
            for cell in (cell for row in table[1:] for cell in row):
                check("text: a cell", tight(cell) in tight(text), f"{name}: {cell!r}")
                if re.fullmatch(r"\d+", cell) and not is_sum:
                    check("JSON: a count", int(cell) in told, f"{name}: {cell} in {table[0]}")
        if name == "intake":
            months, quarters = [next(table for table in tables if table[0][0] == first) for first in ("Måned", "Tre måneder")]
            for column in range(1, len(months[0])):
                sums = [sum(int(row[column]) for row in table[1:]) for table in (months, quarters)]
                check("the quarters are the months", sums[0] == sums[1], f"{months[0][column]}: {sums}")
    return held


def as_package(name, tables, packed):
    """The Data Package: valid by its own description, with every table that has a row."""
    place = packed.with_suffix("")
    with zipfile.ZipFile(packed) as files:
        files.extractall(place)
    report = frictionless.validate(place / "datapackage.json")
    check("Data Package: valid", report.valid, f"{name}: {report.flatten(['title', 'message'])[:3]}")
    listed = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    check("Data Package: each table is there", len(listed) == len(tables), f"{name}: {len(listed)} and {len(tables)}")
    for resource, table in zip(listed, tables):
        rows = list(csv.reader((place / resource["path"]).read_text(encoding="utf-8-sig").splitlines()))
        check("Data Package: as many rows", len(rows) == len(table), f"{name}, {resource['path']}: {len(rows)} and {len(table)}")
    # The control: a row that has a cell too many is found.
    spoilt = place / listed[0]["path"]
    spoilt.write_bytes(spoilt.read_bytes() + b"1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20\r\n")
    check("control: a spoilt table is found", not frictionless.validate(place / "datapackage.json").valid, name)


def on_screen(program, held):
    """The page's tables against the figures'."""
    port = free_port()
    program.starts(["serve", "--demo", "--today", DAY, "--listen", f"127.0.0.1:{port}"], '"serving"')
    try:
        # The cookie is for encrypted connections and for this machine, where a browser takes it over a plain one too.
        door = http.client.HTTPConnection("127.0.0.1", port)
        fields = urllib.parse.urlencode({"brugernavn": "amina", "adgangskode": program.password})
        plain = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{port}"}
        door.request("POST", "/log-ind", fields, plain)
        cookie = door.getresponse().getheader("set-cookie").split(";")[0]

        def get(address):
            asking = urllib.request.Request(f"http://127.0.0.1:{port}{address}", headers={"Cookie": cookie})
            return urllib.request.urlopen(asking).read()

        asked = f"dag={DAY}&fra={FROM}&til={TO}"
        page = Page(get(f"/noegletal?{asked}").decode())
        known = {}
        for name, tables in held.items():
            for table in tables:
                known.setdefault(tuple(table[0]), []).append((name, table))
        seen = set()
        for caption, rows in page.tables.items():
            rows = [[cell.strip() for cell in row] for row in rows]
            for name, table in known.get(tuple(rows[0]), []):
                if [row[0] for row in table[1:]] != [row[0] for row in rows[1 : len(table)]]:
                    continue
                seen.add(name)
                for row, beside in zip(table[1:], rows[1:]):
                    check("page: a row", [tight(cell) for cell in row] == [tight(cell) for cell in beside], f"{name}, {caption}: {row} and {beside}")
        for name in ("intake", "outcomes", "goals", "referrals", "situation", "effort"):
            check("page: the figure is there", name in seen, f"{name}; seen: {sorted(seen)}")
        for name in held:
            for form in ("csv", "xlsx"):
                file = get(f"/noegletal/fil/{name}.{form}?{asked}")
                if name == "forecast":
                    continue  # on the page it looks a quarter ahead
                if form == "csv":
                    compare("the page's CSV", name, held[name], of_csv(file.decode("utf-8")), exactly)
                else:
                    path = program.folder / f"page-{name}.xlsx"
                    path.write_bytes(file)
                    compare("the page's XLSX", name, held[name], of_xlsx(path), same)
    finally:
        program.stops()


def released(program, folder):
    """The report that the demo has locked: its files against one another, and against their sums."""
    listed = json.loads(program.says("release", "list", "--programme", "exit-2016", "--format", "json"))["releases"]
    check("the demo has a locked report", len(listed) > 0)
    for one in (one for one in listed if one["state"] == "laast"):
        names = program.says("release", "reproduce", one["id"], "--programme", "exit-2016", "--out", str(folder)).decode().split()
        files = {Path(name).suffix[1:]: folder / name for name in names}
        sums = {file["format"]: file["sha256"] for file in one["files"]}
        for form, path in files.items():
            check("a frozen file has its sum", hashlib.sha256(path.read_bytes()).hexdigest() == sums[form], path.name)
        tables = of_csv(files["csv"].read_text(encoding="utf-8"))
        compare("the report's XLSX", one["id"], tables, of_xlsx(files["xlsx"]), same)
        in_words, headings = of_docx(files["docx"])
        compare("the report's DOCX", one["id"], tables, in_words, exactly)
        in_pdf("the report's PDF", one["id"], tables, files["pdf"])
        text = docx.Document(str(files["docx"]))
        pictures = [shape._inline.docPr for shape in text.inline_shapes]
        check("the report's DOCX has its charts", len(pictures) > 0, one["id"])
        check("each says in words what it shows", all(len(picture.get("descr", "")) > 20 for picture in pictures), one["id"])
        led = [paragraph.text for paragraph in text.paragraphs if paragraph.style.name.lower().startswith("toc ")]
        check("the contents name the headings", [line for line in led if line] == headings, f"{led} and {headings}")
        told = subprocess.run(["pdftotext", "-layout", str(files["pdf"]), "-"], capture_output=True, text=True).stdout
        for heading in headings:
            check("the PDF has the heading", tight(heading) in tight(told), heading)


# What the grant-giver's report of 23 November 2015 tells: three totals are agreed with it, the 3 and the 16 stay the team's.
TOLD = {
    "status.attached 2015-11-23": ("Tilknyttet", 19),
    "status.closed 2015-11-23": ("Afsluttet", 37),
    "status.different_users 2015-11-23": ("Forskellige brugere", 56),
    "status.enrolled 2015-11-23": ("Indskrevet", None),
    "status.in_clarification 2015-11-23": ("I afklaring", None),
    "intake.enrolments 2014-12-01..2015-11-30": ("Indskrivninger", 24),
}


def drafted(program, folder, reports):
    """Every report that the program knows, as of the demo's day: each section of its template in each form, and what the grant-giver is told."""
    for file in reports:
        template = tomllib.loads(file.read_text(encoding="utf-8"))
        name, words = template["id"], ["release", "draft", template["id"], "--for", "tilskudsgiver", "--programme", "exit-2016", "--as-of", DAY]
        forms = {}
        for form in ("json", "text", "docx", "pdf"):
            forms[form] = folder / f"draft-{name}.{form}"
            program.says(*words, "--format", form, "--out", str(forms[form]))
        tables, headings = of_docx(forms["docx"])
        in_pdf("the draft's PDF", name, tables, forms["pdf"])
        text = forms["text"].read_text(encoding="utf-8")
        read = subprocess.run(["pdftotext", "-layout", str(forms["pdf"]), "-"], capture_output=True, text=True).stdout
        for section in template["sections"]:
            check("DOCX: the section is there", section["da"] in headings, f"{name}: {section['da']}")
            check("text: the section is there", f"\n{section['da']}\n" in text, f"{name}: {section['da']}")
            check("PDF: the section is there", tight(section["da"]) in tight(read), f"{name}: {section['da']}")
        told = {count["key"]: count["count"] for count in json.loads(forms["json"].read_text(encoding="utf-8"))["counts"]}
        cells = {(row[0], row[1]) for table in tables for row in table if len(row) == 2}
        for key, (called, wanted) in TOLD.items():
            check("JSON: what is told", told.get(key, "not there") == wanted, f"{name}: {key} is {told.get(key)}")
            shown = ".." if wanted is None else str(wanted)
            check("DOCX: what is told", (called, shown) in cells, f"{name}: {called} {shown}")
        team = json.loads(program.says("report", "status", "--programme", "exit-2016", "--as-of", DAY, "--format", "json"))
        check("the team has its own", (team["enrolled"], team["in_clarification"]) == (16, 3), str(team))


def sound(folder):
    """Every PDF against PDF/UA-1 (Matterhorn), by a checker of its own, and named as PDF/A."""
    files = sorted(folder.glob("*.pdf"))
    told = folder / "told.json"
    checker = Path(sys.executable).parent / "outloud"
    subprocess.run([checker, *files, "--skip", NOT_ASKED, "--json", told, "--fail-on", "never"], capture_output=True, check=True)
    errors = []

    def gather(part):
        if isinstance(part, dict):
            if part.get("severity") == "error":
                errors.append(f"{part.get('rule')}: {part.get('message')}")
            for value in part.values():
                gather(value)
        elif isinstance(part, list):
            for value in part:
                gather(value)

    report = json.loads(told.read_text())
    gather(report)
    check("the checker has read every PDF", len(json.dumps(report)) > 200 * len(files), str(len(files)))
    check("PDF/UA-1: no error", not errors, "; ".join(errors[:5]))
    for file in files:
        raw = file.read_bytes()
        check("PDF/A and PDF/UA are named", b"pdfaid:part" in raw and b"pdfuaid:part" in raw, file.name)
    # The control: a PDF whose tags are taken away is found.
    broken = folder / "untagged.pdf"
    broken.write_bytes(files[0].read_bytes().replace(b"/StructTreeRoot", b"/StructTreeXoot"))
    found = subprocess.run([checker, broken, "--skip", NOT_ASKED, "--fail-on", "error"], capture_output=True)
    check("control: an untagged PDF is found", found.returncode != 0)


def main():
    folder = Path(tempfile.mkdtemp(prefix="brobygger-documents-"))
    program = Program(sys.argv[1], folder)
    try:
        said = program.starts(["demo", "--port", str(free_port())], "Ctrl-C")
        program.password = re.search(r"password for all of them: (\S+)", said)[1]
        program.stops()
        listed = subprocess.run([program.path, "report", "?", *program.place, "--programme", "exit-2016"], env=program.environment, capture_output=True, text=True)
        names = re.search(r"possible values: ([a-z, -]+)\]", listed.stderr)[1].split(", ")
        check("there are figures to compare", len(names) >= 14, str(names))
        files = folder / "files"
        files.mkdir()
        held = figures(program, names, files)
        released(program, files)
        drafted(program, files, sorted((Path(__file__).parents[2] / "reports").glob("*.toml")))
        on_screen(program, held)
        sound(files)
    finally:
        program.stops()
        shutil.rmtree(folder, ignore_errors=True)
    for what, times in counts.items():
        print(f"  {'FAILED' if any(fault.startswith(what + ':') for fault in faults) else 'ok':6} {what} ({times})")
    for fault in faults[:40]:
        print(f"  {fault}")
    sys.exit(1 if faults else 0)


main()

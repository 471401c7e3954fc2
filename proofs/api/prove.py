"""Holds the interface for programs to its own description: schemathesis reads it and asks a demo whatever it can think of."""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent.resolve()
PAGE = "/opsaetning/programmer"
# A key may be used 60 times in a minute.
KEYS = 15


class Demo:
    """A demo of its own, and its coordinator at the page where programs are let in."""

    def __init__(self, program, folder):
        self.folder = folder
        environment = {**os.environ, "TMPDIR": folder, "BROBYGGER_LOG": "warn"}
        self.process = subprocess.Popen([program, "demo", "--port", "0"], stdout=subprocess.PIPE, text=True, env=environment)
        said = ""
        while "Ctrl-C" not in said:
            line = self.process.stdout.readline()
            assert line, "the demo ended before it was there"
            said += line
        self.address = re.search(r"http://127\.0\.0\.1:\d+", said)[0]
        self.password = re.search(r"password for all of them: (\S+)", said)[1]
        self.sign_in()

    def sign_in(self):
        """Signs the coordinator in; a session that nobody used for a quarter of an hour is locked."""
        self.cookie = ""
        answer = self.send("/log-ind", {"brugernavn": "amina", "adgangskode": self.password})
        self.cookie = next(value.split(";")[0] for value in answer.headers.get_all("Set-Cookie") if "brobygger=" in value)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        assert self.process.wait(30) == 0

    def send(self, path, form=None):
        """Sends a form, or gets a page, as a browser does."""
        headers = {"Origin": self.address, "Sec-Fetch-Site": "same-origin", "Cookie": self.cookie}
        body = urllib.parse.urlencode(form).encode() if form else None
        opener = urllib.request.build_opener(Stay)
        try:
            return opener.open(urllib.request.Request(self.address + path, body, headers))
        except urllib.error.HTTPError as answer:
            return answer

    def let_in(self, name):
        """The access key of a new program."""
        page = self.send(PAGE).read().decode()
        hidden = {field: re.search(f'name="{field}" value="([^"]*)"', page)[1] for field in ("token", "noegle")}
        made = self.send(PAGE, {**hidden, "navn": name, "rolle": "leder", "slut": "31.12.2015"}).read().decode()
        return re.search(r'id="noegle-vist"[^>]*value="([0-9a-f]{64})"', made)[1]


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect."""

    def redirect_request(self, *_):
        return None


def attack(demo, description, keys, *words):
    """Runs schemathesis; gives its exit code and what it printed."""
    # Of its own: what schemathesis keeps between runs is not to be found again.
    folder = Path(tempfile.mkdtemp(dir=demo.folder))
    file = folder / "openapi.json"
    file.write_text(json.dumps(description))
    tool = Path(sys.executable).absolute().with_name("schemathesis")
    environment = {**os.environ, "PYTHONPATH": str(HERE), "SCHEMATHESIS_HOOKS": "keys", "BROBYGGER_API_KEYS": " ".join(keys)}
    command = [tool, "--config-file", HERE / "schemathesis.toml", "run", file, "--url", demo.address, "--no-color"]
    database = ["--generation-database", "none"]
    how = {"env": environment, "cwd": folder, "text": True, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run([*command, *database, *words], **how)
    return done.returncode, done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--full", action="store_true")
    asked = parser.parse_args()
    description = json.loads(subprocess.run([asked.program, "api"], check=True, capture_output=True).stdout)
    with tempfile.TemporaryDirectory() as folder:
        with Demo(asked.program, folder) as demo:
            began = time.monotonic()
            # One key, as a program has it, below its limit; or many, which need not wait.
            pace = ["--rate-limit", "55/m", "--max-examples", "25"] if asked.full else ["--max-examples", "5", "--seed", "1"]
            keys = [demo.let_in(f"Prøve {number}") for number in range(1 if asked.full else KEYS)]
            code, said = attack(demo, description, keys, *pace)
            print(said)
            if code != 0:
                sys.exit("the interface does not keep what its description says")

            # The control: a description that promises something else is found out.
            wrong = json.loads(json.dumps(description))
            wrong["components"]["schemas"]["status"]["properties"]["n"] = {"type": "string"}
            only = ["--include-path", "/api/v1/reports/status", "--max-examples", "1", "--phases", "examples,fuzzing"]
            demo.sign_in()
            code, said = attack(demo, wrong, [demo.let_in("Kontrol")], *only)
            if code == 0 or "Response violates schema" not in said:
                print(said)
                sys.exit("a description that promises something else was not found out")
            print(f"The interface keeps what its description says ({time.monotonic() - began:.0f} s); one that promises something else is found out.")


main()

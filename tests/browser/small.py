"""A small book and a host, to which tests may do what none may do to the real ones."""

import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat

from tests.browser.conftest import ROOT, UNDER
from tools.serve import Server

CONF = """
project = "Small"
extensions = ["myst_nb", "livepage"]
nb_execution_mode = "off"
livepage_runtime = {runtime!r}
livepage_modules = ["smallmodel"]
html_static_path = ["look"]
html_css_files = ["look.css"]
html_theme = "basic"
"""

#: Runs what is typed into it, and says what came of it.
CONSOLE = """
import asyncio, json
import ipywidgets
line, said = ipywidgets.Text(description="Python", continuous_update=False), ipywidgets.HTML()
async def tried(code):
    try:
        space = {}
        exec("async def work():\\n" + "".join(f"    {one}\\n" for one in code.splitlines()), space)
        return str(await space["work"]())
    except BaseException as trouble:
        return f"refused: {type(trouble).__name__}"
async def answer(code):
    said.value = ""
    said.value = f"<code>{await tried(json.loads(code))}</code>"
line.observe(lambda change: asyncio.ensure_future(answer(change.new)) and None, "value")
ipywidgets.VBox([line, said])
"""

SLIDER = """
import ipywidgets
from smallmodel import says
slider, double = ipywidgets.IntSlider(description="{name}", value={value}, max=20), ipywidgets.Label()
slider.observe(lambda change: setattr(double, "value", says(change.new)), "value")
ipywidgets.VBox([slider, double])
"""


class Book:
    """Sources in a folder; each `build` is a build of the same book as of now."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.source = folder / "book"
        (self.source / "look").mkdir(parents=True)
        runtime = str(ROOT / "build" / "runtime")
        (self.source / "conf.py").write_text(CONF.format(runtime=runtime), encoding="utf-8")
        contents = "# Small\n\nThe first page.\n\n```{toctree}\none\ntwo\nplain\n```\n"
        (self.source / "index.md").write_text(contents, encoding="utf-8")
        self.model("twice")
        self.chapter("one", SLIDER.format(name="How many", value=3))
        self.chapter("two", CONSOLE)
        self.plain("Nothing live here.")
        self.color("rgb(1, 2, 3)")

    def chapter(self, name, code):
        cell = nbformat.v4.new_code_cell(code)
        cell.metadata = {"tags": ["live"], "livepage": {"name": name}}
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(f"# Chapter {name}"), cell])
        book.metadata["language_info"] = {"name": "python", "pygments_lexer": "ipython3"}
        nbformat.write(book, self.source / f"{name}.ipynb")

    def model(self, word):
        """Write the package that Python runs from: an archive of the site changes with it."""
        package = self.folder / "modules" / "smallmodel"
        package.mkdir(parents=True, exist_ok=True)
        code = f"def says(number):\n    return f'{word} is {{2 * number}}'\n"
        (package / "__init__.py").write_text(code, encoding="utf-8")

    def plain(self, text):
        """Write the page without an exercise; the address of its picture is the same in every build."""
        (self.source / "plain.md").write_text(f"# Plain\n\n{text}\n\n![A dot](dot.svg)\n", encoding="utf-8")

    def color(self, color):
        """Give everything another look: the picture too."""
        (self.source / "look" / "look.css").write_text(f"body {{ color: {color} }}\n", encoding="utf-8")
        dot = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>{color}</desc></svg>'
        (self.source / "dot.svg").write_text(dot, encoding="utf-8")

    def build(self, name):
        """Build into a folder of that name, and return it."""
        site, kept = self.folder / name, self.folder / f"{name}-doctrees"
        command = [sys.executable, "-m", "sphinx", "-q", "-W", "-d", kept, self.source, site]
        env = {**os.environ, "PYTHONPATH": str(self.folder / "modules")}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
        assert done.returncode == 0, done.stderr
        return site


class Host:
    """A static host that can be given another site, fail and be switched off; it writes down what is asked.

    Parameters
    ----------
    site : Path, optional
        The folder that stands below `UNDER`; without one, every answer is "200 yes" to whatever origin.
    """

    def __init__(self, site=None, address="127.0.0.1"):
        self.site = site
        self.asked = []
        self.faults = {}
        self.headers = {}
        host = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            extensions_map = {
                **http.server.SimpleHTTPRequestHandler.extensions_map,
                ".wasm": "application/wasm",
            }

            def __init__(self, *rest):
                super().__init__(*rest, directory=str(host.site))

            def translate_path(self, path):
                inside = unquote(urlsplit(path).path)
                return super().translate_path(
                    inside[len(UNDER) :] if inside.startswith(UNDER + "/") else "/no"
                )

            def do_GET(self):
                host.asked.append(self.path)
                if host.site is None:
                    return self.yes()
                for part, status in host.faults.items():
                    if part in self.path:
                        return self.send_error(status)
                return super().do_GET()

            def yes(self):
                host.asked.append(self.path)
                self.send_response(200)
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Access-Control-Allow-Headers", "*")
                self.send_header("Content-Length", "3")
                self.end_headers()
                self.wfile.write(b"yes")

            do_POST = do_PUT = do_OPTIONS = do_HEAD = yes

            def end_headers(self):
                for name, value in host.headers.items():
                    self.send_header(name, value)
                super().end_headers()

            def log_message(self, *_):
                pass

        self.handler = Handler
        self.address = address
        self.port = 0
        self.on()

    def on(self):
        self.server = Server((self.address, self.port), self.handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def off(self):
        """Be gone, as a host is for a reader without a network."""
        self.server.shutdown()
        self.server.server_close()

    @property
    def origin(self):
        return f"http://{self.address}:{self.port}"

    @property
    def root(self):
        return self.origin + UNDER

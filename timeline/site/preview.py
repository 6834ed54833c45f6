"""A preview of published charts in a browser, for this machine only."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from timeline.errors import InputError


def serve_folder(folder: Path, port: int) -> None:
    """Serve ``folder`` on the loopback address until interrupted. Raises InputError if there is nothing to show."""
    server = preview_server(folder, port)
    print(f"http://127.0.0.1:{server.server_port}/charts/index.html  (stop with Ctrl-C)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()


def preview_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """The server itself, bound and not yet serving; port 0 takes a free one."""
    if not (folder / "charts" / "index.html").is_file():
        raise InputError(
            f"{folder}: holds no charts/index.html; make it with `timeline build` or `timeline charts {folder}`"
        )
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(SimpleHTTPRequestHandler, directory=str(folder)))
    except OSError as error:
        raise InputError(f"port {port}: {error.strerror}; name another one with --port") from error

"""Serving: a socket on loopback, a token, and the app on it until somebody stops it."""

import contextlib
import logging
import secrets
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from rashomon.errors import RashomonError
from rashomon.web.app import create_app
from rashomon.web.case import CaseOptions, LiveCase
from rashomon.web.folder import CaseFolder
from rashomon.web.guard import Access
from rashomon.web.worker import ProcessWorker

logger = logging.getLogger(__name__)

LOOPBACK = "127.0.0.1"
PORT = 8733
"""Taken where it is free and no other was asked for."""
CONNECTIONS = 100


def serve_case(
    path: Path, paths: list[str], *, options: CaseOptions, port: int | None, processes: int, tell: Callable[[str], None]
) -> None:
    """Serve a case on loopback until the process is told to stop.

    Args:
        path: The case's folder; it is made where it is not there.
        paths: Reports to add to it at once.
        options: How the case is read and signed.
        port: On which to listen; None for the usual one, or any where that is taken.
        processes: In which to read.
        tell: Given the address to open, with its token, once the server listens.

    Raises:
        InputError: the folder is no case, or somebody has it open.
        RashomonError: the port is taken.
    """
    folder = CaseFolder(path)
    folder.open()
    try:
        listening = listen(port)
        access = Access(token=secrets.token_urlsafe(32), port=listening.getsockname()[1])
        case = LiveCase(folder, ProcessWorker(processes), options)
        app = create_app(case, access)
        if paths:
            case.add(paths)
        tell(f"http://{LOOPBACK}:{access.port}/?token={access.token}")
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=CONNECTIONS,
            timeout_graceful_shutdown=3,
            ws="none",
        )
        signal.signal(signal.SIGTERM, interrupt)
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
    finally:
        folder.close()


def interrupt(*_: object) -> None:
    """End as an interrupt from the keyboard ends: in order, with nothing left behind."""
    raise KeyboardInterrupt


def listen(port: int | None) -> socket.socket:
    """Return a socket that listens on loopback.

    Raises:
        RashomonError: the port that was asked for is taken.
    """
    for wanted in (port,) if port is not None else (PORT, 0):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((LOOPBACK, wanted))
            listening.listen(CONNECTIONS)
        except OSError as error:
            listening.close()
            logger.debug("port %d: %s", wanted, error)
            continue
        return listening
    raise RashomonError(f"port {port} is taken or may not be used; choose another with --port")

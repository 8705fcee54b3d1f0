"""Serve the site from a folder: migrate, say where it is, run one worker until it is stopped."""

import os
import socket
import sys
from pathlib import Path

from junheng.web.secret import bring_secret_key

DATABASE = "junheng.sqlite3"
SETTINGS = "junheng.web.settings.base"


def prepare(site: Path) -> None:
    """Set Django up over the folder ``site`` and bring its database up to date. Harmless to repeat."""
    os.environ["JUNHENG_VAR"] = str(site.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    bring_secret_key(site)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def site_ready(site: Path) -> bool:
    """Whether something has been published in the folder."""
    if not (site / DATABASE).is_file():
        return False
    prepare(site)
    from junheng.web.portal.models import Edition

    return Edition.objects.exists()


def taken(host: str, port: int) -> bool:
    """Whether another program listens there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


def serve(site: Path, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve what is published in the folder until interrupted. Other hosts than this machine need ``JUNHENG_HOSTS``."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    if taken(host, port):
        raise SystemExit(f"端口 {port} 已被占用，请换一个 / port {port} is taken: choose another with --port")
    prepare(site)
    sys.stdout.write(f"junheng 均衡: http://{host}:{port}/  (Ctrl+C 停止 / stops)\n")
    sys.stdout.flush()
    server = Server(
        "junheng.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        log_level=LogLevels.warn,
    )
    server.serve()

"""A running Samlyft for tests from the outside: fresh database, migrated, seeded, served, and stopped by its pid."""

import os
import secrets
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BINARY = ROOT / ".build/debug/samlyft"
# Journeys run in two processes, each before a service of its own.
LOG = ROOT / f".local/test/service-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}.log"


class Service:
    """Samlyft as a stranger meets it (`base_url`), with two doors that only tests have (`token`, `sql`)."""

    def __init__(self, server: str):
        self._server = server
        self._name = f"samlyft_service_{secrets.token_hex(4)}"
        self.port = free_port()
        self.base_url = f"http://127.0.0.1:{self.port}"
        self._process = None
        self.environment = os.environ | {
            "SAMLYFT_ENVIRONMENT": "development",
            "SAMLYFT_DATABASE_CONNECTION": f"{server} dbname={self._name} user={self._name}",
            "SAMLYFT_HTTP_HOST": "127.0.0.1",
            "SAMLYFT_HTTP_PORT": str(self.port),
            "SAMLYFT_HTTP_PUBLIC_ADDRESS": self.base_url,
            "SAMLYFT_LOGIN_DEVELOPMENT": "true",
            "SAMLYFT_LOG_LEVEL": "info",
        }

    def token(self, email: str) -> str:
        """A bearer token of a person."""
        return self.run("token", "--person", email).strip()

    def sql(self, text: str) -> str:
        """What psql prints for SQL, bare values, as superuser: to look behind the service or to plant a fault."""
        return psql(f"{self._server} dbname={self._name}", text)

    def run(self, *arguments: str) -> str:
        """What a command of the service prints; a refusal fails with what it said."""
        done = subprocess.run(
            [BINARY, *arguments], env=self.environment, cwd=ROOT, text=True, capture_output=True, timeout=120)
        if done.returncode != 0:
            pytest.fail(f"samlyft {arguments[0]} ended with {done.returncode}:\n{done.stderr[-4000:]}", pytrace=False)
        return done.stdout

    def start(self) -> None:
        # The service owns its database and is no superuser, as in production.
        psql(self._server, f"CREATE ROLE {self._name} LOGIN")
        psql(self._server, f"CREATE DATABASE {self._name} OWNER {self._name}")
        self.run("migrate")
        self.run("seed", "--demo")
        LOG.parent.mkdir(parents=True, exist_ok=True)
        with LOG.open("w") as log:
            # Should pytest be killed, the kernel tells the service to stop.
            self._process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "TERM", BINARY, "serve"],
                env=self.environment, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._wait_until_ready()

    def stop(self) -> None:
        """Ends the service as its host would, and removes its database."""
        ended_well = True
        if self._process is not None:
            already_ended = self._process.poll() is not None
            self._process.terminate()
            try:
                ended_well = self._process.wait(timeout=15) == 0 and not already_ended
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
                ended_well = False
        psql(self._server, f"DROP DATABASE IF EXISTS {self._name} WITH (FORCE)")
        psql(self._server, f"DROP ROLE IF EXISTS {self._name}")
        assert ended_well, f"the service did not end orderly on SIGTERM (exit {self._process.returncode}):\n{tail()}"

    def _wait_until_ready(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            assert self._process.poll() is None, f"the service ended while starting:\n{tail()}"
            try:
                with urllib.request.urlopen(f"{self.base_url}/ready", timeout=5) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                pass  # not listening yet, or 503 until the database is reached
            time.sleep(0.1)
        raise AssertionError(f"/ready did not answer 200 within 60 s:\n{tail()}")


@pytest.fixture(scope="session")
def service():
    """One running service for all tests of a run."""
    server = os.environ.get("SAMLYFT_TEST_DATABASE")
    assert server, "SAMLYFT_TEST_DATABASE names no PostgreSQL; use scripts/test"
    assert BINARY.exists(), f"{BINARY} is not built; use scripts/test"
    running = Service(server)
    try:
        running.start()
        yield running
    finally:
        running.stop()


def psql(connection: str, text: str) -> str:
    program = shutil.which("psql")
    assert program, "psql is missing; use scripts/test"
    done = subprocess.run(
        [program, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1",
         "--dbname", connection],
        input=text, text=True, capture_output=True, timeout=120)
    assert done.returncode == 0, f"psql: {done.stderr}"
    return done.stdout.strip()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def tail() -> str:
    return "\n".join(LOG.read_text(errors="replace").splitlines()[-40:]) if LOG.exists() else "(no log)"

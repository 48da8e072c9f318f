"""The login that lets anybody be anybody: the service does not start with it where others could come to it."""

import json
import subprocess
import urllib.error
import urllib.request

import pytest

from service import BINARY, ROOT

IN_PRODUCTION = "SAMLYFT_LOGIN_DEVELOPMENT must not be set in production"
FOR_THIS_MACHINE = "SAMLYFT_LOGIN_DEVELOPMENT is for a service that only this machine can reach"


def refusal(service, **changes: str | None) -> str:
    """What the service says instead of starting."""
    environment = {name: value for name, value in (service.environment | changes).items() if value is not None}
    done = subprocess.run(
        [BINARY, "serve"], env=environment, cwd=ROOT, text=True, capture_output=True, timeout=30)
    assert done.returncode != 0
    return done.stdout + done.stderr


@pytest.mark.parametrize("environment", ["production", None])
def test_is_refused_in_production_which_is_where_nothing_is_said(service, environment):
    said = refusal(
        service, SAMLYFT_ENVIRONMENT=environment, SAMLYFT_HTTP_PUBLIC_ADDRESS="https://samlyft.example")
    assert IN_PRODUCTION in said


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "samlyft.example", "127.0.0.1.example"])
def test_is_refused_where_others_reach_the_socket(service, host):
    assert FOR_THIS_MACHINE in refusal(service, SAMLYFT_HTTP_HOST=host)


@pytest.mark.parametrize("address", [
    "https://samlyft.example", "http://192.0.2.1:8080", "http://localhost.example:8080", "http://127.0.0.1.example",
])
def test_is_refused_behind_an_address_of_others(service, address):
    assert FOR_THIS_MACHINE in refusal(service, SAMLYFT_HTTP_PUBLIC_ADDRESS=address)


def test_is_off_in_the_settings_of_production(service):
    assert json.loads((ROOT / "Config/production.json").read_text())["samlyft"]["login"]["development"] is False


def test_takes_nobody_who_came_under_another_name(service):
    """A page that makes the name of another host lead to this machine gets nothing (DNS rebinding)."""
    for name in ["samlyft.example", f"evil.example:{service.port}"]:
        request = urllib.request.Request(f"{service.base_url}/login", headers={"Host": name})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=10)
        assert refused.value.code == 400

"""Requests that nobody would think of, made from the document: no fault of the service, nothing that it does not
promise."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKS = ",".join([
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "unsupported_method", "ignored_auth"])


@pytest.mark.parametrize("address", ["ulf@klippan.example", "amira@region.example", "dag@region.example"])
def test_the_service_keeps_to_its_document(service, address, tmp_path):
    command = [
        Path(sys.executable).parent / "schemathesis",
        "--config-file", Path(__file__).parent / "schemathesis.toml",
        "run", f"{service.base_url}/api/v1/openapi.json",
        "--header", f"Authorization: Bearer {service.token(address)}", "--checks", CHECKS,
        "--phases", "examples,coverage,fuzzing", "--max-examples", "5", "--seed", "1", "--max-time", "20", "--no-color"]
    done = subprocess.run(command, cwd=tmp_path, text=True, capture_output=True, timeout=180)
    assert done.returncode == 0, done.stdout[-20000:] + done.stderr[-2000:]

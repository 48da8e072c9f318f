"""The API as a program meets it, with every answer held against the document that the service serves of itself."""

import json
import re
import urllib.error
import urllib.request

import jsonschema_rs


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.json = json.loads(body) if body else None

    def __getitem__(self, name):
        return self.json[name]


class Client:
    """Speaks as one person, or as nobody. What the document does not promise fails."""

    def __init__(self, base_url, document, token=None):
        self._base_url = base_url
        self._document = document
        self._token = token

    def get(self, path):
        return self.send("GET", path)

    def post(self, path, body=None, **headers):
        return self.send("POST", path, body, **headers)

    def change(self, method, path, body):
        """Changes what stands at `path` in the version that it has now."""
        tag = self.get(path).headers["ETag"]
        return self.send(method, path, body, if_match=tag)

    def decide(self, path, name, body):
        """Decides of a case in the version that it has now."""
        return self.post(f"{path}/{name}", body, if_match=self.get(path).headers["ETag"])

    def send(self, method, path, body=None, **headers):
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        if self._token:
            fields["Authorization"] = f"Bearer {self._token}"
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            fields["Content-Type"] = "application/json"
        request = urllib.request.Request(self._base_url + path, data=data, headers=fields, method=method)
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                answer = Answer(response.status, response.headers, response.read())
        except urllib.error.HTTPError as refusal:
            answer = Answer(refusal.code, refusal.headers, refusal.read())
        self._check(method, path, answer)
        return answer

    def _check(self, method, path, answer):
        operation = self._operation(method, path)
        promised = operation["responses"].get(str(answer.status))
        assert promised, f"{method} {path}: {answer.status} is not documented"
        promised = self._followed(promised)
        for name in promised.get("headers", {}):
            if name in ("ETag", "Location"):
                assert answer.headers[name], f"{method} {path}: {name} is missing"
        if "content" not in promised:
            return
        media_type = answer.headers["Content-Type"]
        assert media_type in promised["content"], f"{method} {path}: {media_type}"
        closed(self._document, promised["content"][media_type]["schema"]).validate(answer.json)

    def _operation(self, method, path):
        path = path.split("?")[0]
        for template, operations in self._document["paths"].items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) and method.lower() in operations:
                return operations[method.lower()]
        raise AssertionError(f"{method} {path} is not documented")

    def _followed(self, value):
        while "$ref" in value:
            target = self._document
            for part in value["$ref"][2:].split("/"):
                target = target[part]
            value = target
        return value


def closed(document, schema):
    """A validator that takes no member which the document does not name, though clients must."""
    components = tightened(document["components"])
    return jsonschema_rs.Draft202012Validator(schema | {"components": components}, validate_formats=True)


def tightened(value):
    if isinstance(value, list):
        return [tightened(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = {name: tightened(member) for name, member in value.items()}
    if value.get("type") == "object" and isinstance(value.get("properties"), dict):
        value.setdefault("additionalProperties", False)
    return value

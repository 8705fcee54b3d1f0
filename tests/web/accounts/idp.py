"""A working identity provider for tests: discovery, authorisation, token and keys over real HTTP on this machine.

It issues signed identity tokens (RS256) and can be told to cheat: another signer, audience, issuer, nonce, an expired
token, none at all. The authorisation page signs ``subject`` in at once and sends the browser back.
"""

import base64
import hashlib
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlencode, urlparse

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, KEY_ID = "junheng-test", "idp-secret", "k1"


KEY, STRANGE_KEY = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _at in range(2))


@dataclass
class Provider:
    """The provider; ``with Provider() as provider`` runs it. What it does wrong is in ``cheat``."""

    subject: str = "sub-0001"
    cheat: dict[str, Any] = field(default_factory=dict)
    key: rsa.RSAPrivateKey = KEY
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    issuer: str = ""

    def __enter__(self) -> "Provider":
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider.get(self)

            def do_POST(self) -> None:
                provider.post(self)

            def log_message(self, *_args: object) -> None:
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.server.shutdown()
        self.server.server_close()

    def get(self, handler: BaseHTTPRequestHandler) -> None:
        address = urlparse(handler.path)
        pages = {"/.well-known/openid-configuration": self.discovery, "/keys": self.keys}
        if address.path == "/authorize":
            self._redirect(handler, {name: values[0] for name, values in parse_qs(address.query).items()})
        elif address.path in pages:
            _say(handler, 200, pages[address.path]())
        else:
            _say(handler, 404, {})

    def post(self, handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers.get("Content-Length", 0))).decode()
        given = {name: values[0] for name, values in parse_qs(body).items()}
        status, said = self.token(given)
        _say(handler, status, said)

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.cheat.get("configured_issuer", self.issuer),
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": KEY_ID, "alg": "RS256", "use": "sig"}]}

    def _redirect(self, handler: BaseHTTPRequestHandler, asked: dict[str, str]) -> None:
        handler.send_response(302)
        handler.send_header("Location", self.authorise(asked))
        handler.end_headers()

    def authorise(self, asked: dict[str, str]) -> str:
        """Where the browser is sent after signing in here."""
        self.asked.append(asked)
        code = f"code-{len(self.asked)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, given: dict[str, str]) -> tuple[int, dict[str, Any]]:
        asked = self.codes.pop(given.get("code", ""), None)
        if asked is None or (given.get("client_id"), given.get("client_secret")) != (CLIENT, SECRET):
            return 400, {"error": "invalid_grant"}
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked.get("code_challenge"):
            return 400, {"error": "invalid_grant", "error_description": "PKCE"}
        if self.cheat.get("no_token"):
            return 200, {"access_token": "a", "token_type": "Bearer"}
        return 200, {"access_token": "a", "token_type": "Bearer", "id_token": self.id_token(asked)}

    def id_token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": self.subject,
            "nonce": asked.get("nonce", ""),
            "iat": now,
            "exp": now + 300,
            "name": "张三",
            "phone_number": "13800001234",
            **self.cheat.get("claims", {}),
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        signer = self.cheat.get("signer", self.key)
        algorithm = self.cheat.get("algorithm", "RS256")
        return jwt.encode(claims, signer, algorithm=algorithm, headers={"kid": self.cheat.get("kid", KEY_ID)})


def _say(handler: BaseHTTPRequestHandler, status: int, said: dict[str, Any]) -> None:
    body = json.dumps(said).encode()
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)

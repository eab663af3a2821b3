import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from service.front.health.check import is_alive


class Alive(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def test_a_service_that_answers_lives() -> None:
    with HTTPServer(("127.0.0.1", 0), Alive) as server:
        threading.Thread(target=server.handle_request).start()
        assert is_alive(server.server_port)


def test_a_port_without_a_service_does_not() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        assert not is_alive(reserved.getsockname()[1])

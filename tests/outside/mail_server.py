# A mail server for the tests (Debian's python3-aiosmtpd): takes e-mail only after STARTTLS and with the password, and
# keeps each letter as a file with its envelope. Words in the file `answer` of the folder are said in place of taking one.
import pathlib
import socket
import ssl
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

folder, certificate, key = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]


class Keep:
    def __init__(self):
        self.count = 0

    async def handle_DATA(self, server, session, envelope):
        answer = folder / "answer"
        if answer.exists():
            return answer.read_text().strip()
        self.count += 1
        sealed = "sealed" if session.ssl is not None else "open"
        head = f"Envelope: {envelope.mail_from} > {','.join(envelope.rcpt_tos)} {sealed}\n".encode()
        (folder / f"{self.count:03}.part").write_bytes(head + envelope.original_content)
        (folder / f"{self.count:03}.part").rename(folder / f"{self.count:03}.eml")
        return "250 OK"


def known(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"lifestory" and data.password == b"a long password")


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
probe = socket.socket()
probe.bind(("127.0.0.1", 0))
port = probe.getsockname()[1]
probe.close()
controller = Controller(Keep(), hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True, authenticator=known, auth_required=True)
controller.start()
(folder / "port.part").write_text(str(port))
(folder / "port.part").rename(folder / "port")
time.sleep(120)

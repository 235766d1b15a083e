"""A real SMTP server (aiosmtpd) for tests: writes each letter it takes to a folder, and asks for TLS and a password."""
import os, ssl, sys
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

folder, pem, mode, port = sys.argv[1:5]


class Keeper:
    count = 0

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("refused"):
            return "550 no such mailbox"
        Keeper.count += 1
        with open(f"{folder}/{Keeper.count:03}.eml.part", "wb") as out:
            tls = session.ssl is not None or mode == "tls"
            out.write(f"X-Tls: {tls}\r\nX-Login: {session.auth_data.login.decode() if session.auth_data else ''}\r\n".encode())
            out.write(envelope.content)
        os.rename(f"{folder}/{Keeper.count:03}.eml.part", f"{folder}/{Keeper.count:03}.eml")
        return "250 taken"


def password(server, session, envelope, mechanism, data):
    return AuthResult(success=data.password == b"open sesame", handled=False, auth_data=data)


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(pem)


class Server(Controller):
    def factory(self):
        return SMTP(
            self.handler,
            hostname="mailbox.test",
            tls_context=context if mode == "starttls" else None,
            require_starttls=mode == "starttls",
            auth_required=mode != "plain",
            auth_require_tls=mode == "starttls",
            authenticator=password,
        )


server = Server(Keeper(), hostname="127.0.0.1", port=int(port), ssl_context=context if mode == "tls" else None)
server.start()
print("ready", flush=True)
sys.stdin.read()
server.stop()

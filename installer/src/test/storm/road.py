"""The road from one agent to central, and all that roads do to what travels on them: a fault or none for each request."""
import socket, struct, threading, time

HELD_SECONDS = 45  # longer than any client waits
PAST = 40

# How often which fault, where a road is rough. The rest of 100 travels in peace.
ROUGH = {
    "slow": 10, "cut_request": 5, "cut_before_answer": 8, "cut_answer": 5, "short_answer": 5, "hold": 0.4, "hold_answer": 0.4,
    "slow_down": 4, "unavailable": 4, "bad_gateway": 3, "old_answer": 4, "twice": 4, "replayed": 3, "portal": 3, "redirect": 2,
    "garbage": 2, "endless": 1, "dismissed_by_nobody": 2,
}


class Gone(Exception):
    """The other end is no longer there."""


class Reader:
    """Whole HTTP/1.1 messages from a socket, as the bytes that they were."""

    def __init__(self, connection):
        self.connection, self.held = connection, b""

    def more(self):
        got = self.connection.recv(65536)
        if not got:
            raise Gone
        self.held += got

    def until(self, mark):
        while mark not in self.held:
            self.more()
        at = self.held.index(mark) + len(mark)
        taken, self.held = self.held[:at], self.held[at:]
        return taken

    def exactly(self, count):
        while len(self.held) < count:
            self.more()
        taken, self.held = self.held[:count], self.held[count:]
        return taken

    def message(self):
        head = self.until(b"\r\n\r\n")
        fields = dict(line.lower().split(b":", 1) for line in head.split(b"\r\n")[1:] if b":" in line)
        if fields.get(b"transfer-encoding", b"").strip() == b"chunked":
            body = b""
            while True:
                size = self.until(b"\r\n")
                body += size + self.exactly(int(size, 16) + 2)
                if int(size, 16) == 0:
                    return head + body
        return head + self.exactly(int(fields.get(b"content-length", b"0")))


def answer(status, body, kind="application/problem+json", more=""):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


def reset(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


class Road:
    """Listens on loopback; what comes goes to the port upstream, unless the weather is bad."""

    def __init__(self, upstream):
        self.upstream, self.closed, self.rough, self.dice = upstream, False, False, None
        self.happened, self.past, self.lock = {}, [], threading.Lock()
        self.rates = dict(ROUGH)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def weather(self, rough, closed, dice):
        with self.lock:
            self.rough, self.closed, self.dice = rough, closed, dice

    def listen(self):
        while True:
            connection, _ = self.listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.closed:
                self.count("closed")
                reset(connection)
            else:
                threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def count(self, name):
        with self.lock:
            self.happened[name] = self.happened.get(name, 0) + 1

    def draw(self):
        with self.lock:
            if not self.rough:
                return "peace", 0.5
            rest = 100 - sum(self.rates.values())
            fault = self.dice.choices([*self.rates, "peace"], [*self.rates.values(), rest])[0]
            return fault, self.dice.random()

    def serve(self, connection):
        reader = Reader(connection)
        try:
            while True:
                request = reader.message()
                fault, part = self.draw()
                self.count(fault)
                if not getattr(self, fault)(connection, request, part):
                    break
        except (OSError, Gone, ValueError):
            pass
        connection.close()

    def carry(self, request):
        with socket.create_connection(("127.0.0.1", self.upstream), 5) as up:
            up.settimeout(HELD_SECONDS)
            up.sendall(request)
            got = Reader(up).message()
        if got.startswith((b"HTTP/1.1 200", b"HTTP/1.1 201", b"HTTP/1.1 202")):
            with self.lock:
                self.past = (self.past + [(request, got)])[-PAST:]
        return got

    def peace(self, connection, request, part):
        connection.sendall(self.carry(request))
        return True

    def slow(self, connection, request, part):
        time.sleep(part * 0.4)
        got = self.carry(request)
        time.sleep(part * 0.4)
        connection.sendall(got[:100])
        time.sleep(part * 0.1)
        connection.sendall(got[100:-1])
        connection.sendall(got[-1:])
        return True

    def cut_request(self, connection, request, part):
        with socket.create_connection(("127.0.0.1", self.upstream), 5) as up:
            up.sendall(request[:int(len(request) * part)])
            time.sleep(0.02)
            reset(up)
        reset(connection)

    def cut_before_answer(self, connection, request, part):
        self.carry(request)
        reset(connection)

    def cut_answer(self, connection, request, part):
        got = self.carry(request)
        connection.sendall(got[:int(len(got) * part)])
        time.sleep(0.02)
        reset(connection)

    def short_answer(self, connection, request, part):
        got = self.carry(request)
        connection.sendall(got[:int(len(got) * part)])

    def hold(self, connection, request, part):
        connection.settimeout(HELD_SECONDS)
        connection.recv(1)

    def hold_answer(self, connection, request, part):
        self.carry(request)
        self.hold(connection, request, part)

    def slow_down(self, connection, request, part):
        connection.sendall(answer("429 Too Many Requests", b'{"status": 429, "code": "slow-down", "detail": "storm"}', more="Retry-After: 1\r\n"))
        return True

    def unavailable(self, connection, request, part):
        connection.sendall(answer("503 Service Unavailable", b"<html>busy</html>", "text/html", "Retry-After: 1\r\n" if part < 0.5 else ""))
        return True

    def bad_gateway(self, connection, request, part):
        self.carry(request)
        connection.sendall(answer("502 Bad Gateway", b"<html>bad gateway</html>", "text/html"))
        return True

    def old_answer(self, connection, request, part):
        """A cache that should not be: the answer to another request."""
        with self.lock:
            old = self.past[int(part * len(self.past))][1] if self.past else answer("502 Bad Gateway", b"")
        connection.sendall(old)
        return True

    def twice(self, connection, request, part):
        self.carry(request)
        connection.sendall(self.carry(request))
        return True

    def replayed(self, connection, request, part):
        """Somebody who listened sends an old request again, before this one goes on."""
        with self.lock:
            old = self.past[int(part * len(self.past))][0] if self.past else request
        self.carry(old)
        return self.peace(connection, request, part)

    def portal(self, connection, request, part):
        connection.sendall(answer("200 OK", b"<html>Welcome to the hotel. Please log in.</html>", "text/html"))
        return True

    def redirect(self, connection, request, part):
        connection.sendall(answer("302 Found", b"", "text/html", f"Location: http://127.0.0.1:{self.port}/v1/reports\r\n"))
        return True

    def dismissed_by_nobody(self, connection, request, part):
        """A status that would end an enrolment or cost a report if central said it; but it is not central that speaks."""
        status = ["403 Forbidden", "410 Gone", "404 Not Found", "401 Unauthorized", "400 Bad Request", "409 Conflict", "422 No"][int(part * 7)]
        connection.sendall(answer(status, b"<html>blocked by the content filter</html>", "text/html"))
        return True

    def garbage(self, connection, request, part):
        connection.sendall(bytes((i * 37 + int(part * 255)) % 256 for i in range(400)))

    def endless(self, connection, request, part):
        connection.sendall(b"HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n\r\n")
        for _ in range(500):
            connection.sendall(b" " * 10_000)

"""The site (80) and the pages that are put in its place: 8080 sends to a login page, 8081 is one, 8082 fakes success, 8083 breaks."""
import hashlib, http.server, threading

class Page(http.server.BaseHTTPRequestHandler):
    def log_message(self, *a): pass
    def answer(self, code, body=b"", **headers):
        self.send_response(code)
        for name, value in headers.items(): self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body))); self.end_headers(); self.wfile.write(body)
    def do_GET(self):
        port = self.server.server_port
        word = self.headers.get("Porchlight-Challenge", "")
        if port == 8080: self.answer(302, b"", Location="http://login.hotel.example/in?from=" + self.headers.get("Host", ""))
        elif port == 8081: self.answer(200, b"<html><title>Hotel login</title></html>", Content_Type="text/html")
        elif port == 8082: self.answer(204, b"", Porchlight_Answer=hashlib.sha256(word.encode()).hexdigest())
        elif port == 8083: self.wfile.write(b"\x00\xffnot http" * 400)
        elif self.path == "/generate_204": self.answer(204)
        elif self.path == "/v1/probe": self.answer(204, b"", Porchlight_Answer=hashlib.sha256(b"porchlight-probe:" + word.encode()).hexdigest())
        else: self.answer(200, b"a known page", Content_Type="text/plain")

for port in (8080, 8081, 8082, 8083):
    threading.Thread(target=http.server.ThreadingHTTPServer(("0.0.0.0", port), Page).serve_forever, daemon=True).start()
http.server.ThreadingHTTPServer(("0.0.0.0", 80), Page).serve_forever()

"""scenes.py SCENE=ADDRESS…: a name server on each address, UDP and TCP, that does what its scene says; `dot:SCENE=ADDRESS` speaks
TLS on port 853 with the certificate $RUN/SCENE.pem. Zone test.: www .80, bank .81, phish .82 of 10.60.0.0/24, www and bank by IPv6 too."""
import os, socket, ssl, struct, sys, threading, time

A, CNAME, SOA, AAAA, OPT = 1, 5, 6, 28, 41
FALSE4, FALSE6, PAGE, WALL = "198.51.100.9", "fd60::99", "198.51.100.7", "10.60.0.99"
HERE = {("www.test", A): "10.60.0.80", ("bank.test", A): "10.60.0.81", ("phish.test", A): "10.60.0.82",
        ("www.test", AAAA): "fd60::80", ("bank.test", AAAA): "fd60::81"}
KNOWN = {name for name, kind in HERE}


def wire(name):
    return b"".join(bytes([len(one)]) + one.encode() for one in name.split(".") if one) + b"\0"


def record(name, kind, data):
    return wire(name) + struct.pack("!HHIH", kind, 1, 60, len(data)) + data


def address(name, text):
    kind = AAAA if ":" in text else A
    return record(name, kind, socket.inet_pton(socket.AF_INET6 if kind == AAAA else socket.AF_INET, text))


def honest(name, kind):
    """rcode, answers, whether the zone speaks for there being none, extended errors"""
    if (name, kind) in HERE:
        return 0, [address(name, HERE[name, kind])], False, []
    return (0 if name in KNOWN else 3), [], True, []


def blocked(scene, name, kind):
    if scene == "ede15": return 0, [], False, [15]
    if scene == "ede16": return 5, [], False, [16]
    if scene == "ede17": return 3, [], True, [17]
    if scene == "bare": return 3, [], False, []
    if scene == "empty": return 0, [], True, []
    if scene == "zeros": return 0, [address(name, "0.0.0.0")] if kind == A else [], False, []
    if scene == "colons": return 0, [address(name, "::")] if kind == AAAA else [], False, []
    if scene == "loop": return 0, [address(name, "127.0.0.1")] if kind == A else [], False, []
    if scene == "wall": return 0, [address(name, WALL)] if kind == A else [], False, []
    if scene == "page": return 0, [address(name, PAGE)] if kind == A else [], False, []
    if scene == "cname": return 0, [record(name, CNAME, wire("block.filter.example")), address("block.filter.example", PAGE)], False, []
    if scene == "refused": return 5, [], False, []
    return honest(name, kind)


def said(scene, name, kind, udp):
    if scene == "broken": return 2, [], False, []
    if name == "phish.test": return blocked(scene, name, kind)
    forged = [address(name, FALSE6 if kind == AAAA else FALSE4)]
    lies = scene == "liar" or (scene == "udp-liar" and udp) or (scene == "cut-liar" and not udp)
    if name == "bank.test" and (lies or scene == "some" or (scene == "six" and kind == AAAA)): return 0, forged, False, []
    if name == "mail.test" and scene == "elsewhere": return 0, forged, False, []
    if scene == "makes-up" and name not in KNOWN: return 0, forged, False, []
    if scene == "makes-up-six" and name not in KNOWN and kind == AAAA: return 0, forged, False, []
    if scene == "all-to-one" and name in KNOWN: return 0, forged, False, []
    return honest(name, kind)


def answer(scene, packet, udp):
    labels, at = [], 12
    while packet[at]:
        labels.append(packet[at + 1:at + 1 + packet[at]].decode()); at += packet[at] + 1
    kind = struct.unpack("!H", packet[at + 1:at + 3])[0]
    question, name = packet[12:at + 5], ".".join(labels).lower()
    if scene == "slow": time.sleep(1)
    if scene == "slower": time.sleep(2.5)
    if scene == "noise": return os.urandom(90)
    rcode, answers, zone, extended = said(scene, name, kind, udp)
    cut = udp and scene.startswith("cut")
    if cut: rcode, answers, zone, extended = 0, [], False, []
    authority = [record("test", SOA, wire("ns.test") + wire("admin.test") + struct.pack("!5I", 1, 60, 60, 60, 60))] if zone else []
    options = b"".join(struct.pack("!HHH", 15, 2, one) for one in extended)
    extra = [b"\0" + struct.pack("!HHIH", OPT, 1232, 0, len(options)) + options] if packet[11] else []
    flags = 0x8180 | rcode | (0x0200 if cut else 0)
    identity = packet[:2] if scene != "other-id" else bytes([packet[0] ^ 1, packet[1]])
    return (identity + struct.pack("!5H", flags, 1, len(answers), len(authority), len(extra)) + question
            + b"".join(answers + authority + extra))


def stream(scene, one):
    try:
        while True:
            size = one.recv(2)
            if len(size) < 2: return
            packet = b""
            while len(packet) < struct.unpack("!H", size)[0]: packet += one.recv(4096)
            if scene in ("tcp-silent", "cut-silent"): time.sleep(60)
            reply = answer(scene, packet, False)
            one.sendall(struct.pack("!H", len(reply)) + reply)
    except OSError: pass


def tcp(scene, at, port, context=None):
    server = socket.create_server((at, port))
    while True:
        one, _ = server.accept()
        def serve(one=one):
            try: stream(scene, context.wrap_socket(one, server_side=True) if context else one)
            except OSError: pass
        threading.Thread(target=serve, daemon=True).start()


def udp(scene, at):
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); server.bind((at, 53))
    while True:
        packet, who = server.recvfrom(4096)
        threading.Thread(target=lambda p=packet, w=who: server.sendto(answer(scene, p, True), w), daemon=True).start()


for word in sys.argv[1:]:
    scene, at = word.split("=")
    if scene.startswith("dot:"):
        scene = scene[4:]; context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); context.load_cert_chain(f"{os.environ['RUN']}/{scene}.pem")
        threading.Thread(target=tcp, args=(scene, at, 853, context), daemon=True).start()
    else:
        threading.Thread(target=udp, args=(scene, at), daemon=True).start()
        threading.Thread(target=tcp, args=(scene, at, 53), daemon=True).start()
open(os.environ["RUN"] + "/ready", "w").close()
while True: time.sleep(60)

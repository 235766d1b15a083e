"""The laptop: answers on every port of a list, TCP and UDP, IPv4 and IPv6.

listen.py PORTS   prints "ready"; then, for each line read, forgets all connections that the kernel
tracks in this namespace (so that one ruleset's connections are strangers to the next) and prints "ok".
"""
import os, selectors, socket, struct, sys, threading

PORTS = [int(p) for p in sys.argv[1].split(",")]
LINK = socket.if_nametoindex("wlan0")
V4_GROUPS = {5353: "224.0.0.251", 1900: "239.255.255.250"}
V6_GROUPS = {5353: "ff02::fb", 1900: "ff02::f"}

selector = selectors.DefaultSelector()


def tcp(family, port):
    s = socket.socket(family, socket.SOCK_STREAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    s.bind(("::" if family == socket.AF_INET6 else "0.0.0.0", port))
    s.listen(64)
    s.setblocking(False)

    def accept():
        try:
            c, _ = s.accept()
        except OSError:
            return
        try:
            c.sendall(b"%d\n" % port)
            c.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        c.close()

    selector.register(s, selectors.EVENT_READ, accept)


def udp(family, port):
    s = socket.socket(family, socket.SOCK_DGRAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    s.bind(("::" if family == socket.AF_INET6 else "0.0.0.0", port))
    if family == socket.AF_INET and port in V4_GROUPS:
        s.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP,
                     struct.pack("4s4si", socket.inet_aton(V4_GROUPS[port]), b"\0" * 4, LINK))
    if family == socket.AF_INET6 and port in V6_GROUPS:
        s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP,
                     socket.inet_pton(socket.AF_INET6, V6_GROUPS[port]) + struct.pack("i", LINK))
    s.setblocking(False)

    def answer():
        try:
            data, who = s.recvfrom(64)
            s.sendto(data, who)
        except OSError:
            pass

    selector.register(s, selectors.EVENT_READ, answer)


def forget():
    s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12)  # NETLINK_NETFILTER
    s.sendto(struct.pack("=IHHIIBBH", 20, (1 << 8) | 2, 5, 1, 0, 0, 0, 0), (0, 0))  # CT_DELETE, all
    s.recv(4096)
    s.close()


def commands():
    for _ in sys.stdin:
        forget()
        print("ok", flush=True)
    os._exit(0)


for p in PORTS:
    for f in (socket.AF_INET, socket.AF_INET6):
        tcp(f, p)
        udp(f, p)
threading.Thread(target=commands, daemon=True).start()
print("ready", flush=True)
while True:
    for key, _ in selector.select():
        key.data()

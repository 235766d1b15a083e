"""The stranger: really connects, from several addresses and ports, and to groups.

knock.py PORTS   prints "ready"; then, for each line read ("SECONDS"), one line: every port that was
reached, as kind:port with kind tcp4, tcp6, udp4 or udp6, and once more with a "!" when an ordinary
program's call reached it: to an address of the laptop in the network both share, from any port.
"""
import errno, selectors, socket, sys, time

PORTS = [int(p) for p in sys.argv[1].split(",")]
LINK = socket.if_nametoindex("eth0")
LL_ME, LL_LAPTOP = "fe80::ff:fe00:66", "fe80::ff:fe00:10"
# family, own address, own port (0: any), target
V4 = [("10.66.0.66", 0), ("10.66.0.66", 53), ("10.66.0.66", 67), ("10.66.0.200", 0)]
V6 = [("fd66::66", 0), ("fd66::66", 67), ("fd66::66", 53), ("fd66::200", 0), (LL_ME, 0), (LL_ME, 547), (LL_ME, 53)]
GROUPS4 = ["224.0.0.1", "224.0.0.251", "239.255.255.250", "10.66.0.255", "255.255.255.255"]
GROUPS6 = ["ff02::1", "ff02::fb", "ff02::f"]


def place(family, address, port):
    if family == socket.AF_INET:
        return (address, port)
    return (address, port, 0, LINK if address.startswith(("fe80", "ff")) else 0)


def sock(family, kind, own, port):
    s = socket.socket(family, kind)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.setblocking(False)
    s.bind(place(family, own, port))
    return s


def knock(seconds):
    reached = set()
    selector = selectors.DefaultSelector()
    opened = []

    def found(kind, family, port, ordinary):
        what = "%s%d:%s" % (kind, 4 if family == socket.AF_INET else 6, port)
        reached.update([what, "!" + what] if ordinary else [what])

    def tcp(family, own, own_port, target):
        for port in PORTS:
            try:
                s = sock(family, socket.SOCK_STREAM, own, own_port)
            except OSError:
                continue
            opened.append(s)
            s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            got = s.connect_ex(place(family, target, port))
            if got not in (0, errno.EINPROGRESS):
                continue

            def ready(s=s, family=family, port=port):
                try:
                    if s.recv(16):
                        found("tcp", family, port, own_port == 0 and own != LL_ME)
                except BlockingIOError:
                    return
                except OSError:
                    pass
                selector.unregister(s)
                s.close()

            selector.register(s, selectors.EVENT_READ, ready)

    def udp(family, own, own_port, targets):
        s = sock(family, socket.SOCK_DGRAM, own, own_port)
        opened.append(s)
        s.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        if family == socket.AF_INET:
            s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(own))
        else:
            s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, LINK)

        def ready():
            try:
                while True:
                    data, _ = s.recvfrom(64)
                    found("udp", family, data.split()[0].decode(),
                          own_port == 0 and own != LL_ME and targets in (["10.66.0.10"], ["fd66::10"]))
            except OSError:
                pass

        selector.register(s, selectors.EVENT_READ, ready)
        for target in targets:
            for port in PORTS:
                for _ in range(2):
                    try:
                        s.sendto(b"%d" % port, place(family, target, port))
                        break
                    except ConnectionRefusedError:
                        pass
                    except OSError:
                        break

    for own, port in V4:
        tcp(socket.AF_INET, own, port, "10.66.0.10")
        udp(socket.AF_INET, own, port, ["10.66.0.10"])
    # From a port of its own: an answer to a group must not look like one to the laptop's address.
    for port in (0, 53):
        udp(socket.AF_INET, "10.66.0.200" if port else "10.66.0.66", port, GROUPS4)
        udp(socket.AF_INET6, "fd66::200" if port else LL_ME, port, GROUPS6)
    for own, port in V6:
        there = LL_LAPTOP if own == LL_ME else "fd66::10"
        tcp(socket.AF_INET6, own, port, there)
        udp(socket.AF_INET6, own, port, [there])
    end = time.monotonic() + seconds
    while True:
        left = end - time.monotonic()
        if left <= 0:
            break
        for key, _ in selector.select(left):
            key.data()
            end = max(end, time.monotonic() + seconds / 2)
    for s in opened:
        s.close()
    return reached


print("ready", flush=True)
for line in sys.stdin:
    print(" ".join(sorted(knock(float(line)))), flush=True)

"""What an agent has made: what it put into its spool, as the kernel saw it (inotify), and what it told the process that stays."""
import ctypes, ctypes.util, os, re, struct, uuid

MOVED_FROM, MOVED_TO, DELETED, OVERFLOW = 0x40, 0x80, 0x200, 0x4000
NAME = re.compile(r"(\d{16})-(\d{10})-(full|unchanged|change|transition)-([0-9a-f-]{36})\.json\.gz")
LIBC = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)


class SpoolBook:
    """Watches one spool folder from outside; what an agent that is killed did until then is in it all the same."""

    def __init__(self, folder):
        self.put, self.gone, self.numbers, self.unknown = {}, set(), {}, set()
        self.fd = LIBC.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if LIBC.inotify_add_watch(self.fd, folder.encode(), MOVED_FROM | MOVED_TO | DELETED) < 0:
            raise OSError(ctypes.get_errno(), folder)

    def read(self):
        """Takes in what has happened; answers how many new reports came."""
        before = len(self.put)
        while True:
            try:
                events = os.read(self.fd, 1 << 16)
            except BlockingIOError:
                return len(self.put) - before
            at = 0
            while at < len(events):
                _, mask, _, length = struct.unpack_from("iIII", events, at)
                name = events[at + 16:at + 16 + length].rstrip(b"\0").decode()
                at += 16 + length
                if mask & OVERFLOW:
                    raise RuntimeError("the kernel had more to say than was read")
                self.event(mask, name)

    def event(self, mask, name):
        words = NAME.fullmatch(name)
        if not words:
            if not name.endswith(".tmp"):
                self.unknown.add(name)
            return
        number, report = int(words[1]), words[4]
        if mask & MOVED_TO:
            self.put.setdefault(report, number)
            self.numbers.setdefault(number, set()).add(report)
            self.gone.discard(report)
        elif report in self.put:
            self.gone.add(report)

    def doubled_numbers(self):
        return [number for number, reports in self.numbers.items() if len(reports) > 1]


class Stay:
    """Does for one agent what the process that stays does: counts the reports that went with a worker, and hands the count on."""

    KINDS = ("unchanged", "full", "transition")

    def __init__(self):
        self.start, self.made, self.lost = str(uuid.uuid4()), set(), {}

    def handover(self):
        counts = [sum(kind == one for kind in self.lost.values()) for one in self.KINDS]
        return {"PORCHLIGHT_START": self.start, "PORCHLIGHT_REPORTS_LOST": " ".join(map(str, counts))}

    def heard(self, lines):
        """Takes in what a worker said; answers its last line, and whether no disk had room for its report."""
        rest, held = "", {}
        for line in lines.splitlines():
            word, *more = line.split(" ")
            if word == "unkept":
                self.made.add(more[1])
                held = {more[1]: more[0]}
            elif word == "taken":
                held = {}
            else:
                rest = line
        self.lost |= held
        return rest, "unkept" in lines

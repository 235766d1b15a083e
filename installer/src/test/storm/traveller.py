"""One agent with its road, and the troubles that come to it."""
import datetime, os, random, re, subprocess, time

import house
import proxies
from books import SpoolBook, Stay
from road import Road

TROUBLES = {"calm": 44, "kill": 25, "freeze": 6, "full": 6, "brim": 4, "read-only": 4, "clock": 7, "clock-jump": 4}
DISK = ("full", "brim", "read-only")
CLOCKS = ["+8d", "-3d", "+1d", "-400", "+301", "-20y", "+6h", "+100", "-30"]
LONGEST_SECONDS = 110
PUT, KILLED, NO_ROOM, NOT_BEGUN = "put a report", "killed before", "no room on the disk", "could not begin on a read-only disk"
OFFICE = "10.98.0.1"  # central's address for those who go through a forward proxy: on loopback no proxy is asked


def seconds(text):
    return datetime.datetime.fromisoformat(text[:19] + "+00:00").timestamp()


class Traveller:
    def __init__(self, number, seed, short, folder, upstream, token, uptime):
        self.name, self.seed, self.uptime = f"agent-{number}", seed, uptime
        self.road = Road(upstream)
        self.front, self.forward = None, None
        server, settings = f"http://127.0.0.1:{self.road.port}", {}
        kinds = proxies.Forward.there()
        if number % 2 and number // 2 < len(kinds):
            port = house.free_port()
            self.front = proxies.Front(folder, self.name, OFFICE, port, self.road.port)
            self.forward = proxies.Forward(folder, kinds[number // 2], house.free_port())
            server, settings = f"https://{OFFICE}:{port}", {"proxy": f"http://127.0.0.1:{self.forward.port}"}
        self.central = number > 1  # it has central's policy, not one of its own
        if self.central:
            settings["policyFile"] = ""
        self.agent = house.Agent(os.path.join(folder, self.name), server, token, True, **settings)
        self.book, self.stay, self.begun = SpoolBook(self.agent.spool), Stay(), 0
        self.usual, self.closed_for, self.faults, self.counts = 0.4, 0, [], {}
        self.came_of = dict.fromkeys([PUT, KILLED, NO_ROOM, NOT_BEGUN], 0)
        if short:
            self.road.rates.update(hold=0, hold_answer=0)

    def count(self, what):
        self.counts[what] = self.counts.get(what, 0) + 1

    def identity(self):
        return self.agent.state("identity.json")

    def cycle(self, number, stormy=True):
        dice = random.Random(f"{self.seed} {self.name} {number}")
        self.begun += 1
        trouble = dice.choices(list(TROUBLES), list(TROUBLES.values()))[0] if stormy else "calm"
        if trouble.startswith("clock") and not house.FAKETIME:
            trouble = "kill"
        self.closed_for = dice.randint(3, 12) if stormy and dice.random() < 0.02 else max(0, self.closed_for - 1) * stormy
        self.road.weather(stormy, self.closed_for > 0, random.Random(f"{self.seed} {self.name} {number} road"))
        if dice.random() < 0.3:
            self.agent.change(dice.random() < 0.5)
        at, length, amount = dice.random(), dice.random(), dice.randrange(0, 6) * 4096
        enrolled = bool(self.identity())
        elsewhere = not stormy or dice.random() < 0.75
        if not (stormy and dice.random() < 0.3):
            self.sleep(elsewhere, stormy)
        jump = dice.choice(CLOCKS)
        start = time.monotonic()
        said = os.path.getsize(self.agent.errors) if os.path.exists(self.agent.errors) else 0
        if trouble in DISK and at < 0.5:
            self.spoil(trouble, amount)
        process = self.agent.start("NETWORK" if elsewhere else "SCHEDULE", self.stay.handover(), jump if trouble == "clock" else "+0", trouble == "clock-jump")
        if trouble not in ("calm", "clock"):
            try:
                process.wait(at * 1.2 * self.usual)
            except subprocess.TimeoutExpired:
                self.count(trouble + " at work")
                if trouble == "kill":
                    process.kill()
                elif trouble == "freeze":
                    process.send_signal(19)
                    time.sleep(length * 2)
                    process.send_signal(18)
                elif trouble == "clock-jump":
                    self.agent.set_clock(jump)
                else:
                    self.spoil(trouble, amount)
        try:
            out, _ = process.communicate(timeout=LONGEST_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            out, _ = process.communicate()
            self.count("overdue")  # as the resident process ends it
            trouble = "kill" if process.returncode == -9 else trouble  # it may have ended that very moment
        self.agent.disk.writable(True)
        self.agent.disk.empty()
        self.count(trouble)
        came = self.book.read()
        last, no_room = self.stay.heard(out)
        if enrolled:
            self.explain(number, trouble, stormy, came, process.returncode, no_room, said)
        with open(os.path.join(self.agent.folder, "cycles.log"), "a", encoding="utf-8") as log:
            log.write(f"{time.strftime('%T')} {number} {trouble} {elsewhere} took {time.monotonic() - start:.1f} s, "
                      f"ended {process.returncode} {out.strip()!r}, put {came}\n")
        if trouble == "calm" and stormy:
            self.usual = 0.9 * self.usual + 0.1 * min(2, time.monotonic() - start)
        if process.returncode == -9 and trouble == "kill":
            return
        if process.returncode != 0 or not re.fullmatch(r"next \d+ 0\.\d+|retry \d+", last):
            self.faults.append(f"cycle {number} ({trouble}) ended with {process.returncode}: {out!r}")

    def explain(self, number, trouble, stormy, came, ended, no_room, said):
        """What came of a cycle; one report at most, and none only for a reason that is seen."""
        with open(self.agent.errors, encoding="utf-8", errors="replace") as text:
            text.seek(said)
            not_begun = trouble == "read-only" and "cannot use" in text.read()
        what = PUT if came == 1 and not no_room else NO_ROOM if came < 2 and no_room else KILLED if came == 0 and ended == -9 \
            else NOT_BEGUN if came == 0 and not_begun else ""
        if not what:
            self.faults.append(f"cycle {number} ({trouble}) put {came} reports into the spool, and nobody knows why")
        elif stormy:
            self.came_of[what] += 1

    def sleep(self, elsewhere, stormy):
        """Has the time pass until it may send again, and at last ask; for all agents, as they see it, without anybody waiting."""
        sending, asking, counted = self.agent.progress()
        waits = [sending.get("ordered" if elsewhere else "notBefore")] + [asking.get("notBefore")] * (not stormy)
        due = max((seconds(wait) for wait in waits if wait), default=0)
        if due and counted:
            passed = self.uptime.now() - counted.get("upMs", 0) / 1000
            self.uptime.skip(max(0, due - seconds(counted["at"]) - passed + 2))

    def spoil(self, trouble, amount):
        if trouble == "full":
            self.agent.disk.fill(amount)
        elif trouble == "brim":
            self.agent.disk.brim()
        elif trouble == "read-only":
            self.agent.disk.writable(False)

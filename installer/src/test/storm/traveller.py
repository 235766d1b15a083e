"""One agent with its road, and the troubles that come to it."""
import datetime, os, random, re, subprocess, time

import house
import proxies
from books import SpoolBook
from road import Road

TROUBLES = {"calm": 45, "kill": 25, "freeze": 6, "full": 8, "read-only": 5, "clock": 7, "clock-jump": 4}
CLOCKS = ["+8d", "-3d", "+1d", "-400", "+301", "-20y", "+6h", "+100", "-30"]
LONGEST_SECONDS = 110
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
        self.book = SpoolBook(self.agent.spool)
        self.usual, self.closed_for, self.faults, self.counts, self.unheard = 0.4, 0, [], {}, set()
        self.cycles, self.unspooled = 0, 0
        if short:
            self.road.rates.update(hold=0, hold_answer=0)

    def count(self, what):
        self.counts[what] = self.counts.get(what, 0) + 1

    def identity(self):
        return self.agent.state("identity.json")

    def cycle(self, number, stormy=True):
        dice = random.Random(f"{self.seed} {self.name} {number}")
        self.cycles += stormy
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
            self.sleep(elsewhere)
        jump = dice.choice(CLOCKS)
        heard = len(self.road.heard)
        start = time.monotonic()
        if trouble in ("full", "read-only") and at < 0.5:
            self.spoil(trouble, amount)
        process = self.agent.start("NETWORK" if elsewhere else "SCHEDULE", jump if trouble == "clock" else "+0", trouble == "clock-jump")
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
            trouble = "kill"
        self.agent.disk.writable(True)
        self.agent.disk.empty()
        self.count(trouble)
        came = self.book.read()
        self.unspooled += enrolled and came == 0  # on a bad disk a report is sent at once or said to be dropped
        with open(os.path.join(self.agent.folder, "cycles.log"), "a", encoding="utf-8") as log:
            log.write(f"{time.strftime('%T')} {number} {trouble} {elsewhere} took {time.monotonic() - start:.1f} s, "
                      f"ended {process.returncode} {out.strip()!r}, put {came}\n")
        if trouble == "calm" and stormy:
            self.usual = 0.9 * self.usual + 0.1 * min(2, time.monotonic() - start)
        if self.forward or trouble not in ("calm", "clock", "clock-jump", "freeze"):
            # It heard that and may not have had the time or the disk to note it, or something behind its road was killed.
            self.unheard.update(self.road.heard[heard:])
        if process.returncode == -9 and trouble == "kill":
            return
        if process.returncode != 0 or not re.fullmatch(r"(next \d+ 0\.\d+|retry \d+)\n", out):
            self.faults.append(f"cycle {number} ({trouble}) ended with {process.returncode}: {out!r}")
        if enrolled and trouble in ("calm", "clock", "clock-jump", "freeze", "kill") and came != 1:
            self.faults.append(f"cycle {number} ({trouble}) put {came} reports into the spool")

    def sleep(self, elsewhere):
        """Has the time pass until it may send again; for all agents, as they see it, without anybody waiting."""
        sending, _, counted = self.agent.progress()
        due = sending.get("ordered" if elsewhere else "notBefore")
        if due and counted:
            passed = self.uptime.now() - counted.get("upMs", 0) / 1000
            self.uptime.skip(max(0, seconds(due) - seconds(counted["at"]) - passed + 2))

    def spoil(self, trouble, amount):
        if trouble == "full":
            self.agent.disk.fill(amount)
        elif trouble == "read-only":
            self.agent.disk.writable(False)

"""All that happens to central and to the proxies in a storm, and what their operators do meanwhile."""
import random, subprocess

ODDS = {"kill": 10, "freeze": 4, "full": 4, "proxy": 4, "forward": 4, "policy": 3, "rotate": 3}


class Pest:
    def __init__(self, seed, central, nginx, forwards, short, begun):
        """begun: how many cycles were begun so far; its pace is theirs, however busy the machine."""
        self.dice, self.short = random.Random(f"{seed} pest"), short
        self.central, self.nginx, self.forwards = central, nginx, forwards
        self.counts, self.revision, self.sound, self.begun = {}, 1, 0, begun

    def harass(self, over):
        """Until it is over."""
        odds = {what: often for what, often in ODDS.items() if what != "forward" or self.forwards}
        while self.rests(over):
            what = self.dice.choices(list(odds), list(odds.values()))[0]
            if getattr(self, what)(over):
                self.counts[what] = self.counts.get(what, 0) + 1

    def rests(self, over):
        due = self.begun() + self.dice.randint(1, 4 if self.short else 11)
        while self.begun() < due and not over.wait(0.2):
            pass
        return not over.is_set()

    def kill(self, over):
        self.central.kill()
        over.wait(self.dice.uniform(0, 4))
        self.central.start()
        return True

    def freeze(self, over):
        self.central.process.send_signal(19)
        over.wait(self.dice.uniform(0.5, 6) if self.short or self.dice.random() < 0.9 else 25)
        self.central.process.send_signal(18)
        return True

    def full(self, over):
        self.central.disk.fill()
        over.wait(self.dice.uniform(0.5, 4))
        self.central.disk.empty()
        return True

    def proxy(self, over):
        self.nginx.kill()
        over.wait(self.dice.uniform(0, 2))
        self.nginx.start()
        return True

    def forward(self, over):
        proxy = self.dice.choice(self.forwards)
        proxy.kill()
        over.wait(self.dice.uniform(0, 2))
        proxy.start()
        return True

    def policy(self, over, sound=None):
        """Central's operator sets another; one in four is such that the agents have to keep it out."""
        self.revision += 1
        sound = self.dice.random() < 0.75 if sound is None else sound
        try:
            self.central.policy(self.dice.random() < 0.5, self.revision, sound)
        except (RuntimeError, subprocess.SubprocessError):
            return False
        if sound:
            self.sound = self.revision
        return True

    def rotate(self, over):
        """Central's operator wants another key of some laptop."""
        try:
            self.central.say("device", "rotate", "--device", self.dice.choice(self.central.devices()))
        except (RuntimeError, subprocess.SubprocessError):
            return False
        return True

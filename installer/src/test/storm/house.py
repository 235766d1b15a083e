"""The real programs of a storm: central's jar, nginx before it, and agents as they ship, each a process that can be killed."""
import base64, glob, json, os, signal, socket, sqlite3, subprocess, threading, time

from books import NAME

HERE = os.path.dirname(os.path.abspath(__file__))
INSTALLER = os.path.normpath(os.path.join(HERE, "..", "..", ".."))
AGENT = os.path.join(INSTALLER, "target", "porchlight", "bin", "porchlight")
JAR = os.path.join(INSTALLER, "..", "central", "target", "central.jar")
FAKETIME = (glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1") or [""])[0]
NULL = subprocess.DEVNULL


def newest_java():
    found = []
    for java in glob.glob("/usr/lib/jvm/*/bin/java") + [os.path.join(os.environ.get("JAVA_HOME", ""), "bin", "java")]:
        if os.path.exists(java + "c"):
            said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
            found.append((int(said.split('"')[1].split(".")[0].split("-")[0]), java))
    return max(found)[1]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


class Uptime:
    """How long the system has been up, as all agents here are told: time that is let pass without waiting for it, as in sleep."""

    def __init__(self, folder):
        self.slept, self.lock = 0.0, threading.Lock()
        with open("/proc/uptime", encoding="ascii") as text:
            self.booted = time.clock_gettime(time.CLOCK_BOOTTIME) - float(text.read().split()[0])
        self.path = os.path.join(folder, "uptime")
        self.skip(0)
        subprocess.run(["mount", "--bind", self.path, "/proc/uptime"], check=True)

    def now(self):
        return time.clock_gettime(time.CLOCK_BOOTTIME) - self.booted + self.slept

    def skip(self, seconds):
        with self.lock:
            self.slept += seconds
            file = os.open(self.path, os.O_WRONLY | os.O_CREAT, 0o644)
            os.pwrite(file, f"{self.now():013.2f} 0.00\n".encode(), 0)  # always as long, at once
            os.close(file)


class Disk:
    """A small disk of its own, where that is allowed, that can be filled and made read-only."""

    def __init__(self, folder, size, mounts):
        self.folder, self.mounts = folder, mounts
        os.makedirs(folder, 0o700)
        if mounts:
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "storm", folder], check=True)

    def fill(self, leave=0):
        ballast = os.path.join(self.folder, "ballast")
        with open(ballast, "ab", buffering=0) as out:
            try:
                while True:
                    out.write(b"\0" * 4096)
            except OSError:
                pass
        os.truncate(ballast, max(0, os.path.getsize(ballast) - leave))

    def brim(self):
        """Not even what the agent holds in reserve is left to it."""
        reserve = os.path.join(self.folder, "porchlight.reserve")
        if os.path.exists(reserve):
            os.remove(reserve)
        self.fill()

    def empty(self):
        if os.path.exists(os.path.join(self.folder, "ballast")):
            os.remove(os.path.join(self.folder, "ballast"))

    def writable(self, how):
        mode = "rw" if how else "ro"  # busy with open files: then it stays as it is
        return subprocess.run(["mount", "-o", f"remount,{mode}", self.folder], stderr=NULL, check=False).returncode == 0


def rules(tunnel, revision, check="hosts-file"):
    return json.dumps({
        "revision": revision, "tells": {"deviceName": True, "networkNames": False}, "rules": [
            {"check": check, "severity": "medium"} | ({"allowed": []} if check == "hosts-file" else {}),
            {"check": "vpn", "severity": "low", "required": tunnel}]})


class Central:
    """Central's jar on one port, with a disk for its ledger."""

    def __init__(self, folder, mounts):
        self.disk = Disk(os.path.join(folder, "central"), "64m", mounts)
        self.ready, self.port = os.path.join(folder, "ready.json"), free_port()
        self.log = open(os.path.join(folder, "central.log"), "ab")
        self.java = [newest_java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar", JAR]
        self.process, self.more = None, []

    def start(self):
        if os.path.exists(self.ready):
            os.remove(self.ready)
        self.process = subprocess.Popen(
            self.java + ["--data", self.disk.folder, "--listen", f"127.0.0.1:{self.port}", "--ready-file", self.ready, *self.more],
            stdin=NULL, stdout=self.log, stderr=self.log)
        for _ in range(1200):
            if os.path.exists(self.ready) or self.process.poll() is not None:
                return
            time.sleep(0.05)

    def token(self, uses):
        return self.say("token", "--organisation", "Storm", "--uses", str(uses))

    def say(self, *words):
        done = subprocess.run(self.java + [*words, "--data", self.disk.folder], capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"central {words}: {done.stderr}")
        return done.stdout.strip()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait(60)

    def ledger(self):
        """What central says it has, read from its file while it is stopped."""
        (path,) = [p for p in glob.glob(os.path.join(self.disk.folder, "*")) if p.endswith((".db", ".sqlite"))]
        with sqlite3.connect(path) as books:
            return (books.execute("select device, id, sequence from report").fetchall(),
                    books.execute("select id, key_id, rotate from device").fetchall())

    def policy(self, tunnel, revision, sound=True):
        """Another policy for all that have none of their own; one that is not sound is for the agents to keep out."""
        path = os.path.join(os.path.dirname(self.ready), "policy.json")
        with open(path, "w", encoding="utf-8") as out:
            out.write(rules(tunnel, revision, "hosts-file" if sound else "run-this-program"))
        self.say("policy", "set", "--organisation", "Storm", "--file", path)

    def devices(self):
        return [line.split()[0] for line in self.say("device", "list").splitlines()]


class Nginx:
    """The reverse proxy that stands before most centrals."""

    def __init__(self, folder, upstream):
        self.port, self.folder = free_port(), os.path.join(folder, "nginx")
        os.makedirs(self.folder)
        with open(os.path.join(self.folder, "nginx.conf"), "w", encoding="utf-8") as out:
            out.write(f"""daemon off; worker_processes 1; pid {self.folder}/pid; error_log {self.folder}/error.log crit;
{"user root;" if os.geteuid() == 0 else ""} events {{ worker_connections 512; }}
http {{ access_log off; client_body_temp_path {self.folder}/b; proxy_temp_path {self.folder}/p; fastcgi_temp_path {self.folder}/f;
uwsgi_temp_path {self.folder}/u; scgi_temp_path {self.folder}/s;
server {{ listen 127.0.0.1:{self.port} reuseport; location / {{ proxy_pass http://127.0.0.1:{upstream}; proxy_read_timeout 20s; }} }} }}""")
        self.process = None

    def start(self):
        self.process = subprocess.Popen(["nginx", "-p", self.folder, "-c", "nginx.conf", "-e", "stderr"], stdin=NULL, stdout=NULL, stderr=NULL)

    def kill(self):
        children = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=False).stdout.split()
        self.process.kill()
        self.process.wait()
        for child in children:
            try:
                os.kill(int(child), signal.SIGKILL)
            except ProcessLookupError:
                pass

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


class Agent:
    """The agent as it ships: its launcher, jars and runtime, but with a clock that can be moved (the launcher drops LD_PRELOAD)."""

    def __init__(self, folder, server, token, mounts, **settings):
        self.folder = folder
        os.makedirs(folder, 0o700)
        self.disk = Disk(os.path.join(folder, "state"), "8m", mounts)  # more than it may keep of logs and copies
        self.spool = os.path.join(folder, "state", "spool")
        os.makedirs(self.spool, 0o700)
        self.config, self.policy = os.path.join(folder, "agent.json"), os.path.join(folder, "policy.json")
        token_file = os.path.join(folder, "token")
        with open(token_file, "w", encoding="utf-8") as out:
            out.write(token)
        with open(self.config, "w", encoding="utf-8") as out:
            json.dump({"server": server, "stateFolder": self.disk.folder, "enrollmentTokenFile": token_file,
                       "policyFile": self.policy} | settings, out)
        self.clock, self.errors = os.path.join(folder, "clock"), os.path.join(folder, "agent.err")
        self.change(False)
        with open(AGENT, encoding="utf-8") as text:
            self.launcher = text.read().replace(" LD_PRELOAD", "", 1)

    def change(self, tunnel):
        """Another policy, so that the report differs and so does an outcome."""
        with open(self.policy + ".new", "w", encoding="utf-8") as out:
            out.write(rules(tunnel, 1))
        os.replace(self.policy + ".new", self.policy)

    def set_clock(self, offset):
        with open(self.clock + ".new", "w", encoding="utf-8") as out:
            out.write(offset + "\n")
        os.replace(self.clock + ".new", self.clock)

    def start(self, wake, handover, clock="+0", movable=False):
        env = dict(os.environ, PORCHLIGHT_WAKE=wake, **handover)
        if FAKETIME and (movable or clock != "+0"):
            env.update(LD_PRELOAD=FAKETIME, NO_FAKE_STAT="1", FAKETIME_DONT_FAKE_MONOTONIC="1")
            if movable:
                self.set_clock(clock)
                env.update(FAKETIME_TIMESTAMP_FILE=self.clock, FAKETIME_NO_CACHE="1")
            else:
                env["FAKETIME"] = clock
        with open(self.errors, "ab") as log:
            return subprocess.Popen(["/bin/sh", "-c", self.launcher, AGENT, "cycle", "--config", self.config], env=env,
                                    stdin=NULL, stdout=subprocess.PIPE, stderr=log, text=True)

    def waiting(self):
        return len(os.listdir(self.spool))

    def progress(self):
        said = self.state("delivery.json")
        return said.get("sending", {}), said.get("asking", {}), said.get("counted", {})

    def dropped(self):
        """What the agent itself says that it dropped, and what an accepted report has said of it."""
        tally = self.state("delivery.json").get("tally", {})
        return [sum(tally.get(name, {}).get("dropped", {}).values()) for name in ("all", "told")]

    def state(self, name):
        try:
            with open(os.path.join(self.disk.folder, name), encoding="utf-8") as text:
                return json.load(text)
        except FileNotFoundError:
            return {}

    def held(self):
        """The revision of central's policy that it holds; 0: none."""
        payload = self.state("policy.json").get("payload", "")
        return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["revision"] if payload else 0

    def refused(self):
        folder = os.path.join(self.disk.folder, "refused")
        names = [NAME.fullmatch(name) for name in os.listdir(folder)] if os.path.isdir(folder) else []
        return {name[4] for name in names if name}

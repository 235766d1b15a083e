"""A laptop that reports, from config/protocol.md alone. A turn a run: laptop.py SERVER FOLDER TOKEN-FILE CONTENT-FILE [at-once]"""
import base64, datetime, gzip, hashlib, json, os, random, secrets, sys, time, urllib.error, urllib.request, uuid
from pathlib import Path
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils

SHA256 = ec.ECDSA(hashes.SHA256())
COVERED = ("content-type", "content-encoding", "content-digest", "idempotency-key")
PEM = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
BOOT = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
OPENER = urllib.request.build_opener(type("Straight", (urllib.request.HTTPRedirectHandler,), {"redirect_request": lambda *_: None}))

def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
def digest(data):
    return "sha256:" + b64(hashlib.sha256(data).digest())
def thumbprint(jwk):
    return b64(hashlib.sha256(json.dumps({name: jwk[name] for name in ("crv", "kty", "x", "y")}, separators=(",", ":")).encode()).digest())

def signed_by(jwk, signature, data):
    x, y, r, s = (int.from_bytes(part, "big") for part in (unb64(jwk["x"]), unb64(jwk["y"]), signature[:32], signature[32:]))
    try:
        return ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key().verify(utils.encode_dss_signature(r, s), data, SHA256) is None
    except InvalidSignature:
        return False

def keep(path, data):
    with open(path + ".tmp", "wb", 0, opener=lambda name, flags: os.open(name, flags, 0o600)) as out:
        out.write(data)
        os.fsync(out.fileno())
    os.replace(path + ".tmp", path)

class Key:
    """A P-256 key, on the disk before it is used."""
    def __init__(self, path):
        if not os.path.exists(path):
            keep(path, ec.generate_private_key(ec.SECP256R1()).private_bytes(*PEM))
        self.secret = serialization.load_pem_private_key(Path(path).read_bytes(), None)
        point = self.secret.public_key().public_numbers()
        self.jwk = {"kty": "EC", "crv": "P-256", "x": b64(point.x.to_bytes(32, "big")), "y": b64(point.y.to_bytes(32, "big"))}
        self.id = thumbprint(self.jwk)
    def sign(self, data):
        return b"".join(part.to_bytes(32, "big") for part in utils.decode_dss_signature(self.secret.sign(data, SHA256)))

class Laptop:
    def __init__(self, server, folder):
        self.server, self.file, self.key_file, self.skew = server, folder + "/state.json", folder + "/key.pem", 0
        self.key = Key(self.key_file)
        self.state = {"sequence": 0, "waiting": [], "refused": [], "failures": 0, "notBefore": 0, "policy": {"revision": 0, "digest": ""}}
        if os.path.exists(self.file):
            self.state = json.loads(Path(self.file).read_text())
    def save(self, **changed):
        self.state.update(changed)
        keep(self.file, json.dumps(self.state).encode())

    def ask(self, method, path, body=None, again=True, **more):
        """One signed request: its status, 0 when nobody answered, and what was said."""
        headers = {name.replace("_", "-"): value for name, value in more.items()}
        if body is not None:
            headers["content-type"] = "application/json"
            headers["content-digest"] = "sha-256=:" + base64.b64encode(hashlib.sha256(body).digest()).decode() + ":"
        parts = {"@method": method, "@path": path, **{name: headers[name] for name in COVERED if name in headers}}
        parameters = "(" + " ".join(f'"{name}"' for name in parts) + f');created={int(time.time() + self.skew)}'
        parameters += f';nonce="{b64(secrets.token_bytes(16))}";keyid="{self.key.id}";alg="ecdsa-p256-sha256"'
        base = "".join(f'"{name}": {value}\n' for name, value in parts.items()) + f'"@signature-params": {parameters}'
        signature = base64.b64encode(self.key.sign(base.encode())).decode()
        headers.update({"signature-input": "porchlight=" + parameters, "signature": f"porchlight=:{signature}:"})
        try:
            with OPENER.open(urllib.request.Request(self.server + path, body, headers, method=method), timeout=30) as got:
                status, text, after = got.status, got.read(1 << 20), ""
        except urllib.error.HTTPError as error:
            status, text, after = error.code, error.read(1 << 16), error.headers.get("Retry-After", "")
        except OSError:
            return 0, {}
        said = json.loads(text) if text[:1] == b"{" else {}
        if again and (status, said.get("code")) in ((401, "clock"), (401, "replayed")):
            if "serverTime" in said:
                self.skew = datetime.datetime.fromisoformat(said["serverTime"].replace("Z", "+00:00")).timestamp() - time.time()
            return self.ask(method, path, body, again=False, **more)
        return status, {**said, "after": int(after) if after.isdigit() else 0}

    def enrol(self, token):
        request = {"token": token, "key": self.key.jwk, "agent": "0.1.0", "hints": {"name": "PY-0001"}}
        status, said = self.ask("POST", "/v1/enroll", json.dumps(request).encode())
        if status not in (200, 201):
            return self.failed(said)  # 202 as well: a person has to approve, and the same is asked again
        self.save(device=said["device"], organisation=said["organisation"], pinned=said.get("policyKeys", []), failures=0)

    def add(self, content):
        same, number = digest(content.encode()), self.state["sequence"] + 1
        what = {"kind": "unchanged", "same": same} if self.state.get("full") == same else {"kind": "full", "content": content}
        what.update(schema="porchlight-report/1", id=str(uuid.uuid4()), device=self.state["device"], sequence=number, boot=BOOT,
                    collectedAt=datetime.datetime.utcnow().isoformat(timespec="seconds") + "Z")
        self.save(sequence=number, waiting=[what, *self.state["waiting"]])

    def send(self):
        """The newest first; what central does not take now waits for another turn."""
        while self.state["waiting"]:
            report, *rest = self.state["waiting"]
            members = [f'"{name}":{value if name == "content" else json.dumps(value)}' for name, value in report.items()]  # content: its very bytes
            body = gzip.compress(("{" + ",".join(members) + "}").encode())
            status, said = self.ask("POST", "/v1/reports", body, content_encoding="gzip", idempotency_key=report["id"])
            code = said.get("code")
            if status in (200, 202) and said.get("report") == report["id"]:
                full = digest(report["content"].encode()) if "content" in report else report["same"]
                self.save(waiting=rest, failures=0, notBefore=0, full=None if said["fullWanted"] else full)
                self.obey(said)
            elif (status, code) == (409, "sequence-taken") and "nextSequence" in said:
                for i, waiting in enumerate(reversed(self.state["waiting"])):  # oldest first; the ids stay
                    waiting["sequence"] = said["nextSequence"] + i
                self.save(sequence=self.state["waiting"][0]["sequence"])
            elif code in ("too-large", "malformed", "bad-digest", "unsupported-media", "invalid", "sequence-taken"):
                self.save(waiting=rest, refused=[*self.state["refused"], [report["id"], code]])
            else:
                return self.save(stopped=code) if (status, code) in ((403, "revoked"), (410, "retired")) else self.failed(said)
    def failed(self, said):
        failures = self.state["failures"] + 1
        own = 120 * random.random() if failures == 1 else min(60 * 2 ** (failures - 2), 900) * (1 + random.random())
        self.save(failures=failures, notBefore=time.time() + max(own, said.get("after", 0)))
    def obey(self, said):
        if said.get("policy", self.state["policy"])["digest"] != self.state["policy"]["digest"]:
            self.policy(self.state["policy"], *self.ask("GET", "/v1/policy", if_none_match=f'"{self.state["policy"]["digest"]}"'))
        if said.get("rotateKey"):
            new = Key(self.key_file + ".next")
            proof = b64(new.sign(f"porchlight-key/1\n{self.state['device']}\n{self.key.id}".encode()))
            if self.ask("POST", "/v1/key", json.dumps({"device": self.state["device"], "key": new.jwk, "proof": proof}).encode())[0] == 200:
                os.replace(self.key_file + ".next", self.key_file)  # who dies before this still has the old key, and asks again
                self.key = new
    def policy(self, held, status, said):
        signers = [key for key in self.state["pinned"] if status == 200 and thumbprint(key) == said["keyid"]]
        if signers and signed_by(signers[0], unb64(said["signature"]), b"porchlight-policy/1\n" + unb64(said["payload"])):
            told = json.loads(unb64(said["payload"]))
            if told["organisation"] == self.state["organisation"] and told["revision"] > held["revision"]:
                self.save(policy={"revision": told["revision"], "digest": digest(unb64(said["payload"]))}, pinned=told.get("keys") or self.state["pinned"])

def turn(server, folder, token_file, content_file, *at_once):
    laptop = Laptop(server, folder)
    may = "stopped" not in laptop.state and (at_once or time.time() >= laptop.state["notBefore"])
    if may and "device" not in laptop.state:
        laptop.enrol(Path(token_file).read_text().strip())
    if "device" in laptop.state and "stopped" not in laptop.state:
        laptop.add(Path(content_file).read_text().strip())
        if may:
            laptop.send()
    print(json.dumps({**laptop.state, "key": laptop.key.id}))

turn(*sys.argv[1:])

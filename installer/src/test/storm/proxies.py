"""What stands between a laptop and central in an office: TLS in front of central, and a forward proxy, which may read along."""
import os, shutil, subprocess, time

NULL = subprocess.DEVNULL


def sh(line, **more):
    return subprocess.run(["/bin/sh", "-euc", line], check=True, capture_output=True, text=True, **more).stdout


def certificates(folder, address):
    """An authority, one between, and a certificate for that address, as a public authority makes them: chain.pem, leaf.key, root.pem."""
    sh(f"""cd {folder}
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -keyout root.key -out root.pem -days 30 -subj "/C=XX/O=Wire Test/CN=Root X1"
    for n in between leaf; do openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout $n.key -out $n.csr -subj "/C=XX/O=Wire Test/CN=$n"; done
    printf 'basicConstraints=critical,CA:TRUE\\nkeyUsage=critical,keyCertSign,cRLSign\\nextendedKeyUsage=serverAuth\\ncrlDistributionPoints=URI:http://x1.c.example.org/\\nauthorityInfoAccess=caIssuers;URI:http://x1.i.example.org/\\n' >between.ext
    printf 'subjectAltName=IP:{address},DNS:central.example.org\\nkeyUsage=critical,digitalSignature\\nextendedKeyUsage=serverAuth\\nauthorityInfoAccess=OCSP;URI:http://o.example.org,caIssuers;URI:http://i.example.org/\\n' >leaf.ext
    openssl x509 -req -in between.csr -CA root.pem -CAkey root.key -CAcreateserial -days 20 -extfile between.ext -out between.pem
    openssl x509 -req -in leaf.csr -CA between.pem -CAkey between.key -CAcreateserial -days 10 -extfile leaf.ext -out leaf.pem
    cat leaf.pem between.pem >chain.pem""")


def trust(folder, more):
    """Has this mount namespace's system trust root.pem and those."""
    sh(f"""cd {folder}; cat /etc/ssl/certs/ca-certificates.crt root.pem {" ".join(more)} >roots.pem
    mount --bind roots.pem /etc/ssl/certs/ca-certificates.crt""")


class Front:
    """nginx with TLS for an upstream on loopback."""

    def __init__(self, folder, name, address, port, upstream, more=""):
        home = os.path.join(folder, "front-" + name)
        os.makedirs(home)
        with open(os.path.join(home, "nginx.conf"), "w", encoding="utf-8") as out:
            out.write(f"""daemon off; worker_processes 1; pid {home}/pid; error_log {home}/error.log crit; user root; worker_rlimit_nofile 30000; events {{ worker_connections 10000; }}
http {{ access_log off; client_body_temp_path {home}/b; proxy_temp_path {home}/p; fastcgi_temp_path {home}/f;
uwsgi_temp_path {home}/u; scgi_temp_path {home}/s;
server {{ listen {address}:{port} ssl http2; ssl_certificate {folder}/chain.pem; ssl_certificate_key {folder}/leaf.key;
ssl_protocols TLSv1.3; ssl_session_tickets on; {more}
location / {{ proxy_pass http://127.0.0.1:{upstream}; proxy_read_timeout 20s; }} }} }}""")
        self.process = subprocess.Popen(["nginx", "-p", home, "-c", "nginx.conf", "-e", "stderr"], stdin=NULL, stdout=NULL, stderr=NULL)

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


class Forward:
    """A forward proxy that the agent is set to go through."""

    def __init__(self, folder, name, port):
        self.port, self.process = port, None
        self.home = os.path.join(folder, "forward-" + name)
        os.makedirs(self.home)
        self.command = getattr(self, name)(folder)

    def tinyproxy(self, folder):
        path = os.path.join(self.home, "tinyproxy.conf")
        with open(path, "w", encoding="utf-8") as out:
            out.write(f"Port {self.port}\nListen 127.0.0.1\nTimeout 60\nMaxClients 50\nLogLevel Critical\n")
        return ["tinyproxy", "-d", "-c", path]

    def mitmdump(self, folder):
        """It reads along; its authority is on the laptop, as an office puts it there."""
        self.authority = os.path.join(self.home, "mitmproxy-ca-cert.pem")
        return ["mitmdump", "-q", "--listen-host", "127.0.0.1", "--listen-port", str(self.port),
                "--set", f"confdir={self.home}", "--set", f"ssl_verify_upstream_trusted_ca={folder}/root.pem"]

    @staticmethod
    def there():
        return [name for name in ("tinyproxy", "mitmdump") if shutil.which(name)]

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=NULL, stdout=NULL, stderr=NULL)
        for _ in range(200):  # its authority is made at the first start
            if self.process.poll() is not None or os.path.exists(getattr(self, "authority", self.home)):
                break
            time.sleep(0.1)

    def kill(self):
        self.process.kill()
        self.process.wait()

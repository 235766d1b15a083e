"""devtools.py PAGE [EXPRESSION…]: runs the real Chromium of this machine in $HOME without a window, shows PAGE, evaluates each
expression there and prints its value as a line of JSON; `load:FOLDER` loads an unpacked extension instead. Ends it in order."""
import json, os, subprocess, sys

there, back = os.pipe(), os.pipe()
command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--password-store=basic",
           "--disable-component-update", f"--user-data-dir={os.environ['HOME']}/.config/chromium",
           "--remote-debugging-pipe", "--enable-unsafe-extension-debugging", "about:blank"]


def three_and_four():
    take, give = os.dup(there[0]), os.dup(back[1])
    os.dup2(take, 3)
    os.dup2(give, 4)


browser = subprocess.Popen(command, preexec_fn=three_and_four, close_fds=False,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
os.close(there[0])
os.close(back[1])
out, into = os.fdopen(there[1], "wb", 0), os.fdopen(back[0], "rb")
number = 0


def call(method, session=None, **parameters):
    global number
    number += 1
    message = {"id": number, "method": method, "params": parameters}
    if session:
        message["sessionId"] = session
    out.write(json.dumps(message).encode() + b"\0")
    while True:
        text = b""
        while not text.endswith(b"\0"):
            byte = into.read(1)
            if not byte:
                sys.exit("the browser is gone")
            text += byte
        answer = json.loads(text[:-1])
        if answer.get("id") == number:
            if "error" in answer:
                sys.exit(f"{method}: {answer['error']}")
            return answer["result"]


target = call("Target.createTarget", url=sys.argv[1])["targetId"]
session = call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
ready = "new Promise(done => { const look = () => document.readyState == 'complete' ? done(1) : setTimeout(look, 50); look() })"
call("Runtime.evaluate", session, expression=ready, awaitPromise=True)
for what in sys.argv[2:]:
    if what.startswith("load:"):
        print(json.dumps(call("Extensions.loadUnpacked", path=what[5:])["id"]))
        continue
    result = call("Runtime.evaluate", session, expression=what, awaitPromise=True, returnByValue=True)
    print(json.dumps(result["result"].get("value", result.get("exceptionDetails", {}).get("text"))))
call("Browser.close")
browser.wait(20)

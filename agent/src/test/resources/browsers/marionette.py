"""marionette.py [SCRIPT…]: runs the real Firefox of this machine in $HOME without a window, runs each script in its own (chrome)
context and prints what it returns as a line of JSON; ends it in order. Marionette's own taste in settings is kept out by
`remote.prefs.recommended`, which the profile's user.js must have turned off."""
import json, os, socket, subprocess, sys, time

browser = subprocess.Popen(["firefox-esr", "--headless", "--marionette", "--remote-allow-system-access",
                            "--profile", os.environ["HOME"] + "/" + os.environ["PROFILE"]],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
wire = None
for _ in range(200):
    try:
        wire = socket.create_connection(("127.0.0.1", 2828))
        break
    except OSError:
        time.sleep(0.1)
if not wire:
    browser.kill()
    sys.exit("Firefox does not listen")
into = wire.makefile("rb")
number = 0


def receive():
    length = b""
    while not length.endswith(b":"):
        length += into.read(1) or sys.exit("Firefox is gone")
    return json.loads(into.read(int(length[:-1])))


def call(name, **parameters):
    global number
    number += 1
    message = json.dumps([0, number, name, parameters])
    wire.sendall(f"{len(message)}:{message}".encode())
    _, _, error, result = receive()
    if error:
        sys.exit(f"{name}: {error['message']}")
    return result


receive()
call("WebDriver:NewSession")
call("Marionette:SetContext", value="chrome")
for script in sys.argv[1:]:
    print(json.dumps(call("WebDriver:ExecuteAsyncScript", script=script, args=[])["value"]))
call("Marionette:Quit", flags=["eForceQuit"])
browser.wait(20)

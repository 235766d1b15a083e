"""pin.py MSI SECONDS : sets the times that wixl stamps into a package's summary (of its making and saving) to that one.

They are FILETIMEs (type 64) of the last minutes; nothing else there is.
"""
import re, struct, sys, time

path, seconds = sys.argv[1], int(sys.argv[2])
TO_1601, TICKS, MINUTES = 11_644_473_600, 10_000_000, 30


def filetime(at):
    return int((at + TO_1601) * TICKS)


with open(path, "rb") as file:
    content = bytearray(file.read())
now, pinned = filetime(time.time()), 0
for found in re.finditer(re.escape(struct.pack("<I", 64)), content):
    at = found.end()
    if at + 8 <= len(content) and 0 <= now - struct.unpack_from("<Q", content, at)[0] < MINUTES * 60 * TICKS:
        struct.pack_into("<Q", content, at, filetime(seconds))
        pinned += 1
if pinned != 2:
    sys.exit(f"pin: {pinned} times found instead of two: a build would differ from the next")
with open(path, "wb") as file:
    file.write(content)

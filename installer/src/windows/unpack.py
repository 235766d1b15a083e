"""unpack.py JAR NAME OUT : takes one native library out of JNA's jar, and leaves those of all systems out of the jar.

The library lies beside the program then, where only administrators write, and is never unpacked.
"""
import os, sys, zipfile

jar, name, out = sys.argv[1:]
slim = jar + ".new"
with zipfile.ZipFile(jar) as all_of_it, zipfile.ZipFile(slim, "w") as kept:
    with open(out, "wb") as file:
        file.write(all_of_it.read(name))
    for entry in all_of_it.infolist():
        if not entry.filename.endswith((".dll", ".so", ".jnilib", ".a")):
            kept.writestr(entry, all_of_it.read(entry), zipfile.ZIP_STORED)
os.replace(slim, jar)

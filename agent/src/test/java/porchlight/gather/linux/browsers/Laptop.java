package porchlight.gather.linux.browsers;

import java.nio.file.Path;
import porchlight.gather.OnDisk;
import porchlight.gather.browsers.LeftBehind;
import porchlight.gather.linux.Rooted;
import porchlight.machine.Machine;

/** A laptop in a folder: files are written into it, or copied from what real browsers left. */
record Laptop(Path root) {
  /** Ann's alone, with a Firefox of Debian's installed. */
  static Laptop of(Path root) {
    return new Laptop(root)
        .write(
            "/etc/passwd",
            "root:x:0:0:root:/root:/bin/bash\nann:x:1000:1000:Ann,,,:/home/ann:/bin/bash\n")
        .write("/home/ann/.profile", "")
        .write("/usr/lib/firefox-esr/defaults/pref/channel-prefs.js", "")
        .write("/etc/firefox-esr/firefox-esr.js", "pref(\"extensions.update.enabled\", true);\n");
  }

  /** With all of a capture's files. */
  Laptop with(String capture) {
    LeftBehind.all(capture).forEach((path, text) -> write("/" + path, text));
    return this;
  }

  Laptop write(String path, String text) {
    OnDisk.write(root.resolve(path.substring(1)), text);
    return this;
  }

  Laptop link(String path, String to) {
    OnDisk.link(root.resolve(path.substring(1)), to);
    return this;
  }

  Machine machine() {
    return new Rooted(root);
  }
}

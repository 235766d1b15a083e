package porchlight.gather.linux.browsers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import porchlight.gather.linux.Rooted;
import porchlight.machine.Machine;

/** A laptop in a folder: files are written into it, or copied from what real browsers left. */
record Laptop(Path root) {
  private static final Path CAPTURES = Path.of("src/test/captures/linux/browsers");

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
    Path from = CAPTURES.resolve(capture);
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write("/" + from.relativize(file), Files.readString(file));
      }
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Laptop write(String path, String text) {
    try {
      Path file = root.resolve(path.substring(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Laptop link(String path, String to) {
    try {
      Path link = root.resolve(path.substring(1));
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Path.of(to));
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Machine machine() {
    return new Rooted(root);
  }
}

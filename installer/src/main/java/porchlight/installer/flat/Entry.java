package porchlight.installer.flat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One name in a package, owned by root:wheel wherever it came from.
 *
 * @param name from {@code .} on: {@code ./Library/LaunchDaemons}
 * @param data a file's bytes, or where a link leads
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record Entry(String name, Kind kind, int permissions, byte[] data) {
  /** What it is, with the bits that {@code st_mode} has for it and the number that a Bom has. */
  enum Kind {
    FILE(0100000, 1),
    FOLDER(040000, 2),
    LINK(0120000, 3);

    final int bits;
    final int inBom;

    Kind(int bits, int inBom) {
      this.bits = bits;
      this.inBom = inBom;
    }
  }

  int mode() {
    return kind.bits | permissions;
  }

  /** The name of the folder it is in; empty for the root. */
  String parent() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  String ownName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** All below a folder, itself as the first, each folder before what is in it. */
  static List<Entry> below(Path root) throws IOException {
    var entries = new ArrayList<Entry>();
    try (var paths = Files.walk(root)) {
      for (Path path : paths.sorted().toList()) {
        entries.add(of(root, path));
      }
    }
    return entries;
  }

  private static Entry of(Path root, Path path) throws IOException {
    String name = path.equals(root) ? "." : "./" + root.relativize(path);
    if (Files.isSymbolicLink(path)) {
      byte[] target = Files.readSymbolicLink(path).toString().getBytes(StandardCharsets.UTF_8);
      return new Entry(name, Kind.LINK, 0755, target);
    }
    if (Files.isDirectory(path)) {
      return new Entry(name, Kind.FOLDER, 0755, new byte[0]);
    }
    int permissions = Files.isExecutable(path) ? 0755 : 0644;
    return new Entry(name, Kind.FILE, permissions, Files.readAllBytes(path));
  }
}

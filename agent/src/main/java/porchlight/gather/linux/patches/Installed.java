package porchlight.gather.linux.patches;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is installed, whole or half, held or not: all of it can be attacked.
 *
 * @param architecture the machine's own
 * @param versions as dpkg wrote them
 */
record Installed(String architecture, Map<PackageId, String> versions) {
  /** Stands for every architecture. */
  static final String ANY = "all";

  /** The package as status and lists name it. */
  PackageId id(String name, String itsArchitecture) {
    return new PackageId(name, itsArchitecture.equals(ANY) ? architecture : itsArchitecture);
  }

  /** As apt shows it: the architecture is told when it is a foreign one. */
  String shown(PackageId id) {
    return id.architecture().equals(architecture) ? id.name() : id.name() + ":" + id.architecture();
  }

  /** All architectures of which something is installed. */
  Set<String> architectures() {
    Set<String> some = new TreeSet<>();
    versions.keySet().forEach(id -> some.add(id.architecture()));
    return some;
  }
}

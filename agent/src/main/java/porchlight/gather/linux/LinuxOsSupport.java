package porchlight.gather.linux;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.OsSupport;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Lifecycle;
import porchlight.machine.Machine;

/** Whether this Linux still gets security fixes: os-release held against the lifecycle table. */
public final class LinuxOsSupport {
  /** One version for ever, renewed every day. */
  private static final Set<String> ROLLING =
      Set.of(
          "arch",
          "archarm",
          "artix",
          "cachyos",
          "endeavouros",
          "garuda",
          "gentoo",
          "manjaro",
          "opensuse-slowroll",
          "opensuse-tumbleweed",
          "solus",
          "void");

  /**
   * A distribution in the table.
   *
   * @param extendedReachesAll whether long-term support comes to everybody by itself, from the same
   *     archive, as Debian's does
   */
  private record Product(String name, String title, boolean extendedReachesAll) {}

  private static final Map<String, Product> PRODUCTS =
      Map.of(
          "debian", new Product("debian", "Debian", true),
          "fedora", new Product("fedora", "Fedora Linux", false),
          "linuxmint", new Product("linuxmint", "Linux Mint", false),
          "opensuse-leap", new Product("opensuse", "openSUSE Leap", false),
          "pop", new Product("pop-os", "Pop!_OS", false),
          "rhel", new Product("rhel", "Red Hat Enterprise Linux", false),
          "ubuntu", new Product("ubuntu", "Ubuntu", false));

  private LinuxOsSupport() {}

  /** From os-release and the table that ships with the agent. */
  public static Reading<OsSupport> read(Machine machine) {
    return OsRelease.read(machine).flatMap(os -> read(os, Lifecycle.shipped()));
  }

  static Reading<OsSupport> read(OsRelease os, Lifecycle table) {
    if (ROLLING.contains(os.id())) {
      return Reading.known(
          new OsSupport(os.title(), Optional.empty(), Optional.empty(), table.asOf()));
    }
    Product product = PRODUCTS.get(os.id());
    if (product == null) {
      return notSupported("no lifecycle data for " + os.title());
    }
    if (os.versionId().isEmpty()) {
      // Debian testing and unstable look so: no release yet, so no promise for it.
      return notSupported(os.title() + " does not say which release it is");
    }
    String cycle = cycle(os);
    return table
        .find(product.name(), cycle)
        .map(version -> read(product, version, table))
        .orElseGet(() ->
            notSupported(
                "no lifecycle data for "
                    + product.title()
                    + " "
                    + os.versionId()
                    + " as of "
                    + table.asOf()));
  }

  private static Reading<OsSupport> read(
      Product product, Lifecycle.Version version, Lifecycle table) {
    String system =
        version.label().isEmpty() ? product.title() + " " + version.cycle() : version.label();
    // No announced end is not "for ever": that is only said of what has no versions.
    return version.until().isEmpty()
        ? notSupported("no end of support was announced for " + system + " by " + table.asOf())
        : Reading.known(support(product, system, version, table));
  }

  private static OsSupport support(
      Product product, String system, Lifecycle.Version version, Lifecycle table) {
    return product.extendedReachesAll() && version.extendedUntil().isPresent()
        ? new OsSupport(system, version.extendedUntil(), Optional.empty(), table.asOf())
        : new OsSupport(system, version.until(), version.extendedUntil(), table.asOf());
  }

  /** What the table calls the version that os-release names. */
  private static String cycle(OsRelease os) {
    return switch (os.id()) {
      // Support is for 9, whichever 9.x is installed.
      case "rhel" -> os.versionId().replaceFirst("\\..*", "");
      // Mint made from Debian counts its own versions.
      case "linuxmint" -> os.isLike("ubuntu") ? os.versionId() : "lmde" + os.versionId();
      default -> os.versionId();
    };
  }

  private static Reading<OsSupport> notSupported(String detail) {
    return Reading.unknown(Reason.NOT_SUPPORTED, detail);
  }
}

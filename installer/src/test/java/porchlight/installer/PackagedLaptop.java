package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** A booted laptop that gets a package, and central beside it. */
record PackagedLaptop(BootedLaptop laptop, CentralBeside central, String token)
    implements AutoCloseable {
  static final Path PACKAGES = Path.of("target/packages");

  private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

  /** How the names end of what is installed on Linux on this machine's processor. */
  static final String DEB = ARM ? "_arm64.deb" : "_amd64.deb";

  static final String RPM = ARM ? ".aarch64.rpm" : ".x86_64.rpm";
  static final String PORTABLE = ARM ? "-linux-aarch64.tar.gz" : "-linux-x86_64.tar.gz";

  /** Where tests put the .deb. */
  static final String PUT = "/root/porchlight.deb";

  /** All that there is in it, but for what any package manager leaves: logs, lists, caches. */
  private static final String FILES =
      """
      { find / -xdev ! -type d ! -path '/proc/*' ! -path '/sys/*' ! -path '/run/*' ! -path '/tmp/*' \
          ! -path '/var/tmp/*' ! -path '/var/log/*' ! -path '/var/cache/*' ! -path '/var/lib/dpkg/*' \
          ! -path '/var/lib/rpm/*' ! -path '/root/*' ! -path '/usr/lib/sysimage/*' ! -path '/etc/.pwd.lock' \
          ! -path '/etc/*-' ! -path '/etc/ufw/*' ! -path '/var/lib/apt/*'; find /etc /usr /var/lib -xdev -type d ! -path '/var/lib/dpkg/*' ! -path '/var/lib/apt/*' ! -path '/usr/share/man*'
        getent passwd; getent group; } | LC_ALL=C sort
      """;

  static PackagedLaptop boot(Path folder) throws Exception {
    assumeTrue(Files.exists(PACKAGES.resolve("SHA256SUMS")), "no packages: mvn -Ppackages package");
    var laptop = BootedLaptop.boot();
    try {
      var central = CentralBeside.start(laptop, folder.resolve("central"));
      return new PackagedLaptop(laptop, central, central.token());
    } catch (Exception | Error failed) {
      laptop.close();
      throw failed;
    }
  }

  /** The one package of that kind. */
  static Path built(String ending) throws Exception {
    try (var files = Files.list(PACKAGES)) {
      var found = files.filter(file -> file.toString().endsWith(ending)).toList();
      assumeTrue(found.size() == 1, () -> "there is no " + ending + ": " + found);
      return found.get(0);
    }
  }

  /**
   * Runs the command with what an administrator would say in the environment, and waits for
   * central.
   */
  void installAndReport(String command) throws Exception {
    laptop.script(
        """
        umask 077
        printf 'PORCHLIGHT_SERVER=%s\\nPORCHLIGHT_ENROLLMENT_TOKEN=%s\\nPORCHLIGHT_REPORT_SECONDS=60\\n' "$1" "$2" >/root/said
        """,
        CentralBeside.ADDRESS, token);
    long start = System.nanoTime();
    laptop.script(
        "set -a; . /root/said; set +a; rm /root/said; "
            + command
            + " </dev/null >/root/out 2>&1 || { cat /root/out >&2; exit 1; }");
    long installed = System.nanoTime();
    await(
        Duration.ofSeconds(60),
        () ->
            central.devices().stream()
                .anyMatch(device -> device.standing().equals("active") && device.reported()));
    System.out.printf(
        "%s: installed in %.1f s, its first report after %.1f s%n",
        command, (installed - start) / 1e9, (System.nanoTime() - start) / 1e9);
  }

  /** Makes {@code /root/VERSION.deb} of {@link #PUT}: the same files and one library more. */
  void newer(String version) {
    laptop.script(
        """
        dpkg-deb -R "$1" /root/newer
        sed -i "s/^Version: .*/Version: $2/" /root/newer/DEBIAN/control
        echo "$2" >/root/newer/usr/lib/porchlight/lib/later.jar
        dpkg-deb -Znone -b /root/newer "/root/$2.deb" >/dev/null
        rm -r /root/newer
        """,
        PUT,
        version);
  }

  /** The line of its identity that says this field: {@code device}, {@code keyId}. */
  String identity(String field) {
    return laptop.script("grep -F \"\\\"$1\\\"\" /var/lib/porchlight/identity.json", field);
  }

  static void await(Duration limit, Callable<Boolean> until) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    while (!until.call()) {
      assertTrue(System.nanoTime() < end, "not within " + limit);
      Thread.sleep(500);
    }
  }

  /** What there is more and less than then, a line each. */
  String changedSince(Set<String> before) {
    var now = files();
    var changed = new TreeSet<String>();
    now.stream().filter(one -> !before.contains(one)).forEach(one -> changed.add("+ " + one));
    before.stream().filter(one -> !now.contains(one)).forEach(one -> changed.add("- " + one));
    return String.join("\n", changed);
  }

  Set<String> files() {
    return new TreeSet<>(laptop.script(FILES).lines().toList());
  }

  String property(String name) {
    return laptop.root("systemctl", "show", "-p", name, "--value", "porchlight.service");
  }

  boolean isActive() {
    return property("ActiveState").equals("active");
  }

  @Override
  public void close() {
    laptop.close();
  }
}

package porchlight.gather.linux.patches.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porchlight.gather.linux.Rooted;
import porchlight.machine.Machine;

/**
 * A real Debian, installed by mmdebstrap from the main archive alone, so that it lacks what the
 * security archive has brought since; its own apt and dpkg say what waits. It is kept for the next
 * run; {@link #restore} undoes what a test has done to its records.
 */
final class DebianRoot {
  private static final String MIRROR = "http://deb.debian.org/debian";
  private static final Pattern INSTALL =
      Pattern.compile("Inst (\\S+) (?:\\[([^]]+)] )?\\((\\S+) ([^)]*?)(?: \\[\\w+])?\\).*");

  final Path root;
  final String suite;

  private DebianRoot(Path root, String suite) {
    this.root = root;
    this.suite = suite;
  }

  /** Made here, or by an earlier run; skipped with the reason where that is not possible. */
  static DebianRoot of(String suite) throws Exception {
    Tools.need("mmdebstrap", "apt-get", "chroot");
    var debian = new DebianRoot(Path.of("target/debian", suite).toAbsolutePath(), suite);
    if (!Files.exists(debian.saved())) {
      debian.build();
    }
    debian.restore();
    return debian;
  }

  private Path saved() {
    return root.resolveSibling(suite + ".saved");
  }

  private void build() throws Exception {
    Path log = Files.createDirectories(root.getParent()).resolve(suite + ".log");
    start(List.of("rm", "-rf", root.toString()));
    Process build =
        new ProcessBuilder(
                "mmdebstrap",
                "--quiet",
                "--variant=apt",
                "--include=openssl,curl,sudo,libxml2,unattended-upgrades",
                "--aptopt=Acquire::Languages \"none\"",
                "--aptopt=APT::Install-Recommends \"false\"",
                "--dpkgopt=path-exclude=/usr/share/doc/*",
                "--dpkgopt=path-exclude=/usr/share/man/*",
                "--dpkgopt=path-exclude=/usr/share/locale/*",
                "--skip=cleanup/apt/lists",
                suite,
                root.toString(),
                "deb " + MIRROR + " " + suite + " main")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    build.getOutputStream().close();
    assumeTrue(build.waitFor() == 0, "mmdebstrap: " + last(Files.readString(log)));
    Files.copy(
        Path.of("/etc/resolv.conf"),
        root.resolve("etc/resolv.conf"),
        StandardCopyOption.REPLACE_EXISTING);
    Path records = Files.createDirectories(root.resolveSibling(suite + ".saving"));
    start(List.of("cp", "-a", status().toString(), records + "/status"));
    start(List.of("cp", "-a", lists().toString(), records + "/lists"));
    Files.move(records, saved());
  }

  /** As it was made: without any security list, and nothing held, pinned or put elsewhere. */
  void restore() throws Exception {
    start(List.of("cp", "-a", saved() + "/status", status().toString()));
    start(List.of("rm", "-rf", lists().toString()));
    start(List.of("cp", "-a", saved() + "/lists", lists().toString()));
    Files.deleteIfExists(sources());
    Files.deleteIfExists(root.resolve("etc/apt/preferences"));
  }

  private Path sources() {
    return root.resolve("etc/apt/sources.list.d/security.sources");
  }

  Path status() {
    return root.resolve("var/lib/dpkg/status");
  }

  Path lists() {
    return root.resolve("var/lib/apt/lists");
  }

  /** Adds the security archive and lets this root's own apt fetch its lists alone. */
  void fetchSecurity(String... options) throws Exception {
    Files.writeString(
        sources(),
        """
        Types: deb
        URIs: %s-security
        Suites: %s-security
        Components: main
        Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
        """
            .formatted(MIRROR, suite));
    var command =
        new ArrayList<>(
            List.of(
                "apt-get",
                "-q",
                "-o",
                "Dir::Etc::sourcelist=sources.list.d/security.sources",
                "-o",
                "Dir::Etc::sourceparts=-",
                "-o",
                "APT::Get::List-Cleanup=0"));
    command.addAll(List.of(options));
    command.add("update");
    inside(command.toArray(new String[0]));
    if (securityLists().isEmpty()) {
      throw new IllegalStateException("apt has fetched no list");
    }
  }

  /** The files that the security archive's lists are kept in. */
  List<Path> securityLists() throws IOException {
    try (var files = Files.list(lists())) {
      return files
          .filter(file -> file.toString().contains("-security_main_binary-amd64_Packages"))
          .toList();
    }
  }

  /**
   * What apt would do now with packages that are installed: {@code name old new}.
   *
   * @param only those of the security archive
   */
  Set<String> aptsOwn(String verb, boolean only) throws Exception {
    Set<String> all = new TreeSet<>();
    for (String line : inside("apt-get", "-s", verb).lines().toList()) {
      Matcher install = INSTALL.matcher(line);
      if (install.matches()
          && install.group(2) != null
          && (!only || install.group(4).contains("Debian-Security:"))) {
        all.add(install.group(1) + " " + install.group(2) + " " + install.group(3));
      }
    }
    return all;
  }

  /**
   * Writes into dpkg's record what it would hold after an installation of these packages: their own
   * paragraphs of the main archive's list, as dpkg copies them.
   */
  int record(String... packages) throws Exception {
    var command = new ArrayList<>(List.of("apt-get", "-s", "--install-recommends", "install"));
    command.addAll(List.of(packages));
    Set<String> names = new HashSet<>();
    inside(command.toArray(new String[0]))
        .lines()
        .map(INSTALL::matcher)
        .filter(Matcher::matches)
        .forEach(install -> names.add(install.group(1)));
    Path list;
    try (var files = Files.list(lists())) {
      list =
          files
              .filter(file -> file.toString().endsWith(suite + "_main_binary-amd64_Packages"))
              .findFirst()
              .orElseThrow();
    }
    var text = new StringBuilder(Files.readString(status()));
    int added = 0;
    for (String paragraph : Files.readString(list).split("\n\n", -1)) {
      int end = paragraph.indexOf('\n');
      if (end > 0 && names.remove(paragraph.substring("Package: ".length(), end))) {
        text.append(paragraph, 0, end)
            .append("\nStatus: install ok installed")
            .append(paragraph.substring(end))
            .append("\n\n");
        added++;
      }
    }
    Files.writeString(status(), text);
    return added;
  }

  /** Runs a program in the root; its words, when it went well. */
  String inside(String... command) throws Exception {
    var all = new ArrayList<>(List.of("chroot", root.toString()));
    all.addAll(List.of(command));
    return start(all);
  }

  private static String start(List<String> command) throws Exception {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + said);
    }
    return said;
  }

  private static String last(String log) {
    return log.lines().filter(line -> !line.isBlank()).reduce("", (one, next) -> next);
  }

  /** This root as a machine of its own. */
  Machine machine() {
    return new Rooted(root);
  }

  static Set<String> names(Set<String> updates) {
    return updates.stream()
        .map(one -> one.split(" ", -1)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

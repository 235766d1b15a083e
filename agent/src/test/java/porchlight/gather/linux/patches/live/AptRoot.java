package porchlight.gather.linux.patches.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import porchlight.gather.linux.Rooted;
import porchlight.machine.Machine;

/**
 * A Debian of a few packages in a folder: its dpkg status, its archives and what the real apt makes
 * of them. Nothing of the machine's own apt or dpkg is read or written.
 */
final class AptRoot {
  private static final Pattern SECURITY =
      Pattern.compile(
          "Inst (\\S+) \\[[^]]+] \\([^)]*(?:Debian-Security:|Ubuntu[A-Za-z]*:\\S*-security)[^)]*\\).*");

  private final Path root;
  private final Path keys;
  private final List<Archive> archives = new ArrayList<>();
  private final StringBuilder status = new StringBuilder();

  /** One archive: its Release file's words and its packages by path. */
  static final class Archive {
    private final String folder;
    private final String suite;
    private final String head;
    private final Map<String, StringBuilder> lists = new TreeMap<>();

    private Archive(String folder, String origin, String label, String suite, String codename) {
      this.folder = folder;
      this.suite = suite;
      this.head =
          "Origin: %s\nLabel: %s\nSuite: %s\nCodename: %s\n"
              .formatted(origin, label, suite, codename);
    }

    Archive has(String name, String version, String architecture, String... more) {
      return hasIn("main", name, version, architecture, more);
    }

    Archive hasIn(
        String component, String name, String version, String architecture, String... more) {
      var list =
          part(component, architecture)
              .append("Package: %s\nVersion: %s\n".formatted(name, version))
              .append("Architecture: %s\nMaintainer: a\n".formatted(architecture))
              .append(multiArch(architecture))
              .append("Description: d\n d\nFilename: pool/%s_%s.deb\n".formatted(name, version))
              .append("Size: 1\nSHA256: %s\n".formatted("0".repeat(64)));
      for (String line : more) {
        list.append(line).append('\n');
      }
      list.append('\n');
      return this;
    }

    private StringBuilder part(String component, String architecture) {
      String listed = architecture.equals("all") ? "amd64" : architecture;
      return lists.computeIfAbsent(
          component + "/binary-" + listed + "/Packages", path -> new StringBuilder());
    }

    Archive hasEmpty(String component) {
      part(component, "amd64");
      return this;
    }
  }

  AptRoot(Path root, Path keys) throws IOException {
    this.root = root;
    this.keys = keys;
    for (String folder :
        List.of(
            "etc/apt/preferences.d",
            "etc/apt/apt.conf.d",
            "etc/apt/sources.list.d",
            "var/lib/apt/lists/partial",
            "var/cache/apt/archives/partial",
            "var/lib/dpkg")) {
      Files.createDirectories(root.resolve(folder));
    }
    Files.writeString(
        root.resolve("apt.conf"),
        """
        Dir "%s";
        Dir::State::status "%s/var/lib/dpkg/status";
        Dir::Etc::trustedparts "%s";
        APT::Architecture "amd64";
        APT::Architectures { "amd64"; "i386"; };
        APT::Sandbox::User "";
        APT::Machine-ID "00000000000000000000000000000001";
        Acquire::Languages "none";
        Acquire::GzipIndexes "false";
        Debug::NoLocking "true";
        """
            .formatted(root, root, keys.resolve("trusted")));
    installed("dpkg", "1.21.22", "amd64");
    system("ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\n");
  }

  void system(String osRelease) throws IOException {
    Files.writeString(root.resolve("etc/os-release"), osRelease);
  }

  Archive archive(String folder, String origin, String label, String suite, String codename) {
    var archive = new Archive(folder, origin, label, suite, codename);
    archives.add(archive);
    return archive;
  }

  Archive main() {
    return archive("main", "Debian", "Debian", "stable", "bookworm");
  }

  Archive security() {
    return archive("security", "Debian", "Debian-Security", "stable-security", "bookworm-security");
  }

  AptRoot installed(String name, String version, String architecture) {
    return installed(name, version, architecture, "install ok installed");
  }

  AptRoot installed(String name, String version, String architecture, String state) {
    status
        .append("Package: %s\nStatus: %s\n".formatted(name, state))
        .append("Maintainer: a\nArchitecture: %s\n".formatted(architecture))
        .append(multiArch(architecture))
        .append("Version: %s\nDescription: d\n more\n\n".formatted(version));
    return this;
  }

  private static String multiArch(String architecture) {
    return architecture.equals("all") ? "" : "Multi-Arch: same\n";
  }

  void preferences(String text) throws IOException {
    Files.writeString(root.resolve("etc/apt/preferences"), text);
  }

  /** Signs the archives and lets apt fetch them. */
  void update() throws IOException, InterruptedException {
    Files.writeString(root.resolve("var/lib/dpkg/status"), status);
    var sources = new StringBuilder();
    for (Archive archive : archives) {
      archive.hasEmpty("main");
      write(archive);
      Set<String> components = new TreeSet<>();
      Set<String> architectures = new TreeSet<>();
      for (String path : archive.lists.keySet()) {
        components.add(path.substring(0, path.indexOf('/')));
        architectures.add(path.replaceAll(".*binary-|/Packages", ""));
      }
      sources.append(
          "deb [arch=%s] copy:%s %s %s\n"
              .formatted(
                  String.join(",", architectures),
                  root.resolve("repo").resolve(archive.folder),
                  archive.suite,
                  String.join(" ", components)));
    }
    Files.writeString(root.resolve("etc/apt/sources.list"), sources);
    String said = run("apt-get", "-q", "update");
    if (said.contains("E:") || said.contains("W:")) {
      throw new IllegalStateException(said);
    }
  }

  private void write(Archive archive) throws IOException, InterruptedException {
    Path dists = root.resolve("repo").resolve(archive.folder).resolve("dists/" + archive.suite);
    var release = new StringBuilder(archive.head);
    release.append("Date: Sat, 21 Nov 2026 00:53:02 UTC\nArchitectures: amd64 i386\n");
    release.append("Components: main contrib universe\nSHA256:\n");
    for (var list : archive.lists.entrySet()) {
      Path file = dists.resolve(list.getKey());
      Files.createDirectories(file.getParent());
      byte[] bytes = list.getValue().toString().getBytes(StandardCharsets.UTF_8);
      Files.write(file, bytes);
      release.append(" %s %d %s\n".formatted(sha256(bytes), bytes.length, list.getKey()));
    }
    Files.writeString(dists.resolve("Release"), release);
    run("gpg", "--batch", "--yes", "--clearsign", "-o", dists + "/InRelease", dists + "/Release");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  /** The names with a security update in what apt would do now. */
  Set<String> aptsOwn() throws IOException, InterruptedException {
    Set<String> names = new TreeSet<>();
    run("apt-get", "-s", "dist-upgrade")
        .lines()
        .map(SECURITY::matcher)
        .filter(line -> line.matches())
        .forEach(line -> names.add(line.group(1)));
    return names;
  }

  private String run(String... command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("APT_CONFIG", root.resolve("apt.conf").toString());
    builder.environment().put("GNUPGHOME", keys.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + said);
    }
    return said;
  }

  Path list(String ending) throws IOException {
    try (var files = Files.list(root.resolve("var/lib/apt/lists"))) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  Path statusFile() {
    return root.resolve("var/lib/dpkg/status");
  }

  /** This root as a machine of its own. */
  Machine machine() {
    return new Rooted(root);
  }
}

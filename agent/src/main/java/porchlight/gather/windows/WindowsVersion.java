package porchlight.gather.windows;

import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/**
 * Which Windows this is. {@code ProductName} is not asked: it says Windows 10 on Windows 11.
 *
 * @param build {@code 26100}
 * @param revision {@code 4061}, the UBR; nothing where there is none
 * @param server whether the installation is one of a server, with or without screens
 * @param edition {@code Professional}, {@code EnterpriseS}; empty when it is not told
 * @param label {@code 24H2}; empty when it is not told
 */
public record WindowsVersion(
    int build, Optional<Long> revision, boolean server, String edition, String label) {
  static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
  static final ReadRegistry CURRENT_VERSION =
      new ReadRegistry(
          KEY,
          "CurrentBuild",
          "UBR",
          "InstallationType",
          "EditionID",
          "DisplayVersion",
          "ReleaseId");

  private static final int FIRST_11 = 22000;

  /** From the registry. */
  public static Reading<WindowsVersion> read(Machine machine) {
    return Registry.read(machine, CURRENT_VERSION).flatMap(WindowsVersion::of);
  }

  private static Reading<WindowsVersion> of(Registry registry) {
    return text(registry, "CurrentBuild")
        .flatMap(build ->
            text(registry, "InstallationType")
                .flatMap(type ->
                    text(registry, "EditionID")
                        .flatMap(edition ->
                            label(registry)
                                .flatMap(label ->
                                    registry
                                        .number(KEY, "UBR")
                                        .flatMap(ubr -> of(build, type, edition, label, ubr))))));
  }

  private static Reading<WindowsVersion> of(
      String build, String type, String edition, String label, Optional<Long> revision) {
    boolean server = type.equals("Server") || type.equals("Server Core");
    if (!build.matches("\\d{4,6}") || !(server || type.equals("Client"))) {
      return Answers.notUnderstood(CURRENT_VERSION, "build " + build + ", type " + type);
    }
    return Reading.known(
        new WindowsVersion(Integer.parseInt(build), revision, server, edition, label));
  }

  private static Reading<String> text(Registry registry, String name) {
    return registry.text(KEY, name).map(value -> value.orElse(""));
  }

  /** The older name of it has stood still since version 2009. */
  private static Reading<String> label(Registry registry) {
    return text(registry, "DisplayVersion")
        .flatMap(label -> label.isEmpty() ? text(registry, "ReleaseId") : Reading.known(label));
  }

  /** {@code Windows 11}, {@code Windows Server 2022}. */
  public String product() {
    if (!server) {
      return build >= FIRST_11 ? "Windows 11" : build >= 10240 ? "Windows 10" : "Windows";
    }
    return switch (build) {
      case 14393 -> "Windows Server 2016";
      case 17763 -> "Windows Server 2019";
      case 20348 -> "Windows Server 2022";
      case 26100 -> "Windows Server 2025";
      default -> "Windows Server";
    };
  }

  /** {@code 24H2 (26100.4061)}. */
  public String version() {
    String number = build + revision.map(ubr -> "." + ubr).orElse("");
    return label.isEmpty() ? number : label + " (" + number + ")";
  }
}

package porchlight.gather.windows;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadWmi;

/**
 * Which Windows this is, by numbers and words that no translation touches. Its own name is never
 * asked for: {@code ProductName} says 10 on Windows 11.
 *
 * @param revision what counts the monthly updates (UBR); empty where only the build is told
 * @param edition Microsoft's word, {@code Professional}; empty where it is not told
 * @param label {@code 25H2}; empty before Windows 10 20H2
 */
public record WindowsVersion(
    int build, Optional<Long> revision, boolean server, String edition, String label) {
  private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

  static final ReadRegistry CURRENT_VERSION =
      new ReadRegistry(
          KEY,
          "CurrentBuild",
          "UBR",
          "InstallationType",
          "EditionID",
          "DisplayVersion",
          "ReleaseId");

  static final ReadWmi SYSTEM =
      new ReadWmi(
          "ROOT\\CIMV2",
          "Win32_OperatingSystem",
          List.of("BuildNumber", "OperatingSystemSKU", "ProductType"));

  private static final long CLIENT = 1;
  private static final List<Long> SERVERS = List.of(2L, 3L);

  /** The first build of Windows 11. */
  static final int ELEVEN = 22000;

  /** WMI is asked only where the registry does not say: it is a hundred times slower. */
  public static Reading<WindowsVersion> read(Machine machine) {
    return Registry.read(machine, CURRENT_VERSION)
        .flatMap(WindowsVersion::read)
        .or(() -> Wmi.read(machine, SYSTEM).flatMap(WindowsVersion::read));
  }

  static Reading<WindowsVersion> read(Registry registry) {
    return registry
        .text(KEY, "CurrentBuild")
        .flatMap(WindowsVersion::build)
        .flatMap(build ->
            registry
                .number(KEY, "UBR")
                .flatMap(revision ->
                    registry
                        .text(KEY, "InstallationType")
                        .flatMap(WindowsVersion::server)
                        .flatMap(server ->
                            registry
                                .text(KEY, "EditionID")
                                .flatMap(edition ->
                                    label(registry)
                                        .flatMap(display ->
                                            of(
                                                build,
                                                revision,
                                                server,
                                                edition.orElse(""),
                                                display.orElse("")))))));
  }

  private static Reading<WindowsVersion> of(
      int build, Optional<Long> revision, boolean server, String edition, String display) {
    boolean plain =
        revision.orElse(0L) <= 999_999
            && edition.matches("[A-Za-z]{0,40}")
            && display.matches("[0-9A-Z]{0,8}");
    return plain
        ? Reading.known(new WindowsVersion(build, revision, server, edition, display))
        : Answers.notUnderstood(CURRENT_VERSION, edition + " " + display);
  }

  private static Reading<Integer> build(Optional<String> told) {
    return told.isPresent() && told.get().matches("[0-9]{4,5}")
        ? Reading.known(Integer.parseInt(told.get()))
        : Answers.notUnderstood(CURRENT_VERSION, "the build is " + told.orElse("not told"));
  }

  /** The older name of it stands still since 2009, and is used only before. */
  private static Reading<Optional<String>> label(Registry registry) {
    return registry
        .text(KEY, "DisplayVersion")
        .flatMap(
            label -> label.isPresent() ? Reading.known(label) : registry.text(KEY, "ReleaseId"));
  }

  private static Reading<Boolean> server(Optional<String> installation) {
    return switch (installation.orElse("")) {
      case "Client" -> Reading.known(false);
      case "Server", "Server Core", "Nano Server" -> Reading.known(true);
      default ->
          Answers.notUnderstood(
              CURRENT_VERSION, "InstallationType " + installation.orElse("not told"));
    };
  }

  private static Reading<WindowsVersion> read(List<Wmi.Instance> systems) {
    if (systems.size() != 1) {
      return Answers.notUnderstood(SYSTEM, systems.size() + " operating systems");
    }
    Wmi.Instance system = systems.getFirst();
    return build(system.text("BuildNumber"))
        .flatMap(build ->
            system
                .number("ProductType")
                .flatMap(type -> server(type.orElse(0L)))
                .flatMap(server ->
                    system
                        .number("OperatingSystemSKU")
                        .map(sku ->
                            new WindowsVersion(
                                build, Optional.empty(), server, Editions.ofSku(sku), ""))));
  }

  private static Reading<Boolean> server(long type) {
    return type == CLIENT || SERVERS.contains(type)
        ? Reading.known(type != CLIENT)
        : Answers.notUnderstood(SYSTEM, "ProductType " + type);
  }

  /** {@code 26200.8457}. */
  public String number() {
    return build + revision.map(number -> "." + number).orElse("");
  }

  /** {@code 25H2 (26200.8457)}. */
  public String version() {
    return label.isEmpty() ? number() : label + " (" + number() + ")";
  }

  /** {@code Windows 11 Pro}. */
  public String product() {
    return ("Windows " + release() + " " + Editions.name(edition)).strip();
  }

  private String release() {
    if (server) {
      return ("Server "
              + switch (build) {
                case 26100 -> "2025";
                case 20348 -> "2022";
                case 17763 -> "2019";
                case 14393 -> "2016";
                case 9600 -> "2012 R2";
                case 9200 -> "2012";
                case 7601 -> "2008 R2";
                default -> "";
              })
          .strip();
    }
    return build >= ELEVEN
        ? "11"
        : build >= 10240
            ? "10"
            : switch (build) {
              case 9600 -> "8.1";
              case 9200 -> "8";
              case 7601 -> "7";
              default -> "";
            };
  }
}

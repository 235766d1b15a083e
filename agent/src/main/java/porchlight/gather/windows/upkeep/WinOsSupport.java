package porchlight.gather.windows.upkeep;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.facts.OsSupport;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Lifecycle;
import porchlight.gather.windows.Editions;
import porchlight.gather.windows.WindowsVersion;
import porchlight.gather.windows.Wmi;
import porchlight.machine.Machine;
import porchlight.machine.ReadWmi;

/**
 * Until when this Windows is mended: by its build, whether it is a server, and its edition, because
 * builds are shared by products that end years apart. Where support has ended and can be bought,
 * Windows is asked whether it was.
 */
public final class WinOsSupport {
  /** Licences for Extended Security Updates that are activated. */
  static final ReadWmi LICENCES =
      new ReadWmi("ROOT\\CIMV2", "SoftwareLicensingProduct", List.of("ID", "LicenseStatus"))
          .where("Name LIKE '%ESU%' AND LicenseStatus = 1");

  private static final String ESU = "windows-esu";

  private WinOsSupport() {}

  /** From the version that runs and the table that ships with the agent. */
  public static Reading<OsSupport> read(Machine machine) {
    Lifecycle table = Lifecycle.shipped();
    return WindowsVersion.read(machine).flatMap(version -> read(machine, version, table));
  }

  private static Reading<OsSupport> read(Machine machine, WindowsVersion version, Lifecycle table) {
    Optional<Lifecycle.Version> row = row(version, table);
    if (row.isEmpty() || row.get().until().isEmpty()) {
      return Reading.unknown(
          Reason.NOT_SUPPORTED,
          "no lifecycle data for "
              + version.product()
              + " ("
              + version.number()
              + ") as of "
              + table.asOf(row.map(Lifecycle.Version::product).orElse("windows")));
    }
    LocalDate asOf = table.asOf(row.get().product());
    boolean bought =
        row.get().extendedUntil().isPresent() && row.get().until().get().isBefore(asOf);
    var plain =
        new OsSupport(
            title(version, row.get()), row.get().until(), row.get().extendedUntil(), asOf);
    return bought
        ? Wmi.read(machine, LICENCES).flatMap(licences -> bought(plain, licences, table))
        : Reading.known(plain);
  }

  private static String title(WindowsVersion version, Lifecycle.Version row) {
    String[] words = row.cycle().split("-", -1);
    String release =
        version.label().isEmpty() && words.length > 1 && words[1].matches("[0-9]{4}")
            ? words[1]
            : version.label();
    return (version.product() + " " + (version.server() ? "" : release)).strip();
  }

  private static Reading<OsSupport> bought(
      OsSupport plain, List<Wmi.Instance> licences, Lifecycle table) {
    Optional<LocalDate> last = Optional.empty();
    for (Wmi.Instance licence : licences) {
      if (!licence.text("LicenseStatus").equals(Optional.of("1"))) {
        continue;
      }
      Optional<LocalDate> until =
          licence
              .text("ID")
              .flatMap(id -> table.find(ESU, id.toLowerCase(Locale.ROOT)))
              .flatMap(Lifecycle.Version::until);
      if (until.isEmpty()) {
        return Reading.unknown(
            Reason.NOT_SUPPORTED,
            "a licence for Extended Security Updates is active, and until when is not known");
      }
      if (last.isEmpty() || until.get().isAfter(last.get())) {
        last = until;
      }
    }
    return Reading.known(
        last.isEmpty()
            ? plain
            : new OsSupport(
                plain.system() + " with Extended Security Updates",
                last,
                Optional.empty(),
                plain.dataAsOf()));
  }

  /** The row of that build for that kind of edition. */
  static Optional<Lifecycle.Version> row(WindowsVersion version, Lifecycle table) {
    return Editions.kind(version.edition())
        .filter(kind -> version.server() == isServer(kind))
        .flatMap(kind -> {
          for (String end : endings(kind)) {
            for (Lifecycle.Version row : table.versions()) {
              if (row.product().equals(product(version))
                  && row.latest().endsWith("." + version.build())
                  && ending(row.cycle()).equals(end)) {
                return Optional.of(row);
              }
            }
          }
          return Optional.empty();
        });
  }

  private static boolean isServer(Editions.Kind kind) {
    return switch (kind) {
      case SERVER, SERVER_ANNUAL -> true;
      // Enterprise multi-session is a client that calls itself a server's edition.
      case PEOPLE, COMPANIES, LONG_TERM, LONG_TERM_IOT -> false;
    };
  }

  private static String product(WindowsVersion version) {
    return version.server() ? "windows-server" : "windows";
  }

  /** Rows without an ending hold for people and companies alike. */
  private static List<String> endings(Editions.Kind kind) {
    return switch (kind) {
      case PEOPLE -> List.of("-w", "");
      case COMPANIES -> List.of("-e", "");
      case LONG_TERM -> List.of("-e-lts");
      case LONG_TERM_IOT -> List.of("-iot-lts", "-e-lts");
      case SERVER -> List.of("");
      case SERVER_ANNUAL -> List.of("-ac", "-sac");
    };
  }

  private static String ending(String cycle) {
    for (String end : List.of("-iot-lts", "-e-lts", "-iot", "-sac", "-ac", "-w", "-e")) {
      if (cycle.endsWith(end)) {
        return end;
      }
    }
    return "";
  }
}

package porchlight.gather.macos;

import java.time.LocalDate;
import java.util.Optional;
import porchlight.facts.OsSupport;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Lifecycle;
import porchlight.machine.Machine;

/**
 * Whether this macOS still gets security fixes. Apple announces no end: the newest version and the
 * two before it are mended, so the table has the first day on which a third newer one may come.
 */
public final class MacOsSupport {
  static final String PRODUCT = "macos";

  /** A version that is newer than the table is mended at least so long from the table's date on. */
  private static final int YEARS = 2;

  /** One version comes a year: what is further ahead is no version. */
  private static final int FARTHEST = 5;

  private MacOsSupport() {}

  /** From the version that runs and the table that ships with the agent. */
  public static Reading<OsSupport> read(Machine machine) {
    return SwVers.read(machine).flatMap(system -> read(system.version(), Lifecycle.shipped()));
  }

  static Reading<OsSupport> read(MacVersion version, Lifecycle table) {
    String major = version.major();
    var row = table.find(PRODUCT, major);
    if (row.isPresent()) {
      String system = ("macOS " + major + " " + row.get().codename()).strip();
      return row.get().until().isPresent()
          ? known(system, row.get().until().get(), table)
          : unknown("no end of support is known for " + system + " by " + table.asOf(PRODUCT));
    }
    int newest = newest(table);
    int number = version.numbers().getFirst();
    return newest < number && number <= newest + FARTHEST
        ? known("macOS " + major, table.asOf(PRODUCT).plusYears(YEARS), table)
        : unknown("no lifecycle data for macOS " + major + " as of " + table.asOf(PRODUCT));
  }

  private static int newest(Lifecycle table) {
    return table.versions().stream()
        .filter(version -> version.product().equals(PRODUCT))
        .flatMap(version -> MacVersion.of(version.cycle()).stream())
        .mapToInt(version -> version.numbers().getFirst())
        .max()
        .orElse(Integer.MAX_VALUE - FARTHEST);
  }

  private static Reading<OsSupport> known(String system, LocalDate until, Lifecycle table) {
    return Reading.known(
        new OsSupport(system, Optional.of(until), Optional.empty(), table.asOf(PRODUCT)));
  }

  private static Reading<OsSupport> unknown(String detail) {
    return Reading.unknown(Reason.NOT_SUPPORTED, detail);
  }
}

package porchlight.gather.windows.upkeep;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.DatedTable;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/**
 * The machine's own list of trusted authorities, in which Windows' own stand beside those that an
 * administrator or a program added. The table that ships with the agent knows Windows' own; one
 * that it does not know was added, or came with a newer Windows: which of the two, nothing says.
 */
final class MachineRoots {
  private static final String KEY =
      "HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\ROOT\\Certificates";
  static final ReadRegistry LIST = new ReadRegistry(KEY + "\\*");

  private static final String TABLE = "windows-roots.tsv";
  private static final String COLUMNS = "thumbprint\tname\tsource";

  /** Of 1997 and 2001: by Microsoft's word no Windows may be without them. */
  private static final List<String> EVERYWHERE =
      List.of(
          "A43489159A520F0D93D032CCAF37E7FE20A8B419", "CDD4EEAE6000AC7F40C3802C171E30148030C072");

  private static final int SHOWN = 2;

  private MachineRoots() {}

  /** That there is none but Windows' own; else why that is not known. */
  static Reading<Boolean> read(Machine machine) {
    return Registry.read(machine, LIST).flatMap(MachineRoots::read);
  }

  private static Reading<Boolean> read(Registry registry) {
    if (registry.denied(KEY)) {
      return Reading.unknown(Reason.NEEDS_PRIVILEGE, "the machine's own list may not be read");
    }
    var there = new HashSet<String>();
    registry.subkeys(KEY).forEach(one -> there.add(one.toUpperCase(Locale.ROOT)));
    if (!there.containsAll(EVERYWHERE)) {
      return Answers.notUnderstood(
          LIST, "what every Windows trusts is not in the machine's own list");
    }
    DatedTable table = DatedTable.shipped(TABLE, COLUMNS);
    List<String> others = others(there, table);
    return others.isEmpty()
        ? Reading.known(true)
        : Reading.unknown(Reason.NOT_SUPPORTED, words(others, table.asOf()));
  }

  private static List<String> others(Set<String> there, DatedTable table) {
    var own = new HashSet<String>();
    table.rows().forEach(row -> own.add(row.cell(0)));
    return there.stream().filter(one -> !own.contains(one)).sorted().toList();
  }

  /** They are looked up by their thumbprints; a name that is none is not repeated. */
  private static String words(List<String> others, LocalDate asOf) {
    var shown = others.stream().filter(one -> one.matches("[0-9A-F]{40}")).limit(SHOWN).toList();
    return others.size()
        + (others.size() == 1 ? " authority" : " authorities")
        + " in the machine's own list came not with Windows as we know it of "
        + asOf
        + (shown.isEmpty() ? "" : ": " + String.join(", ", shown))
        + (others.size() > shown.size() ? ", and more" : "");
  }
}

package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Lines;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code ipconfig /all}, in any language: its labels are translated, the order of its rows is not.
 * Asked only where Windows' own library does not answer.
 */
final class IpConfig {
  static final Run ALL = Run.of("C:\\Windows\\System32\\ipconfig.exe", "/all");

  private IpConfig() {}

  static Reading<List<Adapter>> read(Machine machine) {
    return read(machine.ask(ALL)).map(found -> withIds(machine, found));
  }

  static Reading<List<Adapter>> read(Answer answer) {
    return Answers.read(
        ALL,
        answer,
        said ->
            said.code() == 0
                ? parse(said.text())
                : Answers.notUnderstood(ALL, "code " + said.code()));
  }

  private static List<Adapter> withIds(Machine machine, List<Adapter> adapters) {
    Map<String, String> ids = GetMac.read(machine.ask(GetMac.TABLE));
    return adapters.stream().map(one -> one.named(ids.getOrDefault(one.mac(), ""))).toList();
  }

  private static Reading<List<Adapter>> parse(String text) {
    var found = new ArrayList<Adapter>();
    var rows = new ArrayList<IpConfigRow>();
    String header = "";
    List<String> lines = Lines.all(text);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty()) {
        continue;
      }
      if (isHeader(lines, i)) {
        add(header, rows, found);
        rows.clear();
        header = line.strip();
        header = header.substring(0, header.length() - 1).strip();
      } else {
        IpConfigRow.add(line, rows);
      }
    }
    add(header, rows, found);
    return found.isEmpty()
        ? Answers.notUnderstood(ALL, "no adapter with an address")
        : Reading.known(List.copyOf(found));
  }

  /** It ends in a colon, without the dots that lead from a label to its value. */
  private static boolean isHeader(List<String> lines, int at) {
    String line = lines.get(at);
    boolean isLabel = line.endsWith(":") && !line.contains(". .") && !line.contains(" .");
    boolean isApart =
        (at == 0 || lines.get(at - 1).isEmpty())
            && at + 1 < lines.size()
            && lines.get(at + 1).isEmpty();
    return isLabel && (Lines.indent(line) == 0 || isApart);
  }

  private static String name(String header, String description) {
    String name = Answers.brief(header.isEmpty() ? description : header);
    return name.isEmpty() ? "adapter" : name;
  }

  private static void add(String header, List<IpConfigRow> rows, List<Adapter> found) {
    var block = new IpConfigBlock(rows);
    if (block.hasAddress()) {
      // Cut off at its head, it does not even say where its rows begin.
      String description =
          header.isEmpty() && block.mac().isEmpty() ? "" : Answers.brief(block.description());
      found.add(
          new Adapter(
              "",
              -1,
              -1,
              name(header, description),
              description,
              -1,
              true,
              block.mac(),
              block.dhcpServer(),
              block.suffix(),
              found.size(),
              found.size(),
              block.addresses(),
              block.gateways(),
              block.isWhole() ? block.dns() : Optional.empty(),
              Optional.empty()));
    }
  }
}

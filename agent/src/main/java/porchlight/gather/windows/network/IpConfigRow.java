package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;

/**
 * A row of ipconfig: what stands behind the label, with the lines below it that have none.
 *
 * @param label in any language, with the dots behind it
 * @param values at least one, which may be empty
 */
record IpConfigRow(String label, List<String> values) {

  /** Adds a line to the rows: a row of its own, or one more value of the last. */
  static void add(String line, List<IpConfigRow> rows) {
    String plain = line.strip();
    int colon = colon(line);
    if (address(plain).isPresent() || colon < 0) {
      if (!rows.isEmpty()) {
        rows.getLast().values.add(plain);
      }
    } else {
      var values = new ArrayList<String>();
      values.add(line.substring(colon + 1).strip());
      rows.add(new IpConfigRow(line.substring(0, colon), values));
    }
  }

  /** Behind the dots, if there are any: some labels have a colon of their own. */
  private static int colon(String line) {
    if (line.endsWith(":")) {
      return line.length() - 1;
    }
    int dots = line.indexOf(". : ");
    int close = line.indexOf(".: ");
    return dots >= 0 ? dots + 2 : close >= 0 ? close + 1 : line.indexOf(": ");
  }

  String first() {
    return values.getFirst();
  }

  /** WINS is called so in every language; its servers stand where others have those of DNS. */
  boolean isWins() {
    return label.contains("WINS");
  }

  /** An address of this laptop's own has a word about its state behind it, in {@code /all}. */
  boolean isMarked() {
    return first().endsWith(")") && address(first()).isPresent();
  }

  /** Addresses and nothing else. */
  boolean isAddresses() {
    return values.stream().allMatch(value -> !value.endsWith(")") && address(value).isPresent());
  }

  boolean isEmpty() {
    return values.size() == 1 && first().isEmpty();
  }

  List<String> addresses() {
    return values.stream().flatMap(value -> address(value).stream()).map(IpAddress::text).toList();
  }

  /** Without the zone behind it and the word in brackets. */
  static Optional<IpAddress> address(String value) {
    return IpAddress.of(value.replaceFirst("\\s*\\([^()]*\\)$", "").replaceFirst("%[0-9]+$", ""));
  }
}

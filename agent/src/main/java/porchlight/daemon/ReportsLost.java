package porchlight.daemon;

/**
 * Reports for which the disk had no room and that central did not take, by what they said: counted
 * by the process that stays since its start, because no disk could.
 */
public record ReportsLost(int unchanged, int full, int transition) {
  public static final ReportsLost NONE = new ReportsLost(0, 0, 0);

  private static final String HELD = "unkept ";
  private static final String TAKEN = "taken ";

  /** The line by which a worker tells that it alone has a report. */
  public static String held(String kind, String report) {
    return String.join("", HELD, kind, " ", report);
  }

  /** The line by which it tells that somebody else has it now. */
  public static String taken(String report) {
    return TAKEN.concat(report);
  }

  /** Whether that is such a line. */
  static boolean tells(String line) {
    return line.startsWith(HELD) || line.startsWith(TAKEN);
  }

  /** What kind of report a worker holds after such a line; empty: none. */
  static String holding(String line) {
    int end = line.indexOf(' ', HELD.length());
    return line.startsWith(HELD) && end > 0 ? line.substring(HELD.length(), end) : "";
  }

  /** One more, when that is a kind. */
  ReportsLost plus(String kind) {
    return switch (kind) {
      case "unchanged" -> new ReportsLost(unchanged + 1, full, transition);
      case "full" -> new ReportsLost(unchanged, full + 1, transition);
      case "transition" -> new ReportsLost(unchanged, full, transition + 1);
      default -> this;
    };
  }

  String words() {
    return String.join(
        " ", Integer.toString(unchanged), Integer.toString(full), Integer.toString(transition));
  }

  static ReportsLost of(String words) {
    if (!words.matches("\\d{1,6} \\d{1,6} \\d{1,6}")) {
      return NONE;
    }
    String[] counts = words.split(" ", -1);
    return new ReportsLost(
        Integer.parseInt(counts[0]), Integer.parseInt(counts[1]), Integer.parseInt(counts[2]));
  }
}

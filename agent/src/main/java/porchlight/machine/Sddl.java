package porchlight.machine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who owns a file or folder of Windows and who may change it, in the words of the system (SDDL).
 */
public final class Sddl {
  private static final String WHO = "(S-1-[0-9-]{1,180}|[A-Z]{2})";
  private static final Pattern WHOLE =
      Pattern.compile("O:" + WHO + "(?:G:" + WHO + ")?D:([A-Z]*)((?:\\([^()]*\\))*)");
  private static final Pattern ENTRY = Pattern.compile("\\(([^()]*)\\)");
  private static final int MEMBERS = 6;

  /**
   * The system, administrators (the group, the built-in one, the domain's), what installs Windows.
   */
  private static final Set<String> ADMINISTRATORS =
      Set.of(
          "SY",
          "S-1-5-18",
          "BA",
          "S-1-5-32-544",
          "LA",
          "DA",
          "EA",
          "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464");

  /** What whoever made a file below may do with it; who may make one is said by others. */
  private static final Set<String> MAKER = Set.of("CO", "S-1-3-0");

  /** Writing, adding, deleting, and changing who may; all rights, and all of writing. */
  private static final long CHANGES = 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x50000000L;

  private static final Map<String, Long> RIGHTS = rights();

  private Sddl() {}

  private static Map<String, Long> rights() {
    var all = new HashMap<String, Long>();
    String[] plain = {"CC", "DC", "LC", "SW", "RP", "WP", "DT", "LO", "CR"};
    for (int bit = 0; bit < plain.length; bit++) {
      all.put(plain[bit], 1L << bit);
    }
    all.putAll(Map.of("SD", 0x10000L, "RC", 0x20000L, "WD", 0x40000L, "WO", 0x80000L));
    all.putAll(Map.of("GA", 0x10000000L, "GX", 0x20000000L, "GW", 0x40000000L, "GR", 0x80000000L));
    all.putAll(Map.of("FA", 0x1f01ffL, "FR", 0x120089L, "FW", 0x120116L, "FX", 0x1200a0L));
    return Map.copyOf(all);
  }

  /**
   * Why somebody else than administrators could put something there; nothing when nobody can.
   *
   * @param asking the security identifier of who asks, who is no stranger to what is their own
   */
  public static Optional<String> weakness(String sddl, String asking) {
    Matcher whole = WHOLE.matcher(sddl.strip());
    if (!whole.matches()) {
      return Optional.of("who may write there is not understood");
    }
    var trusted = new HashSet<>(ADMINISTRATORS);
    trusted.add(asking);
    if (!trusted.contains(whole.group(1))) {
      return Optional.of("it belongs to somebody who is no administrator");
    }
    if (whole.group(3).contains("NO_ACCESS") || whole.group(3).contains("NOACCESS")) {
      return Optional.of("everybody may write there");
    }
    Matcher entry = ENTRY.matcher(whole.group(4));
    while (entry.find()) {
      String[] members = entry.group(1).split(";", -1);
      if (members.length != MEMBERS || !(members[0].equals("A") || members[0].equals("D"))) {
        return Optional.of("who may write there is not understood");
      }
      boolean maker = MAKER.contains(members[5]) && isForWhatIsBelow(members[1]);
      Optional<Long> rights = rights(members[2]);
      if (members[0].equals("A") && !trusted.contains(members[5]) && !maker) {
        if (rights.isEmpty() || (rights.get() & CHANGES) != 0) {
          return Optional.of("others than administrators may write there");
        }
      }
    }
    return Optional.empty();
  }

  /** Inherit only, among flags of two letters. */
  private static boolean isForWhatIsBelow(String flags) {
    for (int at = 0; at + 1 < flags.length(); at += 2) {
      if (flags.startsWith("IO", at)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Long> rights(String text) {
    if (text.matches("0x[0-9a-fA-F]{1,8}")) {
      return Optional.of(Long.parseLong(text.substring(2), 16));
    }
    long all = 0;
    for (int at = 0; at < text.length(); at += 2) {
      Long one = RIGHTS.get(text.substring(at, Math.min(text.length(), at + 2)));
      if (one == null) {
        return Optional.empty();
      }
      all |= one;
    }
    return Optional.of(all);
  }
}

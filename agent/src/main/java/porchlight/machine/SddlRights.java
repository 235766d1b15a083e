package porchlight.machine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an entry of an access list lets somebody do: words of two letters, or a number. */
final class SddlRights {
  /** Writing, adding, deleting, and changing who may; all rights, and all of writing. */
  private static final long CHANGES = 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x50000000L;

  private static final Map<String, Long> RIGHTS = rights();

  private SddlRights() {}

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

  /** Whether anything can be changed by them; what is not understood could. */
  static boolean change(String text) {
    return rights(text).filter(rights -> (rights & CHANGES) == 0).isEmpty();
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

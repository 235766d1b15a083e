package porchlight.machine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Stand-ins for what tells a laptop or a person by its mere form, wherever it stands: ids, accounts
 * of Windows, serial numbers, secrets, addresses of mail.
 */
final class Shapes {
  private static final Pattern ID =
      Pattern.compile("(?i)(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])");
  private static final Pattern LONG_ID =
      Pattern.compile(
          "(?<![0-9a-zA-Z])(?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{32}(?![0-9a-zA-Z])");

  /** How a laptop calls itself in DHCPv6 (RFC 8415): its hardware address is in it. */
  private static final Pattern DUID =
      Pattern.compile(
          "(?i)(?<![0-9a-f:-])00([:-])0[1-4]\\1(?:[0-9a-f]{2}\\1){6,18}[0-9a-f]{2}(?![0-9a-f:-])");

  private static final Pattern ACCOUNT =
      Pattern.compile("S-1-(?:5-21|12-1)((?:-\\d{1,10}){3})((?:-\\d{1,10})?)(?![\\d-])");
  private static final Pattern SERIAL =
      Pattern.compile(
          "(?im)(\\bserial(?:[ _-]?(?:number|no))?(?: \\(system\\))?[\"']?[ \\t]*[:=][ \\t]*[\"']?)"
              + "([a-z0-9][a-z0-9./-]{4,39})(?![a-z0-9])");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(\\b[a-z_-]{0,40}(?:token|secret|password|passwd|passphrase|psk|api[_-]?key)[\"']?"
              + "[ \\t]*[:=][ \\t]*[\"']?)([^\\s\"',;]{6,512})");
  private static final Pattern JWT =
      Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*");
  private static final Pattern MAIL =
      Pattern.compile(
          "(?<![A-Za-z0-9._%+-])([A-Za-z0-9][A-Za-z0-9._%+-]{0,63})@((?:[A-Za-z0-9-]{1,63}\\.){1,8}([A-Za-z]{2,24}))\\b");

  /** Names of units of systemd and of files have the form of an address of mail. */
  private static final Set<String> NO_COUNTRY =
      Set.of(
          "service", "socket", "timer", "mount", "path", "target", "slice", "scope", "device",
          "conf", "tar", "png", "svg", "gz", "so", "js", "json", "local", "xpi");

  private static final int FORMS = 4096;

  private final Map<String, Integer> numbers = new HashMap<>();

  String of(String text) {
    String clean = StandIns.put(ID, text, this::id);
    clean = StandIns.put(LONG_ID, clean, found -> String.format("%032x", number(found.group())));
    clean = StandIns.put(DUID, clean, found -> duid(found.group(1), number(found.group())));
    clean = StandIns.put(ACCOUNT, clean, found -> account(found.group(1), found.group(2)));
    clean =
        StandIns.put(SERIAL, clean, found -> found.group(1) + "SERIAL-" + number(found.group(2)));
    clean = StandIns.put(JWT, clean, found -> "token-" + number(found.group()));
    clean =
        StandIns.put(SECRET, clean, found -> found.group(1) + "secret-" + number(found.group(2)));
    return StandIns.put(MAIL, clean, this::mail);
  }

  private String id(MatchResult found) {
    String id = found.group().toLowerCase(Locale.ROOT);
    return KnownIds.has(id)
        ? found.group()
        : String.format("00000000-0000-4000-8000-%012d", number(id));
  }

  private static String duid(String mark, int number) {
    return String.join(
        mark,
        "00",
        "03",
        "00",
        "01",
        "02",
        "00",
        "5e",
        "00",
        "00",
        String.format("%02x", number & 0xff));
  }

  private String account(String who, String which) {
    int number = number(who);
    return "S-1-5-21-" + (FORMS + number) + "-1-" + number + which;
  }

  private String mail(MatchResult found) {
    String all = found.group();
    return NO_COUNTRY.contains(found.group(3).toLowerCase(Locale.ROOT)) || KnownIds.isExtension(all)
        ? all
        : "person-" + number(all.toLowerCase(Locale.ROOT)) + "@mail.example";
  }

  private int number(String thing) {
    return numbers.computeIfAbsent(thing, unused -> numbers.size() + 1);
  }
}

package porchlight.gather.windows.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.windows.network.Nearby;

/**
 * Rules as the registry keeps them: {@code v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|…}.
 * Parts with a number behind their name ({@code RA42}, {@code LPort2_10}) are of the newer
 * versions.
 */
final class RuleText {
  private static final int EVERY_PROFILE = 7;

  /** What makes a rule one for certain addresses, connections or people. */
  private static final List<String> NARROW =
      List.of("ra4", "ra6", "la4", "la6", "if", "luown", "luauth", "rmauth", "ruauth", "ttk");

  private RuleText() {}

  /** The rule, if it is enabled and for what comes in. */
  static Reading<Optional<FwRule>> read(String text, Nearby nearby) {
    String[] parts = text.split("\\|", -1);
    var values = new HashMap<String, List<String>>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals > 0) {
        values
            .computeIfAbsent(
                parts[i].substring(0, equals).toLowerCase(Locale.ROOT), key -> new ArrayList<>())
            .add(parts[i].substring(equals + 1));
      } else if (!parts[i].isEmpty()) {
        return notUnderstood(text);
      }
    }
    if (!parts[0].matches("v\\d{1,3}\\.\\d{1,3}") || !values.containsKey("action")) {
      return notUnderstood(text);
    }
    if (!one(values, "active").equalsIgnoreCase("TRUE")
        || !one(values, "dir").equalsIgnoreCase("In")) {
      return isPlain(values) ? Reading.known(Optional.empty()) : notUnderstood(text);
    }
    return rule(values, nearby)
        .map(Reading::<Optional<FwRule>>known)
        .orElseGet(() -> notUnderstood(text));
  }

  private static Reading<Optional<FwRule>> notUnderstood(String text) {
    return Reading.unknown(
        Reason.NOT_UNDERSTOOD,
        "a rule of the firewall: " + text.substring(0, Math.min(20, text.length())));
  }

  private static boolean isPlain(Map<String, List<String>> values) {
    return List.of("TRUE", "FALSE").contains(one(values, "active").toUpperCase(Locale.ROOT))
        && List.of("IN", "OUT").contains(one(values, "dir").toUpperCase(Locale.ROOT));
  }

  /** By-pass rules let in whom they name whatever others block, who has to prove to be so. */
  private static Optional<Optional<FwRule>> rule(Map<String, List<String>> values, Nearby nearby) {
    Optional<Integer> profiles = profiles(values.getOrDefault("profile", List.of()));
    Optional<Integer> protocol =
        values.containsKey("protocol")
            ? FwRule.number(one(values, "protocol"))
            : Optional.of(FwRule.ANY_PROTOCOL);
    String action = one(values, "action").toLowerCase(Locale.ROOT);
    if (profiles.isEmpty()
        || protocol.isEmpty()
        || !List.of("allow", "block", "bypass").contains(action)) {
      return Optional.empty();
    }
    boolean trusted =
        !action.equals("block") && (begins(values, "security") || action.equals("bypass"));
    List<String> types = values.getOrDefault("iftype", List.of());
    Scope link =
        !types.isEmpty() && types.stream().allMatch("RemoteAccess"::equalsIgnoreCase)
            ? Scope.NOBODY
            : Scope.ORDINARY;
    return Optional.of(
        Optional.of(
            new FwRule(
                !action.equals("block"),
                profiles.get(),
                protocol.get(),
                all(values, "lport"),
                all(values, "rport"),
                scope(values, "4", nearby).and(link),
                scope(values, "6", nearby).and(link),
                file(one(values, "app")),
                one(values, "svc"),
                begins(values, "apppkgid"),
                trusted,
                NARROW.stream().anyMatch(key -> begins(values, key)))));
  }

  private static Optional<Integer> profiles(List<String> names) {
    int profiles = 0;
    for (String name : names) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "domain" -> profiles |= 1;
        case "private" -> profiles |= 2;
        case "public" -> profiles |= 4;
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(names.isEmpty() ? EVERY_PROFILE : profiles);
  }

  /** Addresses of one family alone leave the other out. */
  private static Scope scope(Map<String, List<String>> values, String family, Nearby nearby) {
    List<String> far = all(values, "ra" + family);
    List<String> here = all(values, "la" + family);
    String other = family.equals("4") ? "6" : "4";
    boolean leftOut =
        (far.isEmpty() && !all(values, "ra" + other).isEmpty())
            || (here.isEmpty() && !all(values, "la" + other).isEmpty());
    return leftOut ? Scope.NOBODY : Scope.of(far, family.equals("6"), nearby).and(Scope.here(here));
  }

  /** Everything under names that begin so and go on with digits only. */
  private static List<String> all(Map<String, List<String>> values, String name) {
    var all = new ArrayList<String>();
    values.forEach((key, some) -> {
      if (key.startsWith(name) && key.substring(name.length()).matches("[\\d_]*")) {
        some.forEach(one -> all.addAll(List.of(one.split(",", -1))));
      }
    });
    return all;
  }

  private static boolean begins(Map<String, List<String>> values, String name) {
    return values.entrySet().stream()
        .anyMatch(one -> one.getKey().startsWith(name) && !one.getValue().contains(""));
  }

  private static String one(Map<String, List<String>> values, String name) {
    return values.getOrDefault(name, List.of("")).getFirst();
  }

  private static String file(String path) {
    return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
  }
}

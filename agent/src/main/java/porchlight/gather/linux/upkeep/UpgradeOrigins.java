package porchlight.gather.linux.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.OsRelease;

/**
 * The places that unattended-upgrades may install from, held against what the security archive of
 * this distribution says of itself, by unattended-upgrades' own rules.
 *
 * @param id what {@code ${distro_id}} stands for
 * @param codename what {@code ${distro_codename}} stands for
 * @param archive by the names of a pattern's members, what the security archive says there; more
 *     than one value where it depends on the day
 */
record UpgradeOrigins(String id, String codename, Map<String, Set<String>> archive) {
  private static final String PATTERNS = "Unattended-Upgrade::Origins-Pattern";
  private static final String ALLOWED = "Unattended-Upgrade::Allowed-Origins";
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");
  private static final Map<String, String> SHORT =
      Map.of(
          "o",
          "origin",
          "l",
          "label",
          "a",
          "archive",
          "suite",
          "archive",
          "c",
          "component",
          "n",
          "codename");

  /** Whether a pattern lets the security archive in; not on every day is unknown. */
  private enum Match {
    NO,
    PERHAPS,
    YES
  }

  /** Empty where it is not known which archive brings the security updates. */
  static Optional<UpgradeOrigins> of(OsRelease os) {
    // Not types of ours: there are hundreds of distributions.
    return switch (os.id()) {
      case "debian" -> Optional.of(debian("Debian", os.codename(), os.codename()));
      case "ubuntu" -> Optional.of(ubuntu("Ubuntu", os.codename(), os.codename()));
      case "linuxmint" ->
          Optional.of(
              os.isLike("ubuntu")
                  ? ubuntu("Linuxmint", os.codename(), os.ubuntuCodename())
                  : debian("Linuxmint", os.codename(), os.debianCodename()));
      default -> Optional.empty();
    };
  }

  private static UpgradeOrigins debian(String id, String codename, String base) {
    return new UpgradeOrigins(
        id,
        codename,
        Map.of(
            "origin", Set.of("Debian"),
            "label", Set.of("Debian-Security"),
            "archive", Set.of("stable-security", "oldstable-security", "oldoldstable-security"),
            "codename", Set.of(base + "-security"),
            "component", Set.of("main"),
            "site", Set.of("deb.debian.org", "security.debian.org", "a mirror")));
  }

  private static UpgradeOrigins ubuntu(String id, String codename, String base) {
    return new UpgradeOrigins(
        id,
        codename,
        Map.of(
            "origin", Set.of("Ubuntu"),
            "label", Set.of("Ubuntu"),
            "archive", Set.of(base + "-security"),
            "codename", Set.of(base),
            "component", Set.of("main"),
            "site", Set.of("security.ubuntu.com", "a mirror")));
  }

  /** What keeps security updates out; empty when a pattern lets them in. */
  Reading<List<String>> gaps(AptConfig config) {
    List<String> patterns = new ArrayList<>(config.values(PATTERNS));
    List<String> pairs = config.values(ALLOWED);
    if (patterns.isEmpty() && pairs.isEmpty()) {
      return Reading.known(List.of("no place is named that it may install from"));
    }
    Match best = Match.NO;
    for (String one : pairs) {
      Optional<String> pattern = ofPair(one);
      if (pattern.isEmpty()) {
        return Answers.notUnderstood(AptConfig.DUMP, one);
      }
      patterns.add(pattern.get());
    }
    for (String one : patterns) {
      Optional<Match> match = match(one);
      if (match.isEmpty()) {
        return Answers.notUnderstood(AptConfig.DUMP, one); // it would stop there itself
      }
      best = match.get().compareTo(best) > 0 ? match.get() : best;
    }
    return switch (best) {
      case YES -> Reading.known(List.of());
      case NO -> Reading.known(List.of("the security archive is not among its origins"));
      case PERHAPS ->
          Reading.unknown(
              Reason.NOT_UNDERSTOOD,
              "whether unattended-upgrades may install from the security archive");
    };
  }

  /** The older form: origin and suite, apart by a colon or a blank. */
  private static Optional<String> ofPair(String pair) {
    String[] parts = pair.strip().split(pair.contains(":") ? ":" : "\\s+", -1);
    return parts.length == 2 && !pair.contains("\\")
        ? Optional.of("o=" + parts[0].replace(",", "\\,") + ",a=" + parts[1].replace(",", "\\,"))
        : Optional.empty();
  }

  /** Empty when it is not understood. */
  private Optional<Match> match(String pattern) {
    if (pattern.isBlank()) {
      return Optional.of(Match.NO);
    }
    Match all = Match.YES;
    for (String member : pattern.strip().split("(?<!\\\\),", -1)) {
      String[] parts = member.replace("\\,", ",").split("=", -1);
      String name = SHORT.getOrDefault(parts[0].strip(), parts[0].strip());
      if (parts.length != 2 || !archive.containsKey(name)) {
        return Optional.empty();
      }
      Optional<Pattern> glob = substituted(parts[1].strip()).flatMap(UpgradeOrigins::glob);
      if (glob.isEmpty()) {
        return Optional.empty();
      }
      Match one = match(glob.get(), archive.getOrDefault(name, Set.of()));
      all = one.compareTo(all) < 0 ? one : all;
    }
    return Optional.of(all);
  }

  private static Match match(Pattern glob, Set<String> values) {
    long matching = values.stream().filter(value -> glob.matcher(value).matches()).count();
    if (matching == values.size()) {
      return Match.YES;
    }
    return matching == 0 && !values.contains("a mirror") ? Match.NO : Match.PERHAPS;
  }

  private Optional<String> substituted(String text) {
    Matcher variable = VARIABLE.matcher(text);
    var out = new StringBuilder();
    while (variable.find()) {
      String name =
          Stream.of(1, 2).map(variable::group).filter(g -> g != null).findFirst().orElse("");
      if (!Set.of("distro_id", "distro_codename").contains(name)) {
        return Optional.empty();
      }
      String value = name.equals("distro_id") ? id : codename;
      variable.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    variable.appendTail(out);
    return out.indexOf("$") < 0 ? Optional.of(out.toString()) : Optional.empty();
  }

  /** As fnmatch(3) has it; sets of characters are not understood. */
  private static Optional<Pattern> glob(String text) {
    if (text.contains("[")) {
      return Optional.empty();
    }
    var regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Optional.of(Pattern.compile(regex.toString(), Pattern.DOTALL));
  }
}

package porchlight.gather.linux;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/**
 * What a Linux distribution says of itself in os-release(5). Every value is on one line, and empty
 * when it is not given or not well quoted.
 *
 * @param id {@code debian}: small letters, digits, {@code . _ -}; never empty
 * @param idLike the ids of what it is made from, nearest first
 */
public record OsRelease(
    String id,
    List<String> idLike,
    String name,
    String prettyName,
    String version,
    String versionId,
    String codename,
    String ubuntuCodename,
    String debianCodename) {
  static final ReadFile ETC = new ReadFile("/etc/os-release");
  static final ReadFile VENDOR = new ReadFile("/usr/lib/os-release");

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,60}");
  // One word, double-quoted text with escapes, or single-quoted text; then perhaps a comment.
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "\\s*([A-Z][A-Z0-9_]*)="
              + "(?:\"((?:[^\"\\\\$`]|\\\\.){0,500}+)\"|'([^']{0,500}+)'|([^\\s\"'\\\\$`;&|<>()]{0,500}+))"
              + "(?:\\s+#.*|\\s*)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\$`])");

  public OsRelease {
    idLike = List.copyOf(idLike);
  }

  /** The administrator's file before the vendor's. */
  public static Reading<OsRelease> read(Machine machine) {
    return read(ETC, machine).or(() -> read(VENDOR, machine));
  }

  private static Reading<OsRelease> read(ReadFile file, Machine machine) {
    return Answers.read(
        file,
        machine.ask(file),
        said ->
            of(said.text())
                .map(Reading::known)
                .orElseGet(() -> Answers.notUnderstood(file, "no ID in it")));
  }

  /** The meaning of such a file; empty when it does not say which distribution it is. */
  static Optional<OsRelease> of(String text) {
    Map<String, String> values = new HashMap<>();
    text.lines().map(ASSIGNMENT::matcher).filter(Matcher::matches).forEach(m -> put(values, m));
    String id = values.getOrDefault("ID", "");
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new OsRelease(
            id,
            List.of(values.getOrDefault("ID_LIKE", "").split(" +")),
            values.getOrDefault("NAME", ""),
            values.getOrDefault("PRETTY_NAME", ""),
            values.getOrDefault("VERSION", ""),
            values.getOrDefault("VERSION_ID", ""),
            values.getOrDefault("VERSION_CODENAME", ""),
            values.getOrDefault("UBUNTU_CODENAME", ""),
            values.getOrDefault("DEBIAN_CODENAME", "")));
  }

  /** As in a shell, the last of two counts. */
  private static void put(Map<String, String> values, Matcher assignment) {
    String value =
        assignment.group(2) != null
            ? ESCAPE.matcher(assignment.group(2)).replaceAll("$1")
            : assignment.group(3) != null ? assignment.group(3) : assignment.group(4);
    values.put(assignment.group(1), Answers.brief(value));
  }

  /** Whether it is, or is made from, the distribution of that id. */
  public boolean isLike(String other) {
    return id.equals(other) || idLike.contains(other);
  }

  /** As a person says it: {@code Debian GNU/Linux 12 (bookworm)}. */
  public String title() {
    if (!prettyName.isEmpty()) {
      return prettyName;
    }
    return name.isEmpty() ? id : name;
  }
}

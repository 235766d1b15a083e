package porchlight.uplink;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.json.Totals;

/**
 * A report that waits. Its file's name says what is needed to choose among the waiting ones without
 * opening them, and sorts by sequence.
 *
 * @param at the counted time when it was made, which no clock moves
 */
public record Spooled(long sequence, Instant at, Kind kind, UUID id) {
  /** What it says, the least worth keeping first. */
  public enum Kind {
    UNCHANGED,
    FULL,
    /** A full report that changed an outcome. */
    TRANSITION;

    /** What one of these counts when it is lost. */
    public Totals lost() {
      return switch (this) {
        case UNCHANGED -> new Totals(1, 0, 0, 0, 0);
        case FULL -> new Totals(0, 1, 0, 0, 0);
        case TRANSITION -> new Totals(0, 0, 1, 0, 0);
      };
    }

    /** As it stands in names and lines. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern NAME =
      Pattern.compile(
          "(\\d{16})-(\\d{10})-(full|unchanged|transition)-"
              + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.json\\.gz");

  /** What its file is called. */
  public String name() {
    return "%016d-%010d-%s-%s.json.gz"
        .formatted(sequence, Math.clamp(at.getEpochSecond(), 0, 9_999_999_999L), kind.word(), id);
  }

  /** The same report under another number. */
  Spooled numbered(long other) {
    return new Spooled(other, at, kind, id);
  }

  static Optional<Spooled> of(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        ? Optional.of(
            new Spooled(
                Long.parseLong(name.group(1)),
                Instant.ofEpochSecond(Long.parseLong(name.group(2))),
                Kind.valueOf(name.group(3).toUpperCase(Locale.ROOT)),
                UUID.fromString(name.group(4))))
        : Optional.empty();
  }
}

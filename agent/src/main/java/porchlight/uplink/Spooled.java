package porchlight.uplink;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report that waits. Its file's name says what is needed to choose among the waiting ones without
 * opening them, and sorts by sequence.
 */
public record Spooled(long sequence, Instant at, boolean full, UUID id) {
  private static final Pattern NAME =
      Pattern.compile(
          "(\\d{16})-(\\d{10})-(full|unchanged)-"
              + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.json\\.gz");

  String fileName() {
    return "%016d-%010d-%s-%s.json.gz"
        .formatted(sequence, at.getEpochSecond(), full ? "full" : "unchanged", id);
  }

  static Optional<Spooled> of(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        ? Optional.of(
            new Spooled(
                Long.parseLong(name.group(1)),
                Instant.ofEpochSecond(Long.parseLong(name.group(2))),
                name.group(3).equals("full"),
                UUID.fromString(name.group(4))))
        : Optional.empty();
  }
}

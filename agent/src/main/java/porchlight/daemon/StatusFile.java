package porchlight.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The status as lines of {@code name value}, so that anybody may read it, without a library. */
public final class StatusFile {
  private static final int LONGEST = 64 << 10;

  private StatusFile() {}

  public static Path in(Path stateFolder) {
    return stateFolder.resolve("status");
  }

  /** The status in that state folder; nothing before the first cycle or when it is damaged. */
  public static Optional<Status> read(Path stateFolder) throws IOException {
    Path file = in(stateFolder);
    if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
      return Optional.empty();
    }
    return of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  /** What the worker writes. */
  public static String text(Status status) {
    var out = new StringBuilder();
    line(out, "enrolled", Boolean.toString(status.enrolled()));
    line(out, "server", status.server());
    line(out, "organisation", status.organisation());
    status.stopped().ifPresent(why -> line(out, "stopped", why));
    line(out, "lastCycle", status.lastCycle().toString());
    line(out, "answer", status.answer());
    status.lastAccepted().ifPresent(at -> line(out, "lastAccepted", at.toString()));
    status.next().ifPresent(at -> line(out, "next", at.toString()));
    line(out, "waiting", Integer.toString(status.waiting()));
    line(out, "refused", Integer.toString(status.refused()));
    line(out, "dropped", Long.toString(status.dropped()));
    status.talk().notYet().ifPresent(why -> line(out, "notYet", why));
    status.talk().nextTry().ifPresent(at -> line(out, "nextTry", at.toString()));
    line(out, "skewSeconds", Long.toString(status.talk().skewSeconds()));
    line(out, "policyRevision", Integer.toString(status.judged().revision()));
    line(out, "policyFrom", status.judged().from());
    status.judged().keptOut().ifPresent(why -> line(out, "policyKeptOut", why));
    status.troubles().forEach(trouble -> line(out, "trouble", trouble));
    return out.toString();
  }

  static Optional<Status> of(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> troubles = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        String value = line.substring(blank + 1);
        if (line.startsWith("trouble ")) {
          troubles.add(value);
        } else {
          values.put(line.substring(0, blank), value);
        }
      }
    }
    try {
      return Optional.of(
          new Status(
              Boolean.parseBoolean(values.getOrDefault("enrolled", "")),
              values.getOrDefault("server", ""),
              values.getOrDefault("organisation", ""),
              value(values, "stopped"),
              Instant.parse(values.getOrDefault("lastCycle", "")),
              values.getOrDefault("answer", ""),
              value(values, "lastAccepted").map(Instant::parse),
              value(values, "next").map(Instant::parse),
              Integer.parseInt(values.getOrDefault("waiting", "0")),
              Integer.parseInt(values.getOrDefault("refused", "0")),
              Long.parseLong(values.getOrDefault("dropped", "0")),
              new Status.Talk(
                  value(values, "notYet"),
                  value(values, "nextTry").map(Instant::parse),
                  Long.parseLong(values.getOrDefault("skewSeconds", "0"))),
              new Status.Judged(
                  Integer.parseInt(values.getOrDefault("policyRevision", "0")),
                  values.getOrDefault("policyFrom", ""),
                  value(values, "policyKeptOut")),
              troubles));
    } catch (DateTimeException | NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<String> value(Map<String, String> values, String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static void line(StringBuilder out, String name, String value) {
    out.append(name).append(' ').append(value.replaceAll("\\p{Cntrl}+", " ")).append('\n');
  }
}

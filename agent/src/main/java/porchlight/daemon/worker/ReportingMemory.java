package porchlight.daemon.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Reporting;
import porchlight.gather.Answers;
import porchlight.json.Counted;
import porchlight.json.Identity;
import porchlight.json.Progress;
import porchlight.uplink.StateFolder;

/** What the agent's own folder says of reporting. */
public final class ReportingMemory {
  private static final int LONGEST = 1 << 20;
  private static final Duration TOO_OLD = Duration.ofHours(2);

  private ReportingMemory() {}

  /**
   * What it says now.
   *
   * @param agent whether the agent itself asks; else it must have run of late, or what it left says
   *     nothing of now
   */
  public static Reading<Reporting> in(Path stateFolder, Counted now, boolean agent) {
    var state = new StateFolder(stateFolder);
    try {
      var identity = text(state.identity());
      if (identity.isEmpty()) {
        return Reading.known(new Reporting.ToNobody());
      }
      if (identity.flatMap(Identity::of).isEmpty()) {
        return Reading.unknown(Reason.NOT_UNDERSTOOD, "who this laptop is to central is damaged");
      }
      return of(text(state.delivery()).map(Progress::of).orElse(Progress.NONE), now, agent);
    } catch (AccessDeniedException denied) {
      return Reading.unknown(
          Reason.NEEDS_PRIVILEGE, "what the agent remembers of reporting: permission denied");
    } catch (IOException failed) {
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD,
          "what the agent remembers of reporting: " + Answers.brief(String.valueOf(failed)));
    }
  }

  private static Reading<Reporting> of(Progress progress, Counted now, boolean agent) {
    var last = progress.counted().map(Counted::wall);
    if (!agent) {
      var quiet = last.map(then -> Duration.between(then, now.wall()).abs());
      if (quiet.isEmpty() || quiet.get().compareTo(longest(progress)) > 0) {
        return Reading.unknown(
            Reason.STALE,
            quiet
                .map(time -> "the agent last ran " + time.toHours() + " hours ago")
                .orElse("the agent has not run yet"));
      }
    }
    return Reading.known(
        new Reporting.ToCentral(
            progress.sending().lastAccepted(),
            progress.sending().unheard(),
            progress.sending().stopped().isPresent(),
            progress.skew().flatMap(note -> note.at(now))));
  }

  private static Duration longest(Progress progress) {
    Duration cadence = Duration.ofSeconds(3L * progress.asked().reportSeconds().orElse(0));
    return cadence.compareTo(TOO_OLD) > 0 ? cadence : TOO_OLD;
  }

  private static Optional<String> text(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new IOException("too long");
      }
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }
}

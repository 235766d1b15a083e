package porchlight.daemon.worker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import porchlight.daemon.Lock;
import porchlight.daemon.Status;
import porchlight.daemon.StatusFile;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.json.Refused;
import porchlight.json.Settings;
import porchlight.policy.Policy;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Outside;
import porchlight.uplink.StateFolder;

/**
 * Looks at all that must work, in the order in which one thing needs the other. Changes nothing;
 * the one thing it sends is a signed question whether central knows this device.
 */
public final class Doctor {
  private static final String AS_ROOT = "Look as root: sudo porchlight doctor";
  private static final String RESTART = "sudo systemctl restart porchlight";

  /** What it asks of the hall. */
  public record Setup(
      Supplier<Settings> settings,
      java.util.function.Function<Settings, Policy> policy,
      java.util.function.Function<Policy, Facts> facts,
      java.util.function.Function<Settings, Outside> outside) {}

  private final Setup setup;
  private final List<Step> steps = new ArrayList<>();

  private Doctor(Setup setup) {
    this.setup = setup;
  }

  public static List<Step> examine(Setup setup) {
    var doctor = new Doctor(setup);
    doctor.all();
    return List.copyOf(doctor.steps);
  }

  private void all() {
    Settings settings;
    Policy policy;
    try {
      settings = setup.settings().get();
      policy = setup.policy().apply(settings);
      steps.add(Step.works("settings", "The settings and the policy are understood."));
    } catch (Refused wrong) {
      String words = String.valueOf(wrong.getMessage());
      steps.add(
          words.endsWith("permission denied")
              ? Step.unseen("settings", words, AS_ROOT)
              : Step.broken("settings", words, "Mend it; each cycle of the service reads it anew"));
      return;
    }
    var state = new StateFolder(settings.stateFolder());
    boolean isOurs = folder(state);
    Optional<Enrolment.Member> member = isOurs ? member(state, settings) : Optional.empty();
    Optional<URI> server = member.map(known -> known.identity().server()).or(settings::server);
    Outside outside = setup.outside().apply(settings);
    if (server.isEmpty()) {
      steps.add(Step.skipped("central", "No server is named: this laptop reports to nobody."));
    } else {
      steps.addAll(CentralSteps.of(server.get(), member, outside));
    }
    if (isOurs) {
      lastReport(state, server.isPresent(), outside.now());
    }
    sources(setup.facts().apply(policy), policy);
    if (isOurs) {
      service(state);
    }
  }

  private boolean folder(StateFolder state) {
    Path folder = state.path();
    try {
      if (!Files.exists(folder)) {
        // Whether it is missing is only known where one may look.
        Files.readAttributes(folder, java.nio.file.attribute.BasicFileAttributes.class);
      }
      boolean open =
          Files.getFileStore(folder).supportsFileAttributeView("posix")
              && !PosixFilePermissions.toString(
                      Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))
                  .equals("rwx------");
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        steps.add(
            Step.broken("state-folder", folder + " is not a folder.", "Move it out of the way."));
      } else if (!Files.isReadable(folder)) {
        steps.add(Step.unseen("state-folder", folder + " is not ours to look into.", AS_ROOT));
        return false;
      } else if (open) {
        steps.add(
            Step.broken(
                "state-folder",
                folder + " can be entered by others.",
                "sudo chmod 700 " + folder + " (each cycle of the service does it too)"));
      } else if (!Files.isWritable(folder)) {
        steps.add(
            Step.broken(
                "state-folder",
                folder + " cannot be written to.",
                "Is its disk mounted read-only, or full?"));
      } else if (Files.getFileStore(folder).getUsableSpace() < 1 << 20) {
        steps.add(
            Step.broken("state-folder", "The disk of " + folder + " is full.", "Make room on it."));
      } else {
        steps.add(Step.works("state-folder", folder + " is ours alone and can be written to."));
      }
      return true;
    } catch (AccessDeniedException denied) {
      steps.add(Step.unseen("state-folder", folder + " is not ours to look at.", AS_ROOT));
    } catch (IOException missing) {
      steps.add(
          Step.broken(
              "state-folder",
              "There is no " + folder + ": the service has not run yet.",
              "sudo systemctl enable --now porchlight"));
    }
    return false;
  }

  private Optional<Enrolment.Member> member(StateFolder state, Settings settings) {
    try {
      Optional<Enrolment.Member> member = Enrolment.current(state);
      if (member.isPresent()) {
        var identity = member.get().identity();
        steps.add(
            Step.works(
                "enrolment",
                "This laptop is enrolled at "
                    + identity.server()
                    + " for "
                    + identity.organisation()
                    + "."));
      } else if (settings.server().isEmpty()) {
        steps.add(Step.skipped("enrolment", "This laptop is not enrolled, and need not be."));
      } else {
        Path token = settings.enrollmentTokenFile();
        steps.add(
            Files.exists(token)
                ? Step.broken(
                    "enrolment",
                    "This laptop is not enrolled yet; the token in " + token + " waits.",
                    RESTART + ", and look at the steps below")
                : Step.broken(
                    "enrolment",
                    "This laptop is not enrolled, and there is no token in " + token + ".",
                    "Make a token at central and put it into that file"));
      }
      return member;
    } catch (IOException failed) {
      steps.add(
          Step.broken(
              "enrolment",
              "What makes this laptop known cannot be read: " + failed.getMessage(),
              "Enrol it anew: porchlight enroll --server URL --token-file FILE"));
      return Optional.empty();
    }
  }

  private void lastReport(StateFolder state, boolean reports, Instant now) {
    try {
      Optional<Status> status = StatusFile.read(state.path());
      if (status.isEmpty()) {
        steps.add(Step.broken("last-report", "No cycle has ended yet.", "sudo porchlight cycle"));
      } else if (!reports) {
        steps.add(Step.skipped("last-report", "This laptop reports to nobody."));
      } else if (status.get().stopped().isPresent()) {
        steps.add(
            Step.broken(
                "last-report",
                "Central does not want to hear from this laptop: " + status.get().stopped().get(),
                "Enrol it anew, with a new token"));
      } else if (status.get().lastAccepted().isEmpty()) {
        steps.add(
            Step.broken(
                "last-report",
                "Central has never taken a report of this laptop.",
                "See the first broken step; porchlight status tells what went wrong last"));
      } else {
        Instant at = status.get().lastAccepted().get();
        boolean late = Duration.between(at, now).compareTo(Duration.ofHours(8)) > 0;
        String saw =
            "Central took the last report at " + at + "; " + status.get().waiting() + " wait.";
        steps.add(
            late
                ? Step.broken(
                    "last-report", saw, "See the first broken step; porchlight status tells more")
                : Step.works("last-report", saw));
      }
    } catch (IOException failed) {
      steps.add(Step.unseen("last-report", "The status cannot be read: " + failed, AS_ROOT));
    }
  }

  private void sources(Facts facts, Policy policy) {
    int read = 0;
    for (Fact fact : policy.needs()) {
      if (facts.reading(fact) instanceof Reading.Unknown<?>(var reason, var detail)) {
        steps.add(Step.unseen("source " + fact.word(), detail, SourceCure.of(reason)));
      } else {
        read++;
      }
    }
    String saw = read + " of " + policy.needs().size() + " sources are read.";
    steps.add(
        read == policy.needs().size() ? Step.works("sources", saw) : Step.skipped("sources", saw));
  }

  private void service(StateFolder state) {
    Path lock = state.path().resolve("resident.lock");
    try {
      boolean runs = Files.exists(lock) && Lock.during(lock, () -> true).isEmpty();
      steps.add(
          runs
              ? Step.works("service", "The service runs.")
              : Step.broken(
                  "service",
                  "The service does not run: nobody checks this laptop.",
                  "sudo systemctl enable --now porchlight"));
    } catch (IOException failed) {
      steps.add(Step.unseen("service", "Whether the service runs cannot be seen.", AS_ROOT));
    }
  }
}

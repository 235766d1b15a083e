package porchlight.daemon.worker;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.daemon.Next;
import porchlight.daemon.Status;
import porchlight.daemon.StatusFile;
import porchlight.json.Sending;
import porchlight.policy.Assessment;
import porchlight.uplink.Durable;
import porchlight.uplink.Enrolment.Member;

/** The end of a cycle: when to come again, and what the next reader of the status is told. */
final class Ending {
  private static final int MOST_TROUBLES = 5;

  private final Cycle.Setup setup;
  private final Desk desk;
  private final Assessment assessment;

  Ending(Cycle.Setup setup, Desk desk, Assessment assessment) {
    this.setup = setup;
    this.desk = desk;
    this.assessment = assessment;
  }

  /**
   * Has it all on the disk.
   *
   * @param waiting reports in the spool
   * @param refused reports that lie aside
   */
  Next write(Optional<Member> member, int waiting, int refused) throws IOException {
    var progress = desk.progress();
    if (member.isPresent() || progress.joining().failures() > 0) {
      desk.keep(progress);
    }
    Next next = next(member);
    var talk = member.isPresent() ? progress.sending() : progress.joining();
    Instant now = desk.outside().now();
    var status =
        new Status(
            member.isPresent(),
            member
                .map(known -> known.identity().server().toString())
                .or(() -> setup.settings().server().map(URI::toString))
                .orElse(""),
            member.map(known -> known.identity().organisation()).orElse(""),
            progress.sending().stopped(),
            now,
            assessment.answer().word(),
            progress.sending().lastAccepted(),
            Optional.of(now.plus(next.delay())),
            waiting,
            refused,
            progress.tally().all().dropped(),
            new Status.Talk(
                notYet(talk),
                talk.notBefore().map(due -> now.plus(left(due))),
                desk.ahead().map(Duration::toSeconds).map(ahead -> -ahead).orElse(0L)),
            new Status.Judged(
                setup.policy().policy().revision(),
                setup.policy().from().word(),
                progress
                    .policyRefused()
                    .map(kept -> "revision " + kept.revision() + ": " + kept.why())),
            troubles(now));
    Durable.write(StatusFile.in(desk.state().path()), StatusFile.text(status));
    return next;
  }

  /** Why nothing is sent now. */
  private static Optional<String> notYet(Sending sending) {
    if (sending.stopped().isPresent()) {
      return Optional.empty();
    }
    if (sending.failures() == 0) {
      return Optional.of("central asked to wait").filter(words -> sending.ordered().isPresent());
    }
    if (sending.pending()) {
      return Optional.of("a person at central has to approve this laptop");
    }
    String tries =
        sending.failures() == 1
            ? "the last try failed"
            : "the last " + sending.failures() + " tries failed";
    return Optional.of(
        sending.ordered().isPresent() ? tries + ", and central asked to wait" : tries);
  }

  private Next next(Optional<Member> member) {
    int seconds = desk.progress().asked().reportSeconds().orElse(setup.settings().reportSeconds());
    return Turn.next(Duration.ofSeconds(seconds), member.map(known -> known.identity().device()));
  }

  private Duration left(Instant due) {
    Duration left = Duration.between(desk.counted(), due);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private List<String> troubles(Instant now) throws IOException {
    var recent = new ArrayList<String>();
    desk.troubles().forEach(line -> recent.add(now + " " + line));
    recent.addAll(StatusFile.read(desk.state().path()).map(Status::troubles).orElse(List.of()));
    return recent.subList(0, Math.min(recent.size(), MOST_TROUBLES));
  }
}

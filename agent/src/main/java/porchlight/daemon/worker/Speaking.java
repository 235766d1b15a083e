package porchlight.daemon.worker;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import porchlight.daemon.ReportsLost;
import porchlight.facts.Facts;
import porchlight.json.Beside;
import porchlight.json.LastFull;
import porchlight.json.ReportJson;
import porchlight.json.Totals;
import porchlight.policy.Assessment;
import porchlight.report.Report;
import porchlight.uplink.Sequence;
import porchlight.uplink.Spool;
import porchlight.uplink.Spooled;
import porchlight.uplink.Spooled.Kind;
import porchlight.uplink.Unkept;

/** Has a report of what was found in the spool, and the spool within its bounds. */
final class Speaking {
  private final Cycle.Setup setup;
  private final Desk desk;
  private final Spool spool;
  private final Sequence numbers;

  Speaking(Cycle.Setup setup, Desk desk, Spool spool, Sequence numbers) {
    this.setup = setup;
    this.desk = desk;
    this.spool = spool;
    this.numbers = numbers;
  }

  /** Drops what is too old or too much; each is counted before it is gone, and once. */
  void trim() throws IOException {
    spool.removeNamed(desk.progress().tally().leaving());
    desk.note(desk.progress().tally(tally -> tally.gone()));
    List<Spooled> surplus = spool.surplus(desk.counted());
    if (surplus.isEmpty()) {
      return;
    }
    var lost = Totals.NONE;
    for (Spooled report : surplus) {
      lost = lost.plus(report.kind().lost());
    }
    var counts = lost;
    var names = surplus.stream().map(Spooled::name).toList();
    desk.note(desk.progress().tally(tally -> tally.losing(names, counts)));
    desk.save(); // or nothing is removed
    for (Spooled report : surplus) {
      spool.remove(report);
    }
    desk.trouble("dropped " + surplus.size() + " unsent reports: the spool is bounded");
    desk.note(desk.progress().tally(tally -> tally.gone()));
  }

  /** Makes the report; the answer is one that the disk had no room for. */
  Optional<Unkept> report(UUID device, Facts facts, Assessment assessment) throws IOException {
    var progress = desk.progress();
    var content =
        Composing.content(
            setup.agentVersion(),
            Composing.policy(setup.policy(), progress.policyRefused()),
            setup.handover().workersLost(),
            facts,
            assessment);
    String words = ReportJson.content(content, setup.policy().policy().tells());
    String digest = ReportJson.digest(words);
    String outcomes = Composing.outcomes(assessment);
    boolean full = Composing.mustBeFull(progress, digest, facts.at());
    UUID id = desk.outside().ids().get();
    long number = numbers.after(known());
    var report =
        new Report(
            id,
            device,
            number,
            setup.boot().or(setup.handover()::start).orElseGet(desk.outside().ids()),
            facts.at(),
            setup.up().get(),
            content);
    var tally = progress.tally();
    var beside =
        new Beside(
            tally.untold() || full ? tally.all() : Totals.NONE,
            desk.ahead(),
            LastIssuer.of(desk.state()));
    String json =
        full
            ? ReportJson.full(report, beside, words)
            : ReportJson.unchanged(report, beside, digest);
    var spooled = new Spooled(number, desk.counted(), kind(full, outcomes), id);
    if (tally.untold()) {
      desk.note(desk.progress().tally(now -> now.toldBy(id)));
    }
    var unkept = put(spooled, json);
    if (full) {
      // On the disk before it can be sent: else "unchanged" might name an older one.
      desk.keep(
          desk.progress().with(new LastFull(digest, id, number, facts.at(), outcomes, false)));
    }
    return unkept;
  }

  private Optional<Unkept> put(Spooled report, String json) {
    try {
      spool.add(report, json, numbers);
      return Optional.empty();
    } catch (IOException failed) {
      // Its number may be given twice: then central says so, and what waits moves on.
      desk.tell(ReportsLost.held(report.kind().word(), report.id().toString()));
      desk.trouble("the report could not be kept: " + failed);
      return Optional.of(new Unkept(report, json));
    }
  }

  private Kind kind(boolean full, String outcomes) {
    boolean same =
        desk.progress().lastFull().filter(last -> last.outcomes().equals(outcomes)).isPresent();
    if (!full) {
      return Kind.UNCHANGED;
    }
    return same ? Kind.FULL : Kind.TRANSITION;
  }

  private long known() throws IOException {
    return Math.max(
        spool.newestFirst().stream().mapToLong(Spooled::sequence).max().orElse(0),
        desk.progress().lastFull().map(LastFull::sequence).orElse(0L));
  }
}

package porchlight.daemon.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.daemon.Handover;
import porchlight.daemon.ReportsLost;
import porchlight.json.Counted;
import porchlight.json.Progress;
import porchlight.json.SkewNote;
import porchlight.json.Totals;
import porchlight.uplink.Durable;
import porchlight.uplink.Notes;
import porchlight.uplink.Outside;
import porchlight.uplink.Skew;
import porchlight.uplink.StateFolder;

/** What one cycle works on: how far the talk with central has come, the time, and troubles. */
final class Desk implements Notes {
  private final StateFolder state;
  private final Outside outside;
  private final AgentLog log;
  private final PrintStream out;
  private final Skew skew;
  private final Counted begun;
  private final long ticks;
  private final List<String> troubles = new ArrayList<>();

  private Progress progress;

  /**
   * Takes up where the last cycle ended.
   *
   * @param out is read by the process that stays
   * @param now the time of now, as far as it is known; what was counted before is added
   */
  Desk(StateFolder state, Outside outside, AgentLog log, PrintStream out, Counted now)
      throws IOException {
    this.state = state;
    this.outside = outside;
    this.log = log;
    this.out = out;
    var before = Durable.read(state.delivery()).map(Progress::of).orElse(Progress.NONE);
    this.ticks = outside.ticks().getAsLong();
    this.begun =
        before.counted().map(then -> then.then(now.wall(), now.boot(), now.up())).orElse(now);
    this.progress = before.with(begun);
    this.skew = new Skew(before.skew().map(note -> note.at(begun).orElse(note.ahead())));
  }

  Outside outside() {
    return outside;
  }

  StateFolder state() {
    return state;
  }

  Skew skew() {
    return skew;
  }

  /** The counted time. */
  Instant counted() {
    return begun.at().plusNanos(passed());
  }

  private long passed() {
    return outside.ticks().getAsLong() - ticks;
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public void note(Progress now) {
    progress = now;
  }

  @Override
  public void keep(Progress now) {
    progress = now;
    try {
      save();
    } catch (IOException failed) {
      trouble("what was done could not be kept: " + failed);
    }
  }

  void save() throws IOException {
    Durable.write(state.delivery(), progress.text());
  }

  /** Has what central's answers said of its clock. */
  void noteSkew() {
    skew.measured()
        .ifPresent(ahead -> {
          var now =
              new Counted(
                  counted(),
                  outside.now(),
                  begun.boot(),
                  begun.up().map(up -> up.plusNanos(passed())));
          progress = progress.with(new SkewNote(ahead, now));
        });
  }

  @Override
  public void trouble(String line) {
    troubles.add(line);
    log.warn(line);
  }

  /** Tells the process that stays, at once. */
  void tell(String line) {
    out.println(line);
    out.flush();
  }

  /** Takes over what the process that stays has counted; once, however often it says so. */
  void takeOver(Handover handover) {
    var lost = handover.reportsLost();
    if (!lost.equals(ReportsLost.NONE)) {
      var totals = new Totals(lost.unchanged(), lost.full(), lost.transition(), 0, 0);
      handover
          .start()
          .ifPresent(start -> note(progress.tally(tally -> tally.handed(start, totals))));
    }
  }

  void info(String line) {
    log.info(line);
  }

  /** What went wrong, newest first. */
  List<String> troubles() {
    return troubles.reversed();
  }

  /** How far central's clock is ahead, as far as it is known now. */
  Optional<java.time.Duration> ahead() {
    return progress.skew().flatMap(note -> note.at(begun).or(() -> skew.measured()));
  }
}

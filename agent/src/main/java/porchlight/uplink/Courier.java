package porchlight.uplink;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import porchlight.json.Progress;
import porchlight.json.Replies.Receipt;
import porchlight.json.Tally;
import porchlight.json.Totals;

/** Sends what waits: the newest first, because it is the news; then changes, then the rest. */
public final class Courier {
  /** An answer may send us back once or twice in a run; more often, it makes no sense. */
  private static final int MOST_ROUNDS = 3;

  private final Spool spool;
  private final Sequence numbers;
  private final Uplink uplink;
  private final Outside outside;
  private final Notes notes;

  private Optional<Unkept> fresh = Optional.empty();
  private boolean wantsFull;
  private int sent;

  /**
   * How much may be sent at once.
   *
   * @param time no further report is begun after that long
   * @param reports nor after that many
   */
  public record Load(Duration time, int reports) {}

  /**
   * One run.
   *
   * @param counted the counted time of now
   * @param network whether there is a network at all
   */
  public record Trip(Instant counted, Load load, boolean network) {}

  /** What a courier writes down as it goes: what is lost is counted before it is gone. */
  public interface Notes {
    Progress progress();

    /** From now on it is that. */
    void note(Progress progress);

    /** The same, and it is on the disk, where the disk allows it. */
    void keep(Progress progress);

    /** Told of each thing that went wrong, in one line. */
    void trouble(String line);
  }

  public Courier(Spool spool, Sequence numbers, Uplink uplink, Outside outside, Notes notes) {
    this.spool = spool;
    this.numbers = numbers;
    this.uplink = uplink;
    this.outside = outside;
    this.notes = notes;
  }

  /** Why a run ended. */
  public enum End {
    DONE,
    /** Something says to come again later. */
    LATER,
    /** Another laptop has this one's key. */
    CLONED
  }

  /**
   * Whether it may send now.
   *
   * @param counted the counted time
   * @param elsewhere whether the network has changed, so that a failure on the old one says little;
   *     what central itself asked for holds on any network
   */
  public static boolean mayGo(Progress progress, Instant counted, boolean elsewhere) {
    return progress.sending().stopped().isEmpty() && isDue(progress, counted, elsewhere);
  }

  /** The same, of a device that central may have dismissed. */
  public static boolean isDue(Progress progress, Instant counted, boolean elsewhere) {
    var sending = progress.sending();
    return (elsewhere ? sending.ordered() : sending.notBefore())
        .filter(time -> time.isAfter(counted))
        .isEmpty();
  }

  /**
   * Sends until all or enough is sent, the time is up, or something says to stop.
   *
   * @param unkept a report that the disk had no room for; when it cannot be sent it is lost
   */
  public End deliver(Trip trip, Optional<Unkept> unkept) throws IOException {
    fresh = unkept;
    long begun = outside.ticks().getAsLong();
    try {
      for (int round = 1; ; round++) {
        var again = round(trip, begun);
        if (again.end().isPresent()) {
          return again.end().get();
        }
        if (round == MOST_ROUNDS) {
          notes.trouble("central asks for other numbers again and again");
          failed(trip, begun, Duration.ZERO);
          return End.LATER;
        }
      }
    } finally {
      fresh.ifPresent(lost ->
          notes.keep(notes.progress().tally(tally -> tally.plus(lost.report().kind().lost()))));
    }
  }

  /** How a round ended; without an end it is to be done again. */
  private record Round(Optional<End> end) {
    static final Round AGAIN = new Round(Optional.empty());

    static Round over(End end) {
      return new Round(Optional.of(end));
    }
  }

  private Round round(Trip trip, long begun) throws IOException {
    for (Spooled report : waiting()) {
      boolean late = outside.ticks().getAsLong() - begun > trip.load().time().toNanos();
      if (late || sent >= trip.load().reports()) {
        return Round.over(End.DONE);
      }
      var held = fresh.filter(one -> one.report().equals(report));
      var packed = held.isPresent() ? held.map(Unkept::packed) : spool.packed(report);
      if (packed.isEmpty()) {
        lose(report, report.kind().lost());
        spool.refuse(report, "damaged");
        continue;
      }
      sent++;
      switch (uplink.report(report.id(), packed.get())) {
        case Delivery.Accepted(var receipt) -> taken(trip, begun, report, receipt);
        case Delivery.Duplicate(var receipt) -> taken(trip, begun, report, receipt);
        case Delivery.Refused(var why) -> {
          notes.trouble("central refused report " + report.sequence() + ": " + why);
          lose(report, Totals.REFUSED);
          spool.refuse(report, why);
        }
        case Delivery.Renumber(var first, var why) -> {
          notes.trouble("what waits gets new numbers, from " + first + " on: " + why);
          renumber(first);
          return Round.AGAIN;
        }
        case Delivery.Cloned(var why) -> {
          notes.trouble("this disk was copied: " + why);
          return Round.over(End.CLONED);
        }
        case Delivery.Dismissed(var why) -> {
          notes.trouble("central does not want to hear from this device: " + why);
          notes.keep(notes.progress().sending(sending -> sending.stopped(why)));
          return Round.over(End.LATER);
        }
        case Delivery.Later(var after, var why) -> {
          notes.trouble("central is to be asked later: " + why);
          failed(trip, begun, after);
          return Round.over(End.LATER);
        }
        case Delivery.Unreachable(var why) -> {
          notes.trouble("central was not reached: " + why);
          failed(trip, begun, Duration.ZERO);
          return Round.over(End.LATER);
        }
      }
      if (held.isPresent()) {
        fresh = Optional.empty();
      }
    }
    return Round.over(End.DONE);
  }

  /** The numbers are taken: the disk was set back, or the file of numbers was lost. */
  private void renumber(long first) throws IOException {
    var device = notes.progress().device().orElseThrow();
    spool.renumber(numbers, device, first);
    if (fresh.isPresent()) {
      long last = first + spool.newestFirst().size();
      fresh = fresh.get().numbered(device, last);
    }
  }

  /** The news; then, newest first, what says a change; then what says that nothing changed. */
  private List<Spooled> waiting() throws IOException {
    var waiting = new ArrayList<Spooled>();
    fresh.ifPresent(one -> waiting.add(one.report()));
    var leaving = notes.progress().tally().leaving();
    for (Spooled report : spool.newestFirst()) {
      if (!leaving.contains(report.name())) {
        waiting.add(report);
      }
    }
    if (waiting.size() > 2) {
      waiting.subList(1, waiting.size()).sort(Comparator.comparing(Courier::isHeartbeat)); // stable
    }
    return waiting;
  }

  private static boolean isHeartbeat(Spooled report) {
    return report.kind() == Spooled.Kind.UNCHANGED;
  }

  /** Counts a report that will be gone, before it is. */
  private void lose(Spooled report, Totals as) {
    notes.keep(notes.progress().tally(tally -> tally.losing(List.of(report.name()), as)));
  }

  private void taken(Trip trip, long begun, Spooled report, Receipt receipt) throws IOException {
    wantsFull |= receipt.fullWanted();
    var next =
        notes
            .progress()
            .asked(asked -> asked.by(receipt, wantsFull))
            .sending(sending -> sending.succeeded(outside.now(), counted(trip, begun)))
            .tally(tally -> tally.heard(report.id()));
    notes.note(
        next.lastFull()
            .filter(full -> full.report().equals(report.id()))
            .map(full -> next.with(full.taken()))
            .orElse(next));
    spool.remove(report);
  }

  private void failed(Trip trip, long begun, Duration asked) {
    notes.keep(failed(notes.progress(), trip.network(), asked, counted(trip, begun), outside));
  }

  private Instant counted(Trip trip, long begun) {
    return trip.counted().plusNanos(outside.ticks().getAsLong() - begun);
  }

  /** After a failure, with the longer of what central asked for and our own wait. */
  public static Progress failed(
      Progress progress, boolean network, Duration asked, Instant counted, Outside outside) {
    Duration own = Backoff.after(progress.sending().failures() + 1, outside.random());
    return progress
        .sending(sending -> sending.failed(counted, own, asked, network))
        .tally(tally -> countable(progress, tally));
  }

  /** What fails before a device is known is no part of its reports. */
  private static Tally countable(Progress progress, Tally tally) {
    return progress.device().isPresent() ? tally.plus(Totals.FAILURE) : tally;
  }
}

package porchlight.uplink;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import porchlight.json.LastFull;
import porchlight.json.Progress;
import porchlight.json.Replies.Receipt;
import porchlight.json.Sending;
import porchlight.json.Totals;

/** Sends what waits: the newest first, because it is the news; then changes, then the rest. */
public final class Courier {
  /** An answer may send us back once or twice in a run; more often, it makes no sense. */
  private static final int MOST_ROUNDS = 3;

  /** So many in a row that nobody wants are not about one report. */
  private static final int MOST_DOUBTS = 2;

  private final Spool spool;
  private final Sequence numbers;
  private final Uplink uplink;
  private final Outside outside;
  private final Notes notes;

  private Optional<Unkept> fresh = Optional.empty();
  private final Set<UUID> passedOver = new HashSet<>();
  private boolean wantsFull;
  private boolean heard;
  private int sent;
  private long bytes;
  private int more;
  private int doubts;

  /**
   * How much may be sent at once.
   *
   * @param time no further report is begun after that long
   * @param bytes nor after that many
   * @param reports nor after that many, unless central says that more may follow
   */
  public record Load(Duration time, long bytes, int reports) {}

  /**
   * One run.
   *
   * @param counted the counted time of now
   * @param network whether there is a network at all
   */
  public record Trip(Instant counted, Load load, boolean network) {}

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
    CLONED,
    /** Central does not know this one's key. */
    STRANGER
  }

  /** Whether it may send now; see {@link Sending#isDue}. */
  public static boolean mayGo(Progress progress, Instant counted, boolean elsewhere) {
    var sending = progress.sending();
    return !sending.saidGoodbye() && sending.isDue(counted, elsewhere);
  }

  /**
   * Sends until all or enough is sent, the time is up, or something says to stop.
   *
   * @param unkept a report that the disk had no room for, see {@link #holds}
   */
  public End deliver(Trip trip, Optional<Unkept> unkept) throws IOException {
    fresh = unkept;
    long begun = outside.ticks().getAsLong();
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
  }

  /** Whether the report that the disk had no room for is still here, and so will be lost. */
  public boolean holds() {
    return fresh.isPresent();
  }

  /** How a round ended; without an end it is to be done again. */
  private record Round(Optional<End> end) {
    static final Round AGAIN = new Round(Optional.empty());

    static Round over(End end) {
      return new Round(Optional.of(end));
    }
  }

  /** Whether central has taken a report in this run. */
  public boolean heard() {
    return heard;
  }

  private Round round(Trip trip, long begun) throws IOException {
    var all = waiting();
    for (int i = 0; i < all.size(); i++) {
      Spooled report = all.get(i);
      var load = trip.load();
      boolean late = outside.ticks().getAsLong() - begun > load.time().toNanos();
      int most = Math.max(load.reports(), more);
      if (late || sent >= most || bytes > load.bytes()) {
        return Round.over(End.DONE);
      }
      var held = fresh.filter(one -> one.report().equals(report));
      var packed = held.isPresent() ? held.map(Unkept::packed) : spool.packed(report);
      if (packed.isEmpty()) {
        lose(report, report.kind().lost());
        spool.refuse(report, "damaged");
        continue;
      }
      if (packed.get().length > Spool.LONGEST_PACKED) {
        lose(report, Totals.REFUSED);
        spool.refuse(report, "longer than central takes");
        continue;
      }
      sent++;
      bytes += packed.get().length;
      // Only where it means something: every header is paid for on every report.
      int waiting = all.size() - i - 1 > most - sent ? all.size() - i - 1 : 0;
      var ending = told(trip, begun, report, uplink.report(report.id(), packed.get(), waiting));
      if (ending.isPresent()) {
        return ending.get();
      }
      if (held.isPresent() && !passedOver.contains(report.id())) {
        fresh = Optional.empty();
      }
    }
    return Round.over(End.DONE);
  }

  /** Does what an answer asks for; nothing when the run goes on. */
  private Optional<Round> told(Trip trip, long begun, Spooled report, Delivery delivery)
      throws IOException {
    switch (delivery) {
      case Delivery.Accepted(var receipt) -> taken(trip, begun, report, receipt);
      case Delivery.Duplicate(var receipt) -> taken(trip, begun, report, receipt);
      case Delivery.Refused(var why) -> {
        notes.trouble("central refused report " + report.sequence() + ": " + why);
        lose(report, Totals.REFUSED);
        spool.refuse(report, why);
      }
      case Delivery.Doubtful(var after, var why) -> {
        return doubtful(trip, begun, report, after, why);
      }
      case Delivery.Renumber(var first, var why) -> {
        return Optional.of(renumber(trip, begun, first, why));
      }
      case Delivery.Cloned(var why) -> {
        notes.trouble("this disk was copied: " + why);
        failed(trip, begun, Duration.ZERO);
        return Optional.of(Round.over(End.CLONED));
      }
      case Delivery.Dismissed(var why) -> {
        notes.trouble("central does not want to hear from this device: " + why);
        var again = counted(trip, begun).plus(Backoff.rarely(outside.random()));
        notes.keep(notes.progress().sending(sending -> sending.stopped(why, Optional.of(again))));
        return Optional.of(Round.over(End.LATER));
      }
      case Delivery.Stranger(var after, var why) -> {
        notes.trouble("central does not know this device: " + why);
        failed(trip, begun, after);
        notes.keep(notes.progress().sending(sending -> sending.stranger()));
        return Optional.of(Round.over(End.STRANGER));
      }
      case Delivery.Later(var after, var why) -> {
        notes.trouble("central is to be asked later: " + why);
        failed(trip, begun, after);
        return Optional.of(Round.over(End.LATER));
      }
      case Delivery.Unreachable(var why) -> {
        notes.trouble("central was not reached: " + why);
        failed(trip, begun, Duration.ZERO);
        return Optional.of(Round.over(End.LATER));
      }
    }
    return Optional.empty();
  }

  /** The report waits, and the others are tried: one that something dislikes holds up none. */
  private Optional<Round> doubtful(
      Trip trip, long begun, Spooled report, Duration after, String why) {
    notes.trouble("report " + report.sequence() + " waits, for who refused it is unknown: " + why);
    passedOver.add(report.id());
    failed(trip, begun, after);
    return ++doubts < MOST_DOUBTS && after.isZero()
        ? Optional.empty()
        : Optional.of(Round.over(End.LATER));
  }

  private Round renumber(Trip trip, long begun, long first, String why) throws IOException {
    long known =
        Math.max(
            spool.newestFirst().stream().mapToLong(Spooled::sequence).max().orElse(0),
            notes.progress().lastFull().map(LastFull::sequence).orElse(0L));
    if (numbers.isFar(first, known)) {
      notes.trouble("central asks for a number that cannot be: " + why);
      failed(trip, begun, Duration.ZERO);
      return Round.over(End.LATER);
    }
    notes.trouble("what waits gets new numbers, from " + first + " on: " + why);
    renumber(first);
    return Round.AGAIN;
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
      if (!leaving.contains(report.name()) && !passedOver.contains(report.id())) {
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
    heard = true;
    doubts = 0;
    if (more == 0 && receipt.more() > 0) {
      more = sent + receipt.more();
    }
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
    notes.keep(
        PutOff.sending(notes.progress(), trip.network(), asked, counted(trip, begun), outside));
  }

  private Instant counted(Trip trip, long begun) {
    return trip.counted().plusNanos(outside.ticks().getAsLong() - begun);
  }
}

package porchlight.central.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import porchlight.central.calls.State;
import porchlight.central.calls.Verification;
import porchlight.central.people.Deed;
import porchlight.central.people.Viewer;

/**
 * The calls that were to be proven. Each step is read, judged and written in one transaction, so
 * that no code counts twice. Any method throws LedgerFault or Overloaded.
 */
public final class Calls {
  private static final List<State> BAD = List.of(State.LOCKED, State.DENIED);
  private final Database database;
  private final GroupCommit writer;

  Calls(Database database, GroupCommit writer) {
    this.database = database;
    this.writer = writer;
  }

  /** What keeps one from being opened. */
  public enum Bar {
    /** Another waits for this device. */
    BUSY,
    /** This tech opens too many. */
    TECH,
    /** Too many went wrong for this device. */
    DEVICE
  }

  /**
   * How many there may be.
   *
   * @param since from then on they count, by the counted time
   */
  public record Rates(Instant since, int ofTech, int badOfDevice) {}

  /** Opens one, unless something keeps it from that. */
  public Optional<Bar> open(Verification fresh, Rates rates, Deed deed) {
    return writer.write(sql -> {
      Optional<Bar> bar = bar(sql, fresh, rates);
      if (bar.isEmpty()) {
        CallRows.add(sql, fresh);
        AuditLog.add(sql, deed);
      }
      return bar;
    });
  }

  private static Optional<Bar> bar(Sql sql, Verification fresh, Rates rates)
      throws java.sql.SQLException {
    if (CallRows.live(sql, fresh.device(), fresh.countedAt()).isPresent()) {
      return Optional.of(Bar.BUSY);
    }
    if (CallRows.bad(sql, fresh.device(), rates.since(), BAD) >= rates.badOfDevice()) {
      return Optional.of(Bar.DEVICE);
    }
    return CallRows.opened(sql, fresh.tech(), rates.since()) >= rates.ofTech()
        ? Optional.of(Bar.TECH)
        : Optional.empty();
  }

  /** One, by its id, if that viewer sees it. */
  public Optional<Verification> find(String id, Viewer viewer) {
    return database.read(sql -> CallRows.find(sql, id, Within.of(viewer, "organisation")));
  }

  /** The newest of a device, if that viewer sees them. */
  public List<Verification> of(String device, int most, Viewer viewer) {
    return database.read(sql -> CallRows.of(sql, device, most, Within.of(viewer, "organisation")));
  }

  /** The one that waits for this device. */
  public Optional<Verification> live(String device, Instant counted) {
    return database.read(sql -> CallRows.live(sql, device, counted));
  }

  /** What a step led to; the step is empty where nothing changes. */
  public record Turn<T>(T answer, Optional<CallStep> step) {
    /** Nothing changes. */
    public static <T> Turn<T> none(T answer) {
      return new Turn<>(answer, Optional.empty());
    }

    /** It goes on. */
    public static <T> Turn<T> on(T answer, CallStep step) {
      return new Turn<>(answer, Optional.of(step));
    }
  }

  /** Takes one a step on, as it is at that moment; empty when there is none of this id. */
  public <T> Optional<T> step(String id, Function<Verification, Turn<T>> judge) {
    return writer.write(sql -> {
      Optional<Verification> found = CallRows.find(sql, id, Within.ALL);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Turn<T> turn = judge.apply(found.get());
      if (turn.step().isPresent()) {
        CallStep step = turn.step().get();
        CallRows.put(sql, step.after());
        if (step.deed().isPresent()) {
          AuditLog.add(sql, step.deed().get());
        }
        if (step.event().isPresent()) {
          Events.ofDevice(
              sql,
              step.after().endedAt().orElse(step.after().openedAt()),
              step.after().device(),
              step.event().get(),
              step.details());
        }
      }
      return Optional.of(turn.answer());
    });
  }

  /** When a device was first heard from a place, for a viewer who sees it. */
  public Optional<Instant> firstThere(String device, String place, Viewer viewer) {
    return database.read(
        sql -> CallRows.firstThere(sql, device, place, Within.of(viewer, "organisation")));
  }

  /** The silences of a device that were told since then, newest first. */
  public List<Instant> silences(String device, Instant since, Viewer viewer) {
    return database.read(
        sql -> CallRows.silences(sql, device, since, Within.of(viewer, "organisation")));
  }
}

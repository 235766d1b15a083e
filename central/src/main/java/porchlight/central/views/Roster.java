package porchlight.central.views;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Organisation;
import porchlight.central.ledger.Overview;
import porchlight.central.ledger.Sight;
import porchlight.central.ledger.Stand;
import porchlight.central.people.Viewer;
import porchlight.central.presence.Deadlines;
import porchlight.central.presence.Outage;
import porchlight.central.reports.Calm;

/** Who is there and how they stand, as of now, worst first, as one viewer may see it. */
public final class Roster {
  private static final int PIECE = 500;

  private final Sight sight;
  private final List<Outage> outages;
  private final Instant now;
  private final Instant time;

  private Roster(Sight sight, List<Outage> outages, Instant now, Instant time) {
    this.sight = sight;
    this.outages = outages;
    this.now = now;
    this.time = time;
  }

  /** Calls the roll in somebody's name. */
  public interface Call {
    /** What this viewer may see now. */
    Roster by(Viewer viewer);

    /** Grows whenever there is something new to see. */
    default long news() {
      return 0;
    }
  }

  /** Rosters of what this ledger remembers; silence is judged by the counted time. */
  public static Call call(Ledger ledger, InstantSource clock, InstantSource counted) {
    return new Call() {
      @Override
      public Roster by(Viewer viewer) {
        return new Roster(
            ledger.seenBy(viewer), ledger.outages(), clock.instant(), counted.instant());
      }

      @Override
      public long news() {
        return ledger.news();
      }
    };
  }

  /** What its viewer may read of many devices at once. */
  public Overview overview() {
    return sight.overview(time);
  }

  /** As of when it speaks. */
  public Instant now() {
    return now;
  }

  /** The same in counted time. */
  public Instant counted() {
    return time;
  }

  /** What else its viewer may read. */
  public Sight sight() {
    return sight;
  }

  /** An organisation with the devices that count, worst first. */
  public record Group(Organisation organisation, List<Heard> devices, Tally tally) {
    /** Its name, made calm. */
    public String name() {
      return Calm.text(organisation.name());
    }

    /** The device that needs a look first; empty when all are safe. */
    public Optional<Heard> first() {
      return devices.stream().findFirst().filter(heard -> heard.tone() != Tone.SAFE);
    }
  }

  /** How every organisation stands, by name. */
  public List<Stand> stands() {
    return overview().stands();
  }

  /** One organisation with the devices that count. */
  public Optional<Group> group(String id) {
    return sight.organisations().stream()
        .filter(organisation -> organisation.id().equals(id))
        .findFirst()
        .map(organisation -> {
          List<Heard> devices = heard(sight.devices(id)).stream().filter(Heard::counts).toList();
          return new Group(organisation, devices, Tally.ofHeard(devices));
        });
  }

  /**
   * The devices that are not retired by their ids, as many as that after this one; of one
   * organisation where that is said.
   */
  public List<Heard> devices(Optional<String> organisation, String after, int most) {
    return judged(sight.devices(organisation, after, most)).toList();
  }

  /** All of those, read a piece at a time. */
  public Stream<Heard> devices(Optional<String> organisation) {
    return Stream.iterate(
            devices(organisation, "", PIECE),
            piece -> !piece.isEmpty(),
            piece ->
                piece.size() < PIECE
                    ? List.of()
                    : devices(organisation, piece.getLast().device().id(), PIECE))
        .flatMap(List::stream);
  }

  /** One device. */
  public Optional<Heard> device(String id) {
    return sight.device(id).map(device -> heard(List.of(device)).getFirst());
  }

  private List<Heard> heard(List<Device> devices) {
    return judged(devices).sorted(Heard.WORST_FIRST).toList();
  }

  private Stream<Heard> judged(List<Device> devices) {
    Deadlines deadlines = new Deadlines(outages);
    return devices.stream()
        .map(device -> new Heard(device, deadlines.judge(device.voice(), time), now, time));
  }
}

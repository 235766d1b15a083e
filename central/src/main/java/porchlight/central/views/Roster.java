package porchlight.central.views;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Organisation;
import porchlight.central.ledger.Overview;
import porchlight.central.ledger.Sight;
import porchlight.central.people.Viewer;
import porchlight.central.presence.Deadlines;
import porchlight.central.presence.Outage;
import porchlight.central.reports.Calm;

/** Who is there and how they stand, as of now, worst first, as one viewer may see it. */
public final class Roster {
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

  /** An organisation with its devices, worst first. */
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

  /** Every organisation, the one that needs a look first ahead. */
  public List<Group> groups() {
    Map<Organisation, List<Heard>> groups = new LinkedHashMap<>();
    sight.organisations().forEach(organisation -> groups.put(organisation, new ArrayList<>()));
    for (Heard heard : heard(sight.devices())) {
      groups.computeIfAbsent(heard.device().organisation(), o -> new ArrayList<>()).add(heard);
    }
    return groups.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue(), Tally.ofHeard(entry.getValue())))
        .sorted(WORST_FIRST)
        .toList();
  }

  private static final Comparator<Group> WORST_FIRST =
      Comparator.comparingInt((Group group) -> group.tally().unsafe())
          .thenComparingInt(group -> group.tally().care())
          .thenComparingInt(group -> group.tally().silent())
          .thenComparingInt(group -> group.tally().cannotSay())
          .reversed()
          .thenComparing(group -> group.organisation().name(), String.CASE_INSENSITIVE_ORDER);

  /** One organisation with its devices. */
  public Optional<Group> group(String id) {
    return sight.organisations().stream()
        .filter(organisation -> organisation.id().equals(id))
        .findFirst()
        .map(organisation -> {
          List<Heard> devices = heard(sight.devices(id));
          return new Group(organisation, devices, Tally.ofHeard(devices));
        });
  }

  /** Every device that is not retired. */
  public List<Heard> devices() {
    return heard(sight.devices());
  }

  /** One device. */
  public Optional<Heard> device(String id) {
    return sight.device(id).map(device -> heard(List.of(device)).getFirst());
  }

  private List<Heard> heard(List<Device> devices) {
    Deadlines deadlines = new Deadlines(outages);
    return devices.stream()
        .map(device -> new Heard(device, deadlines.judge(device.voice(), time), now, time))
        .sorted(Heard.WORST_FIRST)
        .toList();
  }
}

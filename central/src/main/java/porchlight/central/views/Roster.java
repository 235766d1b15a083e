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
import porchlight.central.presence.Deadlines;
import porchlight.central.reports.Calm;

/** Who is there and how they stand, as of now, worst first. */
public final class Roster {
  private final Ledger ledger;
  private final InstantSource clock;
  private final InstantSource counted;

  /** A roster of what this ledger remembers; silence is judged by the counted time. */
  public Roster(Ledger ledger, InstantSource clock, InstantSource counted) {
    this.ledger = ledger;
    this.clock = clock;
    this.counted = counted;
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
    ledger.organisations().forEach(organisation -> groups.put(organisation, new ArrayList<>()));
    for (Heard heard : heard(ledger.devices())) {
      groups.computeIfAbsent(heard.device().organisation(), o -> new ArrayList<>()).add(heard);
    }
    return groups.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue(), Tally.of(entry.getValue())))
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
    return ledger.organisations().stream()
        .filter(organisation -> organisation.id().equals(id))
        .findFirst()
        .map(organisation -> {
          List<Heard> devices = heard(ledger.devices(id));
          return new Group(organisation, devices, Tally.of(devices));
        });
  }

  /** Every device that is not retired. */
  public List<Heard> devices() {
    return heard(ledger.devices());
  }

  /** One device. */
  public Optional<Heard> device(String id) {
    return ledger.device(id).map(device -> heard(List.of(device)).getFirst());
  }

  private List<Heard> heard(List<Device> devices) {
    Deadlines deadlines = new Deadlines(ledger.outages());
    Instant now = clock.instant();
    Instant time = counted.instant();
    return devices.stream()
        .map(device ->
            new Heard(device, deadlines.judge(device.heard(), device.cadence(), time), now, time))
        .sorted(Heard.WORST_FIRST)
        .toList();
  }
}

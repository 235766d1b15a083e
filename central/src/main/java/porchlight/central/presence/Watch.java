package porchlight.central.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks who has fallen silent and decides who is told what: pure. When most of an organisation
 * falls silent together, that is one piece of news and not hundreds: its line is down, or its
 * office has closed. Who stays silent after the others are back is told one by one.
 */
public final class Watch {
  /** Fewer than these are told one by one. */
  private static final int MANY = 5;

  private final Deadlines deadlines;
  private final Instant now;
  private final List<Move> moves = new ArrayList<>();
  private final List<News> news = new ArrayList<>();

  private Watch(Deadlines deadlines, Instant now) {
    this.deadlines = deadlines;
    this.now = now;
  }

  /** A device stands otherwise than was known, or somebody is told of it. */
  public record Move(String device, Presence to, int told) {}

  /** What changes, and what is told. */
  public record Seen(List<Move> moves, List<News> news) {}

  /**
   * Looks at every device at {@code now}; {@code open} are the organisations that are silent as a
   * whole, with the number of the last step that was told.
   */
  public static Seen look(
      List<Watched> devices, Map<String, Integer> open, Deadlines deadlines, Instant now) {
    Watch watch = new Watch(deadlines, now);
    Map<String, List<Look>> organisations = new LinkedHashMap<>();
    for (Watched device : devices) {
      organisations
          .computeIfAbsent(device.organisation(), name -> new ArrayList<>())
          .add(watch.look(device));
    }
    organisations.forEach(
        (name, looks) -> watch.organisation(name, looks, Optional.ofNullable(open.get(name))));
    return new Seen(List.copyOf(watch.moves), List.copyOf(watch.news));
  }

  private record Look(Watched device, Presence presence, Duration quiet) {
    /** Whether somebody would be told of it now, alone. */
    boolean isDue() {
      return presence == Presence.SILENT && step().isPresent();
    }

    /** A step of its silence that nobody was told of. */
    Optional<Step> step() {
      return Step.reached(quiet).filter(step -> step.number() > device.told());
    }

    /** Whether it was lately heard, or ought to have been: old silences are old news. */
    boolean counts() {
      return device.told() == 0
          && switch (presence) {
            case ONLINE, LATE, SILENT, RETURNED -> true;
            case NEVER_REPORTED, PARKED, RETIRED -> false;
          };
    }

    boolean isOverdue() {
      return counts() && (presence == Presence.LATE || presence == Presence.SILENT);
    }
  }

  private Look look(Watched device) {
    Duration quiet =
        device
            .voice()
            .heard()
            .map(heard -> deadlines.quiet(heard, device.voice().cadence(), now))
            .orElse(Duration.ZERO);
    return new Look(device, deadlines.judge(device.voice(), now), quiet);
  }

  private void organisation(String name, List<Look> looks, Optional<Integer> told) {
    int counting = (int) looks.stream().filter(Look::counts).count();
    List<Look> overdue = looks.stream().filter(Look::isOverdue).toList();
    boolean together =
        told.isPresent()
            ? counting == 0 || overdue.size() * 4 > counting
            : overdue.size() >= MANY
                && overdue.size() * 2 >= counting
                && overdue.stream().anyMatch(Look::isDue);
    if (together) {
      Optional<Step> longest =
          overdue.stream().map(Look::quiet).max(Comparator.naturalOrder()).flatMap(Step::reached);
      longest
          .filter(step -> step.number() > told.orElse(0))
          .ifPresent(
              step -> news.add(new News.OrganisationSilent(name, step, overdue.size(), counting)));
    } else if (told.isPresent()) {
      news.add(new News.OrganisationReturned(name));
    }
    for (Look look : looks) {
      move(look, together && look.counts());
    }
  }

  /** One that is silent with the others is told with them, and keeps its steps for later. */
  private void move(Look look, boolean together) {
    Watched device = look.device();
    int told = device.told();
    if (look.isDue() && !together) {
      Step step = look.step().orElseThrow();
      told = step.number();
      news.add(new News.DeviceSilent(device.device(), device.organisation(), step, look.quiet()));
    }
    if (look.presence() != device.known() || told != device.told()) {
      moves.add(new Move(device.device(), look.presence(), told));
    }
  }
}

package porchlight.central.papers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import porchlight.central.ledger.Event;
import porchlight.central.reports.Calm;
import porchlight.central.views.CheckPage;
import porchlight.central.views.Heard;
import porchlight.central.views.Moment;

/** What changed lately: how often what, and the newest that began to fail. */
public record Week(long opened, long closed, long blinded, List<Turn> began) {
  private static final int MOST_TURNS = 12;

  /** A check of a device that began to fail. */
  public record Turn(String device, String title, Moment at) {}

  /** The week of these devices, from its events, oldest first. */
  public static Week of(List<Event> events, List<Heard> devices, Instant now) {
    Map<String, String> names =
        devices.stream().collect(Collectors.toMap(heard -> heard.device().id(), Heard::name));
    List<Turn> began =
        events.reversed().stream()
            .filter(event -> event.kind() == Event.Kind.FINDING_OPENED)
            .filter(event -> names.containsKey(event.device().orElse("")))
            .limit(MOST_TURNS)
            .map(event ->
                new Turn(
                    names.getOrDefault(event.device().orElse(""), ""),
                    Calm.text(CheckPage.of(event.check().orElse("")).title()),
                    Moment.of(event.at(), now)))
            .toList();
    return new Week(
        count(events, Event.Kind.FINDING_OPENED),
        count(events, Event.Kind.FINDING_CLOSED),
        count(events, Event.Kind.FINDING_BLIND),
        began);
  }

  private static long count(List<Event> events, Event.Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).count();
  }
}

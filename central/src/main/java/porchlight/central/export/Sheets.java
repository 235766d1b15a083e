package porchlight.central.export;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import porchlight.central.devices.Change;
import porchlight.central.ledger.AuditEntry;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Event;
import porchlight.central.people.Deed;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Content;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Word;
import porchlight.central.views.CheckPage;
import porchlight.central.views.Heard;

/** The tables that pages show, to take away. */
public final class Sheets {
  private static final List<String> DEVICES =
      List.of(
          "organisation",
          "device",
          "name",
          "os",
          "agent",
          "standing",
          "presence",
          "stands",
          "said_last",
          "score",
          "assessed",
          "blind",
          "worst_check",
          "worst_severity",
          "worst_because",
          "enrolled_at",
          "last_seen",
          "last_report",
          "missing_reports");
  private static final List<String> FINDINGS =
      List.of(
          "organisation",
          "device",
          "name",
          "presence",
          "last_report",
          "check",
          "title",
          "outcome",
          "severity",
          "because",
          "reason",
          "since");
  private static final List<String> EVENTS =
      List.of(
          "id",
          "at",
          "organisation",
          "device",
          "kind",
          "check",
          "severity",
          "from",
          "to",
          "because");

  private static final List<String> AUDIT =
      List.of("number", "at", "who", "did", "target", "detail", "address", "hash");

  private Sheets() {}

  /** What a device said last, and since when each check says what it says. */
  public record Said(Heard heard, Optional<Content> content, List<Change> changes) {}

  /** One row a device; "stands" says silent of a silent one, whatever it said last. */
  public static Sheet devices(Stream<Heard> devices) {
    return new Sheet("devices", DEVICES, devices.map(Sheets::device));
  }

  /** One row a finding of each device's newest report. */
  public static Sheet findings(Stream<Said> devices) {
    return new Sheet("findings", FINDINGS, devices.flatMap(Sheets::findings));
  }

  /** One row an event. */
  public static Sheet events(Stream<Event> events) {
    return new Sheet("events", EVENTS, events.map(Sheets::event));
  }

  /** One row an entry of the audit log. */
  public static Sheet audit(Stream<AuditEntry> entries) {
    return new Sheet("audit", AUDIT, entries.map(Sheets::entry));
  }

  private static List<String> entry(AuditEntry entry) {
    Deed deed = entry.deed();
    return List.of(
        Long.toString(entry.number()),
        deed.at().toString(),
        deed.who(),
        Word.of(deed.act()),
        deed.target(),
        deed.detail(),
        deed.address(),
        entry.hash());
  }

  private static List<String> device(Heard heard) {
    Device device = heard.device();
    Optional<Assessment> said = device.assessment();
    return List.of(
        Calm.text(device.organisation().name()),
        device.id(),
        Calm.text(device.name().orElse("")),
        Calm.text(device.os().orElse("")),
        Calm.text(device.agent()),
        Word.of(device.standing()),
        Word.of(heard.presence()),
        heard.tone().css(),
        said.map(one -> Word.of(one.answer())).orElse(""),
        said.filter(one -> one.score().isPresent())
            .map(one -> Integer.toString(one.score().getAsInt()))
            .orElse(""),
        text(said, one -> Integer.toString(one.assessed())),
        text(said, one -> Integer.toString(one.blind())),
        text(device.worst(), Finding::check),
        text(device.worst(), worst -> Word.of(worst.severity())),
        text(device.worst(), worst -> Calm.text(worst.because())),
        device.enrolledAt().toString(),
        device.lastSeen().toString(),
        text(device.lastReport(), Instant::toString),
        Long.toString(device.missing()));
  }

  private static Stream<List<String>> findings(Said said) {
    Map<String, Change> last = new HashMap<>();
    said.changes().forEach(change -> last.put(change.check(), change));
    Device device = said.heard().device();
    return said.content().stream()
        .flatMap(content -> content.findings().stream())
        .map(finding ->
            List.of(
                Calm.text(device.organisation().name()),
                device.id(),
                Calm.text(device.name().orElse("")),
                Word.of(said.heard().presence()),
                text(device.lastReport(), Instant::toString),
                finding.check(),
                CheckPage.of(finding.check()).title(),
                Word.of(finding.outcome()),
                Word.of(finding.severity()),
                Calm.text(finding.because()),
                text(finding.reason(), Word::of),
                text(
                    Optional.ofNullable(last.get(finding.check())),
                    change -> change.first().at().toString())));
  }

  private static List<String> event(Event event) {
    return List.of(
        Long.toString(event.id()),
        event.at().toString(),
        event.organisation(),
        event.device().orElse(""),
        event.kind().word(),
        event.check().orElse(""),
        text(event.severity(), Word::of),
        event.details().getOrDefault("from", ""),
        event.details().getOrDefault("to", ""),
        Calm.text(event.details().getOrDefault("because", "")));
  }

  private static <T> String text(Optional<T> value, Function<T, String> words) {
    return value.map(words).orElse("");
  }
}

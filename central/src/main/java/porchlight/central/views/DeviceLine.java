package porchlight.central.views;

import java.util.Optional;
import porchlight.central.ledger.Standing;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Word;

/** One device in a table, and at the head of its page; a text that is not known is empty. */
public record DeviceLine(
    String id,
    String name,
    String os,
    Tone tone,
    String said,
    String score,
    String silentFor,
    String assessed,
    String blind,
    Optional<Worst> worst,
    Moment lastSeen,
    String presence,
    boolean barred,
    boolean pending) {

  /** The worst finding: its check's title, its severity's word, and what was found. */
  public record Worst(String title, String severity, String because) {}

  /** The line of a device. */
  public static DeviceLine of(Heard heard) {
    Optional<Assessment> assessment = heard.device().assessment();
    boolean silent = heard.tone() == Tone.SILENT;
    return new DeviceLine(
        heard.device().id(),
        heard.name(),
        Calm.text(heard.device().os().orElse("")),
        heard.tone(),
        assessment.isPresent() ? Heard.tone(heard.answer()).label() : "",
        assessment
            .filter(known -> known.score().isPresent())
            .map(known -> Integer.toString(known.score().getAsInt()))
            .orElse(""),
        silent ? Moment.span(heard.quiet()) : "",
        assessment.map(known -> Integer.toString(known.assessed())).orElse(""),
        assessment.map(known -> Integer.toString(known.blind())).orElse(""),
        heard.device().worst().map(DeviceLine::worst),
        Moment.of(heard.device().lastSeen(), heard.now()),
        presence(heard),
        !heard.counts(),
        heard.device().standing() == Standing.PENDING);
  }

  /** The coverage in a few words: "7 of 9 checks could see". */
  public String coverage() {
    return assessed.isEmpty()
        ? ""
        : assessed + " of " + (Integer.parseInt(assessed) + Integer.parseInt(blind));
  }

  private static Worst worst(Finding finding) {
    return new Worst(
        CheckPage.of(finding.check()).title(),
        Word.of(finding.severity()),
        Calm.text(finding.because()));
  }

  private static String presence(Heard heard) {
    return switch (heard.presence()) {
      case ONLINE -> "online";
      case LATE -> "late";
      case SILENT -> "silent " + Moment.span(heard.quiet());
      case NEVER_REPORTED -> "never reported";
      case PARKED -> "parked " + Moment.span(heard.quiet());
      case RETURNED -> "returned";
      case RETIRED -> "retired";
    };
  }
}

package porchlight.central.out;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porchlight.central.ledger.Event;
import porchlight.central.ledger.Posting;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Word;
import porchlight.central.views.CheckPage;

/** An event in a sentence for people, and what was said of it; texts from devices are made calm. */
record Words(String headline, String because) {
  static Words of(Posting posting) {
    Event event = posting.event();
    String because = Calm.text(event.details().getOrDefault("because", ""));
    return new Words(
        Calm.text(posting.organisation().name()) + ": " + sentence(posting, event), because);
  }

  private static String sentence(Posting posting, Event event) {
    String device = device(posting);
    String check = event.check().map(id -> CheckPage.of(id).title()).orElse("");
    String severity = event.severity().map(one -> " (" + Word.of(one) + ")").orElse("");
    return switch (event.kind()) {
      case FINDING_OPENED -> device + ": " + check + " fails" + severity;
      case FINDING_WORSE -> device + ": " + check + " fails, and weighs more now" + severity;
      case FINDING_STILL -> device + ": " + check + " still fails, as can be told again" + severity;
      case FINDING_CLOSED -> device + ": " + check + closed(event.details().get("to"));
      case FINDING_BLIND -> device + ": " + check + " can no longer be told" + severity;
      case DEVICE_ANSWER -> device + " is now " + answer(event.details().get("to"));
      case DEVICE_ENROLLED -> device + " is enrolled";
      case DEVICE_SILENT -> device + " is silent" + after(event);
      case DEVICE_RETURNED -> device + " is heard again";
      case ORGANISATION_SILENT -> "many laptops are silent at once";
      case ORGANISATION_RETURNED -> "its laptops are heard again";
      case CALL_VERIFIED -> device + ": a call was verified" + purpose(event);
      case CALL_DENIED -> device + ": its user says that a call is not theirs" + purpose(event);
      case CALL_LOCKED -> device + ": three wrong codes in a call" + purpose(event);
    };
  }

  private static String after(Event event) {
    String after = event.details().getOrDefault("after", "");
    return after.isEmpty() ? "" : " for " + Calm.text(after);
  }

  private static String purpose(Event event) {
    String purpose = event.details().getOrDefault("purpose", "");
    return purpose.isEmpty() ? "" : " (" + Calm.text(purpose) + ")";
  }

  private static String closed(@Nullable String to) {
    return switch (String.valueOf(to)) {
      case "pass" -> " is in order again";
      case "not-applicable" -> " does not apply any more";
      default -> " is no longer checked";
    };
  }

  private static String answer(@Nullable String to) {
    return switch (String.valueOf(to)) {
      case "safe" -> "safe to work from";
      case "care" -> "to be used with care";
      case "unsafe" -> "not safe to work from";
      default -> "not to be judged";
    };
  }

  private static String device(Posting posting) {
    Optional<String> name =
        posting.deviceName().map(Calm::text).map(String::strip).filter(text -> !text.isEmpty());
    return name.orElse(
        "device " + posting.event().device().map(id -> id.substring(0, 8)).orElse("?"));
  }
}

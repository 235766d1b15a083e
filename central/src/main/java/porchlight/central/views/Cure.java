package porchlight.central.views;

import java.util.Optional;
import porchlight.central.reports.Reason;

/** Why something could not be told, and what would let the agent see. */
public final class Cure {
  private Cure() {}

  /** What was in the way, in a few words. */
  public static String obstacle(Optional<Reason> reason) {
    return reason.map(Cure::obstacle).orElse("no reason given");
  }

  /** What to do about it, in a sentence. */
  public static String of(Optional<Reason> reason) {
    return reason.map(Cure::cure).orElse("The agent gave no reason.");
  }

  private static String obstacle(Reason reason) {
    return switch (reason) {
      case NOT_SUPPORTED -> "not supported here";
      case TOOL_MISSING -> "a tool is missing";
      case NEEDS_PRIVILEGE -> "needs more rights";
      case NEEDS_CONSENT -> "needs the user's consent";
      case TIMED_OUT -> "took too long";
      case NOT_UNDERSTOOD -> "answer not understood";
      case STALE -> "what is known is too old";
      case TURNED_OFF -> "turned off";
    };
  }

  private static String cure(Reason reason) {
    return switch (reason) {
      case NOT_SUPPORTED -> "Nothing to do: this system has no way to tell.";
      case TOOL_MISSING -> "Install the tool that answers this on the device.";
      case NEEDS_PRIVILEGE ->
          "Run the agent as the installed service, which has the rights to look.";
      case NEEDS_CONSENT -> "The user of the device has to allow it in the privacy settings.";
      case TIMED_OUT -> "It may pass by itself; if it stays, run porchlight doctor on the device.";
      case NOT_UNDERSTOOD ->
          "Please report it: porchlight facts --record FILE on the device says what it answered.";
      case STALE ->
          "Let the device refresh it, for instance its package lists; then it can be judged again.";
      case TURNED_OFF -> "It is turned off by the policy or by the user.";
    };
  }
}

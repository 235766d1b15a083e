package porchlight.daemon.worker;

import porchlight.facts.Reason;

/** What a person can do about a source that tells nothing. */
final class SourceCure {
  private SourceCure() {}

  static String of(Reason reason) {
    return switch (reason) {
      case NEEDS_PRIVILEGE -> "Look as root: sudo porchlight doctor";
      case NEEDS_CONSENT -> "Give the consent that the system asks for";
      case TOOL_MISSING -> "Install what is missing, where this laptop should have it";
      case TIMED_OUT -> "Look again; when it stays so, the program that is asked hangs";
      case NOT_UNDERSTOOD -> "Send us porchlight facts --record FILE";
      case STALE -> "Have the system fetch it anew";
      case NOT_SUPPORTED, TURNED_OFF -> "";
    };
  }
}

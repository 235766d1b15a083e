package porchlight.cli;

import java.util.List;
import java.util.Optional;

/** The commands by name. */
final class Commands {
  private Commands() {}

  /** The command of that name; made only when asked for. */
  static Optional<Command> of(String name) {
    return switch (name) {
      case "check" -> Optional.of(new CheckCommand());
      case "checks" -> Optional.of(new ChecksCommand());
      case "explain" -> Optional.of(new ExplainCommand());
      case "facts" -> Optional.of(new FactsCommand());
      case "commands" -> Optional.of(new CommandsCommand());
      case "share" -> Optional.of(new ShareCommand());
      case "diff" -> Optional.of(new DiffCommand());
      case "advice" -> Optional.of(new AdviceCommand());
      case "status" -> Optional.of(new StatusCommand());
      case "sent" -> Optional.of(new SentCommand());
      case "goodbye" -> Optional.of(new GoodbyeCommand());
      case "doctor" -> Optional.of(new DoctorCommand());
      case "place" -> Optional.of(new PlaceCommand());
      case "enroll" -> Optional.of(new EnrollCommand());
      case "verify" -> Optional.of(new VerifyCommand());
      default -> Optional.empty();
    };
  }

  /** Every first word there is, those that are answered elsewhere too. */
  static List<String> words() {
    return List.of(
        "check",
        "checks",
        "explain",
        "facts",
        "commands",
        "advice",
        "share",
        "diff",
        "status",
        "sent",
        "doctor",
        "place",
        "enroll",
        "verify",
        "goodbye",
        "run",
        "cycle",
        "version",
        "help",
        "--help",
        "--version",
        "--debug");
  }
}

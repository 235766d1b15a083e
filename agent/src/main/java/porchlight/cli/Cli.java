package porchlight.cli;

import java.util.List;
import java.util.Optional;
import porchlight.cli.screen.Plain;
import porchlight.json.DidYouMean;

/** The command line: finds the command, builds only that one, and runs it. */
public final class Cli {
  private Cli() {}

  /** Runs the command that {@code arguments} begin with; returns the exit code. */
  public static int run(List<String> arguments, Doors doors, Terminal terminal) {
    String first = arguments.isEmpty() ? "--help" : arguments.get(0);
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    return switch (first) {
      case "--version", "-V", "version" -> version(doors, terminal);
      case "--help", "-h" -> help(terminal);
      case "help" ->
          rest.isEmpty() ? help(terminal) : run(rest.get(0), List.of("--help"), doors, terminal);
      default -> run(first, rest, doors, terminal);
    };
  }

  private static int version(Doors doors, Terminal terminal) {
    terminal.result("porchlight " + doors.version() + "\n");
    return Exit.SAFE;
  }

  private static int help(Terminal terminal) {
    terminal.result(Overview.render(terminal.look()));
    return Exit.SAFE;
  }

  private static int run(String name, List<String> rest, Doors doors, Terminal terminal) {
    Optional<Command> command = Commands.of(name);
    if (command.isEmpty()) {
      String kind = name.startsWith("-") ? "option" : "command";
      return refuse(
          "unknown "
              + kind
              + " \""
              + name
              + "\""
              + DidYouMean.tail(Commands.words(), name, "porchlight --help lists them"),
          terminal);
    }
    try {
      return run(name, command.get(), rest, doors, terminal);
    } catch (Usage wrong) {
      return refuse(name + ": " + wrong.getMessage(), terminal);
    }
  }

  private static int run(
      String name, Command command, List<String> rest, Doors doors, Terminal terminal) {
    var options = new Options();
    command.describe(options);
    options.flag("--help", "Show this.");
    if (rest.contains("--help") || rest.contains("-h")) {
      terminal.result(Help.render(name, command, options, terminal.look()));
      return Exit.SAFE;
    }
    return command.run(Arguments.read(rest, options), doors, terminal);
  }

  private static int refuse(String message, Terminal terminal) {
    terminal.err().println(Plain.of("porchlight: " + message, terminal.talk()));
    return Exit.USAGE;
  }
}

package porchlight.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import porchlight.cli.screen.Plain;
import porchlight.json.DidYouMean;

/** The command line: finds the command, builds only that one, and runs it. */
public final class Cli {
  private static final int USUAL_WIDTH = 80;

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
    CommandSpec spec = CommandSpec.create().name("porchlight " + name);
    spec.usageMessage().description(command.about()).width(USUAL_WIDTH);
    command.describe(spec);
    spec.addOption(Command.flag("--help", "Show this."));
    var line = new CommandLine(spec).setExpandAtFiles(false).setAbbreviatedOptionsAllowed(false);
    boolean help = rest.contains("--help") || rest.contains("-h");
    if (help) {
      usage(line, terminal);
      return Exit.SAFE;
    }
    ParseResult given;
    try {
      given = line.parseArgs(rest.toArray(String[]::new));
    } catch (ParameterException wrong) {
      throw new Usage(words(wrong, spec, "porchlight " + name + " --help lists the options"));
    }
    return command.run(given, doors, terminal);
  }

  private static void usage(CommandLine line, Terminal terminal) {
    Ansi ansi = terminal.look().colour() ? Ansi.ON : Ansi.OFF;
    terminal.result(line.getUsageMessage(ansi));
  }

  private static String words(ParameterException wrong, CommandSpec spec, String more) {
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      int equals = word.indexOf('=');
      String option = equals < 0 ? word : word.substring(0, equals);
      return word.startsWith("-")
          ? "unknown option \""
              + option
              + "\""
              + DidYouMean.tail(spec.optionsMap().keySet(), option, more)
          : "\"" + word + "\" is one argument too many; " + more;
    }
    String first = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("not understood");
    return first + "; " + more;
  }

  private static int refuse(String message, Terminal terminal) {
    terminal.err().println(Plain.of("porchlight: " + message, terminal.talk()));
    return Exit.USAGE;
  }
}

package porchlight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import porchlight.cli.Cli;
import porchlight.cli.Doors;
import porchlight.cli.Exit;
import porchlight.cli.Terminal;
import porchlight.cli.Trouble;
import porchlight.gather.Gatherer;
import porchlight.gather.Unread;
import porchlight.machine.LocalMachine;
import porchlight.machine.Machine;

/**
 * The program: finds the way to the command that was asked for. The only place that knows every
 * room, every operating system, and the time.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var rest = new ArrayList<>(List.of(arguments));
    boolean debug = rest.remove("--debug");
    Terminal terminal = Terminal.own();
    int exit = Trouble.guard(() -> run(rest, terminal), debug, terminal);
    terminal.out().flush();
    // A question that is still running must not hold up an answer that has been given.
    Runtime.getRuntime().halt(exit);
  }

  private static int run(List<String> arguments, Terminal terminal) {
    return switch (arguments.isEmpty() ? "" : arguments.get(0)) {
      // The resident half never loads the command line.
      case "run", "cycle" -> notYet(terminal);
      default -> Cli.run(arguments, doors(), terminal);
    };
  }

  private static Doors doors() {
    return new Doors(
        Clock.systemUTC(),
        system(),
        System.getProperty("user.name", "").equals("root"),
        version(),
        new LocalMachine(),
        Main::gatherer,
        (server, tokenFile, terminal) -> notYet(terminal),
        (options, terminal) -> notYet(terminal));
  }

  private static int notYet(Terminal terminal) {
    terminal.err().println("porchlight: this version does not do that yet");
    return Exit.USAGE;
  }

  /** The one switch over the operating system. */
  private static Gatherer gatherer(String system, Machine machine) {
    return switch (system) {
      case "linux" -> new Unread("Linux");
      case "macos" -> new Unread("macOS");
      case "windows" -> new Unread("Windows");
      default -> new Unread(system);
    };
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "windows";
    }
    return name.startsWith("mac") ? "macos" : name;
  }

  private static String version() {
    String packed = Main.class.getPackage().getImplementationVersion();
    return packed == null ? "unpacked" : packed;
  }
}

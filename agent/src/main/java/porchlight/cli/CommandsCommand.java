package porchlight.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code porchlight commands}. */
final class CommandsCommand implements Command {

  @Override
  public String about() {
    return "List every program, file and folder that may be touched on this system.";
  }

  @Override
  public void describe(CommandSpec spec) {}

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    terminal.result(
        Pages.text("/porchlight/commands/" + doors.system() + ".txt")
            .orElse("Porchlight asks this system nothing yet.\n"));
    return Exit.SAFE;
  }
}

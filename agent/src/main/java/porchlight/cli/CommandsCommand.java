package porchlight.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.TouchedScreen;

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
    List<String> questions =
        Pages.text("/porchlight/commands/" + doors.system() + ".txt")
            .map(text -> List.of(text.split("\n", -1)))
            .orElse(List.of());
    terminal.result(
        questions.isEmpty()
            ? "This version of Porchlight asks nothing on this system.\n"
            : TouchedScreen.render(questions, terminal.look()));
    return Exit.SAFE;
  }
}

package porchlight.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.TouchedScreen;
import porchlight.daemon.worker.Touches;
import porchlight.facts.Fact;
import porchlight.facts.Right;
import porchlight.json.PolicyReader;

/** {@code porchlight commands}. */
final class CommandsCommand implements Command {

  @Override
  public String about() {
    return "List every program, file and folder that may be touched on this system, and who sees"
        + " what.";
  }

  @Override
  public void describe(CommandSpec spec) {}

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    List<String> questions =
        Pages.text("/porchlight/commands/" + doors.system() + ".txt")
            .map(text -> List.of(text.split("\n", -1)))
            .orElse(List.of());
    if (!questions.isEmpty()) {
      questions = new ArrayList<>(questions);
      questions.addAll(Touches.on(doors.system()));
    }
    terminal.result(
        questions.isEmpty()
            ? "This version of Porchlight asks nothing on this system.\n"
            : TouchedScreen.render(
                questions,
                PolicyReader.packed().probes(),
                rights(doors),
                doors.system(),
                terminal.look()));
    return Exit.SAFE;
  }

  private static Map<Fact, Right> rights(Doors doors) {
    var gatherer = doors.gatherers().on(doors.system(), doors.here());
    var rights = new EnumMap<Fact, Right>(Fact.class);
    for (Fact fact : Fact.values()) {
      rights.put(fact, gatherer.right(fact));
    }
    return rights;
  }
}

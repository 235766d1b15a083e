package porchlight.cli;

import static porchlight.cli.Command.config;
import static porchlight.cli.Command.flag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.DoctorScreen;
import porchlight.daemon.worker.Step;
import porchlight.daemon.worker.Step.State;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/** {@code porchlight doctor}. */
final class DoctorCommand implements Command {

  @Override
  public String about() {
    return "Find what keeps central from hearing of this laptop: the first thing that is broken,"
        + " and its cure. Exit code 0: all works; 1: something is broken; 2: something could not"
        + " be looked at.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(flag("--json", "Print JSON.")).addOption(config());
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    List<Step> steps = doors.agent().examine(Given.text(given, "--config"));
    if (given.hasMatchedOption("--json")) {
      terminal.json(json(steps));
    } else {
      terminal.result(DoctorScreen.render(steps, terminal.look()));
    }
    if (steps.stream().anyMatch(step -> step.state() == State.BROKEN)) {
      return Exit.FOUND;
    }
    // A source that tells nothing is the business of "check".
    return steps.stream()
            .anyMatch(step -> step.state() == State.UNSEEN && !step.id().startsWith("source "))
        ? Exit.CANNOT_SAY
        : Exit.SAFE;
  }

  private static String json(List<Step> steps) {
    var out = new JsonObject();
    var all = new ArrayList<Json>();
    for (Step step : steps) {
      all.add(
          new JsonObject()
              .put("step", step.id())
              .put("state", step.state().name().toLowerCase(Locale.ROOT))
              .put("saw", step.saw())
              .putText("cure", Optional.of(step.cure()).filter(cure -> !cure.isEmpty()))
              .build());
    }
    steps.stream()
        .filter(step -> step.state() == State.BROKEN)
        .findFirst()
        .ifPresent(step -> out.put("firstBroken", step.id()));
    out.put("steps", new Json.Arr(all));
    return JsonText.pretty(out.build());
  }
}

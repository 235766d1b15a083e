package porchlight.cli;

import static porchlight.cli.Command.config;
import static porchlight.cli.Command.flag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.StatusScreen;
import porchlight.daemon.Status;
import porchlight.json.SettingRow;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/** {@code porchlight status}. */
final class StatusCommand implements Command {

  @Override
  public String about() {
    return "Say how the agent on this laptop is doing: last check, last report.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(flag("--json", "Print JSON.")).addOption(config());
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    var settings = doors.agent().settings(Given.text(given, "--config"));
    Optional<Status> status = doors.status().status(Given.text(given, "--config"));
    if (given.hasMatchedOption("--json")) {
      terminal.json(JsonText.pretty(json(status, settings)));
    } else {
      terminal.result(
          StatusScreen.render(status, settings, doors.clock().instant(), terminal.look()));
    }
    return status.filter(StatusScreen::isWell).isPresent() ? Exit.SAFE : Exit.FOUND;
  }

  private static Json json(Optional<Status> status, List<SettingRow> settings) {
    var out = new JsonObject().put("ran", status.isPresent());
    status.ifPresent(known ->
        out.put("enrolled", known.enrolled())
            .put("server", known.server())
            .put("organisation", known.organisation())
            .putText("stopped", known.stopped())
            .put("lastCycle", known.lastCycle().toString())
            .put("answer", known.answer())
            .putText("lastAccepted", known.lastAccepted().map(Instant::toString))
            .putText("next", known.next().map(Instant::toString))
            .put("waiting", known.waiting())
            .put("refused", known.refused())
            .put("dropped", known.dropped())
            .putText("notYet", known.talk().notYet())
            .putText("nextTry", known.talk().nextTry().map(Instant::toString))
            .put("skewSeconds", known.talk().skewSeconds())
            .put("policy", policy(known.judged()))
            .putTexts("troubles", known.troubles()));
    var rows = new JsonObject();
    settings.forEach(row ->
        rows.put(row.name(), new JsonObject().put("value", row.value()).put("from", row.from())));
    return out.put("settings", rows).build();
  }

  private static JsonObject policy(Status.Judged judged) {
    return new JsonObject()
        .put("revision", judged.revision())
        .put("from", judged.from())
        .putText("keptOut", judged.keptOut());
  }
}

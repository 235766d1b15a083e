package porchlight.cli;

import static porchlight.cli.Command.config;
import static porchlight.cli.Command.flag;
import static porchlight.cli.Command.option;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.SentScreen;
import porchlight.json.Sent;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/** {@code porchlight sent}. */
final class SentCommand implements Command {
  private static final int LISTED = 20;
  private static final int MOST = 500;

  @Override
  public String about() {
    return "Show exactly what has left this laptop, newest first.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(option("--last", "N", "The newest N in full; without it, a list."))
        .addOption(flag("--json", "Print JSON: every byte as it was sent, in base64."))
        .addOption(config());
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    Optional<Integer> last = Given.text(given, "--last").map(SentCommand::number);
    List<Sent> sent = doors.agent().sent(Given.text(given, "--config"), last.orElse(LISTED));
    if (given.hasMatchedOption("--json")) {
      terminal.json(JsonText.pretty(new Json.Arr(sent.stream().map(SentCommand::json).toList())));
    } else if (last.isPresent()) {
      terminal.result(SentScreen.whole(sent, terminal.look()));
    } else {
      terminal.result(SentScreen.list(sent, terminal.look()));
    }
    return Exit.SAFE;
  }

  private static int number(String text) {
    if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > MOST) {
      throw new Usage("--last: expected a whole number from 1 to " + MOST + "; found " + text);
    }
    return Integer.parseInt(text);
  }

  private static Json json(Sent sent) {
    var headers = new JsonObject();
    sent.headers().forEach(headers::put);
    return new JsonObject()
        .put("at", sent.at().toString())
        .put("method", sent.method())
        .put("url", sent.url())
        .put("headers", headers)
        .put("bytes", sent.body().length)
        .put("body", Base64.getEncoder().encodeToString(sent.body()))
        .put("text", sent.text())
        .putText("answer", sent.answer())
        .build();
  }
}

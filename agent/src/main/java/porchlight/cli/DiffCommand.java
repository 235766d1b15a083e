package porchlight.cli;

import static porchlight.cli.Command.config;
import static porchlight.cli.Command.flag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.DiffScreen;
import porchlight.json.DifferenceJson;
import porchlight.json.Noted;
import porchlight.json.Refused;
import porchlight.json.tree.JsonText;
import porchlight.policy.Change.Way;
import porchlight.policy.Difference;

/** {@code porchlight diff BEFORE AFTER}. */
final class DiffCommand implements Command {

  @Override
  public String about() {
    return "Say what became worse, better or unknown between two looks, of this laptop or of two.";
  }

  @Override
  public void describe(CommandSpec spec) {
    for (String label : List.of("BEFORE", "AFTER")) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .index(label.equals("BEFORE") ? "0" : "1")
              .arity("1")
              .required(true)
              .type(String.class)
              .paramLabel(label)
              .description(
                  label.equals("BEFORE")
                      ? "A file (what check --json printed, a report, or what share made); or of the"
                          + " reports that left this laptop an id, the newest of a day or before a"
                          + " time (2026-11-20, 2026-11-20T10:00, yesterday), or the last."
                      : "The same.")
              .build());
    }
    spec.addOption(flag("--json", "Print JSON, as docs/sharing.md describes it."))
        .addOption(config());
    var codes = new LinkedHashMap<String, String>();
    codes.put(" 0", "nothing became worse or unknown");
    codes.put(" 1", "something fails that did not");
    codes.put(" 2", "nothing became worse, but something can no longer be told");
    spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    Noted before = noted(given.matchedPositionalValue(0, ""), given, doors);
    Noted after = noted(given.matchedPositionalValue(1, ""), given, doors);
    var difference = Difference.of(before.assessment(), after.assessment());
    if (given.hasMatchedOption("--json")) {
      terminal.json(JsonText.pretty(DifferenceJson.write(before, after)));
    } else {
      terminal.result(new DiffScreen(before, after, difference).render(terminal.look()));
    }
    return difference.that(Way.WORSE).isEmpty()
        ? difference.that(Way.UNKNOWN).isEmpty() ? Exit.SAFE : Exit.CANNOT_SAY
        : Exit.FOUND;
  }

  private static Noted noted(String word, ParseResult given, Doors doors) {
    if (Looks.isOurs(word) && !Files.exists(Path.of(word))) {
      var sent = doors.agent().sent(Given.text(given, "--config"), Looks.MOST);
      return new Looks(sent, doors.clock().instant(), ZoneId.systemDefault()).of(word);
    }
    return Noted.of(text(word), digest -> Optional.empty())
        .orElseThrow(() ->
            new Refused(
                word
                    + ": no look at a laptop; expected what check --json printed, a full report, or"
                    + " what porchlight share made"));
  }

  private static String text(String file) {
    byte[] content = Given.bytes(file);
    if (!Bundle.isZip(content)) {
      return new String(content, StandardCharsets.UTF_8);
    }
    try {
      return Bundle.text(content, Bundle.REPORT, Given.LONGEST_FILE)
          .orElseThrow(() -> new Refused(file + ": there is no " + Bundle.REPORT + " in it"));
    } catch (IOException damaged) {
      throw new Refused(file + ": " + damaged.getMessage());
    }
  }
}

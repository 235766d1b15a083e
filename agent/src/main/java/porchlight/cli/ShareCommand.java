package porchlight.cli;

import static porchlight.cli.Command.flag;
import static porchlight.cli.Command.option;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.Ink;
import porchlight.cli.screen.Look;
import porchlight.cli.screen.Plain;
import porchlight.cli.screen.Sheet;
import porchlight.facts.Fact;
import porchlight.json.PolicyReader;
import porchlight.machine.Recording;

/** {@code porchlight share}. */
final class ShareCommand implements Command {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Override
  public String about() {
    return "Put what was seen into one file for a colleague, without names, addresses or ids.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
            option(
                "--out",
                "FILE",
                "Where to; usually porchlight-TIME.zip in this folder. Nothing is"
                    + " sent anywhere."))
        .addOption(flag("--show", "Print every word that would be in it, and write nothing."))
        .addOption(flag("--force", "Let --out replace a file."))
        .addOption(option("--replay", "FILE", "Share a machine that facts --record remembered."))
        .addOption(flag("--offline", "Ask nothing of the network."));
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    Source source = Source.of(Given.replay(given), doors).offline(Given.isOffline(given));
    boolean show = given.hasMatchedOption("--show");
    String name =
        Given.text(given, "--out")
            .orElseGet(() -> "porchlight-" + STAMP.format(source.at()) + ".zip");
    Optional<OwnFile> file =
        show ? Optional.empty() : Optional.of(new OwnFile(name, given.hasMatchedOption("--force")));
    var recording = new Recording(source.machine());
    var facts =
        source
            .through(recording)
            .facts(
                EnumSet.allOf(Fact.class), PolicyReader.packed().probes(), doors, terminal, false);
    Share share = Share.of(recording, facts, source, doors, terminal);
    Bundle bundle = share.bundle(doors);
    if (file.isEmpty()) {
      bundle.texts().forEach((title, text) -> terminal.result(whole(title, text, terminal.look())));
    } else {
      file.get().write(bundle.zip());
      terminal.result(summary(name, share, bundle, terminal.look()));
    }
    return Exit.SAFE;
  }

  private static String whole(String title, String text, Look look) {
    var out = new StringBuilder("=== " + title + " ===\n");
    text.lines().forEach(line -> out.append(Plain.of(line, look)).append('\n'));
    return out.append('\n').toString();
  }

  private static String summary(String name, Share share, Bundle bundle, Look look) {
    var sheet = new Sheet(look);
    sheet.text(0, Ink.BOLD, name + " is for you to give away; nothing was sent.").gap();
    bundle
        .texts()
        .forEach(
            (title, text) -> sheet.text(2, Ink.PLAIN, sheet.padded(title, 13) + Share.size(text)));
    sheet.gap();
    ShareWords.told(share).forEach(line -> sheet.text(0, Ink.PLAIN, line));
    return sheet
        .gap()
        .text(0, Ink.DIM, "Read it before you give it away: porchlight share --show, or unzip it.")
        .text(0, Ink.DIM, "Your colleague: porchlight check --replay " + name)
        .toString();
  }
}

package porchlight.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.Page;
import porchlight.cli.screen.PageScreen;
import porchlight.json.PolicyReader;

/** {@code porchlight explain ID}. */
final class ExplainCommand implements Command {

  @Override
  public String about() {
    return "Say why a check matters, how it is judged and how to mend it.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .paramLabel("ID")
            .description("A check, such as wifi-encryption; porchlight checks lists them.")
            .build());
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    String id = given.matchedPositionalValue(0, "");
    Given.word(id, "check", PolicyReader.checks());
    Optional<Page> page = Pages.of(id);
    terminal.result(
        PageScreen.render(
            id,
            page.orElseThrow(() -> new IllegalStateException("there is no page for " + id)),
            doors.system(),
            terminal.look()));
    return Exit.SAFE;
  }
}

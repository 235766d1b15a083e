package porchlight.cli;

import java.util.Optional;
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
  public void describe(Options options) {
    options.operand("ID", "A check, such as wifi-encryption; porchlight checks lists them.");
  }

  @Override
  public int run(Arguments given, Doors doors, Terminal terminal) {
    String id = given.operand();
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

package porchlight.gather.windows.upkeep;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.machine.Machine;
import porchlight.machine.WindowsNative;

/**
 * What Windows Update says of itself.
 *
 * @param searched when it last looked for updates with success; empty when it never did
 * @param rebootRequired whether it waits for a restart
 * @param level how updates are installed: 0 by default, 1 not at all, 2 and 3 after asking, 4 by
 *     themselves
 */
record WinUpdates(
    Reading<Optional<Instant>> searched, Reading<Boolean> rebootRequired, Reading<Long> level) {
  static final WindowsNative UPDATES = WindowsNative.UPDATES;

  /** A date before that is how COM writes "never". */
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  static Reading<WinUpdates> read(Machine machine) {
    return Blocks.read(machine, UPDATES)
        .flatMap(blocks ->
            blocks.size() == 1 && blocks.getFirst().kind().equals("updates")
                ? Reading.known(of(blocks.getFirst()))
                : Answers.notUnderstood(UPDATES, blocks.size() + " blocks"));
  }

  private static WinUpdates of(Blocks.Block block) {
    return new WinUpdates(
        value(block, "searched").flatMap(WinUpdates::time),
        value(block, "rebootRequired").flatMap(WinUpdates::truth),
        value(block, "level").flatMap(WinUpdates::level));
  }

  private static Reading<String> value(Blocks.Block block, String key) {
    Optional<String> code = block.text(key + "Code");
    return code.isPresent()
        ? Answers.notUnderstood(UPDATES, key + " could not be asked: " + code.get())
        : block.required(key);
  }

  private static Reading<Optional<Instant>> time(String text) {
    if (text.isEmpty()) {
      return Reading.known(Optional.empty());
    }
    try {
      Instant time = Instant.parse(text);
      return Reading.known(time.isBefore(FIRST) ? Optional.empty() : Optional.of(time));
    } catch (DateTimeException notATime) {
      return Answers.notUnderstood(UPDATES, "searched=" + text);
    }
  }

  private static Reading<Boolean> truth(String text) {
    return List.of("0", "1").contains(text)
        ? Reading.known(text.equals("1"))
        : Answers.notUnderstood(UPDATES, "rebootRequired=" + text);
  }

  private static Reading<Long> level(String text) {
    return text.matches("[0-4]")
        ? Reading.known(Long.parseLong(text))
        : Answers.notUnderstood(UPDATES, "level=" + text);
  }
}

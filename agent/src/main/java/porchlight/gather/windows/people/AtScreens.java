package porchlight.gather.windows.people;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock.Lock;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Machine;
import porchlight.machine.WindowsNative;

/**
 * Who has a session with a screen. Hives are loaded of services and tasks, too, whose accounts have
 * settings like anybody's, and no screen.
 */
final class AtScreens {
  static final WindowsNative SESSIONS = WindowsNative.PEOPLE;

  private static final String SOMEBODY = "0";
  private static final List<String> SCREENS = List.of("console", "remote");

  private AtScreens() {}

  static Reading<List<String>> read(Machine machine) {
    return Blocks.read(machine, SESSIONS).flatMap(AtScreens::numbers);
  }

  private static Reading<List<String>> numbers(List<Block> blocks) {
    for (Block block : blocks) {
      String where = block.text("where").orElse("");
      if (!block.kind().equals("user")
          || !block.name().matches("\\d{1,9}")
          || !(SCREENS.contains(where) || where.equals("none"))) {
        return Answers.notUnderstood(SESSIONS, block.values().toString());
      }
    }
    return Reading.known(
        blocks.stream()
            .filter(block -> SCREENS.contains(block.text("where").orElse("")))
            .map(Block::name)
            .toList());
  }

  /**
   * What their settings say of a screen: nothing for who has none, and no failure where that is not
   * known. Who cannot be read is somebody at a screen until it is known better.
   *
   * @param person as the registry has it: {@code user1}
   */
  static Optional<Lock> at(Reading<List<String>> sessions, String person, Lock lock) {
    return switch (sessions) {
      case Known<List<String>>(var numbers) ->
          numbers.stream().anyMatch(number -> person.equals("user" + number))
                  || lock instanceof Lock.Unclear
              ? Optional.of(lock)
              : numbers.contains(SOMEBODY)
                  ? Optional.of(
                      doubted(lock, Reason.NEEDS_PRIVILEGE, "whose session it is may not be read"))
                  : Optional.empty();
      case Unknown<List<String>>(var reason, var detail) ->
          Optional.of(doubted(lock, reason, detail));
    };
  }

  private static Lock doubted(Lock lock, Reason reason, String detail) {
    return switch (lock) {
      case Lock.After after -> new Lock.AtLatest(after.idle(), reason, detail);
      case Lock.Never never -> new Lock.Unclear(reason, detail);
      case Lock.AtLatest last -> last;
      case Lock.Unclear unclear -> unclear;
    };
  }
}

package porchlight.gather.windows.people;

import java.time.Duration;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.WindowsNative;

/**
 * Going to sleep when nobody touches it, which asks for a password afterwards: how most laptops
 * that nobody set up lock. The slower of battery and power adapter counts.
 */
final class Sleeping {
  static final WindowsNative POWER = WindowsNative.POWER;

  private static final long NEVER = 0xffff_ffffL;

  private Sleeping() {}

  static Reading<Optional<Duration>> read(Machine machine) {
    return Blocks.read(machine, POWER)
        .flatMap(blocks ->
            blocks.size() == 1 && blocks.getFirst().kind().equals("power")
                ? slower(blocks.getFirst())
                : Answers.notUnderstood(POWER, blocks.size() + " power schemes"));
  }

  private static Reading<Optional<Duration>> slower(Block scheme) {
    return after(scheme, "Ac")
        .flatMap(adapter ->
            after(scheme, "Dc")
                .map(battery ->
                    adapter.isEmpty() || battery.isEmpty()
                        ? Optional.empty()
                        : adapter.get().compareTo(battery.get()) > 0 ? adapter : battery));
  }

  private static Reading<Optional<Duration>> after(Block scheme, String supply) {
    return number(scheme, "consoleLock" + supply)
        .flatMap(asks ->
            number(scheme, "standby" + supply)
                .flatMap(seconds ->
                    asks > 1
                        ? Answers.notUnderstood(POWER, "consoleLock" + supply + "=" + asks)
                        : Reading.known(
                            asks == 1 && seconds > 0 && seconds < NEVER
                                ? Optional.of(Duration.ofSeconds(seconds))
                                : Optional.empty())));
  }

  private static Reading<Long> number(Block scheme, String key) {
    return scheme
        .number(key)
        .flatMap(number ->
            number
                .filter(value -> value >= 0)
                .<Reading<Long>>map(Reading::known)
                .orElseGet(() -> Answers.notUnderstood(POWER, key + " is not told")));
  }

  /** A person may have the password asked for later, or never. */
  static Reading<Optional<Duration>> of(
      Reading<Optional<Duration>> sleep, Registry own, String person) {
    return Saver.<Optional<Duration>>hidden(own, person)
        .orElseGet(() ->
            sleep.flatMap(after ->
                own.number(Saver.settings(person), "DelayLockInterval")
                    .map(delay ->
                        delay.isPresent() && delay.get() >= NEVER
                            ? Optional.empty()
                            : after.map(time -> time.plusSeconds(delay.orElse(0L))))));
  }
}

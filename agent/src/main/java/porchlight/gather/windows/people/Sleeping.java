package porchlight.gather.windows.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;
import porchlight.machine.WindowsNative;

/**
 * Going to sleep, or hibernating, when nobody touches it, which asks for a password afterwards: how
 * most laptops that nobody set up lock. The slower of battery and power adapter counts.
 */
final class Sleeping {
  static final WindowsNative POWER = WindowsNative.POWER;

  private static final String RULES = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Power\\PowerSettings";
  private static final String LOCK = RULES + "\\0e796bdb-100d-47d6-a2d5-f7d2daa51f51";
  private static final String STANDBY = RULES + "\\29f6c1db-86da-48c5-9fdb-f2b67b1f44da";
  private static final String HIBERNATION = RULES + "\\9d7815a6-7ee4-497e-8888-515a05f02364";
  static final ReadRegistry POLICY =
      new ReadRegistry(RULES + "\\*", "ACSettingIndex", "DCSettingIndex");

  private static final long NEVER = 0xffff_ffffL;
  private static final String REDUCED = "1";

  private Sleeping() {}

  static Reading<Optional<Duration>> read(Machine machine) {
    return Blocks.read(machine, POWER)
        .flatMap(blocks ->
            blocks.size() == 1 && blocks.getFirst().kind().equals("power")
                ? Registry.read(machine, POLICY)
                    .flatMap(policy -> slower(blocks.getFirst(), policy))
                : Answers.notUnderstood(POWER, blocks.size() + " power schemes"));
  }

  /** What cannot sleep does not, whatever is set. */
  private static Reading<Optional<Duration>> slower(Block scheme, Registry policy) {
    if (!policy.tells(RULES)) {
      return Answers.notUnderstood(POLICY, "nothing is said of it");
    }
    return canSleep(scheme)
        .flatMap(can ->
            idle(scheme, policy, can, "Ac")
                .flatMap(adapter ->
                    idle(scheme, policy, can, "Dc")
                        .map(battery ->
                            adapter.isEmpty() || battery.isEmpty()
                                ? Optional.empty()
                                : adapter.get().compareTo(battery.get()) > 0 ? adapter : battery)));
  }

  private static Reading<Boolean> canSleep(Block scheme) {
    boolean can = false;
    for (String way : List.of("s1", "s2", "s3", "aoAc")) {
      String word = scheme.text(way).orElse("");
      if (!word.equals("0") && !word.equals("1")) {
        return Answers.notUnderstood(POWER, "whether it can sleep is not told");
      }
      can |= word.equals("1");
    }
    return Reading.known(can);
  }

  /** Where it sleeps, it hibernates only that long after. */
  private static Reading<Optional<Duration>> idle(
      Block scheme, Registry policy, boolean canSleep, String supply) {
    return after(scheme, policy, supply, STANDBY, "standby")
        .map(sleep -> sleep.filter(time -> canSleep))
        .flatMap(sleep ->
            sleep.isEmpty() && canHibernate(scheme) && scheme.text("hibernate" + supply).isPresent()
                ? after(scheme, policy, supply, HIBERNATION, "hibernate")
                : Reading.known(sleep));
  }

  /**
   * Its file may be there only for starting fast, and too small for more; a machine with modern
   * standby hibernates by itself out of that only.
   */
  private static boolean canHibernate(Block scheme) {
    return scheme.text("aoAc").filter("0"::equals).isPresent()
        && scheme.text("s4").filter("1"::equals).isPresent()
        && scheme.text("hiberFile").filter("1"::equals).isPresent()
        && scheme.text("hiberFileType").filter(REDUCED::equals).isEmpty();
  }

  private static Reading<Optional<Duration>> after(
      Block scheme, Registry policy, String supply, String rule, String kind) {
    return number(scheme, policy, LOCK, "consoleLock" + supply)
        .flatMap(asks ->
            number(scheme, policy, rule, kind + supply)
                .flatMap(seconds ->
                    asks > 1
                        ? Answers.notUnderstood(POWER, "consoleLock" + supply + "=" + asks)
                        : Reading.known(
                            asks == 1 && seconds > 0 && seconds < NEVER
                                ? Optional.of(Duration.ofSeconds(seconds))
                                : Optional.empty())));
  }

  /** What a policy says comes first. */
  private static Reading<Long> number(Block scheme, Registry policy, String rule, String key) {
    return policy
        .number(rule, key.endsWith("Ac") ? "ACSettingIndex" : "DCSettingIndex")
        .flatMap(ruled -> ruled.isPresent() ? Reading.known(ruled) : scheme.number(key))
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

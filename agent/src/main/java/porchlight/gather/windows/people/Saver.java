package porchlight.gather.windows.people;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** A person's screen saver: what a policy says of it comes before what they chose. */
final class Saver {
  private static final String POLICIES =
      "Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop";
  private static final String SETTINGS = "Control Panel\\Desktop";

  static final ReadRegistry POLICY =
      new ReadRegistry(
          "HKU\\*\\" + POLICIES,
          "ScreenSaveActive",
          "ScreenSaverIsSecure",
          "ScreenSaveTimeOut",
          "SCRNSAVE.EXE");
  static final ReadRegistry OWN =
      new ReadRegistry(
          "HKU\\*\\" + SETTINGS,
          "ScreenSaveActive",
          "ScreenSaverIsSecure",
          "ScreenSaveTimeOut",
          "SCRNSAVE.EXE",
          "DelayLockInterval");

  private static final String WINLOGON =
      "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon";
  private static final String GRACE = "ScreenSaverGracePeriod";

  /** How long nobody is asked for a password once it began. */
  static final ReadRegistry LATER = new ReadRegistry(WINLOGON, GRACE);

  private static final Duration AS_IT_COMES = Duration.ofSeconds(5);

  private final Registry policy;
  private final Registry own;
  private final String person;

  private Saver(Registry policy, Registry own, String person) {
    this.policy = policy;
    this.own = own;
    this.person = person;
  }

  static String settings(String person) {
    return "HKU\\" + person + "\\" + SETTINGS;
  }

  /** Whether the settings of that person could be read. */
  static <T> Optional<Reading<T>> hidden(Registry own, String person) {
    if (own.denied("HKU\\" + person) || own.denied(settings(person))) {
      return Optional.of(
          Reading.unknown(Reason.NEEDS_PRIVILEGE, "the settings of other people may not be read"));
    }
    return own.has(settings(person))
        ? Optional.empty()
        : Optional.of(
            Reading.unknown(
                Reason.NOT_UNDERSTOOD, "a person's settings are not where all have them"));
  }

  /** Beyond the few seconds that every Windows has; some write the number as a text. */
  static Reading<Duration> grace(Machine machine) {
    return Registry.read(machine, LATER)
        .flatMap(registry ->
            registry
                .text(WINLOGON, GRACE)
                .or(() ->
                    registry.number(WINLOGON, GRACE).map(number -> number.map(String::valueOf))))
        .flatMap(told -> {
          String seconds = told.map(String::strip).filter(text -> !text.isEmpty()).orElse("0");
          if (!seconds.matches("\\d{1,10}")) {
            return Answers.notUnderstood(LATER, GRACE + "=" + seconds);
          }
          Duration time = Duration.ofSeconds(Long.parseLong(seconds));
          return Reading.known(time.compareTo(AS_IT_COMES) > 0 ? time : Duration.ZERO);
        });
  }

  /** After how long it locks; nothing when it does not. */
  static Reading<Optional<Duration>> read(Registry policy, Registry own, String person) {
    return Saver.<Optional<Duration>>hidden(own, person)
        .orElseGet(() -> new Saver(policy, own, person).lock());
  }

  private Reading<Optional<Duration>> lock() {
    return value("SCRNSAVE.EXE", "")
        .flatMap(program ->
            truth("ScreenSaveActive", "1")
                .flatMap(active ->
                    truth("ScreenSaverIsSecure", "0")
                        .flatMap(secure ->
                            isNone(program) || !active || !secure
                                ? Reading.known(Optional.empty())
                                : time())));
  }

  private static boolean isNone(String program) {
    String name = program.strip().toLowerCase(Locale.ROOT);
    return name.isEmpty() || name.equals("(none)");
  }

  private Reading<Optional<Duration>> time() {
    return value("ScreenSaveTimeOut", "")
        .flatMap(seconds ->
            seconds.matches("\\d{1,6}")
                ? Reading.known(
                    Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
                        .filter(Duration::isPositive))
                : Reading.unknown(
                    Reason.NOT_UNDERSTOOD, "when the screen saver starts is not told"));
  }

  private Reading<Boolean> truth(String name, String asItComes) {
    return value(name, asItComes)
        .flatMap(word ->
            switch (word) {
              case "0" -> Reading.known(false);
              case "1" -> Reading.known(true);
              default -> Reading.unknown(Reason.NOT_UNDERSTOOD, name + " is neither 0 nor 1");
            });
  }

  private Reading<String> value(String name, String asItComes) {
    return policy
        .text("HKU\\" + person + "\\" + POLICIES, name)
        .flatMap(ruled ->
            ruled.isPresent()
                ? Reading.known(ruled.get())
                : own.text(settings(person), name).map(chosen -> chosen.orElse(asItComes)))
        .map(String::strip);
  }
}

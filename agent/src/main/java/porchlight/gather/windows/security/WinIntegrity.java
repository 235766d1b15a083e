package porchlight.gather.windows.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.facts.Integrity;
import porchlight.facts.Integrity.Guard;
import porchlight.facts.Integrity.Kind;
import porchlight.facts.Integrity.State;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/**
 * The guards of Windows that everybody may ask for: Secure Boot, User Account Control, and the one
 * that looks at programs from the internet.
 */
public final class WinIntegrity {
  private static final String BOOT = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State";
  private static final String SYSTEM =
      "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System";
  private static final String POLICY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\System";
  private static final String EXPLORER =
      "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer";

  static final ReadRegistry SECURE_BOOT = new ReadRegistry(BOOT, "UEFISecureBootEnabled");
  static final ReadRegistry ELEVATION =
      new ReadRegistry(SYSTEM, "EnableLUA", "ConsentPromptBehaviorAdmin");
  static final ReadRegistry SMART_SCREEN_POLICY = new ReadRegistry(POLICY, "EnableSmartScreen");
  static final ReadRegistry SMART_SCREEN = new ReadRegistry(EXPLORER, "SmartScreenEnabled");

  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(SECURE_BOOT, ELEVATION, SMART_SCREEN_POLICY, SMART_SCREEN);

  private static final long MOST_CAREFUL = 5;

  private WinIntegrity() {}

  public static Reading<Integrity> read(Machine machine) {
    return Reading.known(
        new Integrity(
            List.of(
                new Guard(Kind.SECURE_BOOT, secureBoot(machine)),
                new Guard(Kind.DOWNLOADS, smartScreen(machine)),
                new Guard(Kind.ELEVATION, elevation(machine)))));
  }

  /** Without UEFI there is no such key, and nothing that a start is checked by. */
  private static Reading<State> secureBoot(Machine machine) {
    return Registry.read(machine, SECURE_BOOT)
        .flatMap(registry ->
            truth(SECURE_BOOT, registry, BOOT, "UEFISecureBootEnabled")
                .flatMap(on ->
                    on.isEmpty() && registry.has(BOOT)
                        ? Answers.notUnderstood(SECURE_BOOT, "the key is there without it")
                        : Reading.known(on.orElse(false) ? State.ON : State.OFF)));
  }

  /** It may be on and ask nobody: then it lets everything through that asks. */
  private static Reading<State> elevation(Machine machine) {
    return Registry.read(machine, ELEVATION)
        .flatMap(registry ->
            truth(ELEVATION, registry, SYSTEM, "EnableLUA")
                .flatMap(on ->
                    on.isEmpty()
                        ? Answers.notUnderstood(ELEVATION, "EnableLUA is not told")
                        : on.get() ? prompt(registry) : Reading.known(State.OFF)));
  }

  private static Reading<State> prompt(Registry registry) {
    return registry
        .number(SYSTEM, "ConsentPromptBehaviorAdmin")
        .flatMap(number -> {
          long behaviour = number.orElse(MOST_CAREFUL);
          return behaviour < 0 || behaviour > MOST_CAREFUL
              ? Answers.notUnderstood(ELEVATION, "ConsentPromptBehaviorAdmin=" + behaviour)
              : Reading.known(behaviour == 0 ? State.PARTLY : State.ON);
        });
  }

  /** What a policy says comes first; it is on unless it was turned off. */
  private static Reading<State> smartScreen(Machine machine) {
    return Registry.read(machine, SMART_SCREEN_POLICY)
        .flatMap(registry -> registry.number(POLICY, "EnableSmartScreen"))
        .flatMap(policy ->
            policy.isPresent()
                ? ruled(policy.get())
                : Registry.read(machine, SMART_SCREEN).flatMap(WinIntegrity::explorer));
  }

  /** Two was the word for what only an administrator may let through. */
  private static Reading<State> ruled(long policy) {
    return policy < 0 || policy > 2
        ? Answers.notUnderstood(SMART_SCREEN_POLICY, "EnableSmartScreen=" + policy)
        : Reading.known(policy == 0 ? State.OFF : State.ON);
  }

  private static Reading<State> explorer(Registry registry) {
    return registry.has(EXPLORER)
        ? registry
            .text(EXPLORER, "SmartScreenEnabled")
            .flatMap(word ->
                switch (word.orElse("warn").toLowerCase(Locale.ROOT)) {
                  case "off" -> Reading.known(State.OFF);
                  case "warn", "prompt", "requireadmin", "block", "on" -> Reading.known(State.ON);
                  default -> Answers.notUnderstood(SMART_SCREEN, word.orElse(""));
                })
        : Answers.notUnderstood(SMART_SCREEN, "not told");
  }

  private static Reading<Optional<Boolean>> truth(
      ReadRegistry question, Registry registry, String key, String name) {
    return registry
        .number(key, name)
        .flatMap(number ->
            number.isPresent() && number.get() != 0 && number.get() != 1
                ? Reading.unknown(
                    Reason.NOT_UNDERSTOOD,
                    Answers.name(question) + ": " + name + "=" + number.get())
                : Reading.known(number.map(value -> value == 1)));
  }
}

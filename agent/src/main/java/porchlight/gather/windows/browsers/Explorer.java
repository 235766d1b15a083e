package porchlight.gather.windows.browsers;

import java.util.List;
import java.util.Optional;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.browsers.Effective;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** SmartScreen of Windows itself, which looks at what comes from the network whoever brought it. */
final class Explorer {
  private static final String POLICY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\System";
  private static final String SETTING =
      "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer";
  private static final String SWITCH = "EnableSmartScreen";
  private static final String CHOSEN = "SmartScreenEnabled";

  static final ReadRegistry BY_POLICY = new ReadRegistry(POLICY, SWITCH);
  static final ReadRegistry BY_SETTING = new ReadRegistry(SETTING, CHOSEN);

  private static final List<String> ON = List.of("on", "warn", "prompt", "requireadmin");

  private Explorer() {}

  /** Told only where it is off, or could not be told: that it is on says nothing of browsers. */
  static Optional<Profile> read(Machine machine) {
    Reading<Optional<Effective>> off =
        Registry.read(machine, BY_POLICY)
            .flatMap(registry -> registry.number(POLICY, SWITCH))
            .flatMap(policy ->
                policy.isPresent()
                    ? decided(policy.get())
                    : Registry.read(machine, BY_SETTING)
                        .flatMap(registry -> registry.text(SETTING, CHOSEN))
                        .flatMap(Explorer::chosen));
    return switch (off) {
      case Reading.Known<Optional<Effective>>(var known) ->
          known.map(one -> profile(new Warning.Off(one.by())));
      case Reading.Unknown<Optional<Effective>>(var reason, var detail) ->
          Optional.of(profile(new Warning.Unclear(reason, detail)));
    };
  }

  private static Profile profile(Warning warning) {
    return new Profile("everybody", "Windows", "", warning);
  }

  private static Reading<Optional<Effective>> decided(long policy) {
    return policy <= 2
        ? Reading.known(
            policy == 0 ? Optional.of(new Effective(false, Effective.POLICY)) : Optional.empty())
        : Answers.notUnderstood(BY_POLICY, SWITCH + " " + policy);
  }

  private static Reading<Optional<Effective>> chosen(Optional<String> setting) {
    String word = setting.orElse("warn").toLowerCase(java.util.Locale.ROOT);
    return ON.contains(word) || word.equals("off")
        ? Reading.known(
            word.equals("off")
                ? Optional.of(new Effective(false, Effective.SETTING))
                : Optional.empty())
        : Answers.notUnderstood(BY_SETTING, CHOSEN + " " + word);
  }
}

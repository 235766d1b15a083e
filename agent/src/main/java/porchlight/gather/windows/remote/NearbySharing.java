package porchlight.gather.windows.remote;

import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Sharing.Audience;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** Nearby sharing, which each person chooses for themselves. */
final class NearbySharing {
  private static final String NEAR = "Software\\Microsoft\\Windows\\CurrentVersion\\CDP";
  private static final String CHOICE = "NearShareChannelUserAuthzPolicy";

  static final ReadRegistry CHOICES = new ReadRegistry("HKU\\*\\" + NEAR, CHOICE);

  private NearbySharing() {}

  /** The widest that somebody chose; how it comes is not written anywhere. */
  static Reading<Audience> read(Machine machine) {
    return Registry.read(machine, CHOICES)
        .flatMap(registry -> {
          Reading<Audience> widest =
              Reading.unknown(Reason.NOT_SUPPORTED, "nobody is signed in now");
          for (String person : registry.people()) {
            Reading<Audience> one = chosen(registry, person);
            if (one.equals(Reading.known(Audience.EVERYBODY))) {
              return one;
            }
            widest = person.equals(registry.people().getFirst()) ? one : wider(widest, one);
          }
          return widest;
        });
  }

  private static Reading<Audience> wider(Reading<Audience> one, Reading<Audience> other) {
    return one instanceof Known<Audience>(var first) && other instanceof Known<Audience>(var second)
        ? Reading.known(first.compareTo(second) > 0 ? first : second)
        : one instanceof Unknown<Audience> ? one : other;
  }

  private static Reading<Audience> chosen(Registry registry, String person) {
    if (registry.denied("HKU\\" + person)) {
      return Reading.unknown(
          Reason.NEEDS_PRIVILEGE, "the settings of other people may not be read");
    }
    return registry
        .number("HKU\\" + person + "\\" + NEAR, CHOICE)
        .flatMap(number ->
            switch (number.map(String::valueOf).orElse("")) {
              case "0" -> Reading.known(Audience.NOBODY);
              case "1" -> Reading.known(Audience.CHOSEN);
              case "2" -> Reading.known(Audience.EVERYBODY);
              default ->
                  Answers.notUnderstood(
                      CHOICES, "it was never set, and what Windows then does is not told");
            });
  }
}

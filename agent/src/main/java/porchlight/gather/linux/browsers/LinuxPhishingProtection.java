package porchlight.gather.linux.browsers;

import java.util.ArrayList;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Machine;

/** Whether browsers warn of dangerous pages on this Linux: every person, every profile. */
public final class LinuxPhishingProtection {
  private LinuxPhishingProtection() {}

  public static Reading<PhishingProtection> read(Machine machine) {
    return Used.read(machine).map(used -> read(machine, used));
  }

  private static PhishingProtection read(Machine machine, Used used) {
    var profiles = new ArrayList<Profile>();
    if (!used.profiles().isEmpty()) {
      Reading<Present> etc = Etc.read(machine);
      for (Used.Profile one : used.profiles()) {
        profiles.add(
            new Profile(
                one.person().name(),
                one.browser().name(),
                one.name(),
                warning(etc.flatMap(there -> effective(machine, there, one)))));
      }
    }
    for (Used.Blind blind : used.blind()) {
      profiles.add(
          new Profile(
              blind.person(),
              blind.browser(),
              "",
              new Warning.Unclear(blind.reason(), blind.detail())));
    }
    return new PhishingProtection(profiles);
  }

  private static Reading<Effective> effective(Machine machine, Present etc, Used.Profile profile) {
    return switch (profile.browser().kind()) {
      case CHROMIUM -> Chromium.warnings(machine, etc, profile);
      case FIREFOX -> Firefox.warnings(machine, etc, profile);
      case OTHER -> Reading.unknown(Reason.NOT_SUPPORTED, "how it is set is not known");
    };
  }

  private static Warning warning(Reading<Effective> effective) {
    return switch (effective) {
      case Reading.Known<Effective>(var one) when one.on() -> new Warning.On(one.by());
      case Reading.Known<Effective>(var one) -> new Warning.Off(one.by());
      case Reading.Unknown<Effective>(var reason, var detail) ->
          new Warning.Unclear(reason, detail);
    };
  }
}

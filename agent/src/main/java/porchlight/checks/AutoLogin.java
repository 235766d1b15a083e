package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.facts.AutoLogin.Door;
import porchlight.facts.AutoLogin.Doors;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.AutoLogin.NoDoor;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/** This laptop starts nobody's session without asking for a password. */
public record AutoLogin() implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.AUTO_LOGIN, Fact.DISKS);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.autoLogin()) {
      case Unknown<porchlight.facts.AutoLogin> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.AutoLogin>(NoDoor(var because)) -> Verdict.notApplicable(because);
      case Known<porchlight.facts.AutoLogin>(Doors(var doors)) -> judge(doors, facts.disks());
    };
  }

  private static Verdict judge(List<Door> doors, Reading<Disks> disks) {
    var seen = new ArrayList<Evidence>();
    var opening = new ArrayList<String>();
    Verdict blind = Verdict.pass("no session is set to start by itself");
    for (Door door : doors) {
      switch (door.entry()) {
        case Entry.Asks asks -> {}
        case Entry.Opens(var person, var setting) -> {
          opening.add(door.name());
          seen.add(Evidence.of("opens", door.name() + ": " + setting));
          if (!person.isEmpty()) {
            seen.add(Evidence.personal("logs in", person));
          }
        }
        case Entry.Unclear(var reason, var detail) -> blind = Verdict.unknown(reason, detail);
      }
    }
    if (opening.isEmpty()) {
      return blind;
    }
    if (isEncrypted(disks)) {
      seen.add(
          Evidence.of(
              "disk", "encrypted: its password is asked for first, unless a chip gives it away"));
    }
    return Verdict.fail(
            String.join(" and ", opening)
                + (opening.size() == 1 ? " starts" : " start")
                + " a session without asking for a password")
        .withAll(seen);
  }

  private static boolean isEncrypted(Reading<Disks> disks) {
    return disks instanceof Known<Disks>(Disks(var places))
        && !places.isEmpty()
        && places.stream()
            .allMatch(place ->
                place.protection() instanceof Known<Protection>(var protection)
                    && protection == Protection.ENCRYPTED);
  }
}

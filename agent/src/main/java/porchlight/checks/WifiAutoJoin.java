package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.WifiAutoJoin.NoAdapter;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Unseen;

/** This laptop joins no network by itself that anybody can pretend to be. */
public record WifiAutoJoin() implements Check {
  private static final int SHOWN = 20;

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.WIFI_AUTO_JOIN);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.wifiAutoJoin()) {
      case Unknown<porchlight.facts.WifiAutoJoin> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.WifiAutoJoin>(NoAdapter none) ->
          Verdict.notApplicable("there is no Wi-Fi adapter");
      case Known<porchlight.facts.WifiAutoJoin>(Saved(var weak, var networks, var unseen)) ->
          judge(weak, networks, unseen).withAll(seen(weak));
    };
  }

  private static Verdict judge(List<Profile> weak, int networks, Optional<Unseen> unseen) {
    if (!weak.isEmpty()) {
      return Verdict.fail(
          weak.size() == 1
              ? "1 saved network that anybody can pretend to be is joined without asking"
              : weak.size()
                  + " saved networks that anybody can pretend to be are joined without asking");
    }
    if (unseen.isPresent()) {
      return Verdict.unknown(unseen.get().reason(), unseen.get().detail());
    }
    return Verdict.pass(
        switch (networks) {
          case 0 -> "no Wi-Fi network is saved";
          case 1 -> "the one saved network has a good password or is not joined by itself";
          default ->
              "none of the "
                  + networks
                  + " saved networks is joined by itself without a good password";
        });
  }

  private static List<Evidence> seen(List<Profile> weak) {
    var shown = new ArrayList<Evidence>();
    for (Profile profile : weak.subList(0, Math.min(SHOWN, weak.size()))) {
      shown.add(
          Evidence.personal(
              "joins",
              profile.network() + " (" + words(profile) + ", saved by " + profile.by() + ")"));
    }
    if (weak.size() > SHOWN) {
      shown.add(Evidence.of("joins", "and " + (weak.size() - SHOWN) + " more"));
    }
    return shown;
  }

  private static String words(Profile profile) {
    return switch (profile.weakness()) {
      case OPEN -> "open";
      case WEP -> "WEP";
      case OWE -> "encrypted without a password";
      case NO_PASSWORD -> "no password";
    };
  }
}

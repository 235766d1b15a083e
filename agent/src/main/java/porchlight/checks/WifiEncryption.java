package porchlight.checks;

import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Wifi;

/**
 * The joined Wi-Fi network encrypts its traffic at least this well, or a VPN that carries
 * everything does.
 *
 * @param vpnExcuses whether a VPN makes up for a weak network
 */
public record WifiEncryption(Wifi.Security minimum, boolean vpnExcuses) implements Check {

  @Override
  public Set<Fact> needs() {
    return vpnExcuses ? Set.of(Fact.WIFI, Fact.VPN) : Set.of(Fact.WIFI);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.wifi()) {
      case Unknown<Wifi> unknown -> Verdict.unknown(unknown);
      case Known<Wifi>(Wifi.NotInUse(var because)) -> Verdict.notApplicable(because);
      case Known<Wifi>(Wifi.Joined(var link, var network, var security)) ->
          judge(security, facts)
              .with(Evidence.personal("network", network.isEmpty() ? "(hidden)" : network))
              .with(Evidence.of("link", link));
    };
  }

  private Verdict judge(Wifi.Security security, Facts facts) {
    if (security.atLeast(minimum)) {
      return Verdict.pass("the Wi-Fi network uses " + security.label());
    }
    String weak = "the Wi-Fi network uses " + security.label();
    if (vpnExcuses && Vpn.carriesAll(facts)) {
      return Verdict.pass(weak + ", but all traffic goes through a VPN");
    }
    return Verdict.fail(weak + "; the policy asks for " + minimum.label() + " or better");
  }
}

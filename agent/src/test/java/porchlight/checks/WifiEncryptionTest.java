package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import porchlight.facts.Fact;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Vpn.Path;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;

class WifiEncryptionTest {
  private static final WifiEncryption WPA2 = new WifiEncryption(Security.WPA2, true);

  private static Verdict judge(SampleFacts facts) {
    return WPA2.judge(facts.build());
  }

  @Test
  void an_open_network_fails() {
    Verdict verdict = judge(new SampleFacts().wifi("Café Guest", Security.OPEN));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(
        "the Wi-Fi network uses no encryption (open); the policy asks for WPA2 or better",
        verdict.because());
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_of_security_is_weighed_against_the_minimum(Security security) {
    Outcome expected =
        switch (security) {
          case OPEN, WEP, WPA, WPA_WPA2, OWE -> Outcome.FAIL;
          case WPA2, WPA2_WPA3, WPA3, ENTERPRISE -> Outcome.PASS;
        };
    assertEquals(expected, judge(new SampleFacts().wifi("Attic", security)).outcome());
  }

  @Test
  void a_vpn_that_carries_everything_excuses_a_weak_network() {
    var facts =
        new SampleFacts()
            .wifi("Lounge", Security.OPEN)
            .vpn(new Path.Tunnel("wg0", "wireguard"), new Path.NoRoute());
    assertEquals(Outcome.PASS, judge(facts).outcome());
    assertEquals(
        Outcome.FAIL, new WifiEncryption(Security.WPA2, false).judge(facts.build()).outcome());
  }

  @Test
  void a_vpn_that_leaks_or_is_not_known_excuses_nothing() {
    var open = new SampleFacts().wifi("Lounge", Security.OPEN);
    open.vpn(new Path.Tunnel("wg0", "wireguard"), new Path.Direct("wlan0"));
    assertEquals(Outcome.FAIL, judge(open).outcome());
    open.vpn(new Path.Direct("wlan0"), new Path.Tunnel("wg0", "wireguard"));
    assertEquals(Outcome.FAIL, judge(open).outcome());
    open.vpn(new Path.NoRoute(), new Path.NoRoute());
    assertEquals(Outcome.FAIL, judge(open).outcome());
    open.vpn(Reading.unknown(Reason.TIMED_OUT, "ip did not answer in time"));
    assertEquals(Outcome.FAIL, judge(open).outcome());
  }

  @Test
  void without_wifi_the_question_does_not_arise() {
    Verdict verdict =
        judge(new SampleFacts().wifi(Reading.known(new Wifi.NotInUse("there is no adapter"))));
    assertEquals(Outcome.NOT_APPLICABLE, verdict.outcome());
    assertEquals("there is no adapter", verdict.because());
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict =
        judge(new SampleFacts().wifi(Reading.unknown(Reason.TOOL_MISSING, "iw is not there")));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.TOOL_MISSING), verdict.reason());
    assertEquals("iw is not there", verdict.because());
  }

  @Test
  void the_name_of_the_network_is_personal_and_in_no_sentence() {
    Verdict verdict = judge(new SampleFacts().wifi("Smith family", Security.WEP));
    assertFalse(verdict.because().contains("Smith"));
    assertTrue(verdict.evidence().contains(Evidence.personal("network", "Smith family")));
    assertTrue(
        judge(new SampleFacts().wifi("", Security.WEP))
            .evidence()
            .contains(Evidence.personal("network", "(hidden)")));
  }

  @Test
  void the_tunnel_is_looked_at_only_where_it_counts() {
    assertEquals(Set.of(Fact.WIFI, Fact.VPN), WPA2.needs());
    assertEquals(Set.of(Fact.WIFI), new WifiEncryption(Security.WPA2, false).needs());
  }
}

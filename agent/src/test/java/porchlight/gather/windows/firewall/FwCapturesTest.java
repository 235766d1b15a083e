package porchlight.gather.windows.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;
import static porchlight.gather.windows.WinCaptures.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.Keys;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.security.SecurityCenter;
import porchlight.gather.windows.security.SecurityHealth;
import porchlight.machine.Answer;

/** What real firewalls of Windows said. */
class FwCapturesTest {
  private static Reading<FwState> netsh(String text) {
    return Advfirewall.read(Advfirewall.CURRENT, new Answer.Said(0, text));
  }

  /** Of one key alone; the one above it is told as well where all of them are asked. */
  private static Answer export(String file) {
    return new Answer.Said(0, Keys.header(FwRegistry.TREE) + text(file));
  }

  private static Inbound judged(String text) {
    var told =
        new Told()
            .says(Advfirewall.CURRENT, text)
            .says(SecurityCenter.FIREWALLS, "")
            .says(SecurityCenter.ANTIVIRUS, "displayName=X\nproductState=397568\n")
            .says(SecurityHealth.HEALTH, "provider=1\nhealth=2\n");
    return known(WinFirewall.read(told)).ipv4().inbound();
  }

  @Test
  void all_off_is_open() {
    String off = text("advfirewall/en-allprofiles-all-off.txt");
    assertEquals(3, known(netsh(off)).profiles().size());
    assertEquals(0, known(netsh(off)).current());
    assertEquals(Inbound.OPEN, judged(off));
    assertEquals(Inbound.OPEN, judged(text("advfirewall/en-domain-current-off-gpo-store.txt")));
  }

  @Test
  void on_is_not_yet_what_its_rules_let_in() {
    String on = text("advfirewall/en-currentprofile-public-on.txt");
    assertEquals(
        List.of(new FwProfile(true, false, false, false, true)),
        List.copyOf(known(netsh(on)).profiles().values()));
    assertEquals(Inbound.UNKNOWN, judged(on));
    assertEquals(Inbound.OPEN, judged(on.replace("BlockInbound,", "AllowInbound,")));
    assertEquals(Inbound.BLOCKED, judged(on.replace("BlockInbound,", "BlockInboundAlways,")));
  }

  @ParameterizedTest
  @CsvSource({
    "State, ON, UNKNOWN",
    "Status, EIN, UNKNOWN",
    "Status, AUS, OPEN",
    "\u00c9tat, Inactif, OPEN",
    "Estado, DESACTIVAR, OPEN",
    "\u0421\u043e\u0441\u0442\u043e\u044f\u043d\u0438\u0435, \u0412\u041a\u041b\u042e\u0427\u0418\u0422\u042c, UNKNOWN",
    "\u72b6\u6001, \u542f\u7528, UNKNOWN",
    "\u72b6\u6001, \u5173\u95ed, OPEN",
  })
  void only_the_words_of_the_state_that_are_known_count(
      String label, String word, Inbound expected) {
    String on = text("advfirewall/en-currentprofile-public-on.txt");
    assertEquals(expected, judged(on.replaceFirst("State( +)ON", label + "$1" + word)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ok.\n",
        "----------------------\nZustand      \uc628\nx   BlockInbound,AllowOutbound\n",
        "----------------------\nState\nx   BlockInbound,AllowOutbound\n",
        "----------------------\nState    ON\n",
        "State    ON\nx   BlockInbound,AllowOutbound\n",
        "----------------------\nState    ON\nx   NotConfigured,AllowOutbound\n",
        "\uFFFD\u0000\uFFFD garbage",
      })
  void anything_else_is_unknown(String text) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(netsh(text)));
  }

  @Test
  void no_label_matters() {
    for (String file :
        List.of(
            "en-allprofiles-all-off",
            "en-currentprofile-public-on",
            "en-domain-current-off-gpo-store")) {
      String real = text("advfirewall/" + file + ".txt");
      String scrambled = real.replaceAll("(?m)^[A-Za-z]+(?= {2,})|^[A-Za-z ]+(?=:)", "Żxö");
      assertEquals(known(netsh(real)), known(netsh(scrambled)), file);
    }
  }

  @Test
  void a_refusal_is_unknown() {
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(Advfirewall.read(Advfirewall.CURRENT, new Answer.Said(1, "The requested operation"))));
    assertEquals(
        Reason.NEEDS_PRIVILEGE, why(Advfirewall.read(Advfirewall.CURRENT, new Answer.Denied())));
  }

  @ParameterizedTest
  @CsvSource({
    "win10-private-standard-enabled.reg.txt, StandardProfile, true",
    "win7-domain-disabled.reg.txt, DomainProfile, false",
    "win7-private-standard-disabled.reg.txt, StandardProfile, false",
  })
  void exports_of_profiles_are_read(String file, String key, boolean on) {
    var registry = known(Registry.read(FwRegistry.OWN, export("firewall-registry/" + file)));
    assertEquals(
        new FwProfile(on, false, false, false, true),
        known(FwRegistry.profile(registry, FwRegistry.TREE + "\\" + key)));
  }

  @Test
  void a_profile_without_its_switch_is_unknown() {
    var registry =
        known(
            Registry.read(
                FwRegistry.OWN, export("firewall-registry/win7-domain-disabled.reg.txt")));
    for (String key : List.of("PublicProfile", "DomainProfile\\Logging")) {
      assertEquals(
          Reason.NOT_UNDERSTOOD, why(FwRegistry.profile(registry, FwRegistry.TREE + "\\" + key)));
    }
  }
}

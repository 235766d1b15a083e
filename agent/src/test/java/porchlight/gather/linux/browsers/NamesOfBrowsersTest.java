package porchlight.gather.linux.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Names;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.browsers.Effective;

/** Whom browsers ask for names: the laptop's resolver, or one of their own. */
class NamesOfBrowsersTest {
  private static final String STATE = "/home/ann/.config/chromium/Local State";
  private static final String MANAGED = "/etc/chromium/policies/managed/a.json";
  private static final String RECOMMENDED = "/etc/chromium/policies/recommended/a.json";
  private static final String USER_JS =
      "/home/ann/.config/mozilla/firefox/abcdefgh.default-esr/user.js";
  private static final String POLICIES = "/etc/firefox/policies/policies.json";
  private static final Names OWN = new Names.Own(Effective.SETTING);
  private static final Names LAPTOPS = new Names.Laptops(Effective.SETTING);
  private static final Names LAPTOPS_BY_POLICY = new Names.Laptops(Effective.POLICY);

  @TempDir Path root = Path.of("");
  private Laptop laptop = new Laptop(root);

  @BeforeEach
  void ann() {
    laptop = Laptop.of(root);
  }

  private Names names() {
    var read =
        assertInstanceOf(Reading.Known.class, LinuxPhishingProtection.read(laptop.machine()));
    var profiles = assertInstanceOf(PhishingProtection.class, read.value()).profiles();
    assertEquals(1, profiles.size(), profiles.toString());
    return profiles.get(0).names();
  }

  private void assertUnclear(Reason reason, String because) {
    assertEquals(reason, assertInstanceOf(Names.Unclear.class, names(), because).reason(), because);
  }

  private Laptop chromium(String overHttps) {
    return laptop
        .with("chromium-default")
        .write(
            STATE,
            "{\"profile\":{\"info_cache\":{\"Default\":{}}},\"dns_over_https\":" + overHttps + "}");
  }

  @Test
  void chromium_is_automatic_until_somebody_chooses() {
    laptop.with("chromium-default");
    assertEquals(new Names.Upgraded(Effective.DEFAULT), names());
    chromium("{\"mode\":\"automatic\",\"templates\":\"\"}");
    assertEquals(new Names.Upgraded(Effective.SETTING), names());
    chromium("{\"mode\":\"secure\",\"templates\":\"https://dns.example/q\"}");
    assertEquals(OWN, names());
    chromium("{\"mode\":\"off\"}");
    assertEquals(LAPTOPS, names());
  }

  @Test
  void a_policy_of_chromium_decides_and_any_other_turns_it_off() {
    chromium("{\"mode\":\"secure\"}").write(MANAGED, "{\"DnsOverHttpsMode\": \"off\"}");
    assertEquals(LAPTOPS_BY_POLICY, names());
    laptop.write(MANAGED, "{\"DnsOverHttpsMode\": \"secure\"}");
    assertEquals(new Names.Own(Effective.POLICY), names());
    // Beside it the policy may name resolvers.
    laptop.write(MANAGED, "{\"DnsOverHttpsMode\": \"automatic\"}");
    assertEquals(new Names.Perhaps(Effective.POLICY), names());
    laptop.write(MANAGED, "{\"PasswordManagerEnabled\": true}");
    assertEquals(LAPTOPS_BY_POLICY, names());
    laptop.write(MANAGED, "{}").write(RECOMMENDED, "{\"DnsOverHttpsMode\": \"automatic\"}");
    assertEquals(LAPTOPS_BY_POLICY, names());
    laptop.write(RECOMMENDED, "{}");
    assertEquals(OWN, names());
  }

  @Test
  void what_is_not_plain_is_unclear() {
    for (String odd :
        List.of("{\"mode\":\"Secure\"}", "{\"mode\":1}", "{\"mode\":[]}", "{\"mode\":{}}")) {
      chromium(odd);
      assertUnclear(Reason.NOT_UNDERSTOOD, odd);
    }
    chromium("{\"mode\":\"off\"}").write(MANAGED, "{\"DnsOverHttpsMode\": true}");
    assertUnclear(Reason.NOT_UNDERSTOOD, "a policy");
    laptop.write(MANAGED, "{");
    assertUnclear(Reason.NOT_UNDERSTOOD, "a policy that is none");
  }

  private void firefox(String prefs) {
    laptop.with("firefox-default").write(USER_JS, prefs);
  }

  @Test
  void firefox_asks_the_laptop_unless_its_mode_is_two_or_three() {
    laptop.with("firefox-default");
    assertEquals(new Names.Laptops(Effective.DEFAULT), names());
    for (int mode : new int[] {0, 1, 4, 5, 6, 999}) {
      firefox("user_pref(\"network.trr.mode\", " + mode + ");");
      assertEquals(LAPTOPS, names(), "mode " + mode);
    }
    for (int mode : new int[] {2, 3}) {
      firefox("user_pref(\"network.trr.mode\", " + mode + ");");
      assertEquals(OWN, names(), "mode " + mode);
    }
    for (String odd : List.of("true", "\"3\"", "-1", "12345")) {
      firefox("user_pref(\"network.trr.mode\", " + odd + ");");
      assertUnclear(Reason.NOT_UNDERSTOOD, odd);
    }
  }

  @Test
  void a_firefox_that_looks_for_itself_what_is_best_may_ask_its_own() {
    Names perhaps = new Names.Perhaps(Effective.DEFAULT);
    firefox("user_pref(\"doh-rollout.mode\", 2);");
    assertEquals(perhaps, names());
    firefox("user_pref(\"doh-rollout.self-enabled\", true);user_pref(\"doh-rollout.mode\", 0);");
    assertEquals(perhaps, names());
    firefox("user_pref(\"doh-rollout.mode\", 2);user_pref(\"network.trr.mode\", 5);");
    assertEquals(LAPTOPS, names());
    firefox("user_pref(\"doh-rollout.mode\", \"2\");");
    assertUnclear(Reason.NOT_UNDERSTOOD, "a text");
  }

  private void policy(String overHttps) {
    laptop.write(POLICIES, "{\"policies\":{\"DNSOverHTTPS\":" + overHttps + "}}");
  }

  @Test
  void a_policy_of_firefox_is_a_default_until_it_is_locked() {
    firefox("user_pref(\"network.trr.mode\", 5);");
    policy("{\"Enabled\": true}");
    assertEquals(LAPTOPS, names());
    policy("{\"Enabled\": true, \"Locked\": true}");
    assertEquals(new Names.Own(Effective.POLICY), names());
    firefox("user_pref(\"network.trr.mode\", 3);");
    policy("{\"Enabled\": false, \"Locked\": true}");
    assertEquals(LAPTOPS_BY_POLICY, names());
    policy("{\"Enabled\": false}");
    assertEquals(OWN, names());
    policy("{\"Locked\": true}");
    assertEquals(OWN, names());
    for (String odd :
        List.of(
            "{\"Enabled\": \"no\"}",
            "{\"Enabled\": true, \"Locked\": 1}",
            "{\"Enabled\": false, \"Fallback\": false}")) {
      policy(odd);
      assertUnclear(Reason.NOT_UNDERSTOOD, odd);
    }
    laptop.write(
        POLICIES,
        "{\"policies\":{\"Preferences\":{\"network.trr.mode\":{\"Value\":3,\"Status\":\"locked\"}}}}");
    assertEquals(new Names.Own(Effective.POLICY), names());
    laptop.write(
        POLICIES,
        "{\"policies\":{\"DNSOverHTTPS\":{\"Enabled\":true},"
            + "\"Preferences\":{\"network.trr.mode\":5}}}");
    assertUnclear(Reason.NOT_UNDERSTOOD, "two policies");
  }

  @Test
  void a_script_of_an_administrator_may_set_anything() {
    laptop
        .with("firefox-default")
        .write(
            "/usr/lib/firefox-esr/defaults/pref/autoconfig.js",
            "pref(\"general.config.filename\", \"a.cfg\");");
    assertUnclear(Reason.NOT_SUPPORTED, "AutoConfig");
  }
}

package porchlight.gather.macos.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;
import static porchlight.gather.browsers.OnlyAnns.unclear;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.PasswordManager.Keeper;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reason;
import porchlight.gather.browsers.Effective;
import porchlight.gather.browsers.OnlyAnns;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.people.Accounts;
import porchlight.machine.Answer;
import porchlight.machine.Machine;

/** Browsers of people on a Mac, in a folder that is laid out like one. */
class MacBrowsersTest {
  private static final String MANAGED = "/Library/Managed Preferences/";
  private static final String SAFARI =
      "/Users/ann/Library/Containers/com.apple.Safari/Data/Library/Preferences/com.apple.Safari.plist";
  private static final String OFF = "<key>WarnAboutFraudulentWebsites</key><false/>";
  private static final String LEVEL_OFF =
      "<key>SafeBrowsingProtectionLevel</key><integer>0</integer>";
  private static final Warning BY_DEFAULT = new Warning.On(Effective.DEFAULT);
  private static final Warning BY_POLICY = new Warning.Off(Effective.POLICY);

  @TempDir Path root = Path.of("");
  private MacHomes mac = new MacHomes(root, "");

  @BeforeEach
  void ann() {
    mac = MacHomes.of(root);
  }

  private static List<Profile> profiles(Machine machine) {
    return known(MacPhishingProtection.read(machine)).profiles();
  }

  private Warning warning() {
    return OnlyAnns.warning(MacPhishingProtection.read(mac.machine()));
  }

  private Keeper keeper() {
    return OnlyAnns.keeper(MacPasswordManager.read(mac.machine()));
  }

  @Test
  void chrome_warns_until_somebody_turns_it_off() {
    mac.chromium("chromium-default", MacHomes.CHROME);
    assertEquals(BY_DEFAULT, warning());
    mac.chromium("chromium-off", MacHomes.CHROME);
    assertEquals(new Warning.Off(Effective.SETTING), warning());
    mac.chromium("chromium-extension-off", MacHomes.CHROME);
    assertEquals(new Warning.Off(Effective.EXTENSION), warning());
  }

  @Test
  void what_is_managed_for_everybody_or_for_a_person_holds() {
    mac.chromium("chromium-default", MacHomes.CHROME)
        .write(MANAGED + "com.google.Chrome.plist", MacHomes.plist(LEVEL_OFF));
    assertEquals(BY_POLICY, warning());
    mac.write(MANAGED + "ann/com.google.Chrome.plist", MacHomes.plist(LEVEL_OFF.replace("0", "2")));
    assertEquals(new Warning.On(Effective.POLICY), warning());
  }

  @Test
  void what_stands_in_plain_preferences_only_advises() {
    mac.chromium("chromium-default", MacHomes.CHROME)
        .write("/Library/Preferences/com.google.Chrome.plist", MacHomes.plist(LEVEL_OFF));
    assertEquals(BY_POLICY, warning());
    mac.write(MANAGED + "com.google.Chrome.plist", MacHomes.plist(LEVEL_OFF.replace("0", "1")));
    assertEquals(new Warning.On(Effective.POLICY), warning());
  }

  @Test
  void a_policy_of_another_browser_is_none_of_this() {
    mac.chromium("chromium-default", MacHomes.CHROME)
        .write(MANAGED + "com.brave.Browser.plist", MacHomes.plist(LEVEL_OFF));
    assertEquals(BY_DEFAULT, warning());
  }

  @Test
  void a_list_that_is_not_understood_is_not_passed_over() {
    mac.chromium("chromium-default", MacHomes.CHROME);
    for (String odd : List.of("", "bplist00", "<plist>", "{", "<?xml?><plist/>")) {
      mac.write(MANAGED + "com.google.Chrome.plist", odd);
      assertEquals(Reason.NOT_UNDERSTOOD, unclear(warning()), odd);
    }
  }

  @Test
  void firefox_is_read_one_folder_deeper() {
    mac.firefox("firefox-default");
    assertEquals(BY_DEFAULT, warning());
    mac.firefox("firefox-off");
    assertEquals(new Warning.Off(Effective.SETTING), warning());
  }

  @Test
  void a_firefox_that_obeys_preferences_of_macos_is_not_known() {
    String obeys = "<key>EnterprisePoliciesEnabled</key><true/>";
    mac.firefox("firefox-default")
        .write(MANAGED + "org.mozilla.firefox.plist", MacHomes.plist(obeys));
    assertEquals(Reason.NOT_SUPPORTED, unclear(warning()));
    mac.write(
        MANAGED + "org.mozilla.firefox.plist", MacHomes.plist(obeys.replace("true", "false")));
    assertEquals(BY_DEFAULT, warning());
  }

  @Test
  void policies_that_came_with_firefox_hold() {
    mac.firefox("firefox-default")
        .write(
            "/Applications/Firefox.app/Contents/Resources/distribution/policies.json",
            "{\"policies\": {\"Preferences\": {\"browser.safebrowsing.phishing.enabled\":"
                + " {\"Value\": false, \"Status\": \"locked\"}}}}");
    assertEquals(BY_POLICY, warning());
  }

  @Test
  void a_profile_of_firefox_that_lies_elsewhere_is_not_passed_over() {
    mac.firefox("firefox-default");
    for (String path : List.of("/Volumes/disk/x.default", "x.default", "Profiles/../x")) {
      mac.write(MacHomes.FIREFOX + "/profiles.ini", "[Profile0]\nIsRelative=1\nPath=" + path);
      assertEquals(Reason.NOT_SUPPORTED, unclear(warning()), path);
    }
  }

  @Test
  void safari_warns_until_somebody_turns_it_off() {
    assertEquals(List.of(), profiles(mac.machine()), "never started");
    mac.write(SAFARI, MacHomes.plist(""));
    assertEquals(BY_DEFAULT, warning());
    for (String off : List.of(OFF, OFF.replace("<false/>", "<integer>0</integer>"))) {
      mac.write(SAFARI, MacHomes.plist(off));
      assertEquals(new Warning.Off(Effective.SETTING), warning());
    }
    mac.write(MANAGED + "com.apple.Safari.plist", MacHomes.plist(OFF.replace("false", "true")));
    assertEquals(new Warning.On(Effective.POLICY), warning());
    mac.write(
        MANAGED + "com.apple.Safari.plist", MacHomes.plist(OFF.replace("<false/>", "<date/>")));
    assertEquals(Reason.NOT_UNDERSTOOD, unclear(warning()));
  }

  @Test
  void what_macos_keeps_to_itself_wants_consent() {
    mac.write(SAFARI, MacHomes.plist(""));
    Machine real = mac.machine();
    Machine refusing =
        question ->
            question.text().contains("Containers/com.apple.Safari")
                ? new Answer.Denied()
                : real.ask(question);
    assertEquals(Reason.NEEDS_CONSENT, unclear(profiles(refusing).getFirst().warning()));
  }

  @Test
  void the_home_of_another_wants_privileges() {
    Machine real = mac.machine();
    Machine refusing =
        question ->
            question.text().contains("/Users/ann") ? new Answer.Denied() : real.ask(question);
    var profiles = profiles(refusing);
    assertEquals(1, profiles.size(), profiles.toString());
    assertEquals(Reason.NEEDS_PRIVILEGE, unclear(profiles.getFirst().warning()));
    var places = known(MacPasswordManager.read(refusing)).places();
    assertInstanceOf(Keeper.Unclear.class, places.getFirst().keeper());
  }

  @Test
  void who_uses_safari_alone_has_what_macos_keeps() {
    assertEquals(
        List.of(), known(MacPasswordManager.read(mac.machine())).places(), "never started");
    mac.write(SAFARI, MacHomes.plist(""));
    assertEquals(new Keeper.BuiltIn(), keeper());
  }

  @Test
  void an_extension_or_a_program_that_was_used_is_a_manager() {
    mac.firefox("firefox-keepassxc");
    assertInstanceOf(Keeper.Dedicated.class, keeper());
    mac.firefox("firefox-default");
    assertEquals(new Keeper.BuiltIn(), keeper());
    mac.write("/Applications/Bitwarden.app/Contents/Info.plist", "");
    var perhaps = assertInstanceOf(Keeper.Unclear.class, keeper());
    assertEquals(Reason.NOT_SUPPORTED, perhaps.reason());
    mac.write(MacHomes.SUPPORT + "Bitwarden/data.json", "");
    assertEquals(new Keeper.Dedicated("Bitwarden"), keeper());
  }

  @Test
  void people_are_told_from_services() {
    String text =
        """
        _mbsetupuser             /var/setup
        ann                      /Users/ann
        bob                      /Users/bob
        carl                     /Volumes/Big/carl
        Guest                    /Users/Guest
        jenkins                  /opt/jenkins
        macports                 /opt/local/var/macports/home
        root                     /var/root /private/var/root
        """;
    var told = new Told().says(Accounts.LIST, text).says(Accounts.HOMES, ".localized\nShared\nann");
    var accounts = known(Accounts.read(told));
    assertEquals(
        List.of("ann", "carl"), accounts.people().stream().map(Accounts.Person::name).toList());
    assertEquals("", accounts.others());
    assertFalse(
        known(Accounts.read(new Told().says(Accounts.LIST, text + "eve /Users/e v e\n")))
            .people()
            .isEmpty());
  }

  @Test
  void a_home_that_is_not_plain_or_of_no_account_is_somebody_elses() {
    String root = "root /var/root\n";
    var blank = new Told().says(Accounts.LIST, "john /Users/john doe\n" + root);
    var second = new Told().says(Accounts.LIST, "ann /Users/ann /Volumes/x/ann\n" + root);
    assertFalse(known(Accounts.read(blank.says(Accounts.HOMES, "john doe"))).others().isEmpty());
    second.says(Accounts.HOMES, "Shared\nann");
    assertEquals("", known(Accounts.read(second)).others());
    assertEquals(1, known(Accounts.read(second)).people().size());
    second.says(Accounts.HOMES, "ann\nnetwork-person");
    assertFalse(known(Accounts.read(second)).others().isEmpty());
    var accents = new Told().says(Accounts.LIST, "rene /Users/ren\u00e9\n" + root);
    accents.says(Accounts.HOMES, "Rene\u0301");
    assertEquals("", known(Accounts.read(accents)).others());
    assertEquals(1, known(Accounts.read(accents)).people().size());
  }

  @Test
  void accounts_that_are_missing_denied_or_not_understood_are_not_known() {
    assertEquals(Reason.TOOL_MISSING, why(Accounts.read(new Told())));
    assertEquals(
        Reason.NEEDS_PRIVILEGE,
        why(Accounts.read(new Told().says(Accounts.LIST, new Answer.Denied()))));
    for (String odd : List.of("", "ann", "ann /Users/ann\n", "root /var/root\n\u0001\n")) {
      assertEquals(
          Reason.NOT_UNDERSTOOD, why(Accounts.read(new Told().says(Accounts.LIST, odd))), odd);
    }
    assertTrue(MacBrowsers.ALL.size() >= 20);
  }
}

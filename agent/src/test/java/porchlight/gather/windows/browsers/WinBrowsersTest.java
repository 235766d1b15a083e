package porchlight.gather.windows.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import porchlight.gather.windows.upkeep.WinManagement;
import porchlight.machine.Answer;

/** Browsers of people on a Windows, in a folder that is laid out like one. */
class WinBrowsersTest {
  private static final String LEVEL_OFF = "\"SafeBrowsingProtectionLevel\"=dword:00000000";
  private static final String SMART_OFF = "\"SmartScreenEnabled\"=dword:00000000";
  private static final Vendor CHROME = Vendor.of("Google\\Chrome");
  private static final Vendor EDGE = Vendor.of("Microsoft\\Edge");
  private static final Warning BY_DEFAULT = new Warning.On(Effective.DEFAULT);
  private static final Warning BY_POLICY = new Warning.Off(Effective.POLICY);

  private static final String LOCAL_STATE = "{\"profile\":{\"info_cache\":{\"Default\":{}}}}";

  @TempDir Path root = Path.of("");
  private WinHouse house = new WinHouse(Path.of("target"));

  @BeforeEach
  void ann() {
    house = new WinHouse(root);
  }

  private List<Profile> profiles() {
    return known(WinPhishingProtection.read(house)).profiles();
  }

  private Warning warning() {
    return OnlyAnns.warning(WinPhishingProtection.read(house));
  }

  private Keeper keeper() {
    return OnlyAnns.keeper(WinPasswordManager.read(house));
  }

  private WinHouse ofACompany() {
    return house
        .says(
            WinManagement.QUESTIONS.getFirst(),
            "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments]\n")
        .says(WinManagement.QUESTIONS.get(2), "Domain=corp.example\nPartOfDomain=TRUE\n")
        .says(
            WinManagement.QUESTIONS.get(1),
            """
            [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\JoinInfo]
            absent
            """);
  }

  @Test
  void chrome_warns_until_somebody_turns_it_off() {
    house.chromium("chromium-default", WinHouse.CHROME);
    assertEquals(BY_DEFAULT, warning());
    house.chromium("chromium-off", WinHouse.CHROME);
    assertEquals(new Warning.Off(Effective.SETTING), warning());
    house.chromium("chromium-extension-off", WinHouse.CHROME);
    assertEquals(new Warning.Off(Effective.EXTENSION), warning());
  }

  @Test
  void a_policy_for_everybody_comes_before_one_for_a_person_and_both_before_advice() {
    ofACompany().chromium("chromium-default", WinHouse.CHROME);
    house.hive(CHROME.personsRecommended(), LEVEL_OFF);
    assertEquals(BY_POLICY, warning());
    house.hive(CHROME.personsManaged(), LEVEL_OFF.replace("000", "001"));
    house.hive(CHROME.personsManaged(), "\"SafeBrowsingProtectionLevel\"=dword:00000001");
    assertEquals(new Warning.On(Effective.POLICY), warning());
    house.everybody(CHROME.managed(), LEVEL_OFF);
    assertEquals(BY_POLICY, warning());
  }

  @Test
  void a_policy_for_companies_may_hold_or_not_where_no_company_manages() {
    house.chromium("chromium-default", WinHouse.CHROME).everybody(CHROME.managed(), LEVEL_OFF);
    assertEquals(Reason.NOT_SUPPORTED, unclear(warning()));
    house
        .chromium("chromium-off", WinHouse.CHROME)
        .everybody(CHROME.managed(), "\"SafeBrowsingProtectionLevel\"=dword:00000002");
    assertEquals(Reason.NOT_SUPPORTED, unclear(warning()));
  }

  @Test
  void how_names_are_asked_for_is_a_text_among_numbers() {
    house
        .chromium("chromium-default", WinHouse.CHROME)
        .everybody(CHROME.managed(), "\"DnsOverHttpsMode\"=\"off\"");
    assertEquals(BY_DEFAULT, warning());
  }

  @Test
  void a_policy_of_another_kind_or_that_may_not_be_read_is_not_passed_over() {
    house
        .chromium("chromium-default", WinHouse.CHROME)
        .everybody(CHROME.managed(), "\"SafeBrowsingProtectionLevel\"=\"0\"");
    assertEquals(Reason.NOT_UNDERSTOOD, unclear(warning()));
    house.answers(CHROME.managed(), new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, unclear(warning()));
  }

  @Test
  void edge_keeps_its_own_setting_in_the_registry() {
    house.chromium("chromium-default", WinHouse.EDGE);
    assertEquals(BY_DEFAULT, warning());
    house.hive(WinPolicies.SMART_SCREEN, "@=dword:00000000");
    assertEquals(new Warning.Off(Effective.SETTING), warning());
    house.hive(WinPolicies.SMART_SCREEN, "@=dword:00000001");
    assertEquals(new Warning.On(Effective.SETTING), warning());
    house.hive(WinPolicies.SMART_SCREEN, "@=dword:00000007");
    assertEquals(Reason.NOT_UNDERSTOOD, unclear(warning()));
    ofACompany().everybody(EDGE.managed(), SMART_OFF);
    assertEquals(BY_POLICY, warning());
  }

  @Test
  void who_is_not_logged_in_has_settings_that_are_not_read() {
    house
        .people("bob", "ann")
        .write("C/Users/bob/NTUSER.DAT", "")
        .chromium("chromium-default", "C/Users/bob/AppData/Local/Microsoft/Edge/User Data")
        .chromium("chromium-default", WinHouse.EDGE);
    var profiles = profiles();
    assertEquals(2, profiles.size());
    assertEquals("ann", profiles.getFirst().person()); // her number is 2, which is not loaded
    assertEquals(Reason.NOT_SUPPORTED, unclear(profiles.getFirst().warning()));
    assertEquals(BY_DEFAULT, profiles.getLast().warning());
  }

  @Test
  void somebody_else_s_registry_needs_a_privilege() {
    house.chromium("chromium-default", WinHouse.EDGE);
    house.says(EDGE.personsManaged(), "[HKEY_USERS]\n[HKEY_USERS\\user1]\ndenied\n");
    assertEquals(Reason.NEEDS_PRIVILEGE, unclear(warning()));
  }

  @Test
  void firefox_is_read_one_folder_deeper_and_obeys_the_registry_s_policies() {
    house.firefox("firefox-default");
    assertEquals(BY_DEFAULT, warning());
    house.firefox("firefox-off");
    assertEquals(new Warning.Off(Effective.SETTING), warning());
    house.everybody(WinFirefox.EVERYBODYS, "\"Preferences\"=?");
    assertEquals(Reason.NOT_SUPPORTED, unclear(warning()));
    house.everybody(WinFirefox.EVERYBODYS).everybody(WinFirefox.EVERYBODYS_NAMES);
    assertEquals(Reason.NOT_SUPPORTED, unclear(warning()));
  }

  @Test
  void a_firefox_that_is_nowhere_to_be_found_is_not_known() {
    house.firefox("firefox-default");
    for (var folder : WinFirefox.FIREFOXES) {
      house.answers(folder, new Answer.Failed("not ready"));
    }
    assertEquals(Reason.NOT_UNDERSTOOD, unclear(warning()));
  }

  @Test
  void smart_screen_of_windows_is_told_only_where_it_is_off_or_not_clear() {
    assertEquals(List.of(), profiles());
    house.everybody(Explorer.BY_SETTING, "\"SmartScreenEnabled\"=\"Off\"");
    assertEquals(new Warning.Off(Effective.SETTING), profiles().getFirst().warning());
    house.everybody(Explorer.BY_POLICY, "\"EnableSmartScreen\"=dword:00000001");
    assertEquals(List.of(), profiles());
    house.everybody(Explorer.BY_POLICY, "\"EnableSmartScreen\"=dword:00000000");
    assertEquals(BY_POLICY, profiles().getFirst().warning());
    house.everybody(Explorer.BY_POLICY, "\"EnableSmartScreen\"=dword:00000009");
    assertEquals(Reason.NOT_UNDERSTOOD, unclear(profiles().getFirst().warning()));
    house.everybody(Explorer.BY_POLICY).answers(Explorer.BY_SETTING, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, unclear(profiles().getFirst().warning()));
  }

  @Test
  void the_list_of_people_is_needed_and_a_home_that_is_gone_was_somebody_s_once() {
    house.people("ann", "gone");
    assertEquals(List.of(), profiles());
    house.says(
        WinHomes.LIST,
        "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList]\n"
            + "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList"
            + "\\user1]\n\"ProfileImagePath\"=\"\\\\\\\\server\\\\home\\\\ann\"\n");
    assertEquals(Reason.NOT_SUPPORTED, unclear(profiles().getFirst().warning()));
    for (var question : List.of(WinHomes.LIST, WinHomes.USERS)) {
      ann();
      house.answers(question, new Answer.Denied());
      assertEquals(Reason.NEEDS_PRIVILEGE, why(WinPhishingProtection.read(house)));
      assertEquals(Reason.NEEDS_PRIVILEGE, why(WinPasswordManager.read(house)));
    }
  }

  @Test
  void settings_that_are_kept_on_a_server_are_not_looked_into() {
    house
        .chromium("chromium-default", WinHouse.CHROME)
        .hive(WinUsed.MOVED, "\"AppData\"=\"\\\\\\\\server\\\\home\\\\ann\"");
    assertEquals(2, profiles().size());
    assertEquals(Reason.NOT_SUPPORTED, unclear(profiles().getLast().warning()));
    house.hive(WinUsed.MOVED, "\"AppData\"=\"%USERPROFILE%\\\\AppData\\\\Roaming\"");
    assertEquals(1, profiles().size());
  }

  @Test
  void a_home_without_its_files_is_closed_or_empty() {
    house.people("ann", "bob").write("C/Users/bob/desktop.ini", "");
    assertEquals(Reason.NOT_SUPPORTED, unclear(profiles().getFirst().warning()));
  }

  @Test
  void an_extension_that_runs_keeps_passwords() {
    house.firefox("firefox-keepassxc");
    assertInstanceOf(Keeper.Dedicated.class, keeper());
  }

  /** Of the shop for Edge, where the same product has another number. */
  @Test
  void in_edge_an_extension_of_either_shop_keeps_passwords_and_else_edge_itself() {
    house.write(WinHouse.EDGE + "/Local State", LOCAL_STATE);
    house.write(WinHouse.EDGE + "/Default/Preferences", "{}");
    assertEquals(new Keeper.BuiltIn(), keeper());
    for (String id :
        List.of("jbkfoedolllekgbhcbcoahefnbanhhlh", "nngceckbapebfimnlniiiahkandclblb")) {
      String extension =
          "{\"extensions\":{\"settings\":{\"" + id + "\":{\"location\":1,\"state\":1}}}}";
      house.write(WinHouse.EDGE + "/Default/Secure Preferences", extension);
      assertEquals(new Keeper.Dedicated("Bitwarden"), keeper(), id);
    }
    house.write(WinHouse.EDGE + "/Default/Secure Preferences", "{}");
    house.write(WinHouse.EDGE + "/Default/Preferences", "{\"credentials_enable_service\":false}");
    assertEquals(new Keeper.Nothing(), keeper());
  }

  @Test
  void a_program_keeps_passwords_once_it_was_used() {
    house.chromium("chromium-default", WinHouse.CHROME);
    assertEquals(new Keeper.BuiltIn(), keeper());
    house.write("C/Program Files/KeePassXC/KeePassXC.exe", "");
    assertInstanceOf(Keeper.Unclear.class, keeper()); // whether she uses it, nobody knows
    house.write(WinHouse.HOME + "AppData/Roaming/KeePassXC/keepassxc.ini", "");
    assertEquals(new Keeper.Dedicated("KeePassXC"), keeper());
  }

  @Test
  void a_policy_that_turns_keeping_off_leaves_nothing() {
    house
        .chromium("chromium-default", WinHouse.CHROME)
        .everybody(CHROME.managed(), "\"PasswordManagerEnabled\"=dword:00000000");
    assertEquals(new Keeper.Nothing(), keeper());
    ann();
    house
        .firefox("firefox-default")
        .hive(WinFirefox.PERSONS, "\"PasswordManagerEnabled\"=dword:00000000");
    assertTrue(
        profiles().stream().allMatch(one -> one.warning().equals(BY_DEFAULT)),
        profiles().toString());
  }

  @Test
  void the_folder_of_programs_is_needed() {
    house
        .chromium("chromium-default", WinHouse.CHROME)
        .answers(Managers.INSTALLED, new Answer.Denied());
    assertInstanceOf(Keeper.Unclear.class, keeper());
  }
}

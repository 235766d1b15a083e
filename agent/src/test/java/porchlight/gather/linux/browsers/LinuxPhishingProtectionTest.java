package porchlight.gather.linux.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import porchlight.facts.PhishingProtection.Names;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reason;
import porchlight.gather.browsers.Effective;

class LinuxPhishingProtectionTest extends AnnsBrowsers {
  private static final Names UPGRADED = new Names.Upgraded(Effective.DEFAULT);
  private static final String CHROMIUM = HOME + ".config/chromium/";

  private static final String PREFERENCES = CHROMIUM + "Default/Preferences";
  private static final String MANAGED = "/etc/chromium/policies/managed/";

  @Test
  void without_a_browser_there_is_nothing() {
    assertEquals(List.of(), profiles(laptop.machine()));
  }

  @Test
  void what_real_browsers_left_is_read_as_they_said_themselves() {
    Map.of(
            "chromium-default", BY_DEFAULT,
            "chromium-off", BY_CHOICE,
            "chromium-policy-off", BY_POLICY,
            "chromium-extension-off", new Warning.Off(Effective.EXTENSION),
            "chromium-extension-off-disabled", BY_DEFAULT,
            "firefox-default", BY_DEFAULT,
            "firefox-off", BY_CHOICE)
        .forEach((capture, expected) -> {
          laptop = Laptop.of(root.resolve(capture)).with(capture);
          assertEquals(expected, warning(), capture);
        });
  }

  @Test
  void a_managed_policy_beats_the_setting_and_a_recommended_one_does_not() {
    laptop.with("chromium-off").write(MANAGED + "a.json", "{\"SafeBrowsingProtectionLevel\": 1}");
    assertEquals(new Warning.On(Effective.POLICY), warning());
    laptop
        .write(MANAGED + "a.json", "{}")
        .write("/etc/chromium/policies/recommended/b", "{\"SafeBrowsingProtectionLevel\": 2}");
    assertEquals(BY_CHOICE, warning());
    laptop
        .with("chromium-default")
        .write("/etc/chromium/policies/recommended/b", "{\"SafeBrowsingEnabled\": false}");
    assertEquals(BY_POLICY, warning());
  }

  @Test
  void of_several_policy_files_the_last_by_name_holds_and_comments_are_allowed() {
    laptop
        .with("chromium-default")
        .write(MANAGED + "a.json", "{\"SafeBrowsingProtectionLevel\": 1}")
        .write(MANAGED + "b.conf", "{\"SafeBrowsingProtectionLevel\": 0,} // off");
    assertEquals(BY_POLICY, warning());
    laptop.write(MANAGED + "c.json", "{\"SafeBrowsingEnabled\": true}");
    assertEquals(BY_POLICY, warning());
  }

  @Test
  void a_policy_that_is_not_understood_is_unclear() {
    laptop.with("chromium-default");
    for (String policy :
        List.of(
            "{\"SafeBrowsingProtectionLevel\": \"0\"}",
            "{\"SafeBrowsingProtectionLevel\": 7}",
            "{\"SafeBrowsingProtectionLevel\": 0.5}",
            "{\"SafeBrowsingEnabled\": 0}",
            "{",
            "",
            "[]")) {
      laptop.write(MANAGED + "a.json", policy);
      assertEquals(Reason.NOT_UNDERSTOOD, unclear(warning()), policy);
    }
  }

  @Test
  void every_profile_counts_that_the_browser_lists() {
    laptop
        .with("chromium-default")
        .write(
            CHROMIUM + "Local State",
            "{\"profile\":{\"info_cache\":{\"Default\":{},\"Profile 1\":{}}}}")
        .write(CHROMIUM + "Profile 1/Preferences", "{\"safebrowsing\":{\"enabled\":false}}");
    assertEquals(
        List.of(
            new Profile("ann", "Chromium", "Default", BY_DEFAULT, UPGRADED),
            new Profile("ann", "Chromium", "Profile 1", BY_CHOICE, UPGRADED)),
        profiles(laptop.machine()));
  }

  @Test
  void a_profile_that_is_listed_and_missing_is_unclear() {
    laptop
        .with("chromium-default")
        .write(CHROMIUM + "Local State", "{\"profile\":{\"info_cache\":{\"Profile 1\":{}}}}");
    assertEquals(Reason.TOOL_MISSING, unclear(warning()));
  }

  @Test
  void a_list_of_profiles_that_leads_elsewhere_is_not_followed() {
    for (String name : List.of("..", "../../../root", "", "a\\u0000b", "a,b")) {
      laptop
          .with("chromium-default")
          .write(CHROMIUM + "Local State", "{\"profile\":{\"info_cache\":{\"" + name + "\":{}}}}");
      assertEquals(Reason.NOT_UNDERSTOOD, unclear(warning()), name);
    }
  }

  @Test
  void settings_that_are_not_understood_are_unclear() {
    laptop.with("chromium-default");
    for (String text :
        List.of(
            "",
            "{",
            "[]",
            "null",
            "{\"safebrowsing\":{\"enabled\":\"no\"}}",
            "{\"safebrowsing\":{\"enabled\":false,\"enabled\":true}}",
            "{\"extensions\":{\"settings\":[]}}",
            "{\"extensions\":{\"settings\":{\"a\":7}}}",
            "{\"a\":" + "[".repeat(100_000))) {
      laptop.write(PREFERENCES, text);
      Reason reason = unclear(warning());
      assertEquals(Reason.NOT_UNDERSTOOD, reason, text);
    }
  }

  @Test
  void the_protected_file_is_read_as_well() {
    laptop
        .with("chromium-default")
        .write(CHROMIUM + "Default/Secure Preferences", "{\"safebrowsing\":{\"enabled\":false}}");
    assertEquals(BY_CHOICE, warning());
    laptop.write(PREFERENCES, "{\"safebrowsing\":{\"enabled\":true}}");
    assertEquals(Reason.NOT_UNDERSTOOD, unclear(warning()));
  }

  @Test
  void a_browser_whose_form_is_not_known_is_unclear() {
    laptop.write(HOME + ".config/opera/Preferences", "{}").write(HOME + ".librewolf/x", "");
    List<Profile> profiles = profiles(laptop.machine());
    assertEquals(List.of("Opera", "LibreWolf"), profiles.stream().map(Profile::browser).toList());
    profiles.forEach(one -> assertEquals(Reason.NOT_SUPPORTED, unclear(one.warning())));
  }

  @Test
  void edge_is_told_by_its_policy_alone() {
    laptop
        .write(
            HOME + ".config/microsoft-edge/Local State",
            "{\"profile\":{\"info_cache\":{\"Default\":{}}}}")
        .write(HOME + ".config/microsoft-edge/Default/Preferences", "{}");
    assertEquals(Reason.NOT_SUPPORTED, unclear(warning()));
    laptop.write("/etc/opt/edge/policies/managed/a.json", "{\"SmartScreenEnabled\": false}");
    assertEquals(BY_POLICY, warning());
  }

  @Test
  void a_flatpak_that_may_or_may_not_obey_is_unclear_where_it_matters() {
    String folder = HOME + ".var/app/org.chromium.Chromium/config/chromium/";
    laptop
        .write(folder + "Local State", "{\"profile\":{\"info_cache\":{\"Default\":{}}}}")
        .write(folder + "Default/Preferences", "{}")
        .write(MANAGED + "a.json", "{\"SafeBrowsingEnabled\": true}");
    assertInstanceOf(Warning.On.class, warning());
    laptop.write(MANAGED + "a.json", "{\"SafeBrowsingEnabled\": false}");
    assertEquals(Reason.NOT_SUPPORTED, unclear(warning()));
  }
}

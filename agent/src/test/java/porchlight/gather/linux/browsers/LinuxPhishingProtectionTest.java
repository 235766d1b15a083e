package porchlight.gather.linux.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Names;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.browsers.ChromiumSettings;
import porchlight.gather.browsers.Effective;
import porchlight.gather.browsers.FirefoxPrefs;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

class LinuxPhishingProtectionTest {
  private static final Warning BY_DEFAULT = new Warning.On(Effective.DEFAULT);
  private static final Warning BY_CHOICE = new Warning.Off(Effective.SETTING);
  private static final Warning BY_POLICY = new Warning.Off(Effective.POLICY);
  private static final Names UPGRADED = new Names.Upgraded(Effective.DEFAULT);
  private static final String HOME = "/home/ann/";
  private static final String CHROMIUM = HOME + ".config/chromium/";
  private static final String PREFERENCES = CHROMIUM + "Default/Preferences";
  private static final String MANAGED = "/etc/chromium/policies/managed/";
  private static final String FIREFOX = HOME + ".config/mozilla/firefox/";
  private static final String USER_JS = FIREFOX + "abcdefgh.default-esr/user.js";
  private static final String POLICIES = "/etc/firefox/policies/policies.json";
  private static final String PHISHING = "browser.safebrowsing.phishing.enabled";

  @TempDir Path root = Path.of("");
  private Laptop laptop = new Laptop(root);

  @BeforeEach
  void ann() {
    laptop = Laptop.of(root);
  }

  private static List<Profile> profiles(Machine machine) {
    var known = assertInstanceOf(Reading.Known.class, LinuxPhishingProtection.read(machine));
    return assertInstanceOf(PhishingProtection.class, known.value()).profiles();
  }

  private Warning warning() {
    List<Profile> profiles = profiles(laptop.machine());
    assertEquals(1, profiles.size(), profiles.toString());
    return profiles.get(0).warning();
  }

  private static Reason unclear(Warning warning) {
    var unclear = assertInstanceOf(Warning.Unclear.class, warning);
    assertFalse(unclear.detail().contains("ann"), unclear.detail());
    return unclear.reason();
  }

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

  @Test
  void user_js_comes_after_prefs_js_whatever_its_form() {
    laptop.with("firefox-default");
    for (String text :
        List.of(
            "user_pref(\"" + PHISHING + "\", false);",
            "// no\n/* no */ user_pref ( '" + PHISHING + "' ,\n false ) ; # no",
            "//\ruser_pref(\"" + PHISHING + "\",false);",
            "user_pref(\"a\", \"x;\\\")\"); user_pref(\"browser.safebrowsing.malware.enabled\","
                + " false);",
            "user_pref(\"" + PHISHING + "\", true);\nuser_pref(\"" + PHISHING + "\", false);")) {
      laptop.write(USER_JS, text);
      assertEquals(BY_CHOICE, warning(), text);
    }
    laptop
        .with("firefox-off")
        .write(
            USER_JS,
            "user_pref(\""
                + PHISHING
                + "\", true);\nuser_pref(\"browser.safebrowsing.malware.enabled\", true);");
    assertEquals(new Warning.On(Effective.SETTING), warning());
  }

  @Test
  void preferences_that_are_not_understood_are_unclear() {
    laptop.with("firefox-default");
    for (String text :
        List.of(
            "user_pref(\"" + PHISHING + "\", fal",
            "user_pref(\"" + PHISHING + "\", 0);",
            "user_pref(\"" + PHISHING + "\", \"false\");",
            "user_pref(\"browser.safebrowsing\\x2ephishing.enabled\", false);",
            "pref(\"" + PHISHING + "\", false);",
            "user_pref(\"a\", null);",
            "let a = 1;",
            "/*",
            "user_pref(\"urlclassifier.phishTable\", \"\");",
            "user_pref(\"browser.safebrowsing.provider.google4.updateURL\","
                + " \"http://localhost\");")) {
      laptop.write(USER_JS, text);
      unclear(warning());
    }
  }

  @Test
  void policies_of_firefox_hold_as_firefox_said_itself() {
    laptop.with("firefox-default");
    String name = "{\"policies\":{\"Preferences\":{\"" + PHISHING + "\":";
    for (String value :
        List.of(
            "false}}}",
            "{\"Value\":false,\"Status\":\"locked\"}}}}",
            "{\"Value\":false}}}}",
            "{\"Value\":0,\"Status\":\"default\"}}}}",
            "{\"Value\":false,\"Status\":\"user\"}}}}")) {
      laptop.write(POLICIES, name + value);
      assertEquals(BY_POLICY, warning(), value);
    }
    laptop.write(USER_JS, "user_pref(\"" + PHISHING + "\", false);");
    for (String value :
        List.of(
            "true}}}", "{\"Value\":true,\"Status\":\"user\"}}}}", "{\"Status\":\"clear\"}}}}")) {
      laptop.write(POLICIES, name + value);
      assertInstanceOf(Warning.On.class, warning(), value);
    }
    laptop.write(POLICIES, name + "{\"Value\":true,\"Status\":\"default\"}}}}");
    assertEquals(BY_CHOICE, warning());
    for (String value :
        List.of(
            "{}}}}",
            "{\"Value\":[],\"Status\":\"locked\"}}}}",
            "7}}}",
            "{\"Value\":true,\"Status\":9}}}}",
            "{\"Value\":true,\"Status\":\"x\"}}}}",
            "",
            "true,}}}")) {
      laptop.write(POLICIES, name + value);
      assertEquals(Reason.NOT_UNDERSTOOD, unclear(warning()), value);
    }
  }

  @Test
  void the_policies_in_etc_stand_before_those_of_an_installation() {
    laptop
        .with("firefox-default")
        .write(
            "/usr/lib/firefox-esr/distribution/policies.json",
            "{\"policies\":{\"Preferences\":{\"" + PHISHING + "\":false}}}");
    assertEquals(BY_POLICY, warning());
    laptop.write(POLICIES, "{\"policies\":{}}");
    assertEquals(BY_DEFAULT, warning());
  }

  @Test
  void preferences_of_everybody_hold_and_a_script_is_unclear() {
    laptop
        .with("firefox-default")
        .write("/etc/firefox-esr/z.js", "pref(\"" + PHISHING + "\", false);");
    assertEquals(BY_POLICY, warning());
    laptop.write(USER_JS, "user_pref(\"" + PHISHING + "\", true);");
    assertInstanceOf(Warning.On.class, warning());
    laptop.write("/etc/firefox-esr/z.js", "pref(\"" + PHISHING + "\", false, locked);");
    assertEquals(BY_POLICY, warning());
    laptop.write(
        "/usr/lib/firefox-esr/defaults/pref/a.js", "pref(\"general.config.filename\", \"a.cfg\");");
    assertEquals(Reason.NOT_SUPPORTED, unclear(warning()));
  }

  @Test
  void a_firefox_that_is_installed_nowhere_we_know_is_unclear() {
    assertEquals(
        Reason.NOT_SUPPORTED,
        unclear(
            profiles(
                    new Laptop(root.resolve("other"))
                        .write("/etc/passwd", "ann:x:1000:1000::/home/ann:/bin/sh\n")
                        .write("/home/ann/.profile", "")
                        .with("firefox-default")
                        .machine())
                .get(0)
                .warning()));
  }

  @Test
  void a_profile_that_is_kept_elsewhere_is_unclear() {
    laptop.with("firefox-default");
    for (String path :
        List.of("IsRelative=0\nPath=/srv/ff", "IsRelative=1\nPath=../x", "IsRelative=1")) {
      laptop.write(FIREFOX + "profiles.ini", "[Profile0]\n" + path + "\n");
      unclear(warning());
    }
  }

  @Test
  void a_profile_of_a_group_counts_although_the_list_does_not_name_it() {
    laptop
        .with("firefox-default")
        .write(FIREFOX + "zzzzzzzz.Second/prefs.js", "user_pref(\"" + PHISHING + "\", false);");
    assertEquals(2, profiles(laptop.machine()).size());
  }

  @Test
  void links_pipes_and_a_locked_home_are_unclear() {
    laptop.with("chromium-default").link(HOME + ".mozilla", "/srv");
    assertEquals(2, profiles(laptop.machine()).size());
    assertEquals(Reason.NOT_SUPPORTED, unclear(profiles(laptop.machine()).get(1).warning()));
    var empty =
        new Laptop(root.resolve("empty"))
            .write("/etc/passwd", "ann:x:1000:1000::/home/ann:/bin/sh\n")
            .write("/home/ann/README.txt", "");
    assertEquals(Reason.NOT_SUPPORTED, unclear(profiles(empty.machine()).get(0).warning()));
    var locked =
        new Laptop(root.resolve("locked"))
            .write("/etc/passwd", "ann:x:1000:1000::/home/ann:/bin/sh\n")
            .write("/home/ann/.profile", "")
            .write("/home/ann/Access-Your-Private-Data.desktop", "");
    assertEquals(Reason.NOT_SUPPORTED, unclear(profiles(locked.machine()).get(0).warning()));
  }

  @Test
  void a_denied_or_missing_home_is_unclear() {
    for (Answer answer :
        List.of(
            new Answer.Denied(),
            new Answer.Missing(),
            new Answer.Said(1, "", "x"),
            new Answer.Said(0, "folder /etc"),
            new Answer.Said(0, ""))) {
      var machine =
          new Scripted()
              .says(new Question.ReadFile("/etc/passwd"), "ann:x:1000:1000::/srv/ann:/bin/sh\n")
              .answers(new Question.Among("/srv/ann", LinuxUsed.LOOK.lookedFor()), answer);
      unclear(profiles(machine).get(0).warning());
    }
  }

  @Test
  void a_broken_source_is_never_a_fine_answer_and_never_an_exception() {
    for (String capture :
        List.of("chromium-policy-off", "chromium-extension-off", "chromium-off", "firefox-off")) {
      Laptop one =
          Laptop.of(root.resolve(capture)).with(capture).write(POLICIES, "{\"policies\":{}}");
      var asked = new ArrayList<Question>();
      profiles(question -> {
        asked.add(question);
        return one.machine().ask(question);
      });
      assertTrue(asked.size() >= 6, asked.toString());
      for (Question broken : asked) {
        if (broken.text().startsWith("? prefs /etc")
            || broken.text().startsWith("? list /etc/firefox")
            || broken.text().equals("? list /home")
            || broken.text().contains("nsswitch")
            || broken.text().startsWith("? list /usr/lib/firefox-esr/defaults")) {
          continue; // what is not there is an ordinary answer of these, and says nothing else here
        }
        for (Answer answer :
            List.of(
                new Answer.Missing(),
                new Answer.Denied(),
                new Answer.TimedOut(),
                new Answer.TooLong(1),
                new Answer.Failed("x"),
                new Answer.Said(1, "", "x"),
                new Answer.Said(0, "\uFFFD\u0000 garbage"))) {
          Reading<PhishingProtection> read =
              LinuxPhishingProtection.read(question ->
                  question.text().equals(broken.text()) ? answer : one.machine().ask(question));
          if (read instanceof Reading.Known<PhishingProtection>(var known)) {
            assertFalse(
                !known.profiles().isEmpty()
                    && known.profiles().stream()
                        .allMatch(profile -> profile.warning() instanceof Warning.On),
                capture + ": " + broken.text() + " " + answer + known);
          }
        }
      }
    }
  }

  @Test
  void garbled_settings_never_throw() {
    laptop.with("chromium-off").with("firefox-off");
    var preferences =
        new Question.ReadJson(
            "/home/ann", ".config/chromium/Default/Preferences", ChromiumSettings.MEMBERS, false);
    var prefs =
        new Question.ReadPrefs(
            "/home/ann",
            ".config/mozilla/firefox/abcdefgh.default-esr/prefs.js",
            FirefoxPrefs.NAMES);
    for (Question question : List.of(preferences, prefs)) {
      String text = assertInstanceOf(Answer.Said.class, laptop.machine().ask(question)).text();
      Garbled.eachAnswer(
          text,
          answer ->
              profiles(asked ->
                  asked.text().equals(question.text()) ? answer : laptop.machine().ask(asked)));
    }
  }
}

package porchlight.gather.linux.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reason;
import porchlight.gather.browsers.Effective;

class LinuxFirefoxWarningsTest extends AnnsBrowsers {
  private static final String FIREFOX = HOME + ".config/mozilla/firefox/";
  private static final String USER_JS = FIREFOX + "abcdefgh.default-esr/user.js";

  private static final String PHISHING = "browser.safebrowsing.phishing.enabled";

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
}

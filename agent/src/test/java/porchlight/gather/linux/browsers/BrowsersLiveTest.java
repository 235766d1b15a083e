package porchlight.gather.linux.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Names;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reading;
import porchlight.gather.browsers.Effective;
import porchlight.machine.SystemFolders;

/**
 * Real browsers, without a window and without a network, in a home and under an /etc of their own:
 * what we read of their files is what they say of themselves.
 */
class BrowsersLiveTest {
  private static final String SCRIPTS = "src/test/resources/browsers/";
  private static final String CHROMIUM_POLICY = "/etc/chromium/policies/managed/a.json";
  private static final String FIREFOX_POLICY = "/etc/firefox/policies/policies.json";
  private static final String PROFILE = ".config/mozilla/firefox/abcdefgh.default-esr";
  private static final String LISTED =
      "[Profile0]\nName=default\nIsRelative=1\nPath=abcdefgh.default-esr\nDefault=1\n";
  private static final String UNTOUCHED = "user_pref(\"remote.prefs.recommended\", false);\n";

  private static final String CHROMIUM_SAYS =
      "chrome.settingsPrivate.getPref('safebrowsing.enabled').then(pref => pref.value)";
  private static final String CHROMIUM_OFF =
      "chrome.settingsPrivate.setPref('generated.safe_browsing', 0)";
  private static final String FIREFOX_SAYS =
      "arguments[0](Services.prefs.getBoolPref('browser.safebrowsing.phishing.enabled')"
          + " && Services.prefs.getBoolPref('browser.safebrowsing.malware.enabled'))";
  private static final String FIREFOX_OFF =
      "Services.prefs.setBoolPref('browser.safebrowsing.phishing.enabled', false); arguments[0](1)";

  @TempDir Path root = Path.of("");

  /** What they did, what an administrator laid down, and whether the browser warns then. */
  private record Scene(boolean turnedOff, String policy, boolean warns) {}

  @Test
  void chromium_says_of_itself_what_we_read() throws Exception {
    require("chromium");
    var scenes =
        List.of(
            new Scene(false, "", true),
            new Scene(true, "", false),
            new Scene(false, "{\"SafeBrowsingProtectionLevel\": 0}", false),
            new Scene(true, "{\"SafeBrowsingProtectionLevel\": 1,} // on", true));
    for (int i = 0; i < scenes.size(); i++) {
      Scene scene = scenes.get(i);
      Laptop laptop = Laptop.of(root.resolve("chromium" + i));
      if (!scene.policy().isEmpty()) {
        laptop.write(CHROMIUM_POLICY, scene.policy());
      }
      if (scene.turnedOff()) {
        say(laptop, "devtools.py", "chrome://settings/", CHROMIUM_OFF);
      }
      String said = say(laptop, "devtools.py", "chrome://settings/", CHROMIUM_SAYS);
      assertEquals(Boolean.toString(scene.warns()), said, scene.toString());
      assertEquals(scene.warns(), read(laptop), scene.toString());
    }
  }

  @Test
  void firefox_says_of_itself_what_we_read() throws Exception {
    require("firefox-esr");
    String locked =
        "{\"policies\":{\"Preferences\":{\"browser.safebrowsing.phishing.enabled\":"
            + "{\"Value\":%s,\"Status\":\"%s\"}}}}";
    var scenes =
        List.of(
            new Scene(false, "", true),
            new Scene(true, "", false),
            new Scene(false, String.format(locked, "false", "default"), false),
            new Scene(true, String.format(locked, "true", "locked"), true));
    for (int i = 0; i < scenes.size(); i++) {
      Scene scene = scenes.get(i);
      Laptop laptop =
          Laptop.of(root.resolve("firefox" + i))
              .write("/home/ann/.config/mozilla/firefox/profiles.ini", LISTED)
              .write("/home/ann/" + PROFILE + "/user.js", UNTOUCHED);
      if (scene.turnedOff()) {
        say(laptop, "marionette.py", FIREFOX_OFF);
      }
      if (!scene.policy().isEmpty()) {
        laptop.write(FIREFOX_POLICY, scene.policy());
      }
      String said = say(laptop, "marionette.py", FIREFOX_SAYS);
      assertEquals(Boolean.toString(scene.warns()), said, scene.toString());
      assertEquals(scene.warns(), read(laptop), scene.toString());
    }
  }

  /** What was done, what an administrator laid down, what the browser says, what we read. */
  private record Asking(String done, String policy, String says, Names names) {}

  @Test
  void chromium_asks_for_names_whom_we_read() throws Exception {
    require("chromium");
    String says =
        "import('chrome://resources/js/cr.js')"
            + ".then(cr => cr.sendWithPromise('getSecureDnsSetting')).then(set => set.mode)";
    String secure =
        "chrome.settingsPrivate.setPref('dns_over_https.templates', 'https://dns.example/q')"
            + ".then(() => chrome.settingsPrivate.setPref('dns_over_https.mode', 'secure'))";
    String off = "chrome.settingsPrivate.setPref('dns_over_https.mode', 'off')";
    var scenes =
        List.of(
            new Asking("", "", "automatic", new Names.Upgraded(Effective.DEFAULT)),
            new Asking(secure, "", "secure", new Names.Own(Effective.SETTING)),
            new Asking(off, "", "off", new Names.Laptops(Effective.SETTING)),
            new Asking(
                secure,
                "{\"PasswordManagerEnabled\": true}",
                "off",
                new Names.Laptops(Effective.POLICY)),
            new Asking(
                secure,
                "{\"DnsOverHttpsMode\": \"off\"}",
                "off",
                new Names.Laptops(Effective.POLICY)));
    for (int i = 0; i < scenes.size(); i++) {
      Asking scene = scenes.get(i);
      Laptop laptop = Laptop.of(root.resolve("names" + i));
      if (!scene.done().isEmpty()) {
        say(laptop, "devtools.py", "chrome://settings/", scene.done());
      }
      if (!scene.policy().isEmpty()) {
        laptop.write(CHROMIUM_POLICY, scene.policy());
      }
      String said = say(laptop, "devtools.py", "chrome://settings/", says);
      assertEquals("\"" + scene.says() + "\"", said, scene.toString());
      assertEquals(scene.names(), profile(laptop).names(), scene.toString());
    }
  }

  @Test
  void firefox_asks_for_names_whom_we_read() throws Exception {
    require("firefox-esr");
    String policy = "{\"policies\":{\"DNSOverHTTPS\":{%s}}}";
    var scenes =
        List.of(
            new Asking("", "", "0", new Names.Laptops(Effective.DEFAULT)),
            new Asking("\"network.trr.mode\", 3", "", "3", new Names.Own(Effective.SETTING)),
            new Asking("\"network.trr.mode\", 5", "", "5", new Names.Laptops(Effective.SETTING)),
            new Asking("\"doh-rollout.mode\", 2", "", "2", new Names.Perhaps(Effective.DEFAULT)),
            new Asking(
                "\"network.trr.mode\", 5",
                String.format(policy, "\"Enabled\": true"),
                "5",
                new Names.Laptops(Effective.SETTING)),
            new Asking(
                "\"network.trr.mode\", 5",
                String.format(policy, "\"Enabled\": true, \"Locked\": true"),
                "2",
                new Names.Own(Effective.POLICY)),
            new Asking(
                "",
                String.format(policy, "\"Enabled\": true, \"Fallback\": false"),
                "3",
                new Names.Own(Effective.POLICY)));
    for (int i = 0; i < scenes.size(); i++) {
      Asking scene = scenes.get(i);
      String chosen = scene.done().isEmpty() ? "" : "user_pref(" + scene.done() + ");\n";
      Laptop laptop =
          Laptop.of(root.resolve("trr" + i))
              .write("/home/ann/.config/mozilla/firefox/profiles.ini", LISTED)
              .write("/home/ann/" + PROFILE + "/user.js", UNTOUCHED + chosen);
      if (!scene.policy().isEmpty()) {
        laptop.write(FIREFOX_POLICY, scene.policy());
      }
      String said = say(laptop, "marionette.py", "arguments[0](Services.dns.currentTrrMode)");
      assertEquals(scene.says(), said, scene.toString());
      assertEquals(scene.names(), profile(laptop).names(), scene.toString());
    }
  }

  private static boolean read(Laptop laptop) {
    return switch (profile(laptop).warning()) {
      case Warning.On on -> true;
      case Warning.Off off -> false;
      case Warning.Unclear unclear -> throw new AssertionError(unclear);
    };
  }

  private static PhishingProtection.Profile profile(Laptop laptop) {
    var read =
        assertInstanceOf(Reading.Known.class, LinuxPhishingProtection.read(laptop.machine()));
    var profiles = assertInstanceOf(PhishingProtection.class, read.value()).profiles();
    assertEquals(1, profiles.size(), profiles.toString());
    return profiles.get(0);
  }

  private static void require(String browser) {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root may make namespaces");
    for (String program : List.of("unshare", "python3", "ip", "mount", browser)) {
      assumeTrue(SystemFolders.find(program).isPresent(), "there is no " + program);
    }
  }

  /** The last line that the script prints, run where the laptop's /etc lies over the real one. */
  private static String say(Laptop laptop, String script, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.addAll(List.of("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child"));
    command.addAll(List.of("sh", "-c"));
    command.add(
        "ip link set lo up && mount -t overlay -o lowerdir=\"$ROOT/etc\":/etc none /etc && exec"
            + " python3 \"$@\"");
    command.addAll(List.of("sh", Path.of(SCRIPTS, script).toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.redirectInput(Path.of("/dev/null").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("ROOT", laptop.root().toString());
    builder.environment().put("HOME", laptop.root() + "/home/ann");
    builder.environment().put("PROFILE", PROFILE);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(script + " does not end");
    }
    assertEquals(0, process.exitValue(), script + " " + out);
    return out.strip().lines().reduce("", (before, last) -> last);
  }
}

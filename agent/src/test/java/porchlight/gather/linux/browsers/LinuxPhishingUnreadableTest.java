package porchlight.gather.linux.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Broken;
import porchlight.gather.browsers.ChromiumSettings;
import porchlight.gather.browsers.FirefoxPrefs;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Question;

class LinuxPhishingUnreadableTest extends AnnsBrowsers {
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
        for (Answer answer : Broken.WAYS) {
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

package porchlight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import porchlight.Golden;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.json.PolicyReader;

class AdviceTest {
  private static final Path PAGES = Path.of("src/main/resources/porchlight/advice");
  private static final int LONGEST_SENTENCE = 25;
  private static final int LONGEST_PAGE = 220;
  private static final List<String> PARTS =
      List.of(
          "What it is",
          "Why it matters to you",
          "What to do now",
          "What not to do",
          "Whom to call");

  /** Words of the trade, which a person who only works on the laptop need not know. */
  private static final Pattern JARGON =
      Pattern.compile(
          "(?i)\\b(?:access points?|admin(?:istrators?)?|agents?|antivirus|authenticat\\w+|bitlocker"
              + "|bssid|captive|certificates?|clients?|configur\\w+|credentials?|daemons?|decrypt\\w*"
              + "|dhcp|dns|domains?|encrypt\\w*|endpoints?|exploit\\w*|filevault|firewalls?|firmware"
              + "|gateways?|hosts?|hosts file|https?|inbound|incoming|interfaces?|ip|ipv[46]|kernel"
              + "|lan|llmnr|mac address|malware|man.in.the.middle|mdm|mdns|mfa|netbios|patch\\w*"
              + "|payload|phish\\w*|polic(?:y|ies)|ports?|privileges?|protocols?|prox(?:y|ies)"
              + "|ransomware|reboot\\w*|resolvers?|root|routers?|rout(?:e|ing)|rsn|servers?|services?"
              + "|smb|spoof\\w*|ssid|ssl|subnet|sudo|telnet|terminal|tls|trojan|tunnel interface"
              + "|unpatched|upnp|virus(?:es)?|vpns?|vulnerab\\w+|wep|wpa\\d?|wpad)\\b");

  private static List<Path> pages() throws IOException {
    try (var files = Files.list(PAGES)) {
      return files.sorted().toList();
    }
  }

  @Test
  void every_check_has_its_page_and_every_page_its_check() throws IOException {
    var there = new TreeSet<String>();
    pages().forEach(page -> there.add(page.getFileName().toString().replace(".md", "")));
    assertEquals(new TreeSet<>(PolicyReader.checks()), there);
  }

  @Test
  void every_page_has_its_five_parts_in_their_order_and_says_something_in_each()
      throws IOException {
    for (Path page : pages()) {
      String text = Files.readString(page);
      var headings = text.lines().filter(line -> line.startsWith("## ")).toList();
      assertEquals(PARTS, headings.stream().map(line -> line.substring(3)).toList(), page + "");
      for (String part : text.split("(?m)^##? .*$", -1)) {
        assertTrue(part.isBlank() == (part.length() < 3), page + ": " + part);
      }
      assertTrue(text.split("\\s+", -1).length <= LONGEST_PAGE, page + " is no short page");
    }
  }

  @Test
  void no_page_has_a_word_of_the_trade() throws IOException {
    var found = new ArrayList<String>();
    for (Path page : pages()) {
      JARGON
          .matcher(Files.readString(page))
          .results()
          .forEach(word -> found.add(page.getFileName() + ": " + word.group()));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void no_sentence_is_long() throws IOException {
    var found = new ArrayList<String>();
    for (Path page : pages()) {
      for (String line : Files.readAllLines(page)) {
        String plain = line.replaceFirst("^(?:#+ |\\d+\\. )", "");
        for (String sentence : plain.split("(?<=[.!?:])\\s+", -1)) {
          if (sentence.split("\\s+", -1).length > LONGEST_SENTENCE) {
            found.add(page.getFileName() + ": " + sentence);
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void no_page_asks_for_a_secret_or_for_a_command() throws IOException {
    for (Path page : pages()) {
      String text = Files.readString(page).toLowerCase(Locale.ROOT);
      assertFalse(text.contains("`") || text.contains("http"), page + "");
      assertFalse(text.contains("send us your password"), page + "");
    }
  }

  @Test
  void the_pages_of_what_failed_are_shown_and_what_could_not_be_seen_is_said() {
    Facts facts =
        new SampleFacts()
            .firewall(Reading.unknown(Reason.NEEDS_PRIVILEGE, "nft: permission denied"))
            .wifi(
                Reading.known(
                    new porchlight.facts.Wifi.Joined(
                        "wlan0", "Cafe", porchlight.facts.Wifi.Security.OPEN)))
            .build();
    Typed typed = Typed.on(facts, "advice");
    assertEquals(Exit.FOUND, typed.exit());
    assertTrue(typed.out().startsWith("Other people can listen to this Wi-Fi\n"), typed.out());
    assertTrue(typed.out().contains("We could not look at everything that matters."), typed.out());
    assertFalse(typed.out().contains("nothing that you need to do"), typed.out());
  }

  @Test
  void where_nothing_failed_that_is_said_and_only_there() {
    Typed well = Typed.on(new SampleFacts().build(), "advice");
    assertEquals(Exit.SAFE, well.exit(), well.out());
    assertEquals("We found nothing that you need to do now.\n", well.out());
  }

  @Test
  void the_page_of_a_check_is_shown_by_its_name() {
    Typed typed = Typed.on(new SampleFacts().build(), "advice", "phishing-protection");
    Golden.check(Path.of("src/test/golden/screens/advice.txt"), typed.out());
    assertEquals(Exit.USAGE, Typed.on(new SampleFacts().build(), "advice", "phishing").exit());
  }
}

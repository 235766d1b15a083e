package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.Recorded;
import porchlight.machine.Recording;
import porchlight.machine.Run;
import porchlight.machine.TranscriptText;

/** What has a form of its own is found in whatever a program printed, whoever asked it. */
class ShareCapturesTest {
  private static final Path CAPTURES = Path.of("src/test/captures");
  private static final Question ASKED = Run.of("print-this").hiding("^ssid (.+)$");

  private static String shared(Question question, String answer) {
    var recording = new Recording(any -> new Answer.Said(0, answer));
    recording.ask(question);
    return TranscriptText.write(
        new Recorded(
            "Shared.",
            java.time.Instant.EPOCH,
            "linux",
            recording.disguised(address -> false, Set.of()).exchanges()));
  }

  @Test
  void no_address_and_no_id_of_any_capture_is_left() throws Exception {
    int looked = 0;
    var left = new TreeSet<String>();
    List<Path> files;
    try (var walk = Files.walk(CAPTURES)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      if (text.length() > 200_000 || file.endsWith("PROVENANCE.tsv")) {
        continue;
      }
      looked++;
      var shared = Peopled.Hay.of(shared(ASKED, text).getBytes(StandardCharsets.UTF_8));
      for (String secret : Peopled.secrets(text)) {
        Peopled.form(secret, shared).ifPresent(form -> left.add(file + ": " + secret + " " + form));
      }
    }
    assertTrue(looked >= 600, looked + " captures");
    assertEquals(List.of(), new ArrayList<>(left));
  }

  @ParameterizedTest
  @CsvSource({
    "ssid Lindqvists Loft, Lindqvists Loft",
    "'ssid Lindqvists Loft\nx TGluZHF2aXN0cyBMb2Z0 x', TGluZHF2aXN0cyBMb2Z0",
    "'ssid Lindqvists Loft\nx 4c696e6471766973747320 4c696e64717669737473204c6f6674', Lindqvists",
    "'ssid Lindqvists Loft\nx 4c696e647176697374732 4c696e6471766973747320 4c696e64717669737473204c6f6674', 4c696e64717669737473204c6f6674",
    "'ssid Lindqvists Loft\nssid=76;105;110;100;113;118;105;115;116;115;32;76;111;102;116;', 76;105;110;100",
    "'ssid Lindqvists Loft\nx Lindqvists%20Loft Lindqvists+Loft LINDQVISTS LOFT', indqvists",
    "/home/lindqvist/.config, lindqvist",
    "/Users/lindqvist/Library, lindqvist",
    "C:\\Users\\lindqvist\\AppData, lindqvist",
    "Serial Number (system): C02XK1ABJHD3, C02XK1ABJHD3",
    "SerialNumber=PF2ABCDE, PF2ABCDE",
    "write to anna@lindqvist.example now, anna@",
    "enrollmentToken=plt_9sd8f7sd98f7sd9f8, plt_9sd8",
    "Authorization eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl, eyJ",
    "owner S-1-5-21-1004336348-1177238915-682003330-1001, 1177238915",
    "machine-id 0123456789abcdef0123456789abcdef, 0123456789abcdef",
    "178.168.192.in-addr.arpa, 178.168",
    "route fd12:3456:789a::17/64, fd12:3456",
    "2a02:6b8:b010:9020:a65e:60ff:fec1:203, 60ff",
    "DUID 00-01-00-01-1B-D1-FB-CC-54-EE-75-00-00-A8, 54-EE-75",
  })
  void what_tells_a_person_or_a_laptop_is_replaced(String said, String secret) {
    String shared = shared(ASKED, said + "\n");
    assertEquals(
        -1,
        shared
            .toLowerCase(java.util.Locale.ROOT)
            .indexOf(secret.toLowerCase(java.util.Locale.ROOT)),
        shared);
  }

  @ParameterizedTest
  @CsvSource({
    "getty@tty1.service",
    "browserpass@maximbaz.com",
    "{D68DDC3A-no-id}",
    "10.15.7",
    "libexample 10.2.3.4-1ubuntu1",
    "127.0.0.1 9.9.9.9x",
    "link 0.0.0.0/0",
    "8be4df61-93ca-11d2-aa0d-00e098032b8c",
    "token ring",
    "sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  })
  void what_is_the_same_everywhere_stays(String said) {
    String shared = shared(ASKED, said + "\n");
    assertTrue(shared.contains(said), shared);
  }

  @Test
  void neighbours_stay_neighbours_and_ranges_hold_who_was_in_them() {
    String shared =
        shared(
            ASKED,
            """
            inet 10.20.30.40/24 10.20.30.1 10.20.31.9
            range 10.20.0.0/16
            inet6 2a02:6b8:1:2::17 2a02:6b8:1:2::18 2a02:6b8:1:3::17
            """);
    var lines = shared.lines().toList();
    String[] four = lines.get(3).split("[ /]", -1);
    assertEquals(four[1].replaceAll("\\.\\d+$", ""), four[3].replaceAll("\\.\\d+$", ""), shared);
    assertTrue(!four[4].startsWith(four[1].replaceAll("\\.\\d+$", ".")), shared);
    assertEquals(lines.get(4), "range " + four[1].replaceAll("\\.\\d+\\.\\d+$", ".0.0/16"), shared);
    String[] six = lines.get(5).split(" ", -1);
    assertEquals(six[1].replaceAll("::.*", ""), six[2].replaceAll("::.*", ""), shared);
    assertTrue(!six[3].startsWith(six[1].replaceAll("::.*", "::")), shared);
  }

  @Test
  void registers_of_the_firewall_hold_the_same_stand_ins() {
    var netlink = Run.of("nft", "--debug=netlink", "list", "ruleset");
    String shared =
        shared(
            netlink,
            "[ cmp eq reg 1 0x281e140a ]\n[ cmp eq reg 1 0x00000010 ]\nip saddr 10.20.30.40 accept\n");
    assertTrue(!shared.contains("0x281e140a"), shared);
    assertTrue(shared.contains("0x00000010"), shared);
    var word = java.util.regex.Pattern.compile("0x28(..)(..)0a").matcher(shared);
    assertTrue(word.find(), shared);
    assertTrue(
        shared.contains(
            "10."
                + Integer.parseInt(word.group(2), 16)
                + "."
                + Integer.parseInt(word.group(1), 16)
                + ".40"),
        shared);
  }
}

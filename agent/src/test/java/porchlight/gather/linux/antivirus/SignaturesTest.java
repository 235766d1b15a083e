package porchlight.gather.linux.antivirus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;

class SignaturesTest {
  /** Made by ClamAV's own tool; those of its makers differ in what stands for X. */
  static final String HEADER = Captures.text("antivirus/sigtool-header.txt");

  private static final Instant MADE = Instant.parse("2026-11-22T18:13:56Z");

  private static Reading<Instant> of(String patched, String fetched) {
    var machine = new Told();
    if (!patched.isEmpty()) {
      machine.says(Signatures.PATCHED, patched);
    }
    if (!fetched.isEmpty()) {
      machine.says(Signatures.FETCHED, fetched);
    }
    return Signatures.newest(machine);
  }

  private static Reason reason(Reading<Instant> reading) {
    return ((Reading.Unknown<Instant>) reading).reason();
  }

  @Test
  void the_header_tells_when_they_were_made() {
    assertEquals(Reading.known(MADE), of("", HEADER));
    assertEquals(Reading.known(MADE), of(HEADER, ""));
  }

  @Test
  void of_two_files_the_one_of_the_higher_version_counts_whatever_its_time() {
    String older = HEADER.replace(":27001:", ":26999:").replace(":1795371236", ":1795000000");
    String newer = HEADER.replace(":27001:", ":27002:").replace(":1795371236", ":1795000000");
    assertEquals(Reading.known(MADE), of(HEADER, older));
    assertEquals(Reading.known(MADE), of(older, HEADER));
    assertEquals(Reading.known(Instant.ofEpochSecond(1795000000)), of(HEADER, newer));
    assertEquals(Reading.known(Instant.ofEpochSecond(1795000000)), of(newer, HEADER));
  }

  @Test
  void missing_signatures_are_unknown() {
    assertEquals(Reason.NOT_SUPPORTED, reason(of("", "")));
  }

  @Test
  void one_that_was_denied_leaves_it_open_whatever_the_other_says() {
    for (var file : java.util.List.of(Signatures.PATCHED, Signatures.FETCHED)) {
      var other = file.equals(Signatures.PATCHED) ? Signatures.FETCHED : Signatures.PATCHED;
      var machine = new Told().says(other, HEADER).says(file, new Answer.Denied());
      assertEquals(Reason.NEEDS_PRIVILEGE, reason(Signatures.newest(machine)));
      machine.says(file, new Answer.Failed("a link, which is not followed"));
      assertEquals(Reason.NOT_UNDERSTOOD, reason(Signatures.newest(machine)));
    }
  }

  @Test
  void what_is_no_whole_header_is_not_understood() {
    for (String odd :
        java.util.List.of(
            HEADER.substring(0, 400),
            HEADER + " ",
            HEADER.replace("ClamAV-VDB", "ClamAV-VDC"),
            HEADER.replace(":27001:", ":-7001:"),
            HEADER.replace(":1795371236", ":0000000000"),
            HEADER.replace(":1795371236", ":99999999999999").substring(0, 512),
            HEADER.replace(":tester:", ":te:er:").concat(" ").substring(0, 512),
            HEADER.replace("tester", "test\u00e9r"),
            "\u0000".repeat(512))) {
      assertEquals(Reason.NOT_UNDERSTOOD, reason(of("", odd)), odd.strip());
    }
  }

  @Test
  void a_spoilt_header_never_throws() {
    int tried =
        Garbled.eachAnswer(
            HEADER, answer -> Signatures.newest(new Told().says(Signatures.FETCHED, answer)));
    assertTrue(tried > 150, "only " + tried);
  }
}

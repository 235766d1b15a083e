package porchlight.gather.windows.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;
import static porchlight.gather.windows.WinCaptures.text;
import static porchlight.gather.windows.security.WinAntivirusTest.ON;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.checks.Antivirus;
import porchlight.checks.Outcome;
import porchlight.facts.Antivirus.Product;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.gather.windows.WinLaptop;
import porchlight.machine.Answer;

/** What guards a Windows that does not list it: on servers always, on others now and then. */
class WinAntivirusAloneTest {
  private static final String NONE = "service=ekrn\nstate=absent\n";
  private static final List<String> NOT_GUARDING =
      List.of(
          ON.replace("Normal", "Passive Mode"),
          ON.replace("Normal", "EDR Block Mode"),
          ON.replace("Normal", "Not running"),
          ON.replace("TimeProtectionEnabled=TRUE", "TimeProtectionEnabled=FALSE"));

  private static WinLaptop laptop() {
    return WinLaptop.of(26200, 9711, "Client", "Professional").says(MakersServices.SERVICES, NONE);
  }

  private static WinLaptop server() {
    return WinLaptop.of(20348, 5761, "Server", "ServerStandard")
        .says(MakersServices.SERVICES, NONE);
  }

  private static List<String> names(WinLaptop machine) {
    return known(WinAntivirus.read(machine)).products().stream().map(Product::name).toList();
  }

  private static Outcome judged(WinLaptop machine) {
    var facts = new SampleFacts().antivirus(WinAntivirus.read(machine)).build();
    return new Antivirus(true, 3650).judge(facts).outcome();
  }

  @Test
  void beside_a_maker_that_nobody_knows_a_laptop_whose_list_is_silent_never_fails() {
    for (Answer silent :
        List.of(
            new Answer.Missing(),
            new Answer.Denied(),
            new Answer.TimedOut(),
            new Answer.Said(0, ""))) {
      for (String status : NOT_GUARDING) {
        var laptop =
            laptop().answers(SecurityCenter.ANTIVIRUS, silent).says(DefenderStatus.STATUS, status);
        assertEquals(Outcome.UNKNOWN, judged(laptop), silent + " " + status);
      }
      var stopped =
          laptop()
              .answers(SecurityCenter.ANTIVIRUS, silent)
              .says(MakersServices.SERVICES, "service=ekrn\nstate=1\nstart=2\n");
      assertEquals(Outcome.UNKNOWN, judged(stopped), silent.toString());
      assertEquals(
          Outcome.PASS,
          judged(
              laptop().answers(SecurityCenter.ANTIVIRUS, silent).says(DefenderStatus.STATUS, ON)));
    }
  }

  @Test
  void a_server_that_is_guarded_from_elsewhere_does_not_fail() {
    for (String status : NOT_GUARDING.subList(0, 2)) {
      assertEquals(Outcome.UNKNOWN, judged(server().says(DefenderStatus.STATUS, status)), status);
    }
    assertEquals(Outcome.FAIL, judged(server().says(DefenderStatus.STATUS, NOT_GUARDING.get(2))));
    assertNotEquals(
        Outcome.PASS,
        judged(server().answers(DefenderStatus.STATUS, new Answer.Failed("0x800106ba"))));
  }

  @Test
  void a_server_has_no_list_and_is_asked_otherwise() {
    assertEquals(
        true,
        text("securitycenter2/en-server2022-wmic-invalid-namespace.txt")
            .contains("Invalid namespace"));
    var server = server().says(DefenderStatus.STATUS, ON);
    assertEquals(List.of("Microsoft Defender"), names(server));
    server.answers(MakersServices.SERVICES, new Answer.Denied());
    assertEquals(List.of("Microsoft Defender", "an antivirus of another maker"), names(server));
    server.says(
        MakersServices.SERVICES, "service=ekrn\nstate=4\nstart=2\n\nservice=WRSVC\nstate=absent\n");
    assertEquals(List.of("Microsoft Defender", "ESET"), names(server));
    server.answers(DefenderStatus.STATUS, new Answer.Failed("0x800106ba"));
    assertEquals(
        List.of("Microsoft Defender", "ESET"), names(server), "it may be there all the same");
    server.answers(DefenderStatus.STATUS, new Answer.Missing());
    assertEquals(List.of("ESET"), names(server));
  }

  @Test
  void with_everything_missing_or_denied_it_is_unknown() {
    assertEquals(Reason.TOOL_MISSING, why(WinAntivirus.read(new WinLaptop())));
    var denied = new WinLaptop().answers(SecurityCenter.ANTIVIRUS, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, why(WinAntivirus.read(denied)));
    var empty = new WinLaptop().says(SecurityCenter.ANTIVIRUS, "");
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinAntivirus.read(empty)));
  }
}

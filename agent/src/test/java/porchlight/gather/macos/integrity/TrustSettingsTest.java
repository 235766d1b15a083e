package porchlight.gather.macos.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.TrustedRoots.Root;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.people.AtTheScreen;
import porchlight.machine.Answer;
import porchlight.machine.Question;

/** Whom somebody trusts; the form of the lines is that of Apple's published source. */
class TrustSettingsTest {
  private static final Answer NONE =
      new Answer.Said(1, "", "SecTrustSettingsCopyCertificates: No Trust Settings were found.\n");

  private static final String FOUR =
      """
      Number of trusted certs = 4
      Cert 0: Example Corp Root CA
         Number of trust settings : 0
      Cert 1: gdb-cert
         Number of trust settings : 1
         Trust Setting 0:
            Policy OID            : Code Signing
            Allowed Error         : CSSMERR_TP_CERT_EXPIRED
            Result Type           : kSecTrustSettingsResultTrustRoot
      Cert 2: Old and bad
         Number of trust settings : 1
         Trust Setting 0:
            Result Type           : kSecTrustSettingsResultDeny
      Cert 3: mkcert ann@aurora
         Number of trust settings : 2
         Trust Setting 0:
            Policy OID            : SSL
            Policy String         : *
            Result Type           : kSecTrustSettingsResultTrustAsRoot
         Trust Setting 1:
            Policy OID            : Apple X509 Basic
      """;

  private static final String REST = "*";

  private static final Question OWNER = AtTheScreen.QUESTIONS.get(0);
  private static final Question OURS = AtTheScreen.QUESTIONS.get(1);

  private static Reading<List<String>> read(String text) {
    return TrustSettings.read(TrustSettings.ADMIN, new Answer.Said(0, text));
  }

  private static Told machine(String owner, String us) {
    return new Told().says(OWNER, owner).says(OURS, us).says(TrustSettings.ADMIN, NONE);
  }

  @Test
  void what_is_trusted_for_tls_is_named_and_what_is_forbidden_or_signs_code_is_not() {
    assertEquals(List.of("Example Corp Root CA", "mkcert ann@aurora"), known(read(FOUR)));
    assertEquals(
        List.of("Example Corp Root CA"),
        known(read(FOUR.replace(REST, "intranet.example.com"))),
        "one site is no authority");
    assertEquals(List.of(), known(read("Number of trusted certs = 0\n")));
  }

  @Test
  void a_condition_with_lines_of_its_own_hides_no_trust() {
    String hiding =
        """
        Number of trusted certs = 1
        Cert 0: a
           Number of trust settings : 1
           Trust Setting 0:
              Policy OID            : SSL
              Application           : x
              Policy String         : intranet.example.com
              Result Type           : kSecTrustSettingsResultDeny
        """;
    assertEquals(List.of("a"), known(read(hiding)));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(read(hiding + "      Result Type           : kSecTrustSettingsResultTrustRoot\n")));
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(read(hiding + "      Policy OID            : Code Signing\n")));
  }

  private static Reading<List<String>> policy(String oid) {
    return read(
        """
        Number of trusted certs = 1
        Cert 0: a
           Number of trust settings : 1
           Trust Setting 0:
              Policy OID            : %s
              Result Type           : kSecTrustSettingsResultTrustRoot
        """
            .formatted(oid));
  }

  @Test
  void only_what_is_trusted_for_tls_counts_and_what_is_not_known_is_not_understood() {
    for (String tls : List.of("SSL", "1.2.840.113635.100.1.3")) {
      assertEquals(List.of("a"), known(policy(tls)), tls);
    }
    for (String other : List.of("EAP", "Apple X509 Basic", "SMIME", "IPSec", "Time Stamping")) {
      assertEquals(List.of(), known(policy(other)), other);
    }
    for (String odd : List.of("1.2.840.113635.100.1.99", "ssl?", "OID overflow")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(policy(odd)), odd);
    }
  }

  @Test
  void security_that_ends_with_1_and_found_none_has_answered() {
    assertEquals(List.of(), known(TrustSettings.read(TrustSettings.ADMIN, NONE)));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(TrustSettings.read(TrustSettings.ADMIN, new Answer.Said(1, "", ""))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Number of trusted certs = 1\n",
        "Number of trusted certs = 0\nCert 0: hidden\n   Number of trust settings : 0\n",
        "Number of trusted certs = 2\nCert 0: a\n   Number of trust settings : 0\n",
        "Number of trusted certs = 1\nCert 0: a\n   Number of trust settings : 1\n",
        "Number of trusted certs = 1\nCert 1: a\n   Number of trust settings : 0\n",
        """
        Number of trusted certs = 1
        Cert 0: a
           Number of trust settings : 1
           Trust Setting 0:
              Result Type           : kSecTrustSettingsResultDeny
           Number of trust settings : 0
        """,
      })
  void a_name_that_poses_as_other_lines_is_not_understood(String text) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(read(text)));
  }

  @Test
  void the_person_at_the_screen_is_asked_as_that_person() {
    var own = machine("501:ann\n", "501\n").says(TrustSettings.OURS, FOUR);
    assertEquals(
        List.of(
            new Root("Example Corp Root CA", "trusted for the person at the screen"),
            new Root("mkcert ann@aurora", "trusted for the person at the screen")),
        known(MacTrustedRoots.read(own)).added());
    var root = machine("501:ann\n", "0\n").says(TrustSettings.THEIRS.as(501), FOUR);
    assertEquals(2, known(MacTrustedRoots.read(root)).added().size());
    assertEquals(List.of(), own.asked().stream().filter(one -> one.contains("asuser")).toList());
  }

  @Test
  void whom_another_person_trusts_is_denied_and_told_as_not_seen() {
    var other = known(MacTrustedRoots.read(machine("501:ann\n", "502\n")));
    assertEquals(Reason.NEEDS_PRIVILEGE, other.unseen().orElseThrow().reason());
    var nobody = known(MacTrustedRoots.read(machine("0:root\n", "0\n")));
    assertEquals(Reason.NOT_SUPPORTED, nobody.unseen().orElseThrow().reason());
    assertEquals(Reason.TOOL_MISSING, why(MacTrustedRoots.read(new Told())));
  }
}

package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.central.ledger.Ledger;
import porchlight.central.settings.Mail;
import porchlight.central.settings.Outlets;
import porchlight.central.settings.Settings;

/** A letter to a laptop's user, to a real SMTP server: needs Debian's package python3-aiosmtpd. */
class AdviceLetterLiveTest {
  private static final String TEXT = "Dear Anna,\nplease call us — today.\n.\nTheo\n";

  private Running running;
  private Mailbox mailbox = new Mailbox(Path.of("."));
  private Laptop laptop;
  private Crew crew;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        new ProcessBuilder(Mailbox.PYTHON, "-c", "import aiosmtpd").start().waitFor() == 0,
        "python3-aiosmtpd is not there");
    mailbox = new Mailbox(folder);
    mailbox.certificate();
    mailbox.listen("plain");
    running = new Running(Files.createDirectory(folder.resolve("central")), 100, mailing());
    laptop = running.laptop("Acme Dental", "LT-7");
    laptop.full(Samples.content("LT-7", "unsafe", 20, "phishing-protection:fail:high")).send();
    crew = new Crew(running, running.device(laptop).path("organisation").asText());
  }

  private Settings mailing() {
    var mail =
        new Mail(
            "127.0.0.1",
            mailbox.port(),
            Mail.Security.NONE,
            Optional.empty(),
            "help@msp.test",
            Map.of(),
            DayOfWeek.MONDAY,
            6);
    return Settings.DEFAULTS.withOutlets(new Outlets(List.of(), Optional.of(mail)));
  }

  @AfterEach
  void stop() throws Exception {
    mailbox.close();
    if (running != null) {
      running.close();
    }
  }

  private String path() {
    return "/devices/" + laptop.device + "/advice";
  }

  private HttpResponse<String> send(String who, String to, String subject, String text)
      throws IOException {
    return crew.ask(
        who,
        "POST",
        path(),
        Map.of("check", "phishing-protection", "to", to, "subject", subject, "text", text));
  }

  @Test
  void a_tech_sees_the_letter_in_plain_words_before_it_goes() throws Exception {
    String device = crew.get("theo", "/devices/" + laptop.device).body();
    assertTrue(device.contains(path() + "?check=phishing-protection"), device);
    String form = crew.get("theo", path() + "?check=phishing-protection").body();
    assertTrue(form.contains("Your browser does not warn you of false pages"), form);
    assertTrue(form.contains("your laptop LT-7 has told us"), form);
    assertEquals(0, mailbox.letters().size());
  }

  @Test
  void what_was_edited_is_what_arrives_and_who_wrote_to_whom_is_in_the_audit_log()
      throws Exception {
    HttpResponse<String> answer = send("theo", "anna@acme.test", "Please read: Ä", TEXT);
    assertEquals(200, answer.statusCode(), answer.body());
    List<MimeMessage> letters = mailbox.letters();
    assertEquals(1, letters.size());
    MimeMessage letter = letters.getFirst();
    assertEquals("Please read: Ä", letter.getSubject());
    assertEquals("help@msp.test", letter.getFrom()[0].toString());
    assertEquals("anna@acme.test", letter.getAllRecipients()[0].toString());
    assertEquals(TEXT, String.valueOf(letter.getContent()).replace("\r\n", "\n"));
    try (Ledger ledger = running.ledger()) {
      var deed = ledger.register().audit(Long.MAX_VALUE, 1).getFirst().deed();
      assertEquals("theo", deed.who());
      assertEquals(laptop.device, deed.target());
      assertEquals("phishing-protection to anna@acme.test", deed.detail());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "anna, Hello, address",
    "'anna@acme.test, eve@evil.test', Hello, address",
    "'Anna <anna@acme.test>', Hello, address",
    "anna@acme.test, ' ', subject",
  })
  void what_cannot_go_is_said_and_the_form_stays_filled(String to, String subject, String said)
      throws Exception {
    HttpResponse<String> answer = send("theo", to, subject, TEXT);
    assertEquals(422, answer.statusCode());
    assertTrue(answer.body().contains(said), answer.body());
    assertTrue(answer.body().contains("please call us"), answer.body());
    assertEquals(0, mailbox.letters().size());
  }

  @Test
  void a_line_in_the_subject_makes_no_header() throws Exception {
    assertEquals(
        422, send("theo", "anna@acme.test", "Hi\r\nBcc: eve@evil.test", TEXT).statusCode());
    assertEquals(422, send("theo", "anna@acme.test\nBcc: eve@evil.test", "Hi", TEXT).statusCode());
    assertEquals(0, mailbox.letters().size());
  }

  @Test
  void a_client_neither_sees_the_form_nor_sends() throws Exception {
    assertFalse(crew.get("cleo", "/devices/" + laptop.device).body().contains("/advice"));
    assertEquals(403, crew.get("cleo", path() + "?check=phishing-protection").statusCode());
    assertEquals(403, send("cleo", "anna@acme.test", "Hi", TEXT).statusCode());
    assertEquals(0, mailbox.letters().size());
  }

  @Test
  void a_server_that_is_away_is_said_and_the_letter_is_still_there() throws Exception {
    mailbox.close();
    HttpResponse<String> answer = send("theo", "anna@acme.test", "Hi", TEXT);
    assertEquals(502, answer.statusCode());
    assertTrue(answer.body().contains("please call us"), answer.body());
  }

  @Test
  void about_what_has_no_page_a_letter_begins_without_one() throws Exception {
    for (String check : List.of("", "no-such-check", "../checks/firewall")) {
      HttpResponse<String> form =
          crew.get("theo", path() + "?check=" + URLEncoder.encode(check, StandardCharsets.UTF_8));
      assertEquals(200, form.statusCode());
      assertTrue(form.body().contains("About your laptop"), form.body());
      assertFalse(form.body().contains("Strangers on this network"), form.body());
    }
    assertEquals(404, crew.get("theo", "/devices/absent/advice").statusCode());
  }
}

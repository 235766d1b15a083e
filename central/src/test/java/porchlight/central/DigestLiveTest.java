package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.ledger.Ledger;
import porchlight.central.out.Mailman;
import porchlight.central.out.Weekly;
import porchlight.central.settings.Mail;
import porchlight.central.settings.Secret;
import porchlight.central.views.Roster;

/**
 * The weekly digest, to a real SMTP server: needs Debian's packages python3-aiosmtpd and openssl.
 */
class DigestLiveTest {
  private static final String DENTAL = "Acme Dental";

  private Path folder = Path.of(".");
  private Running running;
  private Mailbox mailbox = new Mailbox(Path.of("."));

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    this.folder = folder;
    Assumptions.assumeTrue(
        Mailbox.run(Mailbox.PYTHON, "-c", "import aiosmtpd") == 0, "python3-aiosmtpd is not there");
    running = new Running(Files.createDirectory(folder.resolve("central")), 100);
    new Fleet(running);
    mailbox = new Mailbox(folder);
    mailbox.certificate();
  }

  @AfterEach
  void stop() throws Exception {
    mailbox.close();
    if (running != null) {
      running.close();
    }
  }

  @Test
  void a_letter_goes_out_once_by_starttls_with_a_password_and_not_again_after_a_restart()
      throws Exception {
    mailbox.listen("starttls");
    running.now = running.now.plus(Duration.ofDays(5)); // Monday, 30 November
    try (Ledger ledger = Ledger.open(Books.of(running.folder), 10)) {
      assertEquals(1, weekly(ledger, Mail.Security.STARTTLS, true, "owner@acme.test").round());
      assertEquals(0, weekly(ledger, Mail.Security.STARTTLS, true, "owner@acme.test").round());
    }
    running.restartAfter(Duration.ofHours(1));
    try (Ledger ledger = Ledger.open(Books.of(running.folder), 10)) {
      assertEquals(0, weekly(ledger, Mail.Security.STARTTLS, true, "owner@acme.test").round());
      running.now = running.now.plus(Duration.ofDays(7));
      assertEquals(1, weekly(ledger, Mail.Security.STARTTLS, true, "owner@acme.test").round());
    }
    List<MimeMessage> letters = mailbox.letters();
    assertEquals(2, letters.size());
    MimeMessage letter = letters.getFirst();
    assertEquals("True", letter.getHeader("X-Tls")[0]);
    assertEquals("porchlight", letter.getHeader("X-Login")[0]);
    assertTrue(letter.getSubject().startsWith(DENTAL + ": "), letter.getSubject());
    MimeMultipart parts = (MimeMultipart) letter.getContent();
    String text = text(parts.getBodyPart(0));
    String html = text(parts.getBodyPart(1));
    for (String part : List.of(text, html)) {
      assertTrue(part.contains("LT-0007 Reception: silent"), part);
      assertTrue(part.contains("Not heard, so nothing is known of them now"), part);
      assertFalse(part.contains("Bright"), "another client's");
      assertFalse(part.contains("LT-0009"), "another client's laptop");
    }
  }

  @Test
  void without_tls_that_can_be_trusted_nothing_is_sent_and_it_is_tried_again() throws Exception {
    mailbox.listen("starttls");
    try (Ledger ledger = Ledger.open(Books.of(running.folder), 10)) {
      assertEquals(0, weekly(ledger, Mail.Security.STARTTLS, false, "owner@acme.test").round());
      assertEquals(0, mailbox.letters().size());
      assertEquals(1, weekly(ledger, Mail.Security.STARTTLS, true, "owner@acme.test").round());
    }
  }

  @Test
  void a_server_that_knows_no_tls_gets_nothing() throws Exception {
    mailbox.listen("plain");
    try (Ledger ledger = Ledger.open(Books.of(running.folder), 10)) {
      assertEquals(0, weekly(ledger, Mail.Security.STARTTLS, true, "owner@acme.test").round());
    }
    assertEquals(0, mailbox.letters().size());
  }

  @Test
  void tls_from_the_first_byte_and_one_refused_address_holds_up_no_other() throws Exception {
    mailbox.listen("tls");
    try (Ledger ledger = Ledger.open(Books.of(running.folder), 10)) {
      assertEquals(
          1,
          weekly(ledger, Mail.Security.TLS, true, "refused@acme.test", "owner@acme.test").round());
    }
    assertEquals("True", mailbox.letters().getFirst().getHeader("X-Tls")[0]);
  }

  @Test
  void a_digest_that_is_four_days_late_is_not_sent_any_more() throws Exception {
    running.now = running.now.plus(Duration.ofDays(2)); // Friday
    try (Ledger ledger = Ledger.open(Books.of(running.folder), 10)) {
      assertEquals(0, weekly(ledger, Mail.Security.TLS, true, "owner@acme.test").round());
    }
  }

  private Weekly weekly(Ledger ledger, Mail.Security security, boolean trusted, String... to)
      throws Exception {
    Mail mail =
        new Mail(
            "localhost",
            mailbox.port(),
            security,
            Optional.of(new Mail.Login("porchlight", new Secret("open sesame"))),
            "porchlight@msp.test",
            Map.of(DENTAL, List.of(to)),
            DayOfWeek.MONDAY,
            6);
    return new Weekly(
        mail,
        new Mailman(mail, trusted ? Optional.of(trust()) : Optional.empty()),
        Roster.call(ledger, running.clock, running.clock),
        ledger.outbox(),
        running.clock);
  }

  private SSLSocketFactory trust() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(folder.resolve("cert.pem"))) {
      store.setCertificateEntry(
          "own", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private static String text(BodyPart part) throws Exception {
    return String.valueOf(part.getContent());
  }
}

package porchlight.central.out;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.papers.Digest;
import porchlight.central.settings.Mail;

/** Hands letters to the mail server; without the TLS that is asked for, nothing is sent. */
public final class Mailman {
  private static final Logger LOG = LoggerFactory.getLogger(Mailman.class);
  private static final String LONGEST_MILLIS = "20000";
  private final Mail mail;
  private final Session session;

  /** By this server, whose certificate {@code trust} knows, or else Java. */
  public Mailman(Mail mail, Optional<SSLSocketFactory> trust) {
    this.mail = mail;
    Properties properties = new Properties();
    properties.put("mail.smtp.host", mail.host());
    properties.put("mail.smtp.port", Integer.toString(mail.port()));
    properties.put("mail.smtp.connectiontimeout", LONGEST_MILLIS);
    properties.put("mail.smtp.timeout", LONGEST_MILLIS);
    properties.put("mail.smtp.writetimeout", LONGEST_MILLIS);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.auth", Boolean.toString(mail.login().isPresent()));
    switch (mail.security()) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    trust.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
    session = Session.getInstance(properties, login());
  }

  private @Nullable Authenticator login() {
    return mail.login()
        .map(login ->
            new Authenticator() {
              @Override
              protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.user(), login.password().reveal());
              }
            })
        .orElse(null);
  }

  /** Sends a letter that somebody wrote; false when the server did not take it. */
  public boolean letter(String to, String subject, String text, Instant at) {
    try {
      MimeMessage message = message(to, subject, at);
      message.setText(text, StandardCharsets.UTF_8.name());
      Transport.send(message);
      return true;
    } catch (MessagingException e) {
      LOG.warn("a letter was not sent: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private MimeMessage message(String to, String subject, Instant at) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(mail.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    message.setSubject(subject, StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(at));
    return message;
  }

  /** Sends; throws when the server did not take it. */
  void send(String to, Digest digest, Instant at) throws MessagingException {
    MimeMessage message = message(to, digest.subject(), at);
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(digest.text(), StandardCharsets.UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(digest.html(), StandardCharsets.UTF_8.name(), "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(message);
  }
}

package porchlight.central.out;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.ledger.Event;
import porchlight.central.ledger.Organisation;
import porchlight.central.ledger.Outbox;
import porchlight.central.papers.Account;
import porchlight.central.papers.Digest;
import porchlight.central.papers.Week;
import porchlight.central.people.Role;
import porchlight.central.people.Viewer;
import porchlight.central.settings.Mail;
import porchlight.central.views.Roster;

/**
 * Sends the weekly digest, once to each: that it was sent is written down before it is, and taken
 * back where the server refused it.
 */
public final class Weekly implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Weekly.class);
  private static final Duration PACE = Duration.ofMinutes(5);

  /** Central was away: a digest that is this late is still sent, a later one is not. */
  private static final Duration LATEST = Duration.ofDays(3);

  private final Mail mail;
  private final Mailman mailman;
  private final Roster.Call roll;
  private final Outbox outbox;
  private final InstantSource clock;
  private Optional<Thread> thread = Optional.empty();

  /** A sender that has not started yet. */
  public Weekly(Mail mail, Mailman mailman, Roster.Call roll, Outbox outbox, InstantSource clock) {
    this.mail = mail;
    this.mailman = mailman;
    this.roll = roll;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Starts to look, every few minutes, whether it is time. */
  public Weekly running() {
    thread = Optional.of(Rounds.start("the digest", this::round, PACE));
    return this;
  }

  /** Sends what is due and was not sent; returns how many letters went out. */
  public int round() {
    Instant now = clock.instant();
    ZonedDateTime due = due(now);
    if (due.toInstant().plus(LATEST).isBefore(now)) {
      return 0;
    }
    String week = due.toLocalDate().toString();
    int sent = 0;
    Roster all = roll.by(Viewer.of("the digest", Role.TECH));
    for (Organisation organisation : all.sight().organisations()) {
      List<String> recipients = mail.to().getOrDefault(organisation.name(), List.of());
      for (String to : recipients) {
        if (outbox.claim(organisation.id(), week, to, now)) {
          sent += send(organisation.id(), week, to, now);
        }
      }
    }
    return sent;
  }

  private int send(String organisation, String week, String to, Instant now) {
    try {
      Optional<Digest> digest = digest(organisation, now);
      if (digest.isPresent()) {
        mailman.send(to, digest.get(), now);
        return 1;
      }
    } catch (MessagingException | RuntimeException e) {
      outbox.unclaim(organisation, week, to);
      LOG.warn("a digest was not sent: {}", e.getClass().getSimpleName());
    }
    return 0;
  }

  /** What that organisation, and nobody else, may see. */
  private Optional<Digest> digest(String organisation, Instant now) {
    Roster roster = roll.by(Viewer.client("the digest", organisation));
    return roster
        .group(organisation)
        .map(group -> {
          List<Event> events = roster.sight().eventsSince(now.minus(Duration.ofDays(7)));
          Account account = Account.of(roster, group, now);
          return Digest.of(account, Week.of(events, group.devices(), now));
        });
  }

  /** The last time that it was time. */
  private ZonedDateTime due(Instant now) {
    ZonedDateTime today = now.atZone(ZoneOffset.UTC);
    ZonedDateTime due =
        today.with(TemporalAdjusters.previousOrSame(mail.day())).with(LocalTime.of(mail.hour(), 0));
    return due.isAfter(today) ? due.minusWeeks(1) : due;
  }

  /** Stops. */
  @Override
  public void close() {
    thread.ifPresent(Thread::interrupt);
  }
}

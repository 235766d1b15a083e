package porchlight.central.accounts;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import porchlight.central.ledger.Overloaded;
import porchlight.central.ledger.Register;
import porchlight.central.ledger.Session;
import porchlight.central.people.Act;
import porchlight.central.people.Person;
import porchlight.central.settings.SessionRule;

/** The browsers that are signed in: a random secret each, kept as a hash, for so long. */
public final class Seats {
  /** How exactly the last use is kept. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final Register register;
  private final SessionRule rule;
  private final SecureRandom random;
  private final InstantSource clock;

  /** Seats by this rule. */
  public Seats(Register register, SessionRule rule, SecureRandom random, InstantSource clock) {
    this.register = register;
    this.rule = rule;
    this.random = random;
    this.clock = clock;
  }

  /** How long a session lasts at most. */
  public Duration longest() {
    return rule.longest();
  }

  /** Signs somebody in anew: the secret for the cookie. The session before, if any, ends. */
  String open(Person person, Optional<String> before, Where where, String how) {
    String secret = Secrets.make(random);
    Instant now = where.now();
    register.open(
        new Session(
            Secrets.hash(secret), person, where.address(), now, now, now.plus(rule.longest())),
        before.map(Secrets::hash).orElse(""),
        where.deed(person.name(), Act.SIGNED_IN, person.name(), how));
    return secret;
  }

  /**
   * Whose secret this is; empty when it is nobody's, too old, or unused for too long. A page that
   * asks again by itself is no use, as nobody may sit before it any more.
   */
  public Optional<Session> find(String secret, boolean byHand) {
    Instant now = clock.instant();
    Optional<Session> session =
        register
            .session(Secrets.hash(secret))
            .filter(
                one -> one.expiresAt().isAfter(now) && one.seenAt().plus(rule.idle()).isAfter(now));
    if (byHand && session.filter(one -> one.seenAt().plus(NOTED).isBefore(now)).isPresent()) {
      noteUse(session.get(), now);
    }
    return session;
  }

  private void noteUse(Session session, Instant now) {
    try {
      register.seen(session.hash(), now);
    } catch (Overloaded e) {
      // Reports go first; the next request notes it.
    }
  }

  /** Signs out. */
  public void end(Session session, Where where) {
    String name = session.person().name();
    register.end(session.hash(), where.deed(name, Act.SIGNED_OUT, name, ""));
  }
}

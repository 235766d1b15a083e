package porchlight.central.accounts;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import porchlight.central.ledger.ApiToken;
import porchlight.central.ledger.Overloaded;
import porchlight.central.ledger.Register;
import porchlight.central.people.Act;
import porchlight.central.people.Scope;
import porchlight.central.people.Viewer;
import porchlight.central.reports.Word;

/** Programs that ask with a token: what it opens is in it, and it is shown once. */
public final class Programs {
  /** How every token starts, so that one that lies about is known for what it is. */
  public static final String PREFIX = "pla_";

  private static final Duration NOTED = Duration.ofMinutes(1);
  private final Register register;
  private final SecureRandom random;
  private final InstantSource clock;

  /** Of this register. */
  public Programs(Register register, SecureRandom random, InstantSource clock) {
    this.register = register;
    this.random = random;
    this.clock = clock;
  }

  /** Makes a token, and returns it; it is not kept. */
  public String make(
      String name,
      Set<Scope> scopes,
      Optional<String> organisation,
      Duration good,
      String who,
      Where where) {
    String token = PREFIX + Secrets.make(random);
    register.addToken(
        new ApiToken(
            UUID.randomUUID().toString(),
            Secrets.hash(token),
            name,
            scopes,
            organisation,
            who,
            where.now(),
            where.now().plus(good),
            Optional.empty(),
            Optional.empty()),
        where.deed(
            who,
            Act.TOKEN_MADE,
            name,
            scopes.stream().map(Word::of).sorted().collect(Collectors.joining(" "))));
    return token;
  }

  /** As whom a token asks; empty when it is none, revoked, or too old. */
  public Optional<Viewer> viewer(String token) {
    Instant now = clock.instant();
    Optional<ApiToken> known = register.token(Secrets.hash(token)).filter(one -> one.isOpen(now));
    known
        .filter(one -> one.usedAt().filter(at -> at.plus(NOTED).isAfter(now)).isEmpty())
        .ifPresent(one -> noteUse(one, now));
    return known.map(ApiToken::viewer);
  }

  private void noteUse(ApiToken token, Instant now) {
    try {
      register.tokenUsed(token.id(), now);
    } catch (Overloaded e) {
      // Reports go first; the next request notes it.
    }
  }

  /** Makes a token worth nothing; false when there is none. */
  public boolean revoke(ApiToken token, String who, Where where) {
    return register.revokeToken(token.id(), where.deed(who, Act.TOKEN_REVOKED, token.name(), ""));
  }
}

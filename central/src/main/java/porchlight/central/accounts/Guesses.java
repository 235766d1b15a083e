package porchlight.central.accounts;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.LongSupplier;
import porchlight.central.ledger.Session;
import porchlight.central.signing.Digests;
import porchlight.central.signing.Vault;

/**
 * Whose guesses are counted with whose, so that nobody guesses for long and nobody shuts another
 * out: by name and network, by name over all networks with more patience, and of a browser that
 * somebody has signed in with, which bears a mark, alone.
 */
final class Guesses {
  private static final int FREE = 5;

  /** Tries at one name from everywhere together; a botnet comes to wait, an office does not. */
  private static final int FREE_OF_ALL = 50;

  private static final int MARK_BYTES = 16;

  /** No mark of ours is longer; what is longer is not opened. */
  private static final int LONGEST_MARK = 200;

  private final Vault vault;
  private final SecureRandom random;
  private final Attempts own;
  private final Attempts all;

  Guesses(Vault vault, SecureRandom random, LongSupplier nanos) {
    this.vault = vault;
    this.random = random;
    this.own = new Attempts(FREE, nanos);
    this.all = new Attempts(FREE_OF_ALL, nanos);
  }

  /**
   * Seconds that a try comes too early; 0 when it may be made. {@code mark} may be none of ours.
   */
  long tooEarly(String name, Optional<String> mark, Where where) {
    Optional<String> known = key(mark, name);
    if (known.isPresent()) {
      return own.tooEarly(known.get());
    }
    long wait = own.tooEarly(key(where, name));
    return wait > 0 ? wait : all.tooEarly(name);
  }

  /** Somebody has proven who they are. */
  void succeeded(String name, Optional<String> mark, Where where) {
    key(mark, name).ifPresent(own::succeeded);
    own.succeeded(key(where, name));
    all.succeeded(name);
  }

  /** The same for a password that is asked for again of whoever is signed in. */
  long tooEarly(Session session) {
    return own.tooEarly(session.hash());
  }

  /** Who is signed in has proven again who they are. */
  void succeeded(Session session) {
    own.succeeded(session.hash());
  }

  /** The mark of a browser that somebody has signed in with: the one it has, or another. */
  String mark(String name, Optional<String> before) {
    if (key(before, name).isPresent()) {
      return before.get();
    }
    byte[] bytes = new byte[MARK_BYTES];
    random.nextBytes(bytes);
    return vault.seal(bytes, purpose(name));
  }

  private Optional<String> key(Optional<String> mark, String name) {
    return mark.filter(one -> one.length() <= LONGEST_MARK)
        .flatMap(one -> vault.tryOpen(one, purpose(name)))
        .map(bytes -> name + " by " + Digests.base64Url(bytes));
  }

  private static String key(Where where, String name) {
    return name + " from " + where.network();
  }

  private static String purpose(String name) {
    return "a browser of " + name;
  }
}

package porchlight.central.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords: Argon2id with 19 MiB, two passes and one lane, as OWASP recommends, written
 * as the reference implementation writes them.
 */
public final class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** Far longer than any that is taken; what is longer is not worth the work. */
  private static final int LONGEST = 1_024;

  /** Hashed at once; each takes 19 MiB and a core for a while. */
  private static final int AT_ONCE = 2;

  private static final String PREFIX =
      "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final SecureRandom random;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final String nobodys;

  /** Hashes with salts from there. */
  public Passwords(SecureRandom random) {
    this.random = random;
    this.nobodys = hash(Secrets.make(random));
  }

  /** The hash of a password, with all that is needed to check another against it. */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return PREFIX
        + base64(salt)
        + "$"
        + base64(work(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
  }

  /** Whether this is the password; where there is no hash it takes as long to say no. */
  public boolean matches(String password, Optional<String> hash) {
    boolean right = check(password, hash.orElse(nobodys));
    return right && hash.isPresent();
  }

  /** Whether a hash was made with less work than is asked for now. */
  public boolean isOld(String hash) {
    return !hash.startsWith(PREFIX);
  }

  private boolean check(String password, String hash) {
    Matcher parts = SHAPE.matcher(hash);
    if (!parts.matches()) {
      throw new IllegalStateException("a hash in the ledger is none of Argon2id");
    }
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] made =
        work(
            password,
            Base64.getDecoder().decode(parts.group(4)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, made);
  }

  private byte[] work(String password, byte[] salt, int memory, int passes, int lanes, int bytes) {
    String same = Normalizer.normalize(password, Normalizer.Form.NFKC);
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[bytes];
    turns.acquireUninterruptibly();
    try {
      generator.generateBytes(
          same.substring(0, Math.min(same.length(), LONGEST)).getBytes(StandardCharsets.UTF_8),
          hash);
    } finally {
      turns.release();
    }
    return hash;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}

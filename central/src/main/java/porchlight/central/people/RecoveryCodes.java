package porchlight.central.people;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes for whoever has lost their phone, each good once; 80 random bits need no slow hash. */
public final class RecoveryCodes {
  private static final int COUNT = 10;
  private static final int BYTES = 10;

  private RecoveryCodes() {}

  /** New ones, as they are shown, once. */
  public static List<String> make(SecureRandom random) {
    return Stream.generate(() -> one(random)).limit(COUNT).toList();
  }

  private static String one(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base32.of(bytes).replaceAll("(.{4})(?!$)", "$1-");
  }

  /** A code as it is kept, however it was typed. */
  public static String read(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
  }
}

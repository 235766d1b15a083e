package porchlight.central.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;

/**
 * Words that are hard to mishear: 2048 of them, told apart by their first four letters (BIP 39).
 */
final class WordList {
  private static final List<String> ALL = read();

  private WordList() {}

  /** Two of them, by chance. */
  static List<String> two(SecureRandom random) {
    return List.of(ALL.get(random.nextInt(ALL.size())), ALL.get(random.nextInt(ALL.size())));
  }

  private static List<String> read() {
    try (InputStream in =
        Objects.requireNonNull(
            WordList.class.getResourceAsStream("/porchlight/central/verify/words.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

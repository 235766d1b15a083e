package porchlight.gather.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The tables that ship with the agent, read when somebody asks. */
final class Shipped {
  private Shipped() {}

  static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(Shipped.class.getResourceAsStream("/porchlight/data/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

package porchlight.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import porchlight.cli.screen.Page;

/** The pages of the checks, as they are packed; each is read when it is asked for. */
final class Pages {
  private Pages() {}

  static Optional<Page> of(String check) {
    return text("/porchlight/checks/" + check + ".md").map(Page::read);
  }

  static Optional<String> text(String resource) {
    try (InputStream in = Pages.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

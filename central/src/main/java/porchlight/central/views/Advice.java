package porchlight.central.views;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A letter to whoever works on a laptop, about one thing that is wrong with it. */
public record Advice(String subject, String text) {
  /** The letter about that check; where there is no page for it, one with its head alone. */
  public static Advice of(String check, String device) {
    String head = head(device.isEmpty() ? "" : device + " ");
    return page(check)
        .map(page -> {
          String[] parts = page.split("\n", 2);
          String title = parts[0].replaceFirst("^# ", "");
          String body = parts[1].strip().replaceAll("(?m)^## (.*)$", "$1:");
          return new Advice(title, head + title + "\n\n" + body + "\n");
        })
        .orElseGet(() -> new Advice("About your laptop", head));
  }

  private static String head(String name) {
    return """
    Hello,

    your laptop %shas told us about something that you should know. This letter has no link in it, \
    and nobody will ask you for a password because of it.


    """
        .formatted(name);
  }

  private static Optional<String> page(String check) {
    if (!check.matches("[a-z][a-z0-9-]{0,63}")) {
      return Optional.empty();
    }
    try (InputStream in = Advice.class.getResourceAsStream("/porchlight/advice/" + check + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

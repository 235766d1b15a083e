package porchlight.central.views;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import porchlight.central.reports.Os;

/** The page of a check: a title, and HTML by the heading it stands under. */
public record CheckPage(String title, Map<String, String> sections) {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
  private static final Map<String, String> SPELLED =
      Map.of("dns", "DNS", "tls", "TLS", "os", "OS", "vpn", "VPN", "wifi", "Wi-Fi");
  private static final Map<String, CheckPage> READ = new ConcurrentHashMap<>();

  /** The page of a check; for one that this central does not know, its id made readable. */
  public static CheckPage of(String check) {
    CheckPage known = READ.get(check);
    if (known != null) {
      return known;
    }
    Optional<String> markdown = resource("/porchlight/checks/" + check + ".md");
    if (markdown.isEmpty()) {
      return new CheckPage(readable(check), Map.of());
    }
    CheckPage page = parse(markdown.get(), readable(check));
    READ.put(check, page);
    return page;
  }

  /** Why the check matters, as HTML; empty when it is not known. */
  public String why() {
    return sections.getOrDefault("why", "");
  }

  /** What to do on this family of systems, as HTML; empty when it is not known. */
  public String fix(Os.Family family) {
    return sections.getOrDefault("fix on " + family.name().toLowerCase(Locale.ROOT), "");
  }

  static CheckPage parse(String markdown, String fallbackTitle) {
    String title = fallbackTitle;
    Map<String, String> sections = new LinkedHashMap<>();
    for (String part : markdown.split("(?m)^## ", -1)) {
      String[] lines = part.split("\n", 2);
      String body = lines.length > 1 ? lines[1] : "";
      if (lines[0].startsWith("# ")) {
        title = lines[0].substring(2).strip();
        sections.put("", html(body));
      } else {
        sections.put(lines[0].strip().toLowerCase(Locale.ROOT), html(body));
      }
    }
    return new CheckPage(title, Map.copyOf(sections));
  }

  private static String html(String markdown) {
    return RENDERER.render(PARSER.parse(markdown)).strip();
  }

  private static String readable(String check) {
    String words =
        Stream.of(check.split("-", -1))
            .map(word -> SPELLED.getOrDefault(word, word))
            .collect(Collectors.joining(" "));
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static Optional<String> resource(String path) {
    try (InputStream in = CheckPage.class.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

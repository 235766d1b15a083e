package porchlight.central.views;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import porchlight.central.ledger.Overview;
import porchlight.central.ledger.Picked;

/** Laptops of all clients that have something in common: how they stand, or a word. */
public record ListPage(String title, String query, List<SeenLine> lines, Paging paging) {
  private static final int MOST_WORDS = 6;

  /** Those that stand like this. */
  public static ListPage of(Overview overview, Tone tone, int page, Instant now, Instant counted) {
    Picked picked = new Picked.Like(tone.css());
    Paging paging =
        Paging.of(page, overview.count(picked), "/devices?tone=" + tone.css() + "&page=");
    String title =
        Counted.of(paging.entries(), "laptop") + ": " + tone.label().toLowerCase(Locale.ROOT);
    return new ListPage(title, "", lines(overview, picked, paging, now, counted), paging);
  }

  /** Those that one looks for; {@code link} is the address of this search up to its page. */
  public static ListPage of(
      Overview overview, String query, String link, int page, Instant now, Instant counted) {
    List<String> words =
        Stream.of(query.strip().split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .toList();
    if (words.isEmpty()) {
      return new ListPage("Search", "", List.of(), Paging.of(1, 0, link));
    }
    Picked picked = new Picked.Matching(words);
    Paging paging = Paging.of(page, overview.count(picked), link);
    return new ListPage(
        paging.entries() == 0
            ? "Nothing like that"
            : Counted.of(paging.entries(), "laptop") + " like that",
        query,
        lines(overview, picked, paging, now, counted),
        paging);
  }

  private static List<SeenLine> lines(
      Overview overview, Picked picked, Paging paging, Instant now, Instant counted) {
    return overview.devices(picked, paging.perPage(), paging.from()).stream()
        .map(seen -> SeenLine.of(seen, now, counted))
        .toList();
  }
}

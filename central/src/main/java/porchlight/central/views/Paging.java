package porchlight.central.views;

/**
 * A page of a long list: which one, from 1 on, of how many entries; links go to {@code base} with
 * the page's number appended.
 */
public record Paging(int page, int entries, int perPage, String base) {
  /** Entries of one page. */
  public static final int SIZE = 50;

  /** The page asked for, brought into what there is. */
  public static Paging of(int asked, int entries, String base) {
    int last = Math.max(1, (entries + SIZE - 1) / SIZE);
    return new Paging(Math.min(Math.max(1, asked), last), entries, SIZE, base);
  }

  /** How many entries are before this page. */
  public int from() {
    return (page - 1) * perPage;
  }

  /** How many pages there are. */
  public int pages() {
    return Math.max(1, (entries + perPage - 1) / perPage);
  }

  /** "51–100 of 312". */
  public String words() {
    return (from() + 1) + "–" + Math.min(entries, from() + perPage) + " of " + entries;
  }

  /** The address of another page. */
  public String href(int other) {
    return base + other;
  }
}

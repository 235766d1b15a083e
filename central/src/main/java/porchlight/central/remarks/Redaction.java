package porchlight.central.remarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of words whatever could name a person, a device, a network, an address or an
 * organisation: every part of a name that central knows, and whatever looks like an address, stands
 * in quotes, or is a long number. It rather takes out too much.
 */
public final class Redaction {
  private static final String GONE = "[…]";
  private static final int SHORTEST = 3;

  /** Parts of names that say nothing by themselves. */
  private static final Set<String> ORDINARY =
      Set.of("the", "and", "for", "und", "der", "die", "das", "les", "des");

  /** What looks like something quoted, a URL, an address, a host, a key or a number to call. */
  private static final List<Pattern> LOOKS =
      List.of(
          Pattern.compile("[\"“”„«»‚‘'`][^\"“”„«»‚‘’'`\\n]{1,80}[\"“”„«»‚‘’'`]"),
          Pattern.compile("\\S+://\\S+"),
          Pattern.compile("\\S+@\\S+"),
          Pattern.compile("(?i)(?<![0-9a-z])(?:[0-9a-f]{1,4}:){2,}[0-9a-f:.]*"),
          Pattern.compile("(?i)(?<![0-9a-z])(?:[0-9a-f]{2}[-.:]){3,}[0-9a-f]{2}"),
          Pattern.compile("::[0-9a-fA-F:]*"),
          Pattern.compile("(?<!\\d)\\d{1,3}(?:\\.\\d{1,3}){2,3}(?:/\\d+)?"),
          Pattern.compile("(?iu)[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}"),
          Pattern.compile("(?i)(?<![\\p{L}\\p{N}])[0-9a-f-]{8,}(?![\\p{L}\\p{N}])"),
          Pattern.compile("\\+?\\d[\\d ()/-]{5,}\\d"));

  private final List<Pattern> names;

  /** Takes out these names, and each part of them that has three characters or more. */
  public Redaction(Collection<String> known) {
    TreeSet<String> all =
        new TreeSet<>(
            (a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
    for (String name : known) {
      Stream.concat(Stream.of(name), Pattern.compile("[^\\p{L}\\p{N}]+").splitAsStream(name))
          .map(part -> part.strip().toLowerCase(Locale.ROOT))
          .filter(part -> part.length() >= SHORTEST && !ORDINARY.contains(part))
          .forEach(all::add);
    }
    names = all.stream().map(Redaction::whole).toList();
  }

  /** A name as words of its own, also with an ending such as a genitive's. */
  private static Pattern whole(String name) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])"
            + Pattern.quote(name)
            + (name.length() > SHORTEST ? "\\p{L}{0,2}" : "")
            + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The words without all that. */
  public String of(String words) {
    String left = words;
    for (Pattern pattern : LOOKS) {
      left = pattern.matcher(left).replaceAll(Matcher.quoteReplacement(GONE));
    }
    for (Pattern pattern : names) {
      left = pattern.matcher(left).replaceAll(Matcher.quoteReplacement(GONE));
    }
    return left;
  }
}

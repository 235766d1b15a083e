package porchlight.central.remarks;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of words whatever could name a person, a device, a network, an address or an
 * organisation: every part of a name that central knows, and whatever looks like an address, stands
 * in quotes, or is a long number. It rather takes out too much.
 */
public final class Redaction {
  private static final String GONE = "[…]";

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

  private final KnownNames names;

  /** Takes out these names, and each part of them that has three characters or more. */
  public Redaction(Collection<String> known) {
    names = new KnownNames(known);
  }

  /** The words without all that. */
  public String of(String words) {
    String left = words;
    for (Pattern pattern : LOOKS) {
      left = pattern.matcher(left).replaceAll(Matcher.quoteReplacement(GONE));
    }
    return names.without(left, GONE);
  }
}

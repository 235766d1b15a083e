package porchlight.gather.linux.patches;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of a Debian package, in the order that {@code dpkg --compare-versions} puts them. Equal
 * in that order is not always the same text, as with {@code 1.0} and {@code 0:1.0-0}.
 */
record DebianVersion(String text, String epoch, String upstream, String revision)
    implements Comparable<DebianVersion> {
  private static final Pattern SHAPE = Pattern.compile("(?:[0-9]{1,10}:)?[A-Za-z0-9.+~:-]{1,250}");

  /** The version of that text, if it is one. */
  static Optional<DebianVersion> of(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    int colon = text.indexOf(':');
    String epoch = colon < 0 ? "" : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    int hyphen = rest.lastIndexOf('-');
    String upstream = hyphen < 0 ? rest : rest.substring(0, hyphen);
    if (!epoch.chars().allMatch(DebianVersion::isDigit) || upstream.isEmpty() || colon == 0) {
      return Optional.empty();
    }
    String revision = hyphen < 0 ? "" : rest.substring(hyphen + 1);
    return Optional.of(new DebianVersion(text, epoch, upstream, revision));
  }

  @Override
  public int compareTo(DebianVersion other) {
    int byEpoch = compare(epoch, other.epoch);
    int byUpstream = byEpoch != 0 ? byEpoch : compare(upstream, other.upstream);
    return byUpstream != 0 ? byUpstream : compare(revision, other.revision);
  }

  /** Parts without digits and numbers by turns, as deb-version(7) has it. */
  private static int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() || j < other.length()) {
      while (isWord(one, i) || isWord(other, j)) {
        int difference = weight(one, i++) - weight(other, j++);
        if (difference != 0) {
          return difference;
        }
      }
      int endOfOne = endOfNumber(one, i);
      int endOfOther = endOfNumber(other, j);
      int difference = number(one.substring(i, endOfOne), other.substring(j, endOfOther));
      if (difference != 0) {
        return difference;
      }
      i = endOfOne;
      j = endOfOther;
    }
    return 0;
  }

  /** A tilde before the end, the end before letters, letters before everything else. */
  private static int weight(String text, int at) {
    if (!isWord(text, at)) {
      return 0;
    }
    char c = text.charAt(at);
    if (c == '~') {
      return -1;
    }
    return isLetter(c) ? c : c + 256;
  }

  /** Of any length, so that no number is too large to compare. */
  private static int number(String one, String other) {
    String a = withoutZeros(one);
    String b = withoutZeros(other);
    return a.length() != b.length() ? a.length() - b.length() : a.compareTo(b);
  }

  private static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  private static int endOfNumber(String text, int from) {
    int end = Math.min(from, text.length());
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(String text, int at) {
    return at < text.length() && !isDigit(text.charAt(at));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  @Override
  public String toString() {
    return text;
  }
}

package porchlight.json;

import java.util.Collection;
import java.util.Optional;

/** The word that somebody probably meant. */
public final class DidYouMean {
  private DidYouMean() {}

  /** The known word nearest to {@code written}, if one is near enough to be a slip of the keys. */
  public static Optional<String> among(Collection<String> known, String written) {
    int allowed = Math.max(1, Math.min(3, written.length() / 3));
    String best = "";
    int nearest = allowed + 1;
    for (String word : known) {
      int distance =
          word.length() > written.length() && written.length() >= 3 && word.startsWith(written)
              ? 1
              : distance(word, written, nearest);
      if (distance < nearest) {
        nearest = distance;
        best = word;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /**
   * The tail of a message about a word that is not known: {@code ; did you mean "x"? known: …} or
   * {@code ; known: …}.
   */
  public static String tail(Collection<String> known, String written, String rest) {
    return "; "
        + among(known, written).map(word -> "did you mean \"" + word + "\"? ").orElse("")
        + rest;
  }

  /** Letters added, left out, changed or swapped with their neighbour. */
  private static int distance(String one, String other, int enough) {
    if (Math.abs(one.length() - other.length()) >= enough) {
      return enough;
    }
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }
}

package porchlight.central.remarks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names in words however they are written there: with other separators or none, in another
 * case, with another spelling of the same accents or without them, and with a short ending.
 */
final class KnownNames {
  private static final int SHORTEST = 3;

  /** An ending, such as a genitive's, that a longer name may have. */
  private static final int LONGEST_ENDING = 2;

  /** Pieces that a name may be broken into. */
  private static final int MOST_PIECES = 12;

  /** Signs between two pieces of one name. */
  private static final int WIDEST_GAP = 3;

  /** Parts of names that say nothing by themselves. */
  private static final Set<String> ORDINARY =
      Set.of(
          "the",
          "and",
          "for",
          "und",
          "der",
          "die",
          "das",
          "les",
          "des",
          "laptop",
          "desktop",
          "imac",
          "macbook",
          "notebook",
          "device");

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Cf}]+");

  /** A run of letters of one case, or of digits: {@code AcmeDental01} is three. */
  private static final Pattern PIECE =
      Pattern.compile(
          "\\p{N}+|\\p{Lu}?\\p{M}*[\\p{Ll}\\p{Lo}\\p{Lm}\\p{Lt}\\p{M}]+|\\p{Lu}+\\p{M}*");

  /** Scripts that put nothing between words. */
  private static final Pattern SPACELESS =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]");

  private final Set<String> keys = new HashSet<>();
  private final List<String> spaceless = new ArrayList<>();

  private record Piece(String key, int from, int to) {}

  KnownNames(Collection<String> names) {
    for (String name : names) {
      add(key(name), SHORTEST);
      for (String part : SEPARATORS.split(name, -1)) {
        add(key(part), SHORTEST);
        pieces(part).stream()
            .map(Piece::key)
            .filter(key -> !key.isEmpty() && Character.isLetter(key.charAt(0)))
            .forEach(key -> add(key, SHORTEST + 1));
      }
    }
  }

  private void add(String key, int shortest) {
    if (SPACELESS.matcher(key).find()) {
      if (key.length() > 1) {
        spaceless.add(key);
      }
    } else if (key.length() >= shortest && !ORDINARY.contains(key)) {
      keys.add(key);
    }
  }

  /** The words with something else in the place of each name. */
  String without(String words, String gone) {
    StringBuilder left = new StringBuilder();
    List<Piece> pieces = pieces(words);
    int copied = 0;
    int at = 0;
    while (at < pieces.size()) {
      int many = named(pieces.subList(at, Math.min(pieces.size(), at + MOST_PIECES)));
      if (many > 0) {
        left.append(words, copied, pieces.get(at).from()).append(gone);
        copied = pieces.get(at + many - 1).to();
      }
      at += Math.max(1, many);
    }
    return left.append(words.substring(copied)).toString();
  }

  /** How many of these pieces, from the first on, are a name; 0 when none is. */
  private int named(List<Piece> pieces) {
    if (spaceless.stream().anyMatch(pieces.getFirst().key()::contains)) {
      return 1;
    }
    int longest = 0;
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean touches = i > 0 && piece.from() == pieces.get(i - 1).to();
      if (i > 0 && piece.from() - pieces.get(i - 1).to() > WIDEST_GAP) {
        break;
      }
      joined.append(piece.key());
      int ending = touches ? LONGEST_ENDING : Math.min(LONGEST_ENDING, piece.key().length() - 1);
      if (isName(joined.toString(), ending)) {
        longest = i + 1;
      }
    }
    return longest;
  }

  private boolean isName(String joined, int ending) {
    if (keys.contains(joined)) {
      return true;
    }
    for (int less = 1; less <= ending && joined.length() - less > SHORTEST; less++) {
      boolean letters = Character.isLetter(joined.charAt(joined.length() - less));
      if (letters && keys.contains(joined.substring(0, joined.length() - less))) {
        return true;
      }
    }
    return false;
  }

  private static List<Piece> pieces(String words) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(words);
    while (matcher.find()) {
      pieces.add(new Piece(key(matcher.group()), matcher.start(), matcher.end()));
    }
    return pieces;
  }

  /** What two spellings of a name have in common. */
  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }
}

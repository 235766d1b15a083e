package porchlight.central.papers;

import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Makes a text such that every letter of it can be read on paper: what is written from right to
 * left is laid out so, and a letter that none of the fonts has is told by its number in Unicode, as
 * a box would say nothing of it. Letters of Arabic stand unjoined.
 */
final class Legible {
  /** The files of the fonts, the first that has a letter draws it. */
  static final List<String> FONTS =
      List.of("DejaVuSans.ttf", "DroidSansFallbackFull.ttf", "NanumGothicCoding.ttf");

  private static final int PLAIN = 0x17F;

  /** The letters that some font draws; the fonts are only looked into when a text asks for it. */
  private static final class Drawn {
    static final BitSet LETTERS = letters();

    private static BitSet letters() {
      BitSet letters = new BitSet(Character.MAX_CODE_POINT);
      for (String name : FONTS) {
        try (InputStream in = Proof.font(name);
            TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(in))) {
          CmapLookup glyphs = font.getUnicodeCmapLookup();
          for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            if (glyphs.getGlyphId(letter) != 0) {
              letters.set(letter);
            }
          }
        } catch (IOException e) {
          throw new IllegalStateException(name + " is no font", e);
        }
      }
      return letters;
    }
  }

  private Legible() {}

  /** The text as it can be drawn; markup, which is of plain letters, stays as it is. */
  static String of(String text) {
    if (text.codePoints().allMatch(letter -> letter <= PLAIN)) {
      return text;
    }
    StringBuilder drawn = new StringBuilder();
    text.codePoints()
        .forEach(letter -> {
          if (letter <= PLAIN || Drawn.LETTERS.get(letter)) {
            drawn.appendCodePoint(letter);
          } else if (!isUnseen(letter)) {
            drawn.append(String.format(Locale.ROOT, "[U+%04X]", letter));
          }
        });
    return laidOut(drawn.toString());
  }

  private static boolean isUnseen(int letter) {
    return Character.getType(letter) == Character.FORMAT || (letter >= 0xFE00 && letter <= 0xFE0F);
  }

  /** Turns each run from right to left round: the page is laid out from left to right alone. */
  private static String laidOut(String text) {
    if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
      return text;
    }
    StringBuilder laid = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      int last = at;
      while (end < text.length() && !isLeftToRight(text.charAt(end))) {
        end++;
        if (isRightToLeft(text.charAt(end - 1))) {
          last = end;
        }
      }
      if (last > at && isRightToLeft(text.charAt(at))) {
        laid.append(new StringBuilder(text.substring(at, last)).reverse());
        at = last;
      } else {
        laid.append(text.charAt(at));
        at++;
      }
    }
    return laid.toString();
  }

  private static boolean isRightToLeft(char letter) {
    byte direction = Character.getDirectionality(letter);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** Of a run are only letters from right to left, and what stands between them: blanks, points. */
  private static boolean isLeftToRight(char letter) {
    return !isRightToLeft(letter) && " .,-_'\u05BE".indexOf(letter) < 0 && !isMark(letter);
  }

  private static boolean isMark(char letter) {
    return Character.getType(letter) == Character.NON_SPACING_MARK;
  }
}

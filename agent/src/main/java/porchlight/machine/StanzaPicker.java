package porchlight.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Picks the wanted fields out of a Debian control file as it goes by. The file may be 50 MB and
 * hold anything, so nothing is kept of it but the answer and one line.
 */
final class StanzaPicker {
  /** Some 20,000 packages; a longer answer would not fit beside everything else in the worker. */
  static final int LONGEST_ANSWER = 2 << 20;

  /** No value that we ask for is longer. */
  static final int LONGEST_LINE = 4 << 10;

  private static final long LONGEST_FILE = 1L << 30;

  private final List<byte[]> fields;
  private final Optional<Set<String>> among;
  private final byte[] line = new byte[LONGEST_LINE];
  private byte[] out = new byte[1 << 14];
  private int lineLength;
  private int outLength;
  private int paragraphStart;
  private String name = "";
  private boolean betweenParagraphs = true;
  private boolean tooLongLine;
  private long bytes;

  StanzaPicker(List<String> fields, Optional<Set<String>> among) {
    this.fields =
        fields.stream().map(field -> (field + ":").getBytes(StandardCharsets.UTF_8)).toList();
    this.among = among;
  }

  /** The answer to {@link Question.ReadStanzas}. */
  Answer pick(InputStream in) throws IOException {
    byte[] chunk = new byte[1 << 16];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      bytes += read;
      take(chunk, read);
      if (isTooLong()) {
        return tooLong();
      }
    }
    boolean finished = lineLength == 0 && betweenParagraphs;
    if (lineLength > 0) {
      endLine();
    }
    endParagraph();
    if (isTooLong()) {
      return tooLong();
    }
    String text = new String(out, 0, outLength, StandardCharsets.UTF_8);
    return new Answer.Said(0, text + "# bytes " + bytes + (finished ? "" : " unfinished") + "\n");
  }

  private boolean isTooLong() {
    return outLength > LONGEST_ANSWER || bytes > LONGEST_FILE || tooLongLine;
  }

  private Answer tooLong() {
    return outLength > LONGEST_ANSWER
        ? new Answer.TooLong(LONGEST_ANSWER)
        : new Answer.Failed("a file or a line too long to be what it should be");
  }

  private void take(byte[] chunk, int length) {
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (chunk[i] == '\n') {
        keep(chunk, start, i);
        endLine();
        start = i + 1;
      }
    }
    keep(chunk, start, length);
  }

  /** A line that fills its space may have been cut; only a wanted one matters. */
  private void keep(byte[] chunk, int start, int end) {
    int fits = Math.min(end - start, line.length - lineLength);
    System.arraycopy(chunk, start, line, lineLength, fits);
    lineLength += fits;
  }

  private void endLine() {
    betweenParagraphs = lineLength == 0;
    if (betweenParagraphs) {
      if (endParagraph()) {
        append(new byte[] {'\n'}, 0, 1);
        paragraphStart = outLength;
      }
      return;
    }
    for (byte[] field : fields) {
      if (startsWith(field)) {
        tooLongLine |= lineLength == line.length;
        append(field, 0, field.length);
        append(line, field.length, lineLength);
        append(new byte[] {'\n'}, 0, 1);
      }
    }
    if (among.isPresent() && startsWith(NAME)) {
      name =
          new String(line, NAME.length, lineLength - NAME.length, StandardCharsets.UTF_8).strip();
    }
    lineLength = 0;
  }

  private static final byte[] NAME = "Package:".getBytes(StandardCharsets.UTF_8);

  /** Whether anything of the paragraph stays in the answer. */
  private boolean endParagraph() {
    if (among.isPresent() && !among.get().contains(name)) {
      outLength = paragraphStart;
    }
    boolean some = outLength > paragraphStart;
    paragraphStart = outLength;
    name = "";
    return some;
  }

  /** Names of fields are alike in capitals and small letters. */
  private boolean startsWith(byte[] field) {
    if (lineLength < field.length || line[field.length - 1] != ':') {
      return false;
    }
    for (int i = 0; i < field.length - 1; i++) {
      if (lower(line[i]) != lower(field[i])) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
  }

  private void append(byte[] from, int start, int end) {
    if (outLength + end - start > out.length) {
      out = Arrays.copyOf(out, Math.max(out.length * 2, outLength + end - start));
    }
    System.arraycopy(from, start, out, outLength, end - start);
    outLength += end - start;
  }
}

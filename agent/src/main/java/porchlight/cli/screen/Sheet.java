package porchlight.cli.screen;

import java.util.List;

/** Lines for a terminal, built from top to bottom; all text is made harmless here. */
public final class Sheet {
  private final Look look;
  private final StringBuilder out = new StringBuilder();

  public Sheet(Look look) {
    this.look = look;
  }

  /** An empty line, unless one stands there already or nothing does. */
  public Sheet gap() {
    int end = out.length();
    if (end > 1 && !(out.charAt(end - 1) == '\n' && out.charAt(end - 2) == '\n')) {
      out.append('\n');
    }
    return this;
  }

  /** Text over as many lines as it takes, each beginning after {@code indent} blanks. */
  public Sheet text(int indent, Ink ink, String text) {
    return labelled(" ".repeat(indent), Ink.PLAIN, text, ink);
  }

  /**
   * A label, and text that begins right of it on every line.
   *
   * @param label shown as it is, with the blanks that part it from the text
   */
  public Sheet labelled(String label, Ink labelInk, String text, Ink ink) {
    String head = Plain.of(label, look);
    int indent = Width.of(head);
    List<String> lines = Wrap.lines(Plain.of(text, look), Math.max(20, look.columns() - indent));
    for (int i = 0; i < lines.size(); i++) {
      out.append(i == 0 ? labelInk.on(head, look) : " ".repeat(indent));
      out.append(ink.on(lines.get(i), look)).append('\n');
    }
    return this;
  }

  /** A line that is not broken, such as one of a program's own listing. */
  public Sheet verbatim(int indent, Ink ink, String line) {
    out.append(" ".repeat(indent)).append(ink.on(Plain.of(line, look), look)).append('\n');
    return this;
  }

  /** {@code text} with blanks after it up to that many columns. */
  public String padded(String text, int columns) {
    String shown = Plain.of(text, look);
    return shown + " ".repeat(Math.max(0, columns - Width.of(shown)));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

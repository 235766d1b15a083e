package porchlight.gather.linux;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import porchlight.machine.Answer;

/** The ways a text is spoilt on its way: cut off, bits turned, lines lost, doubled, mixed up. */
public final class Garbled {
  private static final String NOISE = "\u0000\uFFFD\u202E\u001B[31m:=*()[]{}\"\\,0129afx \t\n-~%#";

  private Garbled() {}

  /** Gives {@code to} many spoilt forms of a text, the same in every run; says how many. */
  public static int each(String text, Consumer<String> to) {
    var random = new Random(text.hashCode());
    var forms = new ArrayList<String>();
    for (int end = 0; end < text.length(); end += 50) {
      forms.add(text.substring(0, end));
      forms.add(text.substring(end));
    }
    for (int i = 0; i < 60 && !text.isEmpty(); i++) {
      forms.add(turned(text, random, 1 + i % 5));
      forms.add(lines(text, random, i));
      forms.add(moved(text, random, i % 2 == 0));
    }
    forms.add("");
    forms.add("\n".repeat(1000));
    forms.add("x".repeat(100_000));
    forms.add("[".repeat(10_000));
    forms.forEach(to);
    return forms.size();
  }

  /** The same as an answer that a program gave. */
  public static int eachAnswer(String text, Consumer<Answer> to) {
    to.accept(new Answer.Said(1, text, "failed"));
    to.accept(new Answer.Said(0, "", text));
    to.accept(new Answer.Missing());
    to.accept(new Answer.Denied());
    to.accept(new Answer.TimedOut());
    to.accept(new Answer.TooLong(10 << 20));
    to.accept(new Answer.Failed("broken"));
    return 7 + each(text, spoilt -> to.accept(new Answer.Said(0, spoilt)));
  }

  private static String turned(String text, Random random, int times) {
    var out = new StringBuilder(text);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(out.length());
      char noise = NOISE.charAt(random.nextInt(NOISE.length()));
      switch (random.nextInt(3)) {
        case 0 -> out.setCharAt(at, noise);
        case 1 -> out.insert(at, noise);
        default -> out.setCharAt(at, (char) (out.charAt(at) ^ 1 << random.nextInt(7)));
      }
    }
    return out.toString();
  }

  /** A piece of the text somewhere else, where it was as well or no more. */
  private static String moved(String text, Random random, boolean stays) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(300));
    var out = new StringBuilder(text);
    if (!stays) {
      out.delete(from, to);
    }
    return out.insert(random.nextInt(out.length() + 1), text, from, to).toString();
  }

  private static String lines(String text, Random random, int way) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    switch (way % 3) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
      default -> Collections.swap(lines, at, random.nextInt(lines.size()));
    }
    return String.join("\n", lines);
  }
}

package porchlight.cli;

import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import porchlight.facts.Fact;

/** The line that says what is still being looked at; it is gone when the answer comes. */
final class Looking implements Consumer<Fact>, AutoCloseable {
  private static final String ERASE = "\r\u001b[K";

  private final Terminal terminal;
  private final Set<Fact> left;
  private boolean closed;

  Looking(Terminal terminal, Set<Fact> wanted) {
    this.terminal = terminal;
    this.left = EnumSet.copyOf(wanted);
    show();
  }

  @Override
  public synchronized void accept(Fact fact) {
    if (left.remove(fact) && !closed) {
      show();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (terminal.live()) {
      say(ERASE);
    }
  }

  private void show() {
    if (terminal.live() && !left.isEmpty()) {
      var words = new StringJoiner(", ");
      left.forEach(fact -> words.add(fact.word()));
      say(ERASE + (terminal.talk().unicode() ? "looking… " : "looking... ") + words);
    }
  }

  private void say(String text) {
    terminal.err().print(text);
    terminal.err().flush();
  }
}

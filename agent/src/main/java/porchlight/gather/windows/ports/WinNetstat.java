package porchlight.gather.windows.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code netstat}, whose headings and states are words of a language: that a TCP socket waits is
 * told by the other side being nobody.
 */
final class WinNetstat {
  static final Run SOCKETS =
      Run.of("C:\\Windows\\System32\\netstat.exe", "-ano")
          .hiding("^\\s*TCP\\s+(\\S+)\\s+(?!0\\.0\\.0\\.0:0|\\[::\\]:0)\\S")
          .hiding("^\\s*TCP\\s+\\S+\\s+(?!0\\.0\\.0\\.0:0|\\[::\\]:0)(\\S+)");

  private static final Pattern LOCAL =
      Pattern.compile("(?:\\[([^\\[\\]\\s]{2,64})]|(\\d{1,3}(?:\\.\\d{1,3}){3})):(\\d{1,5})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

  /** Who the process is, as {@code -b} has it below a row. */
  private static final Pattern OWNER =
      Pattern.compile("\\s*\\[([^\\[\\]\\\\/:*?\"<>|]{1,100})]\\s*");

  /** What only a row can hold. */
  private static final Pattern ENDPOINT = Pattern.compile(".*[\\d\\]*]:[\\d*]+\\s.*");

  private WinNetstat() {}

  static Reading<List<Listener>> read(Answer answer) {
    return Answers.read(
        SOCKETS,
        answer,
        said ->
            said.code() == 0
                ? parse(said.text())
                : Answers.notUnderstood(SOCKETS, "code " + said.code() + " " + said.text()));
  }

  private static Reading<List<Listener>> parse(String text) {
    var all = new ArrayList<Listener>();
    boolean waits = false;
    for (String line : text.lines().toList()) {
      String[] cells = line.strip().split("\\s+", 5);
      Matcher owner = OWNER.matcher(line);
      if (Listeners.protocol(cells[0]).isPresent()) {
        if (cells.length < 3 || !isOther(cells)) {
          return Answers.notUnderstood(SOCKETS, line);
        }
        waits = waits(cells);
        if (waits) {
          Optional<Listener> listener = listener(cells);
          if (listener.isEmpty()) {
            return Answers.notUnderstood(SOCKETS, line);
          }
          all.add(listener.get());
        }
      } else if (owner.matches()) {
        if (waits) {
          all.set(all.size() - 1, named(all.getLast(), owner.group(1)));
        }
      } else if (ENDPOINT.matcher(line + " ").matches()) {
        return Answers.notUnderstood(SOCKETS, line); // a row in another form
      }
    }
    return all.isEmpty() ? Answers.notUnderstood(SOCKETS, text) : Reading.known(List.copyOf(all));
  }

  /** As redaction leaves it, the other side may be any word. */
  private static boolean isOther(String[] cells) {
    return cells[0].equals("TCP")
        ? cells.length >= 4 && !cells[2].equals("*:*")
        : cells[2].equals("*:*") || cells[2].indexOf(':') > 0;
  }

  private static boolean waits(String[] cells) {
    return cells[0].equals("UDP") || cells[2].equals("0.0.0.0:0") || cells[2].equals("[::]:0");
  }

  private static Optional<Listener> listener(String[] cells) {
    Matcher local = LOCAL.matcher(cells[1]);
    Optional<Protocol> protocol = Listeners.protocol(cells[0]);
    if (!local.matches() || protocol.isEmpty()) {
      return Optional.empty();
    }
    String last = cells[cells.length - 1].strip();
    int word = last.lastIndexOf(' ');
    String process = last.substring(word + 1);
    String address = local.group(1) == null ? local.group(2) : local.group(1);
    return Listeners.port(local.group(3))
        .map(port ->
            new Listener(
                protocol.get(),
                Listeners.withoutZone(address),
                port,
                Listeners.program("", NUMBER.matcher(process).matches() ? process : ""),
                List.of(),
                false,
                true));
  }

  private static Listener named(Listener socket, String program) {
    return new Listener(
        socket.protocol(), socket.address(), socket.port(), program, List.of(), false, true);
  }
}

package porchlight.machine;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A recorded machine as plain text, the form of a console session, so that people can read, shorten
 * and write one:
 *
 * <pre>
 * A laptop on an open café network, run without root.
 * @ 2026-11-22T09:00:00Z linux
 * $ nft -j list ruleset
 * [error]
 * Operation not permitted
 * [exit 1]
 * ? read /etc/resolv.conf
 * nameserver 192.0.2.1
 * [end]
 * ? read /etc/shadow
 * [denied]
 * </pre>
 *
 * A line of an answer that could be taken for one of these begins with {@code \}; one with control
 * characters begins with {@code \~} and has them as {@code \}{@code uXXXX}; an answer whose last
 * line has no end closes with {@code [… no newline]}.
 */
public final class TranscriptText {
  private static final Pattern HEADER = Pattern.compile("@ (\\S+) (linux|macos|windows)");
  private static final Pattern EXIT =
      Pattern.compile("\\[(?:exit (-?\\d{1,9})|end)( no newline)?]");
  private static final Pattern TOO_LONG = Pattern.compile("\\[too long (\\d{1,9})]");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private static final String ERROR = "[error]";
  private static final String ERROR_NO_NEWLINE = "[error no newline]";

  private TranscriptText() {}

  /** What was no transcript, and in which line. */
  public static final class NotATranscript extends Exception {
    private static final long serialVersionUID = 1L;

    NotATranscript(int line, String what) {
      super("line " + line + ": " + what);
    }
  }

  public static String write(Recorded recorded) {
    var out = new StringBuilder();
    recorded.about().strip().lines().forEach(line -> out.append(escape(line)).append('\n'));
    out.append("@ ").append(recorded.at()).append(' ').append(recorded.system()).append('\n');
    for (var exchange : recorded.exchanges()) {
      out.append(exchange.question()).append('\n');
      switch (exchange.answer()) {
        case Answer.Said(int code, var text, var error) -> {
          body(out, text);
          if (!error.isEmpty()) {
            out.append(error.endsWith("\n") ? ERROR : ERROR_NO_NEWLINE).append('\n');
            body(out, error);
          }
          boolean whole = text.isEmpty() || text.endsWith("\n");
          out.append(exchange.question().startsWith("$") ? "[exit " + code : "[end")
              .append(whole ? "]\n" : " no newline]\n");
        }
        case Answer.Missing() -> out.append("[missing]\n");
        case Answer.Denied() -> out.append("[denied]\n");
        case Answer.TimedOut() -> out.append("[timed out]\n");
        case Answer.TooLong(int limit) -> out.append("[too long ").append(limit).append("]\n");
        case Answer.Failed(var detail) -> {
          body(out, detail + "\n");
          out.append("[failed]\n");
        }
      }
    }
    return out.toString();
  }

  private static void body(StringBuilder out, String text) {
    if (text.isEmpty()) {
      return;
    }
    String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : whole.split("\n", -1)) {
      out.append(escape(line)).append('\n');
    }
  }

  private static String escape(String line) {
    if (line.chars().anyMatch(TranscriptText::isControl)) {
      var out = new StringBuilder("\\~");
      line.chars()
          .forEach(c -> {
            if (c == '\\' || isControl(c)) {
              out.append(String.format("\\u%04x", c));
            } else {
              out.append((char) c);
            }
          });
      return out.toString();
    }
    return !line.isEmpty() && "$?[@\\".indexOf(line.charAt(0)) >= 0 ? "\\" + line : line;
  }

  private static boolean isControl(int c) {
    return (c < ' ' && c != '\t') || c == 0x7f;
  }

  private static String unescape(String line) {
    if (line.startsWith("\\~")) {
      return ESCAPE
          .matcher(line.substring(2))
          .replaceAll(found ->
              java.util.regex.Matcher.quoteReplacement(
                  String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
    return line.startsWith("\\") ? line.substring(1) : line;
  }

  public static Recorded read(String text) throws NotATranscript {
    List<String> lines = text.lines().toList();
    var about = new StringBuilder();
    int at = 0;
    while (at < lines.size() && !lines.get(at).startsWith("@ ")) {
      about.append(unescape(lines.get(at++))).append('\n');
    }
    if (at == lines.size()) {
      throw new NotATranscript(at, "there is no line like '@ 2026-11-22T09:00:00Z linux'");
    }
    var header = HEADER.matcher(lines.get(at));
    if (!header.matches()) {
      throw new NotATranscript(at + 1, "expected '@ TIME linux|macos|windows'");
    }
    Instant when;
    try {
      when = Instant.parse(header.group(1));
    } catch (DateTimeException notATime) {
      throw new NotATranscript(at + 1, "expected a time like 2026-11-22T09:00:00Z");
    }
    var exchanges = new ArrayList<Recorded.Exchange>();
    at++;
    while (at < lines.size()) {
      String question = lines.get(at);
      if (!question.startsWith("$ ") && !question.startsWith("? ")) {
        throw new NotATranscript(at + 1, "expected a question: '$ PROGRAM …' or '? …'");
      }
      int first = at + 1;
      int last = first;
      while (last < lines.size() && !isEnd(lines.get(last))) {
        last++;
      }
      if (last == lines.size()) {
        throw new NotATranscript(
            at + 1, "this question has no end such as [exit 0], [end], [missing]");
      }
      exchanges.add(
          new Recorded.Exchange(
              question, answer(lines.subList(first, last), lines.get(last), last + 1)));
      at = last + 1;
    }
    return new Recorded(about.toString().strip(), when, header.group(2), exchanges);
  }

  private static boolean isEnd(String line) {
    return line.startsWith("[") && !isError(line);
  }

  private static boolean isError(String line) {
    return line.equals(ERROR) || line.equals(ERROR_NO_NEWLINE);
  }

  private static Answer answer(List<String> body, String end, int line) throws NotATranscript {
    var exit = EXIT.matcher(end);
    if (exit.matches()) {
      int split = 0;
      while (split < body.size() && !isError(body.get(split))) {
        split++;
      }
      boolean erred = split < body.size();
      var out = body.subList(0, split);
      var error = erred ? body.subList(split + 1, body.size()) : List.<String>of();
      boolean errorWhole = !erred || body.get(split).equals(ERROR);
      int code = exit.group(1) == null ? 0 : Integer.parseInt(exit.group(1));
      return new Answer.Said(code, join(out, exit.group(2) == null), join(error, errorWhole));
    }
    var tooLong = TOO_LONG.matcher(end);
    if (tooLong.matches()) {
      return new Answer.TooLong(Integer.parseInt(tooLong.group(1)));
    }
    return switch (end) {
      case "[missing]" -> new Answer.Missing();
      case "[denied]" -> new Answer.Denied();
      case "[timed out]" -> new Answer.TimedOut();
      case "[failed]" -> new Answer.Failed(join(body, false));
      default -> throw new NotATranscript(line, "unknown end " + end);
    };
  }

  private static String join(List<String> lines, boolean newline) {
    String joined = String.join("\n", lines.stream().map(TranscriptText::unescape).toList());
    return lines.isEmpty() ? "" : newline ? joined + "\n" : joined;
  }
}

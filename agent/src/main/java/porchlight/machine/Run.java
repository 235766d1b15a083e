package porchlight.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One run of a program of the operating system: a constant of a tool class, never built from text
 * that came from outside. The program is looked up in a fixed list of system folders, gets its
 * arguments as they are (there is no shell), a closed standard input and an environment of our own.
 *
 * @param program the file's name, without a folder; of Windows the whole path
 * @param arguments may hold {@link #LINK}, which {@link #on} fills in, and {@link #UID}, which
 *     {@link #as} does
 * @param personal patterns whose group 1 is the name of a person or a network, for the redaction of
 *     recordings
 */
public record Run(String program, List<String> arguments, Duration limit, List<Pattern> personal)
    implements Question {

  /** Stands for the name of a network interface. */
  public static final String LINK = "{link}";

  /** Stands for the number of a person's account. */
  public static final String UID = "{uid}";

  private static final Pattern WINDOWS =
      Pattern.compile("C:\\\\Windows\\\\System32\\\\(?:[A-Za-z0-9]+\\\\)?[A-Za-z0-9-]+\\.exe");

  private static final Duration USUAL = Duration.ofSeconds(5);

  public Run {
    if (!WINDOWS.matcher(program).matches()
        && (program.indexOf('/') >= 0 || program.indexOf('\\') >= 0)) {
      throw new IllegalArgumentException("a program is named without a folder: " + program);
    }
    arguments = List.copyOf(arguments);
    personal = List.copyOf(personal);
  }

  /** A run that is given five seconds. */
  public static Run of(String program, String... arguments) {
    return new Run(program, List.of(arguments), USUAL, List.of());
  }

  /** The same run with another limit. */
  public Run within(Duration other) {
    return new Run(program, arguments, other, personal);
  }

  /**
   * The same run, its answers holding names of people or networks where group 1 of {@code pattern}
   * is.
   */
  public Run hiding(String pattern) {
    var more = new ArrayList<>(personal);
    more.add(Pattern.compile(pattern, Pattern.MULTILINE));
    return new Run(program, arguments, limit, more);
  }

  /** This run for one network interface. */
  public Run on(LinkName link) {
    return new Run(
        program,
        arguments.stream().map(argument -> argument.replace(LINK, link.value())).toList(),
        limit,
        personal);
  }

  /**
   * This run as the person whose number {@link #as} will say, in that person's own session of
   * macOS; only root may.
   */
  public Run asThem() {
    var more = new ArrayList<>(List.of("asuser", UID, "sudo", "-n", "-u", "#" + UID, program));
    more.addAll(arguments);
    return new Run("launchctl", more, limit, personal);
  }

  /** This run for the person with that number. */
  public Run as(int uid) {
    return new Run(
        program,
        arguments.stream().map(argument -> argument.replace(UID, String.valueOf(uid))).toList(),
        limit,
        personal);
  }

  @Override
  public String text() {
    return "$ " + program + (arguments.isEmpty() ? "" : " " + String.join(" ", arguments));
  }
}

package porchlight.gather.macos;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code systemextensionsctl list}: what other makers have put into the system, such as filters and
 * antivirus programs. Only what is {@code [activated enabled]} runs.
 *
 * @param network bundle ids of those that see the network
 * @param endpoint bundle ids of those that see files and processes
 */
public record SystemExtensions(List<String> network, List<String> endpoint) {
  public static final Run LIST = Run.of("systemextensionsctl", "list");

  private static final String SECTION = "--- ";
  private static final String NETWORK = "--- com.apple.system_extension.network_extension";
  private static final String ENDPOINT = "--- com.apple.system_extension.endpoint_security";
  private static final Pattern TITLE = Pattern.compile("enabled\\s+active\\s+teamID\\s.*");
  private static final String RUNS = "activated enabled";
  private static final Pattern COUNT = Pattern.compile("(\\d{1,4}) extension\\(s\\)");

  /** Two marks or gaps, the team, bundle and version, the name, the state; blanks may be tabs. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\*?[ \\t]+\\*?[ \\t]+\\S{1,20}[ \\t]+([A-Za-z0-9._-]{1,200}) \\([^()\\t]*\\)[ \\t].*"
              + "\\[([^\\[\\]]*)]\\s*");

  public SystemExtensions {
    network = List.copyOf(network);
    endpoint = List.copyOf(endpoint);
  }

  /** Its own count must be that of its rows. */
  public static Reading<SystemExtensions> read(Answer answer) {
    return Answers.read(
        LIST, answer, said -> said.code() == 0 ? parse(said.text()) : Refusal.because(LIST, said));
  }

  private static Reading<SystemExtensions> parse(String text) {
    List<String> lines = text.lines().toList();
    Matcher count = COUNT.matcher(lines.isEmpty() ? "" : lines.getFirst().strip());
    if (!count.matches()) {
      return Answers.notUnderstood(LIST, text);
    }
    var network = new ArrayList<String>();
    var endpoint = new ArrayList<String>();
    String section = "";
    int rows = 0;
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(SECTION)) {
        section = line;
      } else if (!line.isBlank() && !TITLE.matcher(line).matches()) {
        Matcher row = ROW.matcher(line);
        if (section.isEmpty() || !row.matches()) {
          return Answers.notUnderstood(LIST, line);
        }
        rows++;
        if (row.group(2).equals(RUNS)) {
          if (section.startsWith(NETWORK)) {
            network.add(row.group(1));
          } else if (section.startsWith(ENDPOINT)) {
            endpoint.add(row.group(1));
          }
        }
      }
    }
    return rows == Integer.parseInt(count.group(1))
        ? Reading.known(new SystemExtensions(network, endpoint))
        : Answers.notUnderstood(LIST, rows + " of " + count.group(1) + " extensions");
  }
}

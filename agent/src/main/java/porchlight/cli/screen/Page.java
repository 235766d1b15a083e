package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page of a check: what it checks as a title, more of it in a paragraph, and sections. It is
 * written in a little of Markdown: headings, paragraphs, lists, fenced code, {@code `code`}, {@code
 * **bold**} and links.
 */
public record Page(String title, List<String> lead, List<Section> sections) {

  public Page {
    lead = List.copyOf(lead);
    sections = List.copyOf(sections);
  }

  /** What stands under a heading of the second level. */
  public record Section(String heading, List<String> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  public static Page read(String markdown) {
    String title = "";
    var lead = new ArrayList<String>();
    var sections = new ArrayList<Section>();
    String heading = "";
    List<String> into = lead;
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith("# ") && title.isEmpty()) {
        title = line.substring(2).strip();
      } else if (line.startsWith("## ")) {
        if (!heading.isEmpty()) {
          sections.add(new Section(heading, into));
        }
        heading = line.substring(3).strip();
        into = new ArrayList<>();
      } else {
        into.add(line.stripTrailing());
      }
    }
    if (!heading.isEmpty()) {
      sections.add(new Section(heading, into));
    }
    return new Page(title, lead, sections);
  }

  /** What mends it on that system, in a sentence or two. */
  public Optional<String> fix(String system) {
    return section(fixHeading(system))
        .map(section -> firstSentence(paragraph(section.lines())))
        .filter(text -> !text.isEmpty());
  }

  Optional<Section> section(String heading) {
    return sections.stream()
        .filter(section -> section.heading().equalsIgnoreCase(heading))
        .findFirst();
  }

  /** {@code Fix on Linux}. */
  static String fixHeading(String system) {
    return "Fix on "
        + switch (system) {
          case "linux" -> "Linux";
          case "macos" -> "macOS";
          case "windows" -> "Windows";
          default -> system;
        };
  }

  private static String paragraph(List<String> lines) {
    var out = new StringBuilder();
    for (String line : lines) {
      boolean item = isItem(line);
      if (out.length() > 0 && (line.isBlank() || item || line.startsWith("```"))) {
        break;
      }
      if (!line.isBlank() && !line.startsWith("```")) {
        out.append(out.isEmpty() ? "" : " ").append(item ? afterMark(line) : line.strip());
      }
    }
    return words(out.toString());
  }

  static boolean isItem(String line) {
    String text = line.stripLeading();
    return text.startsWith("- ") || text.startsWith("* ") || numbered(text) > 0;
  }

  static String afterMark(String line) {
    String text = line.stripLeading();
    return text.substring(Math.max(2, numbered(text))).strip();
  }

  /** How long the {@code 12. } in front is; 0 for none. */
  static int numbered(String text) {
    int at = 0;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return at > 0 && text.startsWith(". ", at) ? at + 2 : 0;
  }

  private static String firstSentence(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) == '.' && text.charAt(i + 1) == ' ' && !isAbbreviation(text, i)) {
        return text.substring(0, i + 1);
      }
    }
    return text;
  }

  private static boolean isAbbreviation(String text, int dot) {
    return text.startsWith("e.g", dot - 3 < 0 ? 0 : dot - 3)
        || text.startsWith("i.e", dot - 3 < 0 ? 0 : dot - 3);
  }

  /** A line of Markdown as a person would say it; code keeps its ticks, to show where it ends. */
  static String words(String markdown) {
    var out = new StringBuilder();
    boolean code = false;
    for (int i = 0; i < markdown.length(); i++) {
      char c = markdown.charAt(i);
      code = (c == '`') != code;
      if (code) {
        out.append(c);
        continue;
      }
      int close = c == '[' ? markdown.indexOf("](", i) : -1;
      int end = close < 0 ? -1 : markdown.indexOf(')', close);
      if (end > 0) {
        String name = markdown.substring(i + 1, close);
        String target = markdown.substring(close + 2, end);
        out.append(words(name));
        if (target.startsWith("http")) {
          out.append(" <").append(target).append('>');
        }
        i = end;
      } else if (c == '*' && markdown.startsWith("**", i)) {
        i++;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}

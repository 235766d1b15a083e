package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** {@code porchlight explain}: a page, this system's fix first. */
public final class PageScreen {
  private static final int INDENT = 2;

  private PageScreen() {}

  public static String render(String id, Page page, String system, Look look) {
    var sheet = new Sheet(look);
    sheet.labelled(id + ": ", Ink.BOLD, Page.words(page.title()), Ink.BOLD);
    body(sheet, page.lead());
    var sections = new ArrayList<>(page.sections());
    var ours = page.section(Page.fixHeading(system));
    ours.ifPresent(fix -> {
      sections.remove(fix);
      sections.add(0, fix);
    });
    for (Page.Section section : sections) {
      sheet.gap().text(0, Ink.BOLD, section.heading());
      body(sheet, section.lines());
    }
    return sheet.toString();
  }

  /** The page as it is written. */
  public static String plain(Page page, Look look) {
    var sheet = new Sheet(look);
    sheet.text(0, Ink.BOLD, Page.words(page.title()));
    body(sheet, page.lead());
    page.sections()
        .forEach(section -> {
          sheet.gap().text(0, Ink.BOLD, section.heading());
          body(sheet, section.lines());
        });
    return sheet.toString();
  }

  private static void body(Sheet sheet, List<String> lines) {
    boolean code = false;
    var words = new StringBuilder();
    String mark = "";
    for (String line : lines) {
      boolean fence = line.stripLeading().startsWith("```");
      if (code && !fence) {
        sheet.verbatim(INDENT + 2, Ink.BOLD, line);
      } else if (fence || line.isBlank() || Page.isItem(line) || line.startsWith("### ")) {
        flush(sheet, mark, words);
        mark = "";
        code = fence != code;
        if (line.isBlank()) {
          sheet.gap();
        } else if (line.startsWith("### ")) {
          sheet.text(INDENT, Ink.BOLD, line.substring(4));
        } else if (!fence) {
          int number = Page.numbered(line.stripLeading());
          int depth = line.length() - line.stripLeading().length();
          String sign = number > 0 ? line.strip().substring(0, number) : "- ";
          mark = " ".repeat(depth) + sign;
          words.append(Page.afterMark(line));
        }
      } else if (line.startsWith("|")) {
        flush(sheet, mark, words);
        sheet.verbatim(INDENT, Ink.PLAIN, Page.words(line));
      } else {
        words.append(words.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    flush(sheet, mark, words);
  }

  private static void flush(Sheet sheet, String mark, StringBuilder words) {
    if (!words.isEmpty()) {
      sheet.labelled(" ".repeat(INDENT) + mark, Ink.PLAIN, Page.words(words.toString()), Ink.PLAIN);
      words.setLength(0);
    }
  }
}

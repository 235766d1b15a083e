package porchlight.cli;

import porchlight.cli.Options.Option;
import porchlight.cli.screen.Ink;
import porchlight.cli.screen.Look;
import porchlight.cli.screen.Sheet;

/** {@code porchlight COMMAND --help}. */
final class Help {
  private static final int NAME = 24;
  private static final int CODE = 6;

  private Help() {}

  static String render(String name, Command command, Options options, Look look) {
    var sheet = new Sheet(look);
    String operand = options.operand().isEmpty() ? "" : " " + options.operand();
    sheet
        .text(0, Ink.BOLD, "porchlight " + name + operand + " [OPTION…]")
        .text(0, Ink.PLAIN, command.about())
        .gap();
    if (!options.operand().isEmpty()) {
      row(sheet, options.operand(), options.operandAbout());
    }
    for (Option option : options.all()) {
      String value =
          option.value().isEmpty()
              ? ""
              : " " + option.value() + (option.many() ? "[," + option.value() + "…]" : "");
      row(sheet, option.name() + value, option.about());
    }
    if (!options.codes().isEmpty()) {
      sheet.gap().text(0, Ink.BOLD, "Exit codes");
      options
          .codes()
          .forEach((code, about) ->
              sheet.labelled(
                  sheet.padded("  " + (code < 10 ? " " : "") + code, CODE),
                  Ink.PLAIN,
                  about,
                  Ink.PLAIN));
    }
    return sheet.toString();
  }

  private static void row(Sheet sheet, String label, String about) {
    sheet.labelled(sheet.padded("  " + label, NAME), Ink.PLAIN, about, Ink.PLAIN);
  }
}

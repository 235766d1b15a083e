package porchlight.cli.format;

import porchlight.checks.Evidence;
import porchlight.checks.Outcome;
import porchlight.cli.screen.CheckScreen;
import porchlight.cli.screen.Cure;
import porchlight.policy.Finding;

/** One page that needs nothing else and prints well: the answer, what to do, the evidence. */
final class Html implements Format {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--bad:#a3182a;--care:#8a5a00;--good:#1b6b3a;--blind:#4b4f8f}
      @media (prefers-color-scheme:dark){:root{--bad:#ff8b96;--care:#f0c060;--good:#7fd6a0;--blind:#b3b7ff}}
      body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.6rem;margin:0}h2{font-size:1.05rem;margin:1.6rem 0 .2rem}p{margin:.3rem 0}
      .unsafe,.fail{color:var(--bad)}.care{color:var(--care)}.safe{color:var(--good)}
      .cannot-say,.unknown{color:var(--blind)}small,dt{opacity:.75}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.4rem 0}
      dd{margin:0;overflow-wrap:anywhere}
      @media print{body{margin:0;font-size:11pt}h2{break-after:avoid}section{break-inside:avoid}}
      """;

  @Override
  public Printed of(Seen seen) {
    String answer = seen.assessment().answer().word();
    var out = new StringBuilder();
    out.append("<h1 class=\"").append(answer).append("\">").append(seen.answer());
    out.append(" to work from here</h1>\n<p>").append(escape(seen.line())).append("</p>\n");
    out.append("<p><small>").append(escape(where(seen))).append("</small></p>\n");
    for (Finding finding : seen.having(Outcome.FAIL)) {
      open(out, "fail", "", finding);
      seen.pages()
          .apply(finding.check())
          .flatMap(page -> page.fix(seen.system()))
          .ifPresent(fix -> labelled(out, "Fix:", fix));
      close(out, finding);
    }
    for (Finding finding : seen.having(Outcome.UNKNOWN)) {
      open(out, "unknown", "Could not see ", finding);
      String cure = Cure.of(finding.verdict(), seen.system(), seen.root());
      if (!cure.isEmpty()) {
        labelled(out, "To see it:", CheckScreen.sentence(cure));
      }
      close(out, finding);
    }
    names(out, "Passed", seen, Outcome.PASS);
    names(out, "Does not apply", seen, Outcome.NOT_APPLICABLE);
    return page(seen.answer(), out.toString(), Markdown.code(seen.level()));
  }

  @Override
  public Printed broken(String why) {
    return page(
        "CANNOT SAY",
        "<h1 class=\"cannot-say\">CANNOT SAY</h1>\n<p>" + escape(why) + "</p>\n",
        Markdown.code(Level.UNKNOWN));
  }

  private static Printed page(String title, String body, int code) {
    return new Printed(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\">"
            + "<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
            + "<title>Porchlight: "
            + escape(title)
            + "</title><style>\n"
            + STYLE
            + "</style></head><body><main>\n"
            + body
            + "</main></body></html>\n",
        code);
  }

  private static String where(Seen seen) {
    String device =
        seen.device()
            .map(known ->
                known.name() + ", " + (known.system() + " " + known.version()).strip() + ", ")
            .orElse("");
    return device + seen.at() + ", Porchlight " + seen.version();
  }

  private static void open(StringBuilder out, String kind, String before, Finding finding) {
    out.append("<section><h2 class=\"").append(kind).append("\">").append(before);
    out.append(escape(finding.check())).append(" <small>(").append(finding.severity().word());
    out.append(")</small></h2>\n<p>");
    out.append(escape(CheckScreen.sentence(finding.verdict().because()))).append("</p>\n");
  }

  private static void close(StringBuilder out, Finding finding) {
    if (!Seen.evidence(finding).isEmpty()) {
      out.append("<dl>\n");
      for (Evidence seen : Seen.evidence(finding)) {
        out.append("<dt>").append(escape(seen.name())).append("</dt><dd>");
        out.append(escape(seen.value())).append("</dd>\n");
      }
      out.append("</dl>\n");
    }
    out.append("</section>\n");
  }

  private static void labelled(StringBuilder out, String label, String text) {
    out.append("<p><strong>").append(label).append("</strong> ").append(escape(text));
    out.append("</p>\n");
  }

  private static void names(StringBuilder out, String what, Seen seen, Outcome outcome) {
    var names = seen.having(outcome).stream().map(Finding::check).toList();
    if (!names.isEmpty()) {
      out.append("<h2>").append(what).append("</h2>\n<p>");
      out.append(escape(String.join(", ", names))).append("</p>\n");
    }
  }

  /** Text between marks or in an attribute; nothing that was seen may write marks or turn text. */
  static String escape(String text) {
    var out = new StringBuilder();
    Seen.harmless(text)
        .chars()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.append((char) c);
          }
        });
    return out.toString();
  }
}

package porchlight.daemon.worker;

import java.util.List;
import java.util.Locale;

/** Draws what central saw, one panel an outage, as SVG. */
final class StampedePlot {
  private static final int WIDTH = 860;
  private static final int PANEL = 150;
  private static final int TOP = 64;
  private static final int LEFT = 56;
  private static final int INNER = WIDTH - LEFT - 24;
  private static final int PLOT = 92;
  private static final double HIGHEST = 3.5;

  private StampedePlot() {}

  /** One outage. */
  record Panel(String name, Seen seen, double peak) {
    int from() {
      return seen.begins() - Math.clamp((seen.seconds() - seen.begins()) / 8, 600, 7200);
    }

    double x(double second) {
      return LEFT + INNER * (second - from()) / (seen.seconds() - from());
    }
  }

  static String of(List<Panel> panels, double bound) {
    var out = new StringBuilder();
    add(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\""
            + " font-size=\"12\" fill=\"#333\">",
        WIDTH,
        TOP + PANEL * panels.size());
    add(out, "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
    add(
        out,
        "<text x=\"%d\" y=\"24\" font-size=\"16\" font-weight=\"600\">10,000 agents, and central goes away</text>",
        LEFT);
    add(
        out,
        "<text x=\"%d\" y=\"43\" fill=\"#666\">Requests within 10 s, in multiples of the usual 111. Band: least to"
            + " most; line: mean. Grey: central is away, nobody answers.</text>",
        LEFT);
    for (int i = 0; i < panels.size(); i++) {
      panel(out, panels.get(i), TOP + i * PANEL, bound);
    }
    return out.append("</svg>\n").toString();
  }

  private static void panel(StringBuilder out, Panel panel, int top, double bound) {
    int bottom = top + 22 + PLOT;
    add(
        out,
        "<text x=\"%d\" y=\"%d\" font-weight=\"600\">away for %s</text>"
            + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">highest after it: %.1f ×</text>",
        LEFT,
        top + 13,
        panel.name(),
        LEFT + INNER,
        top + 13,
        panel.peak());
    add(
        out,
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#e6e8eb\"/>",
        panel.x(panel.seen().begins()),
        top + 22,
        panel.x(panel.seen().ends()) - panel.x(panel.seen().begins()),
        PLOT);
    for (int times = 0; times <= 3; times++) {
      boolean limit = times == (int) bound;
      add(
          out,
          "<path d=\"M%d %.1fh%d\" stroke=\"%s\"%s/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\"%s>%d ×</text>",
          LEFT,
          y(times, bottom),
          INNER,
          limit ? "#b3261e" : times == 0 ? "#888" : "#e3e3e3",
          limit ? " stroke-dasharray=\"5 4\"" : "",
          LEFT - 8,
          y(times, bottom) + 4,
          limit ? " fill=\"#b3261e\"" : "",
          times);
    }
    curve(out, panel, bottom);
    ticks(out, panel, bottom);
  }

  /** For each point of the width, what lies under it. */
  private static void curve(StringBuilder out, Panel panel, int bottom) {
    var above = new StringBuilder();
    var below = new StringBuilder();
    var mean = new StringBuilder();
    int points = INNER / 2;
    int span = panel.seen().seconds() - 10 - panel.from();
    for (int i = 0; i < points; i++) {
      int from = panel.from() + (int) ((double) span * i / points);
      int to = Math.max(from + 1, panel.from() + (int) ((double) span * (i + 1) / points));
      double least = Double.MAX_VALUE;
      double most = 0;
      double sum = 0;
      for (int second = from; second < to; second++) {
        least = Math.min(least, panel.seen().load(second));
        most = Math.max(most, panel.seen().load(second));
        sum += panel.seen().load(second);
      }
      double x = panel.x(from);
      above.append(point(x, y(most, bottom)));
      below.insert(0, point(x, y(least, bottom)));
      mean.append(point(x, y(sum / (to - from), bottom)));
    }
    add(out, "<polygon points=\"%s%s\" fill=\"#2a78d6\" fill-opacity=\".28\"/>", above, below);
    add(
        out,
        "<polyline points=\"%s\" fill=\"none\" stroke=\"#1f5fae\" stroke-width=\"1.4\" stroke-linejoin=\"round\"/>",
        mean);
  }

  private static void ticks(StringBuilder out, Panel panel, int bottom) {
    int after = panel.seen().seconds() - panel.seen().ends();
    int step = after > 20 * 3600 ? 6 * 3600 : after > 3 * 3600 ? 3600 : 1800;
    int first = -(panel.seen().ends() - panel.from()) / step * step;
    for (int at = first; at <= after; at += step) {
      String name =
          at == 0
              ? "back"
              : String.format(
                  Locale.ROOT,
                  "%+d %s",
                  step < 3600 ? at / 60 : at / 3600,
                  step < 3600 ? "min" : "h");
      boolean last = at + step > after;
      add(
          out,
          "<path d=\"M%.1f %dv4\" stroke=\"#888\"/><text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" fill=\"#666\">%s</text>",
          panel.x(panel.seen().ends() + at),
          bottom,
          panel.x(panel.seen().ends() + at),
          bottom + 17,
          last ? "end" : "middle",
          name);
    }
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
  }

  private static double y(double times, int bottom) {
    return bottom - PLOT * Math.min(times, HIGHEST) / HIGHEST;
  }

  @SuppressWarnings("AnnotateFormatMethod") // The annotation is in a library that is not ours.
  private static void add(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}

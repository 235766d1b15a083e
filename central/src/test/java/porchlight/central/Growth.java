package porchlight.central;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Draws what pages cost as devices or days grow in number: one line a page, the dearest named. */
final class Growth {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 360;
  private static final int LEFT = 60;
  private static final int BOTTOM = 40;
  private static final int RIGHT = 260;

  /** The pages that are drawn. */
  private static final int MOST = 8;

  private final Map<String, TreeMap<Integer, Double>> lines = new TreeMap<>();
  private final String grows;

  /** Over {@code "devices"} or {@code "days"}. */
  Growth(String grows) {
    this.grows = grows;
  }

  /** What a page cost at a size of {@code DEVICESxDAYS}. */
  void add(String page, String size, double millis) {
    String[] parts = size.split("x", 2);
    lines
        .computeIfAbsent(page, one -> new TreeMap<>())
        .put(Integer.parseInt(parts[grows.equals("days") ? 1 : 0]), millis);
  }

  String svg() {
    int widest = lines.values().stream().mapToInt(TreeMap::lastKey).max().orElse(1);
    double highest =
        Math.max(
            100,
            lines.values().stream()
                .flatMap(line -> line.values().stream())
                .max(Double::compare)
                .orElse(1.0));
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">\n"
            .formatted(WIDTH, HEIGHT));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    svg.append(
        text(LEFT, 12, "The " + MOST + " dearest pages: median of nine looks; red: the goal"));
    for (double tick : List.of(0.0, highest / 2, highest)) {
      svg.append(text(4, y(tick, highest) + 4, "%.0f ms".formatted(tick)));
      svg.append(rule(y(tick, highest), "#ddd", ""));
    }
    svg.append(rule(y(100, highest), "#b00", " stroke-dasharray=\"4\""));
    svg.append(text(LEFT, HEIGHT - 8, grows + ", up to " + widest));
    List<Map.Entry<String, TreeMap<Integer, Double>>> dearest = new ArrayList<>(lines.entrySet());
    dearest.sort(Comparator.comparingDouble(line -> -line.getValue().lastEntry().getValue()));
    int row = 0;
    for (Map.Entry<String, TreeMap<Integer, Double>> line :
        dearest.subList(0, Math.min(MOST, dearest.size()))) {
      String colour = "hsl(%d 60%% 40%%)".formatted(row * 360 / MOST);
      StringBuilder points = new StringBuilder();
      line.getValue()
          .forEach((devices, millis) ->
              points.append(
                  String.format(
                      Locale.ROOT,
                      "%.1f,%.1f ",
                      LEFT + (double) devices / widest * (WIDTH - LEFT - RIGHT),
                      y(millis, highest))));
      svg.append(
          "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>\n"
              .formatted(colour, points.toString().strip()));
      svg.append(
          "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s %.0f ms</text>\n"
              .formatted(
                  WIDTH - RIGHT + 12,
                  20 + row * 16,
                  colour,
                  line.getKey().replace("&", "&amp;").replace("<", "&lt;"),
                  line.getValue().lastEntry().getValue()));
      row++;
    }
    return svg.append("</svg>\n").toString();
  }

  private static double y(double millis, double highest) {
    return HEIGHT - BOTTOM - millis / highest * (HEIGHT - BOTTOM - 20);
  }

  private static String text(int x, double y, String text) {
    return String.format(Locale.ROOT, "<text x=\"%d\" y=\"%.0f\">%s</text>%n", x, y, text);
  }

  private static String rule(double y, String colour, String dashes) {
    return String.format(
        Locale.ROOT,
        "<path d=\"M%d %.1f H%d\" stroke=\"%s\"%s/>%n",
        LEFT,
        y,
        WIDTH - RIGHT,
        colour,
        dashes);
  }
}

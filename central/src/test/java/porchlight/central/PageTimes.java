package porchlight.central;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures, by hand, what pages cost with many devices and days, and central's memory: {@code
 * PageTimes DEVICESxDAYS... [perDay=4] [svg=FILE]}. It follows the links of the first page, one of
 * each kind, and prints the median of nine looks at each beside {@code /v1/health}, which reads
 * nothing.
 */
final class PageTimes {
  private static final int LOOKS = 9;
  private static final int PAGES = 24;
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
  private static final Pattern NAMES = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

  private PageTimes() {}

  public static void main(String[] args) throws Exception {
    int perDay = 4;
    List<String> sizes = new ArrayList<>();
    Optional<Path> drawing = Optional.empty();
    for (String arg : args) {
      if (arg.startsWith("perDay=")) {
        perDay = Integer.parseInt(arg.substring(7));
      } else if (arg.startsWith("svg=")) {
        drawing = Optional.of(Path.of(arg.substring(4)));
      } else {
        sizes.add(arg);
      }
    }
    Growth growth = new Growth();
    for (String size : sizes) {
      String[] parts = size.split("x", 2);
      measure(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), perDay, growth);
    }
    if (drawing.isPresent()) {
      Files.writeString(drawing.get(), growth.svg());
    }
    System.exit(0);
  }

  private static void measure(int devices, int days, int perDay, Growth growth) throws Exception {
    Path folder = Files.createTempDirectory("page-times");
    long begin = System.nanoTime();
    ManyDays.fill(folder, devices, days, perDay, Instant.now());
    System.out.printf(
        "%n%d devices, %d days, %d reports a day: %.0f MB, filled in %.0f s%n",
        devices,
        days,
        perDay,
        Files.size(folder.resolve("ledger.sqlite")) / 1e6,
        (System.nanoTime() - begin) / 1e9);
    try (Spawned central = Spawned.serve(folder, "-Xmx160m", "-XX:+UseSerialGC")) {
      Map<String, Double> times = new LinkedHashMap<>();
      for (String path : paths(central)) {
        times.put(path, median(central, path));
      }
      times.forEach((path, millis) -> {
        String kind = NAMES.matcher(path).replaceAll("ID");
        System.out.printf("%7.1f ms  %s%n", millis, kind);
        growth.add(kind, devices, millis);
      });
      System.out.println(memory(central.process().pid()));
    }
  }

  /** One address of each kind that the first page leads to, and those that they lead to. */
  private static Set<String> paths(Spawned central) throws IOException, InterruptedException {
    Set<String> kinds = new LinkedHashSet<>();
    Set<String> paths = new LinkedHashSet<>(List.of("/v1/health", "/", "/v1/organisations"));
    List<String> next = new ArrayList<>(List.of("/"));
    while (!next.isEmpty() && paths.size() < PAGES) {
      Matcher links = LINK.matcher(get(central, next.removeFirst()));
      while (links.find()) {
        String path = links.group(1).replace("&amp;", "&");
        if (!path.startsWith("/assets")
            && !path.contains("logout")
            && kinds.add(NAMES.matcher(path).replaceAll("ID"))) {
          paths.add(path);
          next.add(path);
        }
      }
    }
    return paths;
  }

  private static double median(Spawned central, String path)
      throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < LOOKS + 3; i++) {
      long begin = System.nanoTime();
      get(central, path);
      times.add((System.nanoTime() - begin) / 1e6);
    }
    return times.stream().skip(3).sorted().toList().get(LOOKS / 2);
  }

  private static String get(Spawned central, String path) throws IOException, InterruptedException {
    String key = Files.readString(central.folder().resolve("dashboard.key")).strip();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(central.address() + path))
            .header("Authorization", "Bearer " + key)
            .build();
    HttpResponse<String> answer = Laptop.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      System.out.println(answer.statusCode() + " " + path);
    }
    return answer.body();
  }

  /** The most memory that it ever held, and what it holds now. */
  private static String memory(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
        .reduce("", (all, line) -> all + line.replaceAll("\\s+", " ") + "  ");
  }
}

package porchlight.central;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import porchlight.central.ledger.ApiToken;
import porchlight.central.ledger.Ledger;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.people.Scope;
import porchlight.central.signing.Digests;

/**
 * Measures, by hand, what every page, list and export costs with many devices and days, and
 * central's memory and start: {@code PageTimes DEVICESxDAYS... [store=files|server|both]
 * [heap=160m] [jvm=OPTION] [svg=FILE] [kind=pages|exports]}. Central is a process of its own; each
 * address is asked {@value #LOOKS} times, by who sees every client and by one client's program,
 * after {@value #WARM} looks that do not count.
 */
final class PageTimes {
  private static final int LOOKS = 9;
  private static final int WARM = 3;

  /** What takes longer than this, all looks together, is asked no more. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String CLIENT = "pla_of-the-bench";
  private static final Pattern NAMES =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|office[A-Za-z0-9]+|home[A-Za-z0-9]+");
  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<String> sizes = new ArrayList<>();
  private final Growth growth;

  private PageTimes(String[] args) {
    for (String arg : args) {
      String[] parts = arg.split("=", 2);
      if (parts.length == 2) {
        options.put(parts[0], parts[1]);
      } else {
        sizes.add(arg);
      }
    }
    boolean days = sizes.stream().map(size -> size.split("x", 2)[0]).distinct().count() == 1;
    growth = new Growth(days ? "days" : "devices");
  }

  public static void main(String[] args) throws Exception {
    new PageTimes(args).run();
    System.exit(0);
  }

  private void run() throws Exception {
    String store = options.getOrDefault("store", "both");
    if (!store.equals("server")) {
      for (String size : sizes) {
        measure("SQLite", size, KeptStores.file(size, KeptStores.PER_DAY));
      }
    }
    if (!store.equals("files")) {
      Postgres server = KeptStores.server();
      for (String size : sizes) {
        Books.onFiles();
        Path file = KeptStores.file(size, KeptStores.PER_DAY);
        measure("PostgreSQL", size, KeptStores.onServer(file, server));
      }
    }
    if (options.containsKey("svg")) {
      Files.writeString(Path.of(options.get("svg")), growth.svg());
    }
  }

  private record Asked(long median, long most, long bytes) {
    @Override
    public String toString() {
      return "%7.1f %7.1f %7d".formatted(median / 1e6, most / 1e6, bytes / 1000);
    }
  }

  private void measure(String store, String size, Path folder) throws Exception {
    Addresses addresses = Books.looking(folder, Addresses::of);
    long before = System.nanoTime();
    Spawned.serve(folder, options()).stop(); // Upgrades, where there is something to upgrade.
    long upgraded = System.nanoTime() - before;
    letIn(folder, addresses.organisation());
    long begin = System.nanoTime();
    try (Spawned central = Spawned.serve(folder, options())) {
      System.out.printf(
          "%n%s, %s, %d MB; listens after %d ms, before that %d ms with its end%n%s%n",
          store,
          size,
          KeptStores.megabytes(folder).orElse(0L),
          Duration.ofNanos(System.nanoTime() - begin).toMillis(),
          Duration.ofNanos(upgraded).toMillis(),
          "         ms    most      kB          ms    most      kB");
      String key = Files.readString(folder.resolve("dashboard.key")).strip();
      for (String path : addresses.all()) {
        if (!options.containsKey("kind") || options.get("kind").equals("pages") == isPage(path)) {
          Optional<Asked> all = asked(central, key, path);
          Optional<Asked> client = asked(central, CLIENT, path);
          System.out.printf(
              "%s   %s   %s%n", words(all), words(client), NAMES.matcher(path).replaceAll("ID"));
          all.filter(it -> isPage(path))
              .ifPresent(it ->
                  growth.add(
                      store + " " + NAMES.matcher(path).replaceAll("ID"), size, it.median() / 1e6));
        }
      }
      System.out.println(memory(central.process().pid()));
    }
  }

  /** Whether somebody waits for it in front of a screen; the rest grows with what is taken away. */
  private static boolean isPage(String path) {
    return !path.startsWith("/v1/exports") && !path.endsWith(".pdf");
  }

  private static String words(Optional<Asked> asked) {
    return asked.map(Asked::toString).orElse("      -       -       -");
  }

  private String[] options() {
    List<String> all = new ArrayList<>(List.of("-XX:+UseSerialGC"));
    all.add("-Xmx" + options.getOrDefault("heap", "160m"));
    if (options.containsKey("jvm")) {
      all.add(options.get("jvm"));
    }
    return all.toArray(String[]::new);
  }

  /** A program of one client, who sees that alone. */
  private static void letIn(Path folder, String organisation) {
    Instant now = Instant.now();
    try (Ledger ledger = Ledger.open(Books.of(folder), 1)) {
      if (ledger.register().token(Digests.ofText(CLIENT)).isEmpty()) {
        ledger
            .register()
            .addToken(
                new ApiToken(
                    UUID.randomUUID().toString(),
                    Digests.ofText(CLIENT),
                    "bench",
                    Scope.ofPrograms(),
                    Optional.of(organisation),
                    "bench",
                    now,
                    now.plus(Duration.ofDays(30)),
                    Optional.empty(),
                    Optional.empty()),
                new Deed(now, "bench", "", Act.CHANGED, "bench", ""));
      }
    }
  }

  /** The times of a page; empty when it is not theirs. */
  private static Optional<Asked> asked(Spawned central, String key, String path)
      throws IOException, InterruptedException {
    long[] times = new long[LOOKS];
    long bytes = 0;
    long begin = System.nanoTime();
    int counted = 0;
    for (int i = 0; i < WARM + LOOKS; i++) {
      long from = System.nanoTime();
      bytes = bytes(central, key, path);
      if (bytes < 0) {
        return Optional.empty();
      }
      boolean enough = System.nanoTime() - begin > PATIENCE.toNanos();
      if (i >= WARM || enough) {
        times[counted++] = System.nanoTime() - from;
      }
      if (enough) {
        break;
      }
    }
    long[] sorted = LongStream.of(times).limit(counted).sorted().toArray();
    return Optional.of(new Asked(sorted[counted / 2], sorted[counted - 1], bytes));
  }

  /** Reads a whole answer; returns its length, or -1 when it is none. */
  private static long bytes(Spawned central, String key, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(central.address() + path))
            .header("Authorization", "Bearer " + key)
            .build();
    HttpResponse<InputStream> answer =
        Laptop.HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      long length = body.transferTo(java.io.OutputStream.nullOutputStream());
      return answer.statusCode() < 400 ? length : -1;
    }
  }

  /** The most memory that it ever held, and what it holds now. */
  private static String memory(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
        .reduce("", (all, line) -> all + line.replaceAll("\\s+", " ") + "  ");
  }
}

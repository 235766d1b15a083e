package porchlight.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import porchlight.central.settings.Settings;

/** Measures, by hand, how many durable reports a second come in; the client shares the machine. */
final class IntakeRate {
  private static final int LAPTOPS = 64;
  private static final int REPORTS = 200;

  private IntakeRate() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("intake-rate");
    try (Running running =
            new Running(folder, 4096, Settings.DEFAULTS.withLimits(100_000, 100_000));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<List<Laptop.Request>> all = new ArrayList<>();
      for (int i = 0; i < LAPTOPS; i++) {
        all.add(signed(running, i));
      }
      for (int from = 0; from < REPORTS; from += REPORTS / 2) {
        int half = from;
        Instant begin = Instant.now();
        List<Callable<Integer>> work = new ArrayList<>();
        all.forEach(one -> work.add(() -> send(one.subList(half, half + REPORTS / 2))));
        int sent = 0;
        for (Future<Integer> done : threads.invokeAll(work)) {
          sent += done.get();
        }
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        System.out.printf("%d reports in %.1f s: %.0f/s%n", sent, seconds, sent / seconds);
      }
    }
  }

  /** One report in eight is full; all are signed before the clock runs. */
  private static List<Laptop.Request> signed(Running running, int number) throws IOException {
    Laptop laptop = running.laptop("Rate", "LT-" + number);
    List<Laptop.Request> requests = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) {
      String content = Fleet.safeContent("LT-" + number, 90 + i / 8 % 8);
      Laptop.Request request =
          (i % 8 == 0 ? laptop.full(content) : laptop.unchanged(content)).gzip().sign();
      request.signed = false;
      requests.add(request);
    }
    return requests;
  }

  private static int send(List<Laptop.Request> requests) {
    for (Laptop.Request request : requests) {
      if (request.send().statusCode() != 202) {
        throw new IllegalStateException("not taken");
      }
    }
    return requests.size();
  }
}

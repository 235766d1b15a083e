package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of the bad is stored and nothing of the good beside it is lost. */
class GoodAmongBadTest {
  private static final int LAPTOPS = 8;
  private static final int REPORTS = 15;
  private static final String CONTENT = Samples.content("LT", "care", 60, "firewall:fail:low");

  @Test
  void exactly_the_good_ones_are_stored(@TempDir Path folder) throws Exception {
    try (Running running = new Running(folder, 1000);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Laptop> laptops = new ArrayList<>();
      List<Callable<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < LAPTOPS; i++) {
        Laptop good = running.laptop("Acme Dental", "LT-" + i);
        laptops.add(good);
        clients.add(() -> reports(good));
        Laptop bad = running.laptop("Cedar Legal", "LT-" + i);
        clients.add(() -> mischief(bad));
        clients.add(() -> hangUp(bad));
      }
      for (Future<Integer> client : threads.invokeAll(clients)) {
        client.get();
      }
      assertEquals(LAPTOPS * REPORTS, stored(folder), "exactly the good ones");
      for (Laptop laptop : laptops) {
        JsonNode device = running.device(laptop);
        assertEquals("care", device.path("answer").asText());
        assertEquals(0, device.path("missing").intValue());
      }
    }
  }

  private static int reports(Laptop laptop) {
    for (int i = 0; i < REPORTS; i++) {
      int status =
          (i % 3 == 0 ? laptop.full(CONTENT).gzip() : laptop.unchanged(CONTENT))
              .send()
              .statusCode();
      assertEquals(202, status);
    }
    return REPORTS;
  }

  private static int mischief(Laptop laptop) {
    for (int i = 0; i < REPORTS; i++) {
      Laptop.Request request = laptop.full(CONTENT);
      switch (i % 6) {
        case 0 -> request.body = "{".getBytes(StandardCharsets.UTF_8);
        case 1 -> request.created -= 9999;
        case 2 -> request.body = new byte[300 * 1024];
        case 3 -> request.header("signature", "porchlight=:" + "AAAA".repeat(20) + ":");
        case 4 -> request.keyId = "x".repeat(43);
        default -> {
          request.body = new byte[2 * 1024 * 1024];
          request.gzip();
        }
      }
      int status = request.send().statusCode();
      assertTrue(status >= 400 && status < 500, "answered " + status);
    }
    return 0;
  }

  /** Connections that end in the middle. */
  private static int hangUp(Laptop laptop) {
    URI address = URI.create(laptop.base);
    for (int i = 0; i < REPORTS; i++) {
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        socket
            .getOutputStream()
            .write(
                "POST /v1/reports HTTP/1.1\r\nHost: x\r\nContent-Length: 999\r\n\r\n{\"schema\""
                    .getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return 0;
  }

  static long stored(Path folder) throws SQLException {
    return Tables.count(folder.resolve("ledger.sqlite"), "select count(*) from report");
  }

  @Test
  void who_finds_the_queue_full_is_asked_to_come_again(@TempDir Path folder) throws Exception {
    try (Running running = new Running(folder, 1);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Laptop> laptops = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        laptops.add(running.laptop("Acme Dental", "LT-" + i));
      }
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      try (Connection connection = Books.open(folder);
          Statement statement = connection.createStatement()) {
        Books.hold(folder, statement);
        for (Laptop laptop : laptops) {
          answers.add(threads.submit(() -> laptop.full(CONTENT).send()));
        }
        waitForOneAnswer(answers);
        statement.execute("rollback");
      }
      long taken = 0;
      for (Future<HttpResponse<String>> answer : answers) {
        HttpResponse<String> response = answer.get();
        if (response.statusCode() == 503) {
          int wait = Integer.parseInt(response.headers().firstValue("retry-after").orElse(""));
          assertTrue(wait >= 30 && wait <= 61, "asked to wait " + wait);
          assertEquals("unavailable", Samples.parse(response.body()).path("code").asText());
        } else {
          assertEquals(202, response.statusCode());
          taken++;
        }
      }
      assertTrue(taken < laptops.size(), "somebody was sent away");
      assertEquals(taken, stored(folder), "who was told 202 is stored, who was told 503 is not");
      for (Laptop laptop : laptops) {
        laptop.sequence = 1;
        assertEquals(202, laptop.full(CONTENT).send().statusCode(), "and may come again");
      }
    }
  }

  private static void waitForOneAnswer(List<Future<HttpResponse<String>>> answers)
      throws InterruptedException, ExecutionException {
    for (int i = 0; i < 300; i++) {
      for (Future<HttpResponse<String>> answer : answers) {
        if (answer.isDone()) {
          assertEquals(503, answer.get().statusCode());
          return;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("nobody was answered");
  }
}

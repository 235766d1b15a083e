package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Real sockets: servers that keep a connection open, drip, or say much before they say anything.
 */
class HttpAskTest {
  private static final int LIMIT = 1000;
  private static final String HELLO =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  /** What is told of a server that says this and then keeps the connection open. */
  private static Answer open(String said) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var thread =
          new Thread(() -> {
            try (Socket one = server.accept()) {
              one.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
              one.getOutputStream().flush();
              while (one.getInputStream().read() >= 0) {
                // until the other side has enough
              }
            } catch (IOException gone) {
              // as it should be
            }
          });
      thread.setDaemon(true);
      thread.start();
      long start = System.nanoTime();
      Answer answer =
          new LocalMachine()
              .ask(new Probe.HttpGet(false, "127.0.0.1", server.getLocalPort(), "/", LIMIT));
      assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < LIMIT, "in its limit");
      return answer;
    }
  }

  private static void assertTells(String line, Answer answer) {
    assertTrue(
        answer instanceof Answer.Said said && said.text().lines().anyMatch(line::equals),
        line + " in " + answer);
  }

  @Test
  void a_connection_that_stays_open_hides_no_answer() throws IOException {
    Answer sent = open("HTTP/1.1 302 Found\r\nLocation: http://login.example/a\r\n\r\n");
    assertTells("status 302", sent);
    assertTells("location http://login.example", sent);
    Answer page = open("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    assertTells("sha256 " + HELLO, page);
    assertTells("length 5", page);
    assertTells("sha256 " + HELLO, open("HTTP/1.1 200 OK\r\n\r\nhello"));
    assertTells("cut yes", open("HTTP/1.1 200 OK\r\ncontent-length:9\r\n\r\nhello"));
    assertTells("status 204", open("HTTP/1.1 204 No Content\r\n\r\n"));
  }

  @Test
  void a_page_that_comes_in_pieces_is_put_together() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertTells("sha256 " + HELLO, open(head + "2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\n\r\n"));
    assertTells("length 0", open(head + "not pieces"));
    assertTells("length 0", open(head + "-5\r\nhello"));
    assertTells("length 4096", open(head + "ffffffff\r\n" + "x".repeat(5000)));
  }

  @Test
  void what_is_sent_does_not_tell_who_asks_but_where_our_word_belongs_to_it() throws Exception {
    for (boolean challenge : new boolean[] {false, true}) {
      try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        var said = new CompletableFuture<String>();
        var thread =
            new Thread(() -> {
              try (Socket one = server.accept()) {
                byte[] some = new byte[4096];
                int n = one.getInputStream().read(some);
                said.complete(new String(some, 0, n, StandardCharsets.ISO_8859_1));
              } catch (IOException gone) {
                said.completeExceptionally(gone);
              }
            });
        thread.setDaemon(true);
        thread.start();
        new LocalMachine()
            .ask(
                new Probe.HttpGet(
                    false,
                    "127.0.0.1",
                    server.getLocalPort(),
                    "/",
                    Probe.Over.IPV4,
                    challenge,
                    "lo",
                    LIMIT));
        String request = said.get(5, TimeUnit.SECONDS);
        assertTrue(request.startsWith("GET / HTTP/1.1\r\nHost: 127.0.0.1:"), request);
        assertTrue(request.contains("User-Agent: Mozilla/5.0 "), request);
        assertEquals(challenge, request.toLowerCase(Locale.ROOT).contains("porchlight"), request);
      }
    }
  }

  @Test
  void nothing_goes_by_another_link_than_the_one_it_may_take() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = server.getLocalPort();
      var get =
          new Probe.HttpGet(false, "127.0.0.1", port, "/", Probe.Over.ANY, false, "eth7", LIMIT);
      assertEquals(
          new Answer.Failed("it lies on another network than the one that names it"),
          new LocalMachine().ask(get));
      server.setSoTimeout(1);
      assertThrows(SocketTimeoutException.class, server::accept);
    }
  }

  @Test
  void a_long_head_is_read_and_an_endless_one_is_not() throws IOException {
    String cookie = "Set-Cookie: a=" + "x".repeat(3000) + "\r\n";
    assertTells(
        "status 302",
        open("HTTP/1.1 302 Found\r\n" + cookie + "Location: http://login.example/\r\n\r\n"));
    assertEquals(
        new Answer.Failed("not an HTTP answer"), open("HTTP/1.1 200 OK\r\n" + cookie.repeat(6)));
  }

  @Test
  void who_drips_is_late() throws IOException {
    assertEquals(new Answer.TimedOut(), open("HTTP/1.1 302 Fou"));
  }
}

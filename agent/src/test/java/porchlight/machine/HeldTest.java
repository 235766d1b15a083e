package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A real server that drips for as long as it is let. */
class HeldTest {
  private static final int LIMIT = 600;
  private static final byte[] START_OF_A_RECORD = {0x16, 0x03, 0x03, 0x3f, (byte) 0xf0};

  @Test
  void who_drips_is_let_go_when_the_time_is_over() throws Exception {
    for (boolean http : new boolean[] {false, true}) {
      try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        var ended = new CompletableFuture<Boolean>();
        var thread = new Thread(() -> ended.complete(drips(server)));
        thread.setDaemon(true);
        thread.start();
        int port = server.getLocalPort();
        Probe probe =
            http
                ? new Probe.HttpGet(true, "127.0.0.1", port, "/", LIMIT)
                : new Probe.TlsChain("127.0.0.1", port, LIMIT);
        assertEquals(new Answer.TimedOut(), new LocalMachine().ask(probe));
        assertTrue(ended.get(5, TimeUnit.SECONDS), probe.text());
      }
    }
  }

  /** Whether the other side ended it, well before nobody would have dripped any more. */
  private static boolean drips(ServerSocket server) {
    try (Socket one = server.accept()) {
      one.setTcpNoDelay(true);
      one.getOutputStream().write(START_OF_A_RECORD);
      for (int i = 0; i < 100; i++) {
        Thread.sleep(100);
        one.getOutputStream().write(2);
      }
      return false;
    } catch (IOException gone) {
      return true;
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void what_comes_when_the_time_is_over_is_closed_at_once() throws IOException {
    var held = new Held();
    held.close();
    try (var socket = new Socket()) {
      assertThrows(IOException.class, () -> held.hold(socket));
      assertTrue(socket.isClosed());
    }
  }
}

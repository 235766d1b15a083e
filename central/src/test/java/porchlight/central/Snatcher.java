package porchlight.central;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between a client and central, hands the requests on, and never an answer back. */
final class Snatcher implements AutoCloseable {
  private final ServerSocket door;

  /** Something to look at, or to do. */
  interface When {
    boolean now() throws Exception;
  }

  /** Something to do. */
  interface Do {
    void it() throws Exception;
  }

  /** Does {@code then} when {@code when} has come true, and hangs up on the client after it. */
  Snatcher(int port, When when, Do then) throws IOException {
    door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(port, when, then));
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve(int port, When when, Do then) {
    try (Socket client = door.accept();
        Socket central = new Socket(InetAddress.getLoopbackAddress(), port)) {
      InputStream from = client.getInputStream();
      OutputStream to = central.getOutputStream();
      Thread.ofVirtual().start(() -> pump(from, to));
      while (!when.now()) {
        Thread.sleep(1);
      }
      then.it();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pump(InputStream from, OutputStream to) {
    try {
      from.transferTo(to);
    } catch (IOException e) {
      // Somebody hung up, as it should be.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}

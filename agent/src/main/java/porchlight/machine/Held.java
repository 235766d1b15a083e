package porchlight.machine;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * The connections of a probe, which end with its time: a server that sends a byte now and then
 * would hold one, and the thread that reads it, for ever.
 */
final class Held implements AutoCloseable {
  private final List<Socket> sockets = new ArrayList<>();
  private boolean isOver;

  /**
   * Takes one in.
   *
   * @throws IOException when the time is over already
   */
  synchronized Socket hold(Socket socket) throws IOException {
    if (isOver) {
      socket.close();
      throw new IOException("no time left");
    }
    sockets.add(socket);
    return socket;
  }

  @Override
  public synchronized void close() {
    isOver = true;
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException gone) {
        // nothing is held any more
      }
    }
  }
}

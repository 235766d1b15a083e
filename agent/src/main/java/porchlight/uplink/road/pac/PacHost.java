package porchlight.uplink.road.pac;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** All that a script may ask of the world: the time, addresses of a few names, and our own. */
public class PacHost {
  private static final int MOST_LOOKUPS = 20;

  /** Documentation addresses: nothing is sent, the system only says which of ours it would take. */
  private static final List<String> SOMEWHERE = List.of("192.0.2.1", "2001:db8::1");

  private final ZonedDateTime now;
  private int lookups;

  public PacHost(ZonedDateTime now) {
    this.now = now;
  }

  ZonedDateTime now() {
    return now;
  }

  /** The addresses of a name, version 4 first; none when there are none. */
  List<String> addresses(String name) {
    if (++lookups > MOST_LOOKUPS || name.isEmpty() || name.length() > 253) {
      return List.of();
    }
    var four = new ArrayList<String>();
    var six = new ArrayList<String>();
    try {
      for (InetAddress address : InetAddress.getAllByName(name)) {
        String text = text(address);
        (text.contains(":") ? six : four).add(text);
      }
    } catch (IOException noSuchName) {
      return List.of();
    }
    four.addAll(six);
    return four;
  }

  /** Our addresses towards the outside. */
  List<String> own() {
    var own = new ArrayList<String>();
    for (String far : SOMEWHERE) {
      try (var socket = new DatagramSocket()) {
        socket.connect(new InetSocketAddress(far, 9));
        if (!socket.getLocalAddress().isAnyLocalAddress()) {
          own.add(text(socket.getLocalAddress()));
        }
      } catch (IOException | java.io.UncheckedIOException noSuchRoute) {
        // The other version may have one.
      }
    }
    return own;
  }

  private static String text(InetAddress address) {
    return address.getHostAddress().replaceFirst("%.*", "");
  }
}

package porchlight.daemon;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;

/** Links and addresses as Java knows them, for systems without {@code /proc}. */
final class Interfaces {
  private Interfaces() {}

  static void describe(StringBuilder text) {
    var lines = new ArrayList<String>();
    try {
      for (NetworkInterface link : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        // Those between Apple's devices come and go with who walks by.
        if (link.isUp()
            && !link.getName().startsWith("awdl")
            && !link.getName().startsWith("llw")) {
          for (InetAddress address : Collections.list(link.getInetAddresses())) {
            lines.add(String.join(" ", link.getName(), address.getHostAddress()));
          }
        }
      }
    } catch (SocketException unseen) {
      lines.add("links unseen");
    }
    lines.sort(null);
    text.append(String.join("\n", lines));
  }
}

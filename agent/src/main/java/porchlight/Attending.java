package porchlight;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import porchlight.daemon.verify.Lines;
import porchlight.daemon.verify.Talk;
import porchlight.json.Refused;

/**
 * {@code porchlight verify-desk}: what the operating system starts for each person who opens {@code
 * porchlight verify}. Its standard input is the socket that they came by, and the kernel says whose
 * program is at the other end.
 */
final class Attending {
  /** The command that the operating system starts. */
  static final String COMMAND = "verify-desk";

  private Attending() {}

  static int run(List<String> options) {
    try {
      if (!(System.inheritedChannel() instanceof SocketChannel person)) {
        System.err.println("porchlight: " + COMMAND + " is started by a socket, not by hand");
        return 64;
      }
      try (person;
          var lines = new Lines(person)) {
        serve(lines, person, options);
      }
    } catch (IOException left) {
      // The person did.
    }
    return 0;
  }

  private static void serve(Lines lines, SocketChannel person, List<String> options)
      throws IOException {
    try {
      String account = person.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
      try (Talk talk = OwnTalk.holding(Configuration.settings(options), account)) {
        lines.serve(talk);
      }
    } catch (Refused unready) {
      lines.refuse(String.valueOf(unready.getMessage()));
    } catch (UnsupportedOperationException noPeer) {
      lines.refuse("this system does not say who asks");
    }
  }
}

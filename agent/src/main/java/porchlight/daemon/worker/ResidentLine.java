package porchlight.daemon.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import porchlight.daemon.Handover;
import porchlight.uplink.road.Held;

/** The worker's end of what the resident half carries: a line of text each way. */
public final class ResidentLine implements Held {
  private final BufferedReader in;
  private final PrintStream out;

  ResidentLine(InputStream in, PrintStream out) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    this.out = out;
  }

  /** The line, where that environment says that the resident half listens. */
  public static Optional<Held> of(
      Map<String, String> environment, InputStream in, PrintStream out) {
    return environment.containsKey(Handover.LINE)
        ? Optional.of(new ResidentLine(in, out))
        : Optional.empty();
  }

  @Override
  public Carried carry(String host, int port, String leaf, byte[] message) {
    String base64 = Base64.getEncoder().encodeToString(message);
    out.print("carry " + host + " " + port + " " + leaf + " " + base64 + "\n");
    out.flush();
    try {
      String line = Optional.ofNullable(in.readLine()).orElse("lost the resident half has ended");
      int blank = line.indexOf(' ');
      String word = blank < 0 ? line : line.substring(0, blank);
      String rest = line.substring(blank + 1);
      return switch (word) {
        case "answer" -> new Carried.Answer(Base64.getDecoder().decode(rest));
        case "none" -> new Carried.Unsent(rest);
        default -> new Carried.Lost(rest);
      };
    } catch (IOException | IllegalArgumentException broken) {
      return new Carried.Lost(String.valueOf(broken.getMessage()));
    }
  }
}

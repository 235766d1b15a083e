package porchlight.central;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What a phone does with one-time codes, by other implementations than ours. */
final class Phone {
  private Phone() {}

  /** The code that it would show. */
  static String code(String seed, Instant now) throws IOException {
    Process tool =
        tool("oathtool", "--totp", "-b", "--now", "@" + now.getEpochSecond(), "-").start();
    try (var in = tool.outputWriter()) {
      in.write(seed);
    }
    return said(tool);
  }

  /** What it would read from a picture. */
  static String seen(Path picture) throws IOException {
    return said(tool("zbarimg", "-q", "--raw", picture.toString()).start());
  }

  private static ProcessBuilder tool(String... line) {
    assumeTrue(Files.exists(Path.of("/usr/bin", line[0])), "no " + line[0]);
    return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static String said(Process tool) throws IOException {
    return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}

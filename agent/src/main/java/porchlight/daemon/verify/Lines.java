package porchlight.daemon.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import porchlight.json.Said;
import porchlight.json.Scene;

/** A talk in lines over a local socket: both of its ends. */
public final class Lines implements Talk {
  private static final int LONGEST = 4096;
  private static final int MOST = 2000;
  private final ByteChannel channel;
  private final BufferedReader in;
  private final Writer out;

  public Lines(ByteChannel channel) {
    this.channel = channel;
    this.in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    this.out = Channels.newWriter(channel, StandardCharsets.UTF_8);
  }

  @Override
  public Scene say(Said said) {
    try {
      write(said.line());
      return read().map(Scene::of).orElse(new Scene.Trouble("the agent has hung up"));
    } catch (IOException broken) {
      return new Scene.Trouble("the agent has hung up: " + broken.getMessage());
    }
  }

  /** The other end: lets {@code talk} answer until the person leaves, or says too much. */
  public void serve(Talk talk) throws IOException {
    for (int i = 0; i < MOST; i++) {
      var line = read();
      if (line.isEmpty()) {
        return;
      }
      write(
          Said.of(line.get())
              .map(talk::say)
              .orElse(new Scene.Trouble("the agent did not understand"))
              .line());
    }
  }

  /** Says why there is nothing to talk about. */
  public void refuse(String why) throws IOException {
    if (read().isPresent()) {
      write(new Scene.Trouble(why).line());
    }
  }

  private void write(String line) throws IOException {
    out.write(line);
    out.write('\n');
    out.flush();
  }

  /** The next line; nothing at the end, or where it is longer than any of ours. */
  private Optional<String> read() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return Optional.of(line.toString());
      }
      if (line.length() == LONGEST) {
        return Optional.empty();
      }
      line.append((char) c);
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      // It is what was wanted.
    }
  }
}

package porchlight.central.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import porchlight.central.json.Json;
import porchlight.central.people.Viewer;

/**
 * Tells open pages that there is something new, as server-sent events: that it is so, not what, so
 * that a page asks for itself again in its reader's name. Readers of one client are only told that
 * central is there, as what is new may be of another client.
 */
final class News implements AutoCloseable {
  private static final int MOST = 64;
  private static final int MOST_OF_ONE = 8;
  private static final int LOOK_MILLIS = 1000;

  /** Looks after which the reader must still be known. */
  private static final int LOOKS = 10;

  private final LongSupplier count;
  private final Recogniser recogniser;
  private final Map<String, Integer> open = new HashMap<>();
  private volatile boolean closed;

  /** News whenever {@code count} grows. */
  News(LongSupplier count, Recogniser recogniser) {
    this.count = count;
    this.recogniser = recogniser;
  }

  /**
   * Whoever asks for a stream is told until they leave or are no longer known, or central stops;
   * whoever does not is told the count, once.
   */
  void to(Context ctx, Viewer viewer) throws IOException, InterruptedException {
    if (!String.valueOf(ctx.header("Accept")).contains("text/event-stream")) {
      ctx.contentType("application/json")
          .result(Json.write(Map.of("news", viewer.only().isEmpty() ? count.getAsLong() : 0)));
      return;
    }
    if (!enter(viewer.who())) {
      Problem.answer(
          ctx, 503, "too-many", "too many pages listen already; this one asks by itself");
      return;
    }
    try {
      ctx.contentType("text/event-stream");
      tell(ctx, viewer);
    } catch (IOException e) {
      // The reader has left.
    } finally {
      leave(viewer.who());
    }
  }

  private void tell(Context ctx, Viewer viewer) throws IOException, InterruptedException {
    OutputStream out = ctx.res().getOutputStream();
    long told = count.getAsLong();
    say(out, "retry: 5000\n\n");
    for (int look = 1; !closed; look++) {
      Thread.sleep(LOOK_MILLIS);
      long now = count.getAsLong();
      if (look % LOOKS == 0 && recogniser.guest(ctx).isEmpty()) {
        return;
      }
      say(out, ": still here\n\n"); // Who has left is noticed by that, and gives up the place.
      if (now != told && viewer.only().isEmpty()) {
        told = now;
        say(out, "event: news\ndata: " + now + "\n\n");
      }
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private synchronized boolean enter(String who) {
    int all = open.values().stream().mapToInt(Integer::intValue).sum();
    int own = open.getOrDefault(who, 0);
    if (closed || all >= MOST || own >= MOST_OF_ONE) {
      return false;
    }
    open.put(who, own + 1);
    return true;
  }

  private synchronized void leave(String who) {
    open.computeIfPresent(who, (name, own) -> own > 1 ? own - 1 : null);
  }

  /** How many listen. */
  synchronized int listening() {
    return open.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Lets everybody go. */
  @Override
  public void close() {
    closed = true;
  }
}

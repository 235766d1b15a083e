package porchlight.central;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import porchlight.central.signing.DeviceKey;
import porchlight.central.signing.Digests;
import porchlight.central.signing.SignatureBase;
import porchlight.central.signing.SignatureInput;

/**
 * The floor of an intake: the same web server holds digest and signature of what comes and appends
 * it to a file, which is synced for all that wait before they are answered. It reads nothing.
 */
final class PlainReceiver implements AutoCloseable {
  private final Map<String, DeviceKey> keys = new ConcurrentHashMap<>();
  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(4096);
  private final FileChannel file;
  private final Javalin javalin;
  private final Thread writer = Thread.ofPlatform().daemon().unstarted(this::append);

  private record Entry(ByteBuffer body, CompletableFuture<Boolean> done) {}

  PlainReceiver(Path folder) throws IOException {
    file =
        FileChannel.open(
            folder.resolve("log"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    javalin =
        Javalin.create(config -> {
          config.concurrency.useVirtualThreads = true;
          config.startup.showJavalinBanner = false;
          config.routes.post("/v1/reports", this::take);
        });
    javalin.start("127.0.0.1", 0);
    writer.start();
  }

  int port() {
    return javalin.port();
  }

  void knows(Laptop laptop) {
    keys.put(laptop.keyId(), new DeviceKey(laptop.x(), laptop.y()));
  }

  private void take(Context ctx) {
    byte[] body = ctx.bodyAsBytes();
    SignatureInput input = SignatureInput.parse(header(ctx, "signature-input")).orElseThrow();
    String base =
        SignatureBase.of(input.components(), name -> value(ctx, name), input.parameters());
    String signature = header(ctx, "signature");
    byte[] signed = Base64.getDecoder().decode(signature.substring(12, signature.length() - 1));
    DeviceKey key = keys.get(input.keyId());
    if (key == null
        || !header(ctx, "content-digest").equals(Digests.contentDigest(body))
        || !key.signed(base.getBytes(StandardCharsets.UTF_8), signed)) {
      ctx.status(401);
      return;
    }
    Entry entry = new Entry(ByteBuffer.wrap(body), new CompletableFuture<>());
    queue.add(entry);
    entry.done().join();
    ctx.status(202).contentType("application/json").result("{\"stored\":true}");
  }

  private static String value(Context ctx, String name) {
    return switch (name) {
      case "@method" -> ctx.method().name();
      case "@path" -> ctx.path();
      default -> header(ctx, name);
    };
  }

  private static String header(Context ctx, String name) {
    String value = ctx.header(name);
    return value == null ? "" : value;
  }

  private void append() {
    List<Entry> batch = new ArrayList<>();
    try {
      while (true) {
        batch.add(queue.take());
        queue.drainTo(batch, 255);
        for (Entry entry : batch) {
          file.write(entry.body());
        }
        file.force(false);
        batch.forEach(entry -> entry.done().complete(true));
        batch.clear();
      }
    } catch (InterruptedException | IOException e) {
      batch.forEach(entry -> entry.done().completeExceptionally(e));
    }
  }

  @Override
  public void close() throws IOException {
    javalin.stop();
    writer.interrupt();
    file.close();
  }
}

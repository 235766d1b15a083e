package porchlight.uplink.road;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import porchlight.uplink.road.pac.Pac;

/** Fetches a proxy script, without a proxy, for there is none before it is read. */
final class PacFetch {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private PacFetch() {}

  static String text(URI at, Unsigned unsigned) throws IOException {
    var copy = unsigned.leaves(at);
    try {
      String text = fetched(at);
      copy.accept("200");
      return text;
    } catch (IOException failed) {
      copy.accept("not had: " + failed.getMessage());
      throw failed;
    }
  }

  private static String fetched(URI at) throws IOException {
    var trust = new Trust(SystemRoots::read, List.of());
    var client =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .sslSocketFactory(trust.sockets(), trust)
            .followRedirects(false)
            .callTimeout(LIMIT)
            .build();
    var request =
        new Request.Builder().url(at.toString()).header("User-Agent", "porchlight").build();
    try (Response response = client.newCall(request).execute()) {
      if (response.code() != 200) {
        throw new IOException("its server answers " + response.code());
      }
      byte[] bytes = response.peekBody(Pac.LONGEST + 1L).bytes();
      if (bytes.length > Pac.LONGEST) {
        throw new IOException("it is longer than 1 MiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } finally {
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    }
  }
}

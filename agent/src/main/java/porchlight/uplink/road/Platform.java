package porchlight.uplink.road;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * The JDK's own HTTP, for proxies that want NTLM or Negotiate: on Windows it answers those with the
 * account that runs this program, which no library can. Not verified on a real Windows.
 */
final class Platform {
  private static final int LONGEST = 1 << 20;

  private Platform() {}

  static boolean mayHelp() {
    return File.separatorChar == '\\';
  }

  static Response send(Request request, Lane lane, Trust trust, Duration limit) throws IOException {
    if (!(URI.create(request.url().toString()).toURL().openConnection(lane.proxy())
        instanceof HttpsURLConnection connection)) {
      throw new IOException("only https goes through a proxy");
    }
    try {
      connection.setSSLSocketFactory(trust.sockets());
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout((int) limit.toMillis());
      connection.setReadTimeout((int) limit.toMillis());
      connection.setRequestMethod(request.method());
      request
          .headers()
          .forEach(pair -> connection.setRequestProperty(pair.getFirst(), pair.getSecond()));
      var body = request.body();
      if (body != null) {
        var bytes = new Buffer();
        body.writeTo(bytes);
        connection.setRequestProperty("Content-Type", String.valueOf(body.contentType()));
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.size());
        try (var out = connection.getOutputStream()) {
          out.write(bytes.readByteArray());
        }
      }
      return answer(request, connection);
    } finally {
      connection.disconnect();
    }
  }

  private static Response answer(Request request, HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status == HttpURLConnection.HTTP_PROXY_AUTH || status < 100) {
      throw new IOException("the proxy does not take this computer's account");
    }
    InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
    byte[] text = in == null ? new byte[0] : in.readNBytes(LONGEST);
    var answer =
        new Response.Builder()
            .request(request)
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("")
            .body(ResponseBody.create(text, MediaType.get("application/json")));
    String retry = connection.getHeaderField("Retry-After");
    if (retry != null) {
      answer.header("Retry-After", retry);
    }
    return answer.build();
  }
}

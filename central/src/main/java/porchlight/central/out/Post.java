package porchlight.central.out;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import porchlight.central.ledger.Posting;
import porchlight.central.settings.Hook;

/**
 * Sends one letter to one webhook. No redirect is followed, no proxy is used, no answer is read.
 */
final class Post {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final OkHttpClient ANYWHERE =
      new OkHttpClient.Builder()
          .followRedirects(false)
          .followSslRedirects(false)
          .retryOnConnectionFailure(false)
          .proxy(Proxy.NO_PROXY)
          .callTimeout(LONGEST)
          .build();
  private static final OkHttpClient OUTSIDE =
      ANYWHERE.newBuilder().socketFactory(new Inside()).build();

  private Post() {}

  /** What came of it; {@code answer} is in our words and names no address. */
  sealed interface Outcome {
    /** It has it. */
    record Taken() implements Outcome {}

    /** It does not want this one. */
    record Refused(String answer, boolean forGood) implements Outcome {}

    /** It cannot take anything now. */
    record Later(String answer, Optional<Duration> after) implements Outcome {}
  }

  static Outcome send(Hook hook, Posting posting, Instant now) {
    Letters.Letter letter = Letters.of(hook.kind(), posting.toldFrom(hook.least()));
    Request.Builder request =
        new Request.Builder()
            .url(hook.url().reveal())
            .header("User-Agent", "Porchlight")
            .post(RequestBody.create(letter.body(), MediaType.get(letter.type())));
    if (!hook.secrets().isEmpty()) {
      String id = Letters.id(posting.event());
      request
          .header("webhook-id", id)
          .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
          .header(
              "webhook-signature",
              Signing.of(hook.secrets(), id, now.getEpochSecond(), letter.body()));
    }
    OkHttpClient client = hook.inside() ? ANYWHERE : OUTSIDE;
    try (Response response = client.newCall(request.build()).execute()) {
      return judged(response.code(), response.headers());
    } catch (IOException e) {
      return new Outcome.Later(words(e), Optional.empty());
    }
  }

  private static Outcome judged(int code, Headers headers) {
    String answer = "HTTP " + code;
    return switch (code) {
      case 408, 425, 429 -> new Outcome.Later(answer, retryAfter(headers));
      case 410 -> new Outcome.Refused(answer + ": gone", true);
      default -> {
        if (code >= 200 && code < 300) {
          yield new Outcome.Taken();
        }
        yield code >= 500
            ? new Outcome.Later(answer, retryAfter(headers))
            : new Outcome.Refused(
                code < 400 ? answer + ": redirects are not followed" : answer, false);
      }
    };
  }

  private static Optional<Duration> retryAfter(Headers headers) {
    String after = headers.get("Retry-After");
    if (after == null || !after.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    Duration wait = Duration.ofSeconds(Long.parseLong(after));
    return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }

  private static String words(IOException e) {
    if (e instanceof Inside.Refused) {
      return "private address refused";
    }
    if (e instanceof UnknownHostException) {
      return "name not found";
    }
    if (e instanceof ConnectException) {
      return "no connection";
    }
    if (e instanceof SSLException) {
      return "TLS failed";
    }
    return e instanceof InterruptedIOException
        ? "no answer in " + LONGEST.toSeconds() + " s"
        : "the connection broke";
  }
}

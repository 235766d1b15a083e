package porchlight.uplink.road;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Carries requests to one server over the lanes of a road: the next lane is tried when nothing of
 * the request has left on the last. TLS 1.2 at least, no redirects, no repetition behind our back.
 */
public final class Carrier implements AutoCloseable {
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  private static final Duration TO_ANSWER = Duration.ofSeconds(20);

  /** A lane that has others after it may take so long. */
  private static final Duration IMPATIENT = Duration.ofSeconds(10);

  private final Road road;
  private final URI server;
  private final Duration limit;
  private final Map<Lane, Gate> gates = new HashMap<>();
  private Optional<OkHttpClient> made = Optional.empty();
  private int first;

  /**
   * A carrier.
   *
   * @param limit how long a request may take on the last lane
   */
  public Carrier(Road road, URI server, Duration limit) {
    this.road = road;
    this.server = server;
    this.limit = limit;
  }

  /** A client that trusts whom the road trusts, and goes straight until it is told otherwise. */
  static OkHttpClient client(Road road, Duration limit) {
    return new OkHttpClient.Builder()
        .socketFactory(new PromptSockets())
        .sslSocketFactory(road.trust().sockets(), road.trust())
        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(min(limit, TO_CONNECT))
        .readTimeout(min(limit, TO_ANSWER))
        .writeTimeout(min(limit, TO_ANSWER))
        .build();
  }

  /** Made with the first request: most cycles send theirs over the connection that is kept. */
  private OkHttpClient base() {
    if (made.isEmpty()) {
      made = Optional.of(client(road, limit));
    }
    return made.get();
  }

  /** The answer, of central or of something in between; to be closed. */
  public Response send(Request request) throws IOException {
    List<Lane> lanes = road.lanes(server);
    var failures = new ArrayList<String>();
    for (int i = 0; i < lanes.size(); i++) {
      int number = (first + i) % lanes.size();
      Lane lane = lanes.get(number);
      boolean last = i == lanes.size() - 1;
      Gate gate = gates.computeIfAbsent(lane, this::gate);
      gate.login().forget();
      road.trust().forgetLast();
      var left = new Left();
      Call call = gate.client().newCall(request.newBuilder().tag(Left.class, left).build());
      call.timeout()
          .timeout((last ? limit : min(limit, IMPATIENT)).toMillis(), TimeUnit.MILLISECONDS);
      try {
        Response response = call.execute();
        first = number;
        road.reached(lane);
        return response;
      } catch (IOException failed) {
        if (gate.login().wantsThePlatform() && Platform.mayHelp()) {
          return Platform.send(request, lane, road.trust(), limit);
        }
        if (lanes.size() == 1 && gate.login().trouble().isEmpty() && road.notes().isEmpty()) {
          throw failed;
        }
        failures.add(lane.words() + ": " + why(failed, gate.login()));
        if (left.hasLeft) {
          break;
        }
      }
    }
    failures.addAll(road.notes());
    throw new NoWay(String.join("; ", failures));
  }

  private static String why(IOException failed, ProxyLogin login) {
    return login.trouble().isEmpty()
        ? failed.getClass().getSimpleName() + " " + failed.getMessage()
        : login.trouble();
  }

  @Override
  public void close() {
    // Else the process cannot exit before a reader inside OkHttp gives up: 300 ms.
    made.ifPresent(base -> {
      base.connectionPool().evictAll();
      base.dispatcher().executorService().shutdown();
    });
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** On none of several lanes. */
  private static final class NoWay extends IOException {
    private static final long serialVersionUID = 1;

    NoWay(String message) {
      super(message);
    }
  }

  /** A lane's client, kept so that its connection serves the next request as well. */
  private record Gate(OkHttpClient client, ProxyLogin login) {}

  private Gate gate(Lane lane) {
    var login = new ProxyLogin(() -> road.login(lane));
    return new Gate(
        base()
            .newBuilder()
            .proxy(lane.proxy())
            .proxyAuthenticator(login)
            .eventListener(new Departures())
            .build(),
        login);
  }

  /** Whether anything of a request, which may be told once only, has left. */
  private static final class Left {
    private volatile boolean hasLeft;
  }

  private static final class Departures extends EventListener {
    @Override
    public void requestHeadersStart(Call call) {
      Left left = call.request().tag(Left.class);
      if (left != null) {
        left.hasLeft = true;
      }
    }
  }
}

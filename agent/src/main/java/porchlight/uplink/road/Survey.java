package porchlight.uplink.road;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Tries each way to central and tells how far it leads, for a person who asks why. */
public final class Survey {
  private static final Duration LIMIT = Duration.ofSeconds(12);
  private static final int LONGEST = 64 << 10;

  private Survey() {}

  /** How far it went. */
  public enum Reached {
    /** Not even an address of the next one on the way. */
    NOTHING,
    /** The address of the next one on the way: central's, or the proxy's. */
    ADDRESS,
    /** A connection, by way of the proxy where there is one. */
    CONNECTION,
    /** A certificate that is trusted here. */
    CERTIFICATE,
    /** An answer. */
    ANSWER
  }

  /**
   * One way.
   *
   * @param way {@code through the proxy a:8080}
   * @param addresses of the next one on the way
   * @param tls the version; empty without
   * @param privateIssuer who vouches for central, when it is no public authority
   * @param status of the answer; 0 without
   * @param failure why it went no further; empty when it did
   */
  public record Trip(
      String way,
      Reached reached,
      List<String> addresses,
      String tls,
      Optional<String> privateIssuer,
      int status,
      String text,
      String failure) {
    public Trip {
      addresses = List.copyOf(addresses);
    }
  }

  /** The ways in their order, up to the first that leads to an answer. */
  public static List<Trip> of(Road road, URI server) {
    var trips = new ArrayList<Trip>();
    var request =
        new Request.Builder()
            .url(server.resolve("/v1/health").toString())
            .header("User-Agent", "porchlight")
            .build();
    for (Lane lane : road.lanes(server)) {
      var copy = road.unsigned().leaves(request.url().uri());
      trips.add(trip(road, lane, request));
      var last = trips.getLast();
      copy.accept(
          last.failure().isEmpty()
              ? Integer.toString(last.status())
              : "no answer: " + last.failure());
      if (trips.getLast().reached() == Reached.ANSWER) {
        break;
      }
    }
    return trips;
  }

  private static Trip trip(Road road, Lane lane, Request request) {
    var base = Carrier.client(road, LIMIT);
    var milestones = new Milestones();
    var login = new ProxyLogin(() -> road.login(lane));
    try (Response response =
        base.newBuilder()
            .proxy(lane.proxy())
            .proxyAuthenticator(login)
            .eventListener(milestones)
            .callTimeout(LIMIT)
            .build()
            .newCall(request)
            .execute()) {
      String text = new String(response.peekBody(LONGEST).bytes(), StandardCharsets.UTF_8);
      return milestones.trip(lane, Reached.ANSWER, road.privateIssuer(), response.code(), text, "");
    } catch (IOException failed) {
      String why =
          login.trouble().isEmpty() ? String.valueOf(failed.getMessage()) : login.trouble();
      return milestones.trip(
          lane, milestones.reached, Optional.empty(), 0, "", why.replaceAll("\\p{Cntrl}+", " "));
    } finally {
      base.connectionPool().evictAll();
      base.dispatcher().executorService().shutdown();
    }
  }

  private static final class Milestones extends EventListener {
    private volatile Reached reached = Reached.NOTHING;
    private volatile List<String> addresses = List.of();
    private volatile String tls = "";

    Trip trip(
        Lane lane, Reached how, Optional<String> issuer, int status, String text, String failure) {
      return new Trip(lane.words(), how, addresses, tls, issuer, status, text, failure);
    }

    private void reach(Reached now) {
      reached = reached.compareTo(now) < 0 ? now : reached;
    }

    @Override
    public void dnsEnd(Call call, String name, List<InetAddress> found) {
      addresses = found.stream().map(InetAddress::getHostAddress).toList();
      reach(Reached.ADDRESS);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress to, Proxy proxy) {
      reach(Reached.ADDRESS);
    }

    @Override
    public void secureConnectStart(Call call) {
      reach(Reached.CONNECTION);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
      tls = handshake == null ? "" : handshake.tlsVersion().javaName();
      reach(Reached.CERTIFICATE);
    }

    @Override
    public void connectEnd(
        Call call, InetSocketAddress to, Proxy proxy, @Nullable Protocol protocol) {
      reach(Reached.CERTIFICATE); // plain HTTP, which is for loopback only, has none to show
    }
  }
}

package porchlight.uplink.road;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class CarrierTest {
  @Test
  void requests_of_one_cycle_share_a_connection() throws IOException {
    Set<Integer> ports = new ConcurrentSkipListSet<>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          ports.add(exchange.getRemoteAddress().getPort());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    var here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (var carrier = new Carrier(Road.STRAIGHT, here, Duration.ofSeconds(5))) {
      for (int i = 0; i < 5; i++) {
        carrier.send(new Request.Builder().url(here.toString()).build()).close();
      }
    } finally {
      server.stop(0);
    }
    assertEquals(1, ports.size(), "connections");
  }
}

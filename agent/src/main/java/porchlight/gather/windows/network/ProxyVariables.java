package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.ProxyText;
import porchlight.gather.windows.Registry;

/** The variables that programs from elsewhere look into for proxies. */
final class ProxyVariables {
  static final List<String> NAMES = List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY");

  private ProxyVariables() {}

  static Reading<List<Way>> read(Registry values, String key) {
    var ways = new ArrayList<Way>();
    for (String name : NAMES) {
      switch (values.text(key, name)) {
        case Unknown<Optional<String>> unknown -> {
          return unknown.as();
        }
        case Known<Optional<String>>(var text) -> {
          String address = text.orElse("").strip();
          Optional<Way> way = ProxyText.fixed(address);
          if (way.isEmpty() && !address.isEmpty()) {
            return Reading.unknown(Reason.NOT_UNDERSTOOD, name + " is no address");
          }
          way.ifPresent(ways::add);
        }
      }
    }
    return Reading.known(ways);
  }
}

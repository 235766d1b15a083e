package porchlight.gather;

import java.util.List;

/**
 * The proxies that an operating system tells programs to go through, for our own way out.
 *
 * @param addresses as the system writes them, the likeliest first; scripts begin with {@code pac+}
 * @param except hosts that are reached without, parted by commas
 */
public record SystemProxies(List<String> addresses, String except) {
  public SystemProxies {
    addresses = List.copyOf(addresses);
  }
}

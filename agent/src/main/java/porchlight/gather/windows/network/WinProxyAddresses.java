package porchlight.gather.windows.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import porchlight.facts.Reading.Known;
import porchlight.gather.SystemProxies;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Machine;

/** The proxies of Windows for our own way out: those of who asks, then those of services. */
public final class WinProxyAddresses {
  private WinProxyAddresses() {}

  /** What cannot be read names none; nothing is looked for on the network. */
  public static SystemProxies read(Machine machine) {
    Set<String> addresses = new LinkedHashSet<>();
    Set<String> except = new LinkedHashSet<>();
    if (Blocks.read(machine, WinHttp.NATIVE) instanceof Known<List<Block>>(var blocks)) {
      for (Block block : blocks) {
        String script = block.text("script").orElse("");
        if (!script.isEmpty()) {
          addresses.add("pac+" + script);
        }
        String address = address(block.text("proxy").orElse(""));
        if (!address.isEmpty()) {
          addresses.add(address);
        }
        for (String host : block.text("bypass").orElse("").split("[;\\s]+", -1)) {
          if (!host.isEmpty() && !host.startsWith("<")) {
            except.add(host);
          }
        }
      }
    }
    return new SystemProxies(List.copyOf(addresses), String.join(",", except));
  }

  /** The one for {@code https}, or the one for all. */
  private static String address(String servers) {
    String socks = "";
    for (String one : servers.split("[;\\s]+", -1)) {
      int equals = one.indexOf('=');
      if (equals < 0 && !one.isEmpty()) {
        return one.contains("://") ? one : "http://" + one;
      }
      if (one.startsWith("https=")) {
        return "http://" + one.substring(equals + 1);
      }
      if (one.startsWith("socks=")) {
        socks = "socks://" + one.substring(equals + 1);
      }
    }
    return socks;
  }
}

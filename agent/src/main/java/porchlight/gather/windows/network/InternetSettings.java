package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.ProxyText;
import porchlight.gather.windows.Registry;

/**
 * The proxy settings under one key, a person's or the machine's. Byte 8 of what the control panel
 * keeps says which of them count; old programs go by the plain values all the same.
 */
final class InternetSettings {
  static final String KEY = "\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
  static final String CONNECTIONS = KEY + "\\Connections";
  static final String FLAGS = "DefaultConnectionSettings";

  private static final int FLAG = 8;
  private static final int FIXED = 2;
  private static final int SCRIPT = 4;
  private static final int DISCOVERED = 8;
  private static final int ALL = 15;

  private InternetSettings() {}

  /**
   * All ways that are set.
   *
   * @param root {@code HKLM} or {@code HKU\\user1}
   */
  static Reading<List<Way>> read(Registry values, Registry connections, String root) {
    return values
        .number(root + KEY, "ProxyEnable")
        .flatMap(enabled ->
            values
                .text(root + KEY, "ProxyServer")
                .flatMap(server ->
                    values
                        .text(root + KEY, "AutoConfigURL")
                        .flatMap(script ->
                            connections
                                .bytes(root + CONNECTIONS, FLAGS)
                                .flatMap(bytes ->
                                    ways(
                                        enabled.orElse(0L),
                                        server.orElse(""),
                                        script.orElse(""),
                                        bytes)))));
  }

  private static Reading<List<Way>> ways(
      long enabled, String server, String script, Optional<byte[]> bytes) {
    int flags = bytes.filter(all -> all.length > FLAG).map(all -> (int) all[FLAG]).orElse(0);
    var ways = new ArrayList<Way>();
    if (enabled != 0 || (flags & FIXED) != 0) {
      switch (WinHttp.ways(server)) {
        case Known<List<Way>>(var known) -> ways.addAll(known);
        case Unknown<List<Way>> unknown -> {
          return unknown;
        }
      }
    }
    if (!script.isBlank() || (flags & SCRIPT) != 0) {
      Optional<Way> way = script(script.strip());
      if (way.isEmpty()) {
        return Reading.unknown(Reason.NOT_UNDERSTOOD, "a proxy script that is no address");
      }
      ways.add(way.get());
    }
    if ((flags & DISCOVERED) != 0) {
      ways.add(new Way.Discovered());
    }
    boolean isTold = bytes.filter(all -> all.length > FLAG).isPresent() && (flags & ~ALL) == 0;
    return isTold || !ways.isEmpty()
        ? Reading.known(ways)
        : Reading.unknown(
            Reason.NOT_UNDERSTOOD, "whether the network is asked for a proxy is not told");
  }

  /** A file on this laptop, or on a server whose name stands in its path. */
  static Optional<Way> script(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    if (small.matches("file:/{0,3}(?:localhost/)?[a-z]:[/\\\\].*")) {
      return Optional.of(new Way.Script("file", ""));
    }
    return ProxyText.script(text);
  }
}

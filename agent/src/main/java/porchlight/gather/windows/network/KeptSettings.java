package porchlight.gather.windows.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.ProxyText;
import porchlight.gather.windows.Registry;

/**
 * What WinINet keeps for a connection. Byte 8 says what of it counts.
 *
 * @param isTold whether its flags are there, and all of them understood
 * @param flags what of it counts
 */
record KeptSettings(boolean isTold, int flags, List<String> servers, List<String> scripts) {
  /** Where nothing is kept. */
  static final KeptSettings NONE = new KeptSettings(false, 0, List.of(), List.of());

  private static final int FLAG = 8;
  private static final int FIXED = 2;
  private static final int SCRIPT = 4;
  private static final int DISCOVERED = 8;
  private static final int ALL = 15;

  /** What its flags have count of it. */
  static Reading<KeptSettings> read(Registry connections, String key, String name) {
    return connections
        .bytes(key, name)
        .flatMap(bytes ->
            connections
                .text(key, name + ".ProxyServer")
                .flatMap(server ->
                    connections
                        .text(key, name + ".AutoConfigURL")
                        .map(
                            script -> of(bytes.filter(all -> all.length > FLAG), server, script))));
  }

  private static KeptSettings of(
      Optional<byte[]> bytes, Optional<String> server, Optional<String> script) {
    int flags = bytes.map(all -> (int) all[FLAG]).orElse(0);
    return new KeptSettings(bytes.isPresent() && (flags & ~ALL) == 0, flags, List.of(), List.of())
        .with(
            false,
            server.filter(text -> (flags & FIXED) != 0),
            script.filter(text -> (flags & SCRIPT) != 0));
  }

  /** The same, with plain values beside it. */
  KeptSettings with(boolean isFixed, Optional<String> server, Optional<String> script) {
    return new KeptSettings(
        isTold, flags | (isFixed ? FIXED : 0), and(servers, server), and(scripts, script));
  }

  private static List<String> and(List<String> some, Optional<String> one) {
    return Stream.concat(some.stream(), one.map(String::strip).stream())
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  /** Where the flags are not told, that nothing is found says nothing. */
  Reading<List<Way>> waysIfTold() {
    return ways()
        .flatMap(found ->
            isTold || !found.isEmpty()
                ? Reading.known(found)
                : Reading.unknown(
                    Reason.NOT_UNDERSTOOD, "whether the network is asked for a proxy is not told"));
  }

  Reading<List<Way>> ways() {
    boolean isFixed = (flags & FIXED) != 0;
    if (isFixed && servers.isEmpty()) {
      return WinHttp.ways("");
    }
    if ((flags & SCRIPT) != 0 && scripts.isEmpty()) {
      return script("");
    }
    Reading<List<Way>> ways = Reading.known(List.of());
    for (String server : isFixed ? servers : List.<String>of()) {
      ways = together(ways, WinHttp.ways(server));
    }
    for (String script : scripts) {
      ways = together(ways, script(script));
    }
    return (flags & DISCOVERED) == 0
        ? ways
        : together(ways, Reading.known(List.of(new Way.Discovered())));
  }

  static Reading<List<Way>> together(Reading<List<Way>> one, Reading<List<Way>> other) {
    return one.flatMap(
        ways -> other.map(more -> Stream.concat(ways.stream(), more.stream()).distinct().toList()));
  }

  /** A file on this laptop, or on a server whose name stands in its path. */
  private static Reading<List<Way>> script(String text) {
    boolean isFile =
        text.toLowerCase(Locale.ROOT).matches("file:/{0,3}(?:localhost/)?[a-z]:[/\\\\].*");
    Optional<Way> way = isFile ? Optional.of(new Way.Script("file", "")) : ProxyText.script(text);
    return way.isPresent()
        ? Reading.known(List.of(way.get()))
        : Reading.unknown(Reason.NOT_UNDERSTOOD, "a proxy script that is no address");
  }
}

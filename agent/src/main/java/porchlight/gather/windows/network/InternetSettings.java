package porchlight.gather.windows.network;

import java.util.List;
import java.util.regex.Pattern;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.gather.windows.Registry;

/**
 * The proxy settings under one key, a person's or the machine's: plain values, and what is kept for
 * each connection.
 */
final class InternetSettings {
  private static final String TAIL = "\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
  static final String POLICY = "\\SOFTWARE\\Policies" + TAIL;
  static final String KEY = "\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
  static final String CONNECTIONS = KEY + "\\Connections";
  static final String FLAGS = "DefaultConnectionSettings";

  /** The machine tells connections that a person named without their names. */
  private static final Pattern NAMED = Pattern.compile("(?i)connection\\d{1,5}");

  private InternetSettings() {}

  /**
   * All ways that are set. Old programs go by the plain values, others by what stands with the
   * flags: all count.
   *
   * @param root {@code HKLM} or {@code HKU\\user1}
   */
  static Reading<List<Way>> read(Registry values, Registry connections, String root) {
    return KeptSettings.read(connections, root + CONNECTIONS, FLAGS)
        .flatMap(kept -> together(values, root + KEY, kept).flatMap(KeptSettings::waysIfTold));
  }

  /** Of the lines that may be dialled, a VPN perhaps, which have settings of their own. */
  static Reading<List<Way>> dialled(Registry connections, String root) {
    Reading<List<Way>> all = Reading.known(List.of());
    for (String name : connections.names(root + CONNECTIONS)) {
      if (NAMED.matcher(name).matches()) {
        var kept = KeptSettings.read(connections, root + CONNECTIONS, name);
        all = KeptSettings.together(all, kept.flatMap(KeptSettings::waysIfTold));
      }
    }
    return all;
  }

  /** Of the plain values alone, which is how a policy has them. */
  static Reading<List<Way>> plain(Registry values, String key) {
    return together(values, key, KeptSettings.NONE).flatMap(KeptSettings::ways);
  }

  private static Reading<KeptSettings> together(Registry values, String key, KeptSettings kept) {
    return values
        .number(key, "ProxyEnable")
        .flatMap(enabled ->
            values
                .text(key, "ProxyServer")
                .flatMap(server ->
                    values
                        .text(key, "AutoConfigURL")
                        .map(script -> kept.with(enabled.orElse(0L) != 0, server, script))));
  }
}

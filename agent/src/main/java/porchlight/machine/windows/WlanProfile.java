package porchlight.machine.windows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import porchlight.json.tree.Xml;

/** What of a stored network's XML is told; its key is passed over, ours or not. */
final class WlanProfile {
  /** By the last two elements of the path. */
  private static final Map<String, String> TOLD =
      Map.of(
          "authEncryption/authentication", "authentication",
          "authEncryption/encryption", "encryption",
          "authEncryption/useOneX", "onex",
          "WLANProfile/connectionMode", "connectionMode",
          "SSIDConfig/nonBroadcast", "nonBroadcast",
          "authEncryption/transitionMode", "transitionMode",
          "SSID/name", "name",
          "SSID/hex", "hex");

  private static final String NETWORK = "SSIDConfig/SSID";

  private final Map<String, String> found = new HashMap<>();
  private final List<String> networks = new ArrayList<>();

  private WlanProfile() {}

  /**
   * One block for each of its networks, which are joined alike. Anything that is no profile, or is
   * for all networks whose names begin alike, is {@code xml=} with a word for it.
   *
   * @param head begins a block
   */
  static void tell(String xml, Runnable head, Block blocks) {
    var profile = new WlanProfile();
    String wrong;
    try {
      wrong = profile.read(xml) ? "" : "prefix";
    } catch (Xml.NotXml noXml) {
      wrong = "broken";
    }
    if (!wrong.isEmpty() || profile.networks.isEmpty()) {
      head.run();
      blocks.some("xml", wrong);
      profile.tell(blocks, wrong.isEmpty());
    }
    for (String network : wrong.isEmpty() ? profile.networks : List.<String>of()) {
      head.run();
      blocks.some("ssid", network);
      profile.tell(blocks, true);
    }
  }

  private void tell(Block blocks, boolean isProfile) {
    for (String key :
        new String[] {
          "authentication", "encryption", "onex", "connectionMode", "transitionMode", "nonBroadcast"
        }) {
      blocks.some(key, isProfile ? found.getOrDefault(key, "") : "");
    }
  }

  /** The first of each, but of networks every one; false where it is for the beginning of names. */
  private boolean read(String xml) throws Xml.NotXml {
    var path = new ArrayDeque<String>();
    boolean isWhole = true;
    var reader = new Xml(xml);
    for (var event = reader.next(); event != Xml.Event.DONE; event = reader.next()) {
      if (event == Xml.Event.START) {
        path.push((path.isEmpty() ? "" : last(path)) + "/" + reader.name());
        isWhole &= !reader.name().equals("SSIDPrefix");
      } else if (event == Xml.Event.TEXT) {
        text(TOLD.getOrDefault(path.element(), ""), reader.text());
      } else if (path.pop().equals(NETWORK)) {
        network();
      }
    }
    return isWhole;
  }

  private void text(String key, String text) {
    if (!key.isEmpty() && !text.isBlank()) {
      found.putIfAbsent(key, text.strip());
    }
  }

  private void network() {
    String hex = found.getOrDefault("hex", "");
    byte[] name =
        hex.matches("(?:[0-9A-Fa-f]{2}){1,32}")
            ? HexFormat.of().parseHex(hex)
            : found.getOrDefault("name", "").getBytes(StandardCharsets.UTF_8);
    found.remove("hex");
    found.remove("name");
    if (name.length > 0) {
      networks.add(Block.name(name));
    }
  }

  private static String last(ArrayDeque<String> path) {
    String name = path.element();
    return name.substring(name.lastIndexOf('/') + 1);
  }
}

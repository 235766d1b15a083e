package porchlight.machine.windows;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

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
    } catch (XMLStreamException noXml) {
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
  private boolean read(String xml) throws XMLStreamException {
    var factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    var path = new ArrayDeque<String>();
    boolean isWhole = true;
    var reader = factory.createXMLStreamReader(new StringReader(xml));
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        path.push((path.isEmpty() ? "" : last(path)) + "/" + reader.getLocalName());
        isWhole &= !reader.getLocalName().equals("SSIDPrefix");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (path.pop().equals(NETWORK)) {
          network();
        }
      } else if (event == XMLStreamConstants.CHARACTERS && !path.isEmpty()) {
        String key = TOLD.get(path.element());
        if (key != null && !reader.isWhiteSpace()) {
          found.putIfAbsent(key, reader.getText().strip());
        }
      }
    }
    return isWhole;
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

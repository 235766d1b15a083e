package porchlight.machine.windows;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HexFormat;
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

  private WlanProfile() {}

  /** Anything that is no profile is {@code xml=} with a word for it. */
  static void tell(String xml, Block blocks) {
    Map<String, String> found;
    try {
      found = read(xml);
    } catch (XMLStreamException wrong) {
      blocks.put("xml", "broken");
      return;
    }
    String hex = found.getOrDefault("hex", "");
    if (hex.matches("(?:[0-9A-Fa-f]{2}){1,32}")) {
      blocks.put("ssid", Block.name(HexFormat.of().parseHex(hex)));
    } else if (found.containsKey("name")) {
      blocks.put(
          "ssid", Block.name(found.getOrDefault("name", "").getBytes(StandardCharsets.UTF_8)));
    }
    for (String key :
        new String[] {
          "authentication", "encryption", "onex", "connectionMode", "transitionMode", "nonBroadcast"
        }) {
      blocks.some(key, found.getOrDefault(key, ""));
    }
  }

  /** The first of each; a second network's name in one profile changes nothing here. */
  private static Map<String, String> read(String xml) throws XMLStreamException {
    var factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    var found = new HashMap<String, String>();
    var path = new ArrayDeque<String>();
    var reader = factory.createXMLStreamReader(new StringReader(xml));
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        path.push((path.isEmpty() ? "" : last(path)) + "/" + reader.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        path.pop();
      } else if (event == XMLStreamConstants.CHARACTERS && !path.isEmpty()) {
        String key = TOLD.get(path.element());
        if (key != null && !reader.isWhiteSpace()) {
          found.putIfAbsent(key, reader.getText().strip());
        }
      }
    }
    return found;
  }

  private static String last(ArrayDeque<String> path) {
    String name = path.element();
    return name.substring(name.lastIndexOf('/') + 1);
  }
}

package porchlight.gather.linux.patches;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What {@code zypper -x} says: the elements in their order, each with the text right within it. */
record ZypperXml(List<Element> elements) {

  /** One element. */
  record Element(String name, Map<String, String> attributes, StringBuilder text) {
    String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }
  }

  /** Empty when it is not one whole document of zypper's. */
  static Optional<ZypperXml> of(String text) {
    var factory = XMLInputFactory.newInstance();
    // Nothing is declared or fetched by what zypper prints.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      var elements = read(factory.createXMLStreamReader(new StringReader(text)));
      return !elements.isEmpty() && elements.getFirst().name().equals("stream")
          ? Optional.of(new ZypperXml(elements))
          : Optional.empty();
    } catch (XMLStreamException notXml) {
      return Optional.empty();
    }
  }

  private static List<Element> read(XMLStreamReader xml) throws XMLStreamException {
    List<Element> elements = new ArrayList<>();
    List<Element> open = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
          attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        var element = new Element(xml.getLocalName(), attributes, new StringBuilder());
        elements.add(element);
        open.add(element);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.removeLast();
      } else if (xml.isCharacters() && !open.isEmpty()) {
        open.getLast().text().append(xml.getText());
      }
    }
    return elements;
  }

  boolean has(String name) {
    return elements.stream().anyMatch(element -> element.name().equals(name));
  }

  /** All of that name. */
  List<Element> all(String name) {
    return elements.stream().filter(element -> element.name().equals(name)).toList();
  }

  /** What zypper says went wrong, on one line. */
  String errors() {
    var all = new StringBuilder();
    for (Element message : all("message")) {
      if (message.attribute("type").equals("error")) {
        all.append(message.text()).append(' ');
      }
    }
    return all.toString().strip();
  }
}

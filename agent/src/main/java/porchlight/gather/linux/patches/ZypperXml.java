package porchlight.gather.linux.patches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.json.tree.Xml;

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
    try {
      var elements = read(new Xml(text));
      return !elements.isEmpty() && elements.getFirst().name().equals("stream")
          ? Optional.of(new ZypperXml(elements))
          : Optional.empty();
    } catch (Xml.NotXml notXml) {
      return Optional.empty();
    }
  }

  private static List<Element> read(Xml xml) throws Xml.NotXml {
    List<Element> elements = new ArrayList<>();
    List<Element> open = new ArrayList<>();
    for (var event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
      if (event == Xml.Event.START) {
        var element = new Element(xml.name(), xml.attributes(), new StringBuilder());
        elements.add(element);
        open.add(element);
      } else if (event == Xml.Event.TEXT) {
        open.getLast().text().append(xml.text());
      } else {
        open.removeLast();
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

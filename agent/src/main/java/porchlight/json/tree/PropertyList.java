package porchlight.json.tree;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A property list of macOS (plist(5)) as a value: a dictionary is an object, dates and data are
 * texts. Nothing that XML declares is looked at, and a key that comes twice spoils the whole.
 */
public final class PropertyList {
  private static final int DEEPEST = 64;
  private static final int LONGEST_REAL = 40;

  private final XMLStreamReader xml;

  private PropertyList(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** In either of its two forms; empty when it is not one whole property list. */
  public static Optional<Json> of(byte[] bytes) {
    return BinaryList.isOne(bytes)
        ? BinaryList.of(bytes)
        : of(new String(bytes, StandardCharsets.UTF_8));
  }

  /** Whether the bytes begin as a property list does, and JSON never. */
  public static boolean isOne(byte[] bytes) {
    return BinaryList.isOne(bytes) || (bytes.length > 0 && bytes[0] == '<');
  }

  /** Of XML; empty when it is not one whole property list. */
  public static Optional<Json> of(String text) {
    var factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      var list = new PropertyList(factory.createXMLStreamReader(new StringReader(text.strip())));
      return Optional.of(list.document());
    } catch (XMLStreamException | NotAList | NumberFormatException not) {
      return Optional.empty();
    }
  }

  private static final class NotAList extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private Json document() throws XMLStreamException, NotAList {
    while (xml.hasNext() && !xml.isStartElement()) {
      xml.next(); // the declaration of its type, which is not looked at
    }
    require(xml.isStartElement() && xml.getLocalName().equals("plist"));
    xml.nextTag();
    Json value = value(0);
    xml.nextTag();
    require(xml.isEndElement());
    while (xml.hasNext()) {
      xml.next(); // what comes after may only be comments: else this is not XML
    }
    return value;
  }

  /** The value whose start tag was just read; ends on its end tag. */
  private Json value(int depth) throws XMLStreamException, NotAList {
    require(xml.isStartElement() && depth < DEEPEST);
    return switch (xml.getLocalName()) {
      case "dict" -> dictionary(depth);
      case "array" -> array(depth);
      case "string", "date" -> new Json.Str(xml.getElementText());
      case "data" -> new Json.Str(xml.getElementText().replaceAll("\\s+", ""));
      case "integer" -> number(Long.toString(Long.parseLong(xml.getElementText().strip())));
      case "real" -> real(xml.getElementText().strip());
      case "true" -> truth(true);
      case "false" -> truth(false);
      default -> throw new NotAList();
    };
  }

  private static Json number(String literal) {
    return new Json.Num(literal);
  }

  private static Json real(String text) throws NotAList {
    require(text.length() <= LONGEST_REAL);
    return number(new BigDecimal(text).toString());
  }

  private Json truth(boolean value) throws XMLStreamException, NotAList {
    require(xml.getElementText().isBlank());
    return new Json.Bool(value);
  }

  private Json dictionary(int depth) throws XMLStreamException, NotAList {
    Map<String, Json> members = new LinkedHashMap<>();
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      require(xml.getLocalName().equals("key"));
      String key = xml.getElementText();
      xml.nextTag();
      require(members.put(key, value(depth + 1)) == null);
    }
    return new Json.Obj(members);
  }

  private Json array(int depth) throws XMLStreamException, NotAList {
    List<Json> items = new ArrayList<>();
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      items.add(value(depth + 1));
    }
    return new Json.Arr(items);
  }

  private static void require(boolean sound) throws NotAList {
    if (!sound) {
      throw new NotAList();
    }
  }
}

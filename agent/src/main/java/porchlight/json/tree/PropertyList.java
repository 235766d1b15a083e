package porchlight.json.tree;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.json.tree.Xml.NotXml;

/**
 * A property list of macOS (plist(5)) as a value: a dictionary is an object, dates and data are
 * texts. Nothing that XML declares is looked at, and a key that comes twice spoils the whole.
 */
public final class PropertyList {
  private static final int DEEPEST = 64;
  private static final int LONGEST_REAL = 40;

  private final Xml xml;

  private PropertyList(Xml xml) {
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
    try {
      return Optional.of(new PropertyList(new Xml(text.strip())).document());
    } catch (NotXml | NotAList | NumberFormatException not) {
      return Optional.empty();
    }
  }

  private static final class NotAList extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private Json document() throws NotXml, NotAList {
    require(xml.nextTag() == Xml.Event.START && xml.name().equals("plist"));
    xml.nextTag();
    Json value = value(0);
    require(xml.nextTag() == Xml.Event.END && xml.next() == Xml.Event.DONE);
    return value;
  }

  /** The value whose start tag was just read; ends on its end tag. */
  private Json value(int depth) throws NotXml, NotAList {
    require(xml.event() == Xml.Event.START && depth < DEEPEST);
    return switch (xml.name()) {
      case "dict" -> dictionary(depth);
      case "array" -> array(depth);
      case "string", "date" -> new Json.Str(xml.elementText());
      case "data" -> new Json.Str(xml.elementText().replaceAll("\\s+", ""));
      case "integer" -> number(Long.toString(Long.parseLong(xml.elementText().strip())));
      case "real" -> real(xml.elementText().strip());
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

  private Json truth(boolean value) throws NotXml, NotAList {
    require(xml.elementText().isBlank());
    return new Json.Bool(value);
  }

  private Json dictionary(int depth) throws NotXml, NotAList {
    Map<String, Json> members = new LinkedHashMap<>();
    while (xml.nextTag() == Xml.Event.START) {
      require(xml.name().equals("key"));
      String key = xml.elementText();
      xml.nextTag();
      require(members.put(key, value(depth + 1)) == null);
    }
    return new Json.Obj(members);
  }

  private Json array(int depth) throws NotXml, NotAList {
    List<Json> items = new ArrayList<>();
    while (xml.nextTag() == Xml.Event.START) {
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

package porchlight.json.tree;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An XML document read from its beginning to its end: the tags and the texts between them, by the
 * names' local parts. Stricter than XML: names are ASCII, nothing is declared within the document's
 * type, and no entity but XML's own five is known. Comments and instructions are passed over.
 */
public final class Xml {
  /** What comes next in a document. */
  public enum Event {
    /** A tag that begins an element; one that is empty ends by an {@link #END} of its own. */
    START,
    /** The end of an element. */
    END,
    /** All the text up to the next tag, never empty. */
    TEXT,
    /** The whole document was well formed. */
    DONE
  }

  /** The text is no XML, or of a kind that is not read here. */
  public static final class NotXml extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static final int DEEPEST = 500;

  /** Each element that declares one has a list of its own of all that may be used in it. */
  private static final int MOST_PREFIXES = 50;

  private static final String DECLARING = "xmlns:";

  /** An element that has begun: its name as written, and the prefixes that may be used in it. */
  private record Open(String name, Set<String> prefixes) {}

  private final XmlText in;
  private final ArrayDeque<Open> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private Event event = Event.END;
  private Map<String, String> attributes = Map.of();
  private String name = "";
  private boolean isTyped;
  private boolean hasBegun;
  private boolean isEmptyTag;

  /** Nothing is read before the first {@link #next}. */
  public Xml(String document) {
    this.in = new XmlText(document);
  }

  /** The local name of the element that {@link Event#START starts} or {@link Event#END ends}. */
  public String name() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Of the element that has just started, by their local names, without declarations. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** The text that was just read. */
  public String text() {
    return text.toString();
  }

  public Event event() {
    return event;
  }

  /** Goes on by one event. */
  public Event next() throws NotXml {
    event = step();
    return event;
  }

  /** Goes on to the next tag, or to the end; only white space may be between. */
  public Event nextTag() throws NotXml {
    while (next() == Event.TEXT) {
      in.require(XmlText.isBlank(text));
    }
    return event;
  }

  /** The text of the element that has just started, which has no others in it; goes to its end. */
  public String elementText() throws NotXml {
    String found = next() == Event.TEXT ? text() : "";
    in.require((event == Event.TEXT ? next() : event) == Event.END);
    return found;
  }

  private Event step() throws NotXml {
    if (isEmptyTag) {
      isEmptyTag = false;
      open.pop();
      return Event.END;
    }
    if (!hasBegun && in.at() == 0 && in.skip("<?xml ")) {
      in.declaration();
    }
    text.setLength(0);
    while (true) {
      if (open.isEmpty()) {
        in.white();
        if (in.isAtEnd()) {
          in.require(hasBegun);
          return Event.DONE;
        }
      } else {
        in.text(text);
      }
      if (in.skip("<!--")) {
        in.comment();
      } else if (in.skip("<?")) {
        in.instruction();
      } else if (!open.isEmpty() && in.skip("<![CDATA[")) {
        in.cdata(text);
      } else if (!text.isEmpty()) {
        return Event.TEXT;
      } else if (in.skip("</")) {
        return end();
      } else if (!hasBegun && !isTyped && in.skip("<!DOCTYPE")) {
        isTyped = true;
        in.type();
      } else {
        return start();
      }
    }
  }

  private Event end() throws NotXml {
    name = in.name();
    in.white();
    in.require(in.skip(">") && !open.isEmpty() && open.pop().name.equals(name));
    return Event.END;
  }

  private Event start() throws NotXml {
    in.require(in.skip("<") && (!hasBegun || !open.isEmpty()) && open.size() < DEEPEST);
    hasBegun = true;
    name = in.name();
    var written = new HashMap<String, String>();
    while (!in.peek('>') && !in.peek('/')) {
      in.require(in.white());
      if (!in.peek('>') && !in.peek('/')) {
        String key = in.name();
        in.white();
        in.require(in.skip("="));
        in.white();
        in.require(written.put(key, in.value()) == null);
      }
    }
    isEmptyTag = in.skip("/");
    in.require(in.skip(">"));
    var element = new Open(name, prefixes(written));
    open.push(element);
    attributes = local(written, element);
    return Event.START;
  }

  private Set<String> prefixes(Map<String, String> written) throws NotXml {
    Set<String> around = open.isEmpty() ? Set.of("xml") : open.element().prefixes;
    var own = new TreeSet<String>();
    for (var one : written.entrySet()) {
      if (one.getKey().startsWith(DECLARING)) {
        String prefix = one.getKey().substring(DECLARING.length());
        in.require(!prefix.startsWith("xml") && !one.getValue().isEmpty());
        own.add(prefix);
      }
    }
    if (own.isEmpty()) {
      return around;
    }
    own.addAll(around);
    in.require(own.size() <= MOST_PREFIXES);
    return own;
  }

  private Map<String, String> local(Map<String, String> written, Open element) throws NotXml {
    in.require(isDeclared(element.name, element));
    var all = new HashMap<String, String>();
    for (var one : written.entrySet()) {
      String key = one.getKey();
      if (!key.equals("xmlns") && !key.startsWith(DECLARING)) {
        in.require(isDeclared(key, element));
        in.require(all.put(key.substring(key.indexOf(':') + 1), one.getValue()) == null);
      }
    }
    return all;
  }

  private static boolean isDeclared(String name, Open element) {
    int colon = name.indexOf(':');
    return colon < 0 || element.prefixes.contains(name.substring(0, colon));
  }
}

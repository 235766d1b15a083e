package porchlight.json.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.json.tree.Xml.NotXml;

/** The JDK's reader, which no laptop has, is held against ours. */
class XmlTest {
  private static final int DAMAGES = 400;

  @Test
  void real_documents_say_what_the_jdk_reads_in_them() throws Exception {
    var documents = documents();
    assertTrue(documents.size() > 8, documents.size() + " documents");
    for (String document : documents) {
      assertEquals(theirs(document), ours(document));
    }
  }

  @Test
  void nothing_is_read_in_a_damaged_document_that_the_jdk_does_not_read_in_it() throws Exception {
    var random = new Random(20261123);
    int read = 0;
    for (String whole : documents()) {
      String document = whole.substring(0, Math.min(whole.length(), 3000));
      int end = document.lastIndexOf("</");
      for (int i = 0; i < DAMAGES; i++) {
        String damaged = damaged(i % 2 == 0 ? whole : document.substring(0, end), random);
        List<String> found;
        try {
          found = ours(damaged);
        } catch (NotXml refused) {
          continue;
        }
        read++;
        assertEquals(theirs(damaged), found, damaged);
      }
    }
    assertTrue(read > DAMAGES, read + " were read");
  }

  private static String damaged(String document, Random random) {
    String pieces = "<>/&;\"'=:!?-[] \n\t#x1a\u00e9\u0000\ufffe\ud800";
    var text = new StringBuilder(document);
    int at = random.nextInt(document.length());
    String piece = String.valueOf(pieces.charAt(random.nextInt(pieces.length())));
    switch (random.nextInt(5)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, piece);
      case 2 -> text.replace(at, at + 1, piece);
      case 3 ->
          text.insert(
              at,
              List.of("<!-- x -->", "<![CDATA[<]]>", "&amp;", "&#65;", "<?a b?>", "<b/>")
                  .get(random.nextInt(6)));
      default -> text.delete(at, Math.min(document.length(), at + random.nextInt(40)));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        "<?xml version='1.0' encoding=\"utf-8\" standalone='yes' ?>\n<!-- b --><a/>\n<!-- c --><?d e?>",
        "<!DOCTYPE a><a>1<b c='2' d=\"'\"/>3</a >",
        "<!DOCTYPE a SYSTEM 'b>c'><a/>",
        "<a>&lt;&gt;&amp;&quot;&apos;&#9;&#x1F600;</a>",
        "<a>1<!-- - --><![CDATA[<&]]]><?b?>2</a>",
        "<a b='1&#10;2\n3\r\n4\t'>\r\n\r</a>",
        "<p:a xmlns:p='u' p:b='1'><p:c xmlns='v' xml:lang='en'/></p:a>"
      })
  void is_read_as_the_jdk_reads_it(String document) throws Exception {
    assertEquals(theirs(document), ours(document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "text",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a/>text",
        " <?xml version='1.0'?><a/>",
        "<?xml version='1.1'?><a/>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<!DOCTYPE a><!DOCTYPE a><a/>",
        "<a/><!DOCTYPE a>",
        "<a>&b;</a>",
        "<a>&#0;</a>",
        "<a>&#xD800;</a>",
        "<a>&#-65;</a>",
        "<a>&#x110000;</a>",
        "<a>&#99999999999;</a>",
        "<a>&</a>",
        "<a>]]></a>",
        "<!DOCTYPE a PUBLIC '&' 'b'><a/>",
        "<a>\u0001</a>",
        "<a><!-- -- --></a>",
        "<a b='1' b='2'/>",
        "<a b=1/>",
        "<a b='<'/>",
        "<a b='1'c='2'/>",
        "<p:a/>",
        "<a p:b='1'/>",
        "<a:b:c xmlns:a='u'/>",
        "<a xmlns:p=''/>",
        "<1a/>",
        "< a/>",
        "<a><![CDATA[</a>",
        "<a",
        "<a b",
        "<a b='",
        "<!--",
        "<?a"
      })
  void is_no_xml(String document) {
    assertThrows(NotXml.class, () -> ours(document));
  }

  @Test
  void a_document_may_be_long_but_not_bottomless() throws Exception {
    assertEquals(2, ours("<a b='" + "c".repeat(10_000_000) + "'/>").size());
    assertThrows(NotXml.class, () -> ours("<a>".repeat(1000) + "</a>".repeat(1000)));
    assertThrows(NotXml.class, () -> ours("<a>".repeat(3_000_000)));
  }

  @Test
  void a_document_declares_no_more_prefixes_than_anybody_needs() throws Exception {
    assertEquals(4, ours(declaring(20)).size());
    assertThrows(NotXml.class, () -> ours(declaring(60)));
  }

  private static String declaring(int prefixes) {
    String all =
        IntStream.range(0, prefixes)
            .mapToObj(i -> " xmlns:p" + i + "='u'")
            .collect(Collectors.joining());
    return "<a" + all + "><p1:b xmlns:q='u' q:c='1'/></a>";
  }

  @Test
  void tags_and_texts_are_asked_for_by_their_kind() throws Exception {
    var xml = new Xml("<a> <b>1<!-- -->2</b> <c/> x</a>");
    assertEquals(Xml.Event.START, xml.nextTag());
    assertEquals(Xml.Event.START, xml.nextTag());
    assertEquals("12", xml.elementText());
    assertEquals(Xml.Event.START, xml.nextTag());
    assertEquals("", xml.elementText());
    assertThrows(NotXml.class, xml::nextTag);
    var nested = new Xml("<a><b/></a>");
    nested.nextTag();
    assertThrows(NotXml.class, nested::elementText);
  }

  private static List<String> documents() throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(Path.of("src/test/captures"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.startsWith("<?xml") && text.endsWith(">")) {
          found.add(text);
        }
      }
    }
    return found;
  }

  private static List<String> ours(String document) throws NotXml {
    var said = new ArrayList<String>();
    var xml = new Xml(document);
    for (var event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
      said.add(
          switch (event) {
            case START -> "<" + xml.name() + new TreeMap<>(xml.attributes());
            case END -> ">" + xml.name();
            case TEXT -> xml.text();
            case DONE -> "";
          });
    }
    return said;
  }

  private static List<String> theirs(String document) throws XMLStreamException {
    var factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    var said = new ArrayList<String>();
    var text = new StringBuilder();
    var xml = factory.createXMLStreamReader(new StringReader(document));
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        text.append(xml.getText());
      } else if (event == XMLStreamConstants.START_ELEMENT
          || event == XMLStreamConstants.END_ELEMENT) {
        if (!text.isEmpty()) {
          said.add(text.toString());
          text.setLength(0);
        }
        boolean starts = event == XMLStreamConstants.START_ELEMENT;
        var attributes = new TreeMap<String, String>();
        for (int i = 0; starts && i < xml.getAttributeCount(); i++) {
          attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        said.add(starts ? "<" + xml.getLocalName() + attributes : ">" + xml.getLocalName());
      }
    }
    return said;
  }
}

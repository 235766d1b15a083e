package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent to CoreWLAN, and with which type each message is said to answer. */
class CoreWlanTest {
  /** Objects by number; every message that was sent, with its kind. */
  private static final class Fake implements CoreWlan.Messages {
    private final Map<String, Long> objects = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, String> texts = new HashMap<>();
    private final List<String> sent = new ArrayList<>();

    Fake() {
      objects.put("sharedWiFiClient", 2L);
      objects.put("interface", 3L);
      objects.put("wlanChannel", 4L);
      objects.put("interfaceName", 5L);
      numbers.put("powerOn", 1L);
      numbers.put("interfaceMode", 1L);
      numbers.put("security", 11L);
      numbers.put("channelNumber", 36L);
      texts.put(5L, "en0");
    }

    private void note(String kind, long receiver, String selector) {
      if (receiver == 0) {
        throw new AssertionError(selector + " was sent to nothing");
      }
      sent.add(kind + " " + receiver + " " + selector);
    }

    @Override
    public long type(String name) {
      return name.equals("CWWiFiClient") ? 1 : 0;
    }

    @Override
    public long object(long receiver, String selector) {
      note("object", receiver, selector);
      return objects.getOrDefault(selector, 0L);
    }

    @Override
    public long integer(long receiver, String selector) {
      note("integer", receiver, selector);
      return numbers.getOrDefault(selector, 0L);
    }

    @Override
    public boolean truth(long receiver, String selector) {
      note("truth", receiver, selector);
      return numbers.getOrDefault(selector, 0L) != 0;
    }

    @Override
    public String text(long string) {
      note("text", string, "");
      return texts.getOrDefault(string, "");
    }
  }

  @Test
  void each_message_is_sent_to_its_object_with_the_type_that_apple_declares() {
    var fake = new Fake();
    assertEquals(
        new Answer.Said(0, "interface=en0\npower=1\nmode=1\nchannel=36\nsecurity=11\nssid=\n"),
        CoreWlan.read(fake));
    assertEquals(
        List.of(
            "object 1 sharedWiFiClient",
            "object 2 interface",
            "object 3 wlanChannel",
            "object 3 interfaceName",
            "text 5 ",
            "truth 3 powerOn",
            "integer 3 interfaceMode",
            "integer 4 channelNumber",
            "integer 3 security",
            "object 3 ssid"),
        fake.sent);
  }

  @Test
  void nothing_is_asked_of_an_adapter_that_is_not_there() {
    var fake = new Fake();
    fake.objects.remove("interface");
    assertEquals(new Answer.Said(0, "interface=\n"), CoreWlan.read(fake));
    fake.objects.remove("sharedWiFiClient");
    assertInstanceOf(Answer.Failed.class, CoreWlan.read(fake));
  }

  @Test
  void a_radio_without_a_channel_has_an_empty_one() {
    var fake = new Fake();
    fake.objects.remove("wlanChannel");
    assertEquals(
        new Answer.Said(0, "interface=en0\npower=1\nmode=1\nchannel=\nsecurity=11\nssid=\n"),
        CoreWlan.read(fake));
  }

  @Test
  void a_network_cannot_pose_as_another_key() {
    var fake = new Fake();
    fake.objects.put("ssid", 6L);
    fake.texts.put(6L, "x\nsecurity=11\u2028power=1");
    assertEquals(
        new Answer.Said(
            0,
            """
            interface=en0
            power=1
            mode=1
            channel=36
            security=11
            ssid=x security=11 power=1
            """),
        CoreWlan.read(fake));
  }

  @Test
  void elsewhere_than_on_macos_there_is_no_corewlan() {
    if (!System.getProperty("os.name", "").startsWith("Mac")) {
      assertEquals(new Answer.Missing(), CoreWlan.ask());
    }
  }
}

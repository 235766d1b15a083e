package porchlight.machine.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Composed answers of Wlanapi. */
class WlanTest {
  private static final Optional<String> ALLOW = Optional.of("Allow");

  private static String profile(String xml) {
    var blocks = new Block();
    WlanProfile.tell(xml, () -> {}, blocks);
    return blocks.toString();
  }

  @Test
  void the_joined_network_is_read_at_its_offsets() {
    var blocks = new Block();
    WlanBytes.connection(
        new Composed(604)
            .i32(0, 1)
            .i32(4, 0)
            .wide(8, "Caf\u00e9 Guest")
            .i32(520, 6)
            .hex(524, "436166c3a90a")
            .i32(556, 1)
            .hex(560, "02005e005301")
            .i32(568, 10)
            .i32(576, 88)
            .i32(588, 1)
            .i32(596, 9)
            .i32(600, 4)
            .done(),
        blocks);
    assertEquals(
        """
        current=ok
        mode=0
        profile=Caf\u00e9 Guest
        ssid=Caf\u00e9\\x0a
        bss=1
        bssid=02:00:5e:00:53:01
        phy=10
        signal=88
        security=1
        onex=0
        auth=9
        cipher=4
        """,
        blocks.toString());
    Bytes long33 = new Composed(604).i32(520, 33).done();
    assertThrows(IndexOutOfBoundsException.class, () -> WlanBytes.connection(long33, new Block()));
    Bytes cut = new Composed(560).i32(520, 3).done();
    assertThrows(IndexOutOfBoundsException.class, () -> WlanBytes.connection(cut, new Block()));
  }

  @Test
  void the_quality_of_two_links_is_told() {
    var blocks = new Block();
    WlanBytes.quality(
        new Composed(24 + 2 * 272)
            .i32(4, 90)
            .i32(20, 2)
            .i32(24 + 4, 5180)
            .i32(24 + 12, -50)
            .i32(24 + 272 + 4, 6115)
            .i32(24 + 272 + 12, -61)
            .done(),
        blocks);
    assertEquals("quality=ok\nlink=90\nfrequency=5180,6115\nrssi=-50,-61\n", blocks.toString());
  }

  @Test
  void of_a_stored_network_its_key_is_never_told() {
    String told =
        profile(
            "<?xml version=\"1.0\"?><WLANProfile xmlns=\"http://www.microsoft.com/networking/WLAN/profile/v1\">"
                + "<name>x</name><SSIDConfig><SSID><hex>486F6D65</hex><name>Home</name></SSID>"
                + "<nonBroadcast>true</nonBroadcast></SSIDConfig><connectionMode>auto</connectionMode>"
                + "<MSM><security><authEncryption><authentication>WPA3SAE</authentication>"
                + "<encryption>AES</encryption><useOneX>false</useOneX><transitionMode xmlns=\"v4\">true"
                + "</transitionMode></authEncryption><sharedKey><keyMaterial>secret</keyMaterial>"
                + "</sharedKey></security></MSM></WLANProfile>");
    assertEquals(
        """
        ssid=Home
        authentication=WPA3SAE
        encryption=AES
        onex=false
        connectionMode=auto
        transitionMode=true
        nonBroadcast=true
        """,
        told);
    assertEquals("xml=broken\n", profile("<WLANProfile><name>"));
    String two =
        "<WLANProfile><SSIDConfig><SSID><name>A</name></SSID><SSID><hex>42</hex></SSID></SSIDConfig>"
            + "<MSM><security><authEncryption><authentication>open</authentication></authEncryption>"
            + "</security></MSM></WLANProfile>";
    var blocks = new Block();
    WlanProfile.tell(two, () -> blocks.begin("profile", "x"), blocks);
    assertEquals(
        "profile=x\nssid=A\nauthentication=open\n\nprofile=x\nssid=B\nauthentication=open\n",
        blocks.toString());
    assertEquals(
        "xml=prefix\n", profile(two.replace("</SSIDConfig>", "<SSIDPrefix/></SSIDConfig>")));
    assertEquals(
        "xml=broken\n",
        profile(
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><WLANProfile>&e;</WLANProfile>"));
  }

  @Test
  void a_name_that_is_no_text_stays_told_apart() {
    assertEquals("a\\xff\\x5cb", Block.name(new byte[] {'a', (byte) 0xff, '\\', 'b'}));
    assertEquals(
        "a\\x5cxff", Block.name("a\\xff".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  @Test
  void what_needs_consent_is_asked_only_where_all_have_given_it() {
    assertTrue(Consent.given("22631", true, Optional.empty(), Optional.empty()), "no gate there");
    assertTrue(Consent.given("26100", false, ALLOW, Optional.of("Allow,Allow")));
    assertTrue(Consent.given("26100", false, ALLOW, Optional.empty()), "a service");
    assertFalse(Consent.given("26100", true, ALLOW, Optional.of("Allow,Allow")));
    assertFalse(Consent.given("26100", false, Optional.of("Deny"), Optional.empty()));
    assertFalse(Consent.given("26100", false, ALLOW, Optional.of("Allow,")));
    assertFalse(Consent.given("26100", false, Optional.empty(), Optional.of("Allow,Allow")));
    assertFalse(Consent.given("", false, Optional.empty(), Optional.of("Allow,Allow")));
  }
}

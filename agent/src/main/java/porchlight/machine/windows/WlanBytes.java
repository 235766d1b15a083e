package porchlight.machine.windows;

import java.util.ArrayList;

/** What Wlanapi answers, at byte offsets. */
final class WlanBytes {
  private static final int LONGEST_SSID = 32;
  private static final int LINK = 272;
  private static final int MOST_LINKS = 16;

  private WlanBytes() {}

  /** WLAN_CONNECTION_ATTRIBUTES. */
  static void connection(Bytes bytes, Block blocks) {
    int length = bytes.i32(520);
    if (length < 0 || length > LONGEST_SSID) {
      throw new IndexOutOfBoundsException("a name of " + length + " bytes");
    }
    blocks
        .put("current", "ok")
        .put("mode", bytes.i32(4))
        .put("profile", Block.plain(bytes.wide(8, 256).replace("\\", "\\x5c")))
        .put("ssid", Block.name(bytes.slice(524, length)))
        .put("bss", bytes.i32(556))
        .put("bssid", bytes.hardware(560, 6))
        .put("phy", bytes.i32(568))
        .put("signal", bytes.i32(576))
        .put("security", bytes.i32(588))
        .put("onex", bytes.i32(592))
        .put("auth", bytes.u32(596))
        .put("cipher", bytes.u32(600));
  }

  /** WLAN_REALTIME_CONNECTION_QUALITY, with a link for each band of Wi-Fi 7. */
  static void quality(Bytes bytes, Block blocks) {
    long links = bytes.u32(20);
    if (links > MOST_LINKS) {
      throw new IndexOutOfBoundsException(links + " links");
    }
    var frequencies = new ArrayList<String>();
    var signals = new ArrayList<String>();
    for (int i = 0; i < links; i++) {
      frequencies.add(Long.toString(bytes.u32(24 + i * LINK + 4)));
      signals.add(Integer.toString(bytes.i32(24 + i * LINK + 12)));
    }
    blocks
        .put("quality", "ok")
        .put("link", bytes.u32(4))
        .some("frequency", frequencies)
        .some("rssi", signals);
  }
}

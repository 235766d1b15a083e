package porchlight.gather.windows.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Weakness;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.Scrambled;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * What netsh prints on machines of which there is no capture; written by hand in the grammar of
 * what people have shown elsewhere.
 */
class NetshElsewhereTest {
  /** Of Wi-Fi 7: access points at the same place, and a second radio below the first. */
  private static final String TWO_LINKS =
      """

      There are 2 interfaces on the system:

          Name                   : Wi-Fi
          Description            : Some Wi-Fi 7 Network Adapter
          GUID                   : 11111111-2222-3333-4444-555555555555
          Physical address       : 02:00:00:00:00:01
          Interface type         : Primary
          State                  : connected
          SSID                   : home
          AP BSSID               : 02:00:00:00:00:02
               Colocated APs:    : 2
                  BSSID: 02:00:00:00:00:03,  Band: 5 GHz,  Channel: 44
                  BSSID: 02:00:00:00:00:04,  Band: 2.4 GHz,  Channel: 1
          Band                   : 6 GHz
          Channel                : 197
          Connected Akm-cipher   : [ akm = 00-0f-ac:08, cipher =  00-0f-ac:04 ]
          Network type           : Infrastructure
          Radio type             : 802.11be
          Authentication         : WPA3-Personal  (H2E)
          Cipher                 : CCMP
          Connection mode        : Auto Connect

          Name                   : Wi-Fi 2
          Description            : Some Wi-Fi 7 Network Adapter #2
          GUID                   : 11111111-2222-3333-4444-666666666666
          Physical address       : 02:00:00:00:00:05
          Interface type         : Secondary
          Primary interface      : Wi-Fi
          State                  : disconnected
          Radio status           : Hardware On
                                   Software On
      """;

  private static final String STORED =
      """

      接口 WLAN 上的配置文件 cafe:
      =======================================================================

      已应用: 所有用户配置文件

      配置文件信息
      -------------------
          版本                   : 1
          名称                   : cafe
          控制选项               :
              连接模式           : 自动连接
              MAC 随机化: 禁用

      连接设置
      ---------------------
          SSID 数目              : 1
          SSID 名称              :“cafe”

      安全设置
      -----------------
          身份验证         : 开放式
          密码                 : 无
          安全密钥               : 不存在
      """;

  private static Reading<Wifi> wifi(String said) {
    return WinWifi.read(new Told().says(NetshInterfaces.SHOW, said));
  }

  @Test
  void a_second_radio_below_the_first_is_on_no_network() {
    var joined = new Wifi.Joined("Wi-Fi", "home", Security.WPA3);
    assertEquals(joined, known(wifi(TWO_LINKS)));
    assertEquals(joined, known(wifi(Scrambled.labels(TWO_LINKS))));
    var alone = TWO_LINKS.replaceFirst("(?s)    Name  .*?\n\n", "");
    assertEquals(new Wifi.NotInUse("no Wi-Fi network is joined"), known(wifi(alone)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "There is no wireless interface on the system.",
        "Auf dem System ist keine Drahtlosschnittstelle vorhanden.",
        "Il n'existe aucune interface sans fil sur le système.",
        "系统上没有无线接口。",
        "시스템에 무선 인터페이스가 없습니다.",
      })
  void that_there_is_no_radio_is_one_sentence(String sentence) {
    for (int code : new int[] {0, 1}) {
      var told = new Told().says(NetshInterfaces.SHOW, new Answer.Said(code, "\n" + sentence));
      assertEquals(new Wifi.NotInUse("no Wi-Fi adapter"), known(WinWifi.read(told)));
    }
    assertEquals(Reason.NOT_UNDERSTOOD, why(wifi(sentence + "\n" + sentence)));
    assertEquals(Reason.NOT_UNDERSTOOD, why(wifi("    SSID : " + sentence)));
  }

  @Test
  void the_quotes_around_a_name_are_those_of_the_language() {
    for (String quoted : List.of("“cafe”", "\"cafe\"", "« cafe »", "„cafe“", "「cafe」")) {
      String said = STORED.replace("“cafe”", quoted);
      var saved = assertInstanceOf(Saved.class, known(NetshProfiles.all(new Answer.Said(0, said))));
      assertEquals(
          new Saved(List.of(new Profile("cafe", Weakness.OPEN, "Windows")), 1, Optional.empty()),
          saved,
          quoted);
      assertEquals("cafe", hidden(NetshProfiles.ALL, said).strip(), quoted);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "连接模式           : 自动连接, Kết nối: Kết nối tự động, 1",
    "连接模式           : 自动连接, Mode: Sambungkan secara otomatis, 1",
    "连接模式           : 自动连接, Режим: Підключатися вручну, 0",
    "连接模式           : 自动连接, Mode: Kết nối thủ công, 0",
  })
  void how_it_is_joined_is_known_in_more_languages(String before, String after, int weak) {
    String said = STORED.replace(before, after);
    var saved = assertInstanceOf(Saved.class, known(NetshProfiles.all(new Answer.Said(0, said))));
    assertEquals(Optional.empty(), saved.unseen());
    assertEquals(weak, saved.weak().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Profiel", "Профиль", "Профіль", "Profiili", "Profilo", "Profile", "Προφίλ"})
  void a_profile_s_name_is_hidden_whatever_its_label(String label) {
    assertEquals("home", hidden(NetshInterfaces.SHOW, "    " + label + "           : home\n"));
  }

  private static String hidden(Run run, String said) {
    return run.personal().stream()
        .map(pattern -> pattern.matcher(said))
        .filter(java.util.regex.Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElse("");
  }
}

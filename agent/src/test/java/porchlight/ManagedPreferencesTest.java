package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.json.Refused;
import porchlight.json.SettingsReader;
import porchlight.json.SettingsReader.Layered;

class ManagedPreferencesTest {
  /** {@code {server = "https://central.example"; reportSeconds = 600;}}, by Python's plistlib. */
  private static final String BINARY =
      "YnBsaXN0MDDSAQIDBF1yZXBvcnRTZWNvbmRzVnNlcnZlchECWF8QF2h0dHBzOi8vY2VudHJhbC5l"
          + "eGFtcGxlCA0bIiUAAAAAAAABAQAAAAAAAAAFAAAAAAAAAAAAAAAAAAAAPw==";

  @TempDir Path folder = Path.of("");

  private Layered over(String source, byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve(ManagedPreferences.DOMAIN + ".plist"), bytes);
    return ManagedPreferences.over(
        SettingsReader.over(Layered.NONE, source, "{\"reportSeconds\": 120, \"proxy\": \"none\"}"),
        file);
  }

  private Layered over(String dictionary) throws Exception {
    return over(
        "managed.json",
        ("<?xml version=\"1.0\"?><plist version=\"1.0\">" + dictionary + "</plist>")
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_profile_goes_over_what_files_say_name_by_name() throws Exception {
    var read = over("managed.json", Base64.getDecoder().decode(BINARY));
    assertEquals(Optional.of(URI.create("https://central.example")), read.settings().server());
    assertEquals(600, read.settings().reportSeconds());
    assertEquals("managed.json", read.from().get("proxy"));
    assertTrue(
        String.valueOf(read.from().get("server")).endsWith("com.porchlight.agent.plist"),
        read.from()::toString);
  }

  @Test
  void what_the_profile_says_of_itself_is_no_setting() throws Exception {
    var read =
        over(
            "<dict><key>PayloadUUID</key><string>x</string><key>PayloadVersion</key><integer>1</integer>"
                + "<key>reportSeconds</key><integer>900</integer></dict>");
    assertEquals(900, read.settings().reportSeconds());
  }

  @Test
  void a_name_or_a_value_that_cannot_be_is_refused_with_the_file() {
    for (String wrong :
        new String[] {
          "<dict><key>sever</key><string>https://x.example</string></dict>",
          "<dict><key>reportSeconds</key><integer>5</integer></dict>",
          "<dict><key>reportSeconds</key><true/></dict>",
          "<array/>",
          "<dict><key>server"
        }) {
      var refused = assertThrows(Refused.class, () -> over(wrong), wrong);
      assertTrue(String.valueOf(refused.getMessage()).contains(ManagedPreferences.DOMAIN), wrong);
    }
  }
}

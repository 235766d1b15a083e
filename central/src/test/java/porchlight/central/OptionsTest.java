package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.central.json.SettingsReader;
import porchlight.central.settings.Settings;
import porchlight.central.settings.SettingsFault;

class OptionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "--nonsense x",
        "--data",
        "--listen nowhere",
        "--listen 127.0.0.1:70000",
        "token",
        "token --organisation A --uses 0",
        "token --organisation A --days many",
        "dashboard-link --uses 3",
        "revoke"
      })
  void a_wrong_command_line_is_64(String line) {
    assertEquals(64, Main.run(List.of(line.split(" ", -1)), System.out));
  }

  @Test
  void the_file_in_config_shows_the_defaults() throws SettingsFault {
    assertEquals(Settings.DEFAULTS, SettingsReader.read(Path.of("../config/central.json")));
  }

  @Test
  void a_webhook_at_a_port_that_there_is_not_is_refused_at_the_door(@TempDir Path folder)
      throws Exception {
    for (String port : List.of("99999", "0")) {
      Path url = Files.writeString(folder.resolve("url"), "https://desk.example:" + port + "/");
      Files.setPosixFilePermissions(url, PosixFilePermissions.fromString("rw-------"));
      String settings =
          "{\"webhooks\": [{\"name\": \"a\", \"kind\": \"slack\", \"urlFile\": \"" + url + "\"}]}";
      Path file = Files.writeString(folder.resolve("central.json"), settings);
      SettingsFault fault = assertThrows(SettingsFault.class, () -> SettingsReader.read(file));
      assertTrue(String.valueOf(fault.getMessage()).contains("/webhooks/0/urlFile: one line"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"lisen\": \"x:1\"}                 | /lisen: no such setting (known: listen, data",
        "{\"listen\": 8640}                   | /listen: a text is expected",
        "{\"listen\": \"8640\"}               | /listen: HOST:PORT is expected",
        "{\"reportSeconds\": 59}              | /reportSeconds: a whole number of seconds",
        "{\"reportSeconds\": \"900\"}         | /reportSeconds: a whole number of seconds",
        "{\"keepDays\": 0}                  | /keepDays: a whole number of days",
        "{\"ledger\": \"mysql://x\"}         | /ledger: a JDBC URL is expected: jdbc:postgresql://",
        "{\"ledger\": \"jdbc:postgresql://u:p@h/d\"}       | /ledger: no password is expected here",
        "{\"ledger\": \"jdbc:postgresql://h/d?password=p\"} | /ledger: no password is expected here",
        "{\"ledger\": \"jdbc:postgresql://h/d?reWriteBatchedInserts=true\"} | /ledger: reWriteBatchedInserts is not",
        "{\"ledgerPasswordFile\": \"/dev/null\"} | /ledgerPasswordFile: a file with a password",
        "{\"ledgerPasswordFile\": \"none/such\"} | /ledgerPasswordFile: a file that can be read",
        "{\"hosts\": \"a\"}                   | /hosts: a list of host names",
        "{\"oneTimeCodesFor\": \"tech\"}        | /oneTimeCodesFor: a list of roles is expected",
        "{\"oneTimeCodesFor\": [\"owner\"]}     | /oneTimeCodesFor: a list of roles is expected",
        "{\"sessionHours\": 0}               | /sessionHours: a whole number from 1 to 720",
        "{\"webhooks\": {}}                   | /webhooks: a list of webhooks",
        "{\"webhooks\": [{\"url\": \"x\"}]}    | /webhooks/0/url: one of kind, name, organisations",
        "{\"webhooks\": [{\"name\": \"a b\"}]} | /webhooks/0/name: 1 to 40 of letters",
        "{\"webhooks\": [{\"name\": \"a\", \"urlFile\": \"none\"}]} | /webhooks/0/urlFile: none cannot be read",
        "{\"mail\": {\"host\": \"h\", \"security\": \"none\"}} | /mail/security: starttls or tls is expected",
        "{\"mail\": {\"host\": \"h\", \"from\": \"x\"}} | /mail/from: a mail address",
        "[]                                   | /: an object is expected",
        "{\"data\": \"a\", \"data\": \"b\"}   | is not JSON",
        "{                                    | is not JSON"
      })
  void a_wrong_settings_file_is_78_and_one_line_says_where(String row, @TempDir Path folder)
      throws IOException {
    String[] parts = row.split("\\s+\\| ", 2);
    Path file = Files.writeString(folder.resolve("central.json"), parts[0]);
    SettingsFault fault = assertThrows(SettingsFault.class, () -> SettingsReader.read(file));
    String line = String.valueOf(fault.getMessage());
    assertTrue(line.startsWith(file.toString()) && line.contains(parts[1]), line);
    assertEquals(1, line.lines().count());
    assertEquals(78, Main.run(List.of("--config", file.toString()), System.out));
  }
}

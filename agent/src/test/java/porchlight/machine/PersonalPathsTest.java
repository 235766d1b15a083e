package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadDconf;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.Question.ReadSettings;

/** A recording names no person and no saved network, and can still be asked. */
class PersonalPathsTest {
  private static final String SAVED = "/etc/NetworkManager/system-connections";

  private static Map<String, String> redacted(Map<Question, String> machine, boolean everywhere) {
    var recording =
        new Recording(
            question -> new Answer.Said(0, Objects.requireNonNull(machine.get(question))));
    machine.keySet().forEach(recording::ask);
    var answers = new LinkedHashMap<String, String>();
    recording
        .redacted(address -> false, everywhere)
        .forEach(one -> answers.put(one.question(), ((Answer.Said) one.answer()).text()));
    return answers;
  }

  @Test
  void a_person_has_one_stand_in_in_accounts_and_paths() {
    var machine = new LinkedHashMap<Question, String>();
    machine.put(
        new ReadFile("/etc/passwd"),
        "root:x:0:0:root:/root:/bin/bash\nann:x:1000:1000:Ann Smith,,,:/home/ann:/bin/bash\n");
    machine.put(new ListFolder("/home"), "ann\nzoe");
    machine.put(new ReadDconf("/home/ann", ".config/dconf/user", List.of("/a/b")), "/a/b=true\n");
    machine.put(new ReadSettings("/home/ann", ".config/kscreenlockerrc", List.of("A")), "A=1\n");
    for (boolean everywhere : new boolean[] {true, false}) {
      var answers = redacted(machine, everywhere);
      assertEquals(
          List.of(
              "? dconf /home/person-1 .config/dconf/user /a/b",
              "? list /home",
              "? read /etc/passwd",
              "? settings /home/person-1 .config/kscreenlockerrc A"),
          List.copyOf(answers.keySet()));
      assertEquals(
          """
          root:x:0:0:root:/root:/bin/bash
          person-1:x:1000:1000:person-2:/home/person-1:/bin/bash
          """,
          answers.get("? read /etc/passwd"));
      assertFalse(answers.toString().matches("(?s).*(ann|Ann|zoe|Smith).*"), answers.toString());
    }
  }

  @Test
  void networks_saved_in_the_older_forms_have_stand_ins_too() {
    String folder = "/etc/sysconfig/network-scripts";
    var machine = new LinkedHashMap<Question, String>();
    machine.put(new ListFolder(folder), "ifcfg-Lounge\nifup");
    machine.put(
        new ReadSettings(folder, "ifcfg-Lounge", List.of("ESSID", "TYPE")),
        "TYPE=Wireless\nESSID=\"Lounge\"\n");
    machine.put(
        new ReadSettings("/etc/network", "interfaces", List.of("wpa-ssid")),
        "    wpa-ssid \"Attic 7\"\n");
    for (boolean everywhere : new boolean[] {true, false}) {
      var answers = redacted(machine, everywhere);
      assertFalse(answers.toString().matches("(?s).*(Lounge|Attic).*"), answers.toString());
      assertEquals(
          "TYPE=Wireless\nESSID=\"network-1\"\n",
          answers.get("? settings " + folder + " ifcfg-network-1 ESSID,TYPE"));
    }
  }

  @Test
  void a_saved_network_has_one_stand_in_in_lists_and_files() {
    var machine = new LinkedHashMap<Question, String>();
    machine.put(new ListFolder(SAVED), "Café Guest.nmconnection");
    machine.put(
        new ReadSettings(SAVED, "Café Guest.nmconnection", List.of("id", "ssid")),
        "[connection]\nid=Café Guest\n[wifi]\nssid=Upstairs\n");
    machine.put(new ListFolder("/var/lib/iwd"), "Lounge.open\nAttic.psk");
    machine.put(new ReadSettings("/var/lib/iwd", "Lounge.open", List.of("AutoConnect")), "");
    for (boolean everywhere : new boolean[] {true, false}) {
      var answers = redacted(machine, everywhere);
      assertEquals(
          "[connection]\nid=network-1\n[wifi]\nssid=network-2\n",
          answers.get("? settings " + SAVED + " network-1.nmconnection id,ssid"));
      assertEquals("network-1.nmconnection", answers.get("? list " + SAVED));
      assertEquals("", answers.get("? settings /var/lib/iwd network-3.open AutoConnect"));
      assertFalse(
          answers.toString().matches("(?s).*(Café|Upstairs|Lounge|Attic).*"), answers.toString());
    }
  }

  @Test
  void who_is_logged_in_without_being_asked_is_not_named() {
    var machine = new LinkedHashMap<Question, String>();
    machine.put(new ReadFile("/etc/default/nodm"), "NODM_USER=ann\n");
    machine.put(new ReadFile("/etc/gdm3/custom.conf"), "AutomaticLogin = ann\nTimedLogin=zoe\n");
    machine.put(new ReadFile("/etc/greetd/config.toml"), "user = \"ann\"\nuser = \"greeter\"\n");
    machine.put(new ReadFile("/etc/lightdm/lightdm.conf.d/50-a.conf"), "autologin-user=ann\n");
    machine.put(new ReadFile("/etc/sddm.conf"), "[Autologin]\nUser=ann\n");
    machine.put(
        new ReadFile("/etc/systemd/system/getty@tty1.service.d/a.conf"),
        "ExecStart=-/sbin/agetty --autologin ann -\nExecStart=-/sbin/agetty -a zoe -\n");
    var answers = redacted(machine, false);
    assertEquals(machine.size(), answers.size());
    answers
        .values()
        .forEach(text -> assertFalse(text.contains("ann") || text.contains("zoe"), text));
    assertEquals(
        "user = \"person-1\"\nuser = \"greeter\"\n", answers.get("? read /etc/greetd/config.toml"));
  }

  @Test
  void the_host_of_a_proxy_has_one_stand_in() {
    var machine = new LinkedHashMap<Question, String>();
    var keys = List.of("/system/proxy/http/host");
    machine.put(
        new ReadDconf("/home/x", ".config/dconf/user", keys),
        """
        /system/proxy/http/host='proxy.acme.test'
        /system/proxy/autoconfig-url='https://pac.acme.test/'
        """);
    machine.put(
        new ReadSettings("/etc", "environment", List.of("http_proxy")),
        "http_proxy=\"http://proxy.acme.test:3128/\"\nhttps_proxy=127.0.0.1:1\n");
    var answers = redacted(machine, false);
    assertFalse(answers.toString().contains("acme"), answers.toString());
    assertEquals(
        "http_proxy=\"http://host-1:3128/\"\nhttps_proxy=127.0.0.1:1\n",
        answers.get("? settings /etc environment http_proxy"));
  }
}

package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Question.ReadSettings;

/** Red Hat's older form, after nm-settings-ifcfg-rh(5); written by hand. */
class IfcfgTest {
  private static final String OPEN = "TYPE=Wireless\nESSID=\"Lounge\"\nONBOOT=yes\nMODE=Managed\n";

  private static SavedNetworks saved(Answer answer) {
    var file = new ReadSettings(Ifcfg.FOLDER.path(), "ifcfg-Lounge", Ifcfg.KEYS);
    return Ifcfg.read(
        new Scripted()
            .says(Ifcfg.FOLDER, "ifcfg-Lounge\nifcfg-Lounge.rpmsave\nifup\nkeys-Lounge")
            .answers(file, answer));
  }

  private static List<String> weak(String text) {
    SavedNetworks saved = saved(new Answer.Said(0, text));
    assertEquals(Optional.empty(), saved.unseen(), text);
    return saved.weak().stream().map(one -> one.network() + " " + one.weakness().word()).toList();
  }

  private static void unseen(Reason reason, Answer answer) {
    assertEquals(Optional.of(reason), saved(answer).unseen().map(one -> one.reason()));
  }

  @Test
  void networks_without_a_good_password_are_found() {
    assertEquals(List.of("Lounge no-password"), weak(OPEN));
    assertEquals(List.of("Lounge no-password"), weak("ESSID=Lounge\n"));
    assertEquals(List.of("Lounge wep"), weak(OPEN + "SECURITYMODE=open\nDEFAULTKEY=1\n"));
    assertEquals(List.of("Lounge wep"), weak(OPEN + "KEY_MGMT=IEEE8021X\n"));
    assertEquals(List.of("Lounge owe"), weak(OPEN + "KEY_MGMT='OWE'\n"));
  }

  @Test
  void what_is_protected_not_joined_by_itself_or_no_wifi_is_left_out() {
    for (String more :
        List.of(
            "KEY_MGMT=WPA-PSK\n",
            "KEY_MGMT=SAE\n",
            "KEY_MGMT=\"WPA-EAP\"\n",
            "ONBOOT=no\n",
            "MODE=Ap\n",
            "MODE=Ad-Hoc\n")) {
      assertEquals(List.of(), weak(OPEN + more), more);
    }
    assertEquals(0, saved(new Answer.Said(0, "TYPE=Ethernet\nONBOOT=yes\n")).networks());
  }

  @Test
  void what_is_not_understood_is_not_a_good_one() {
    for (String text :
        List.of(
            OPEN + "KEY_MGMT=NEW\n",
            OPEN + "ONBOOT=perhaps\n",
            OPEN + "MODE=Other\n",
            OPEN + "KEY_MGMT=$(cat /x)\n",
            "rubbish")) {
      unseen(Reason.NOT_UNDERSTOOD, new Answer.Said(0, text));
    }
  }

  @Test
  void missing_and_denied_are_told_apart() {
    assertEquals(SavedNetworks.absent(), Ifcfg.read(new Scripted()));
    unseen(Reason.NEEDS_PRIVILEGE, new Answer.Denied());
    unseen(Reason.TOOL_MISSING, new Answer.Missing());
  }

  @Test
  void garbled_files_never_throw() {
    int tried = Garbled.eachAnswer(OPEN, answer -> saved(answer));
    assertEquals(true, tried > 100);
    assertInstanceOf(Reading.Known.class, Ifcfg.network(OPEN));
    assertEquals(
        "NetworkManager",
        saved(new Answer.Said(0, OPEN)).weak().stream().map(Profile::by).findFirst().orElse(""));
  }
}

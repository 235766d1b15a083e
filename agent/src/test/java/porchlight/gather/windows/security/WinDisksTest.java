package porchlight.gather.windows.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.why;
import static porchlight.gather.windows.WinCaptures.text;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Disks;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.FromCaptures;
import porchlight.machine.Answer;

/** Whether drives of a Windows laptop are encrypted. */
class WinDisksTest extends WinDrives {
  private static Reading<Disks> wmi(String text) {
    return BitLocker.read(new Told().says(BitLocker.VOLUMES, text).says(BitLocker.IN_FOLDERS, ""));
  }

  private static Reading<Disks> shell(String text) {
    return ShellVolumes.read(new Answer.Said(0, text));
  }

  private static String volume(int conversion, String letter, int method, int guard, int kind) {
    return "ConversionStatus=%d\nDriveLetter=%s\nEncryptionMethod=%d\nProtectionStatus=%d\nVolumeType=%d\n\n"
        .formatted(conversion, letter, method, guard, kind);
  }

  @Test
  void a_laptop_with_aes_256_is_encrypted() {
    assertEquals(
        Map.of("C:", "encrypted"),
        words(wmi(text("bitlocker/wmi-win10-Win32_EncryptableVolume-protected-aes256.txt"))));
    // Another one, as PowerShell printed it: C: protected, a stick plain.
    assertEquals(
        Map.of("C:", "encrypted"),
        words(
            wmi(
                FromCaptures.wmi(
                    "bitlocker/json-win10-EncryptableVolume-methods.json", "volume"))));
  }

  @Test
  void a_volume_in_a_folder_counts_and_one_for_starting_does_not() {
    String plain = volume(1, "C:", 6, 1, 0) + "DeviceID=v2\n" + volume(0, "", 0, 0, 1);
    var told = new Told().says(BitLocker.VOLUMES, plain);
    assertEquals(
        Map.of("C:", "encrypted", "a volume in a folder", "unknown"), words(BitLocker.read(told)));
    told.says(BitLocker.IN_FOLDERS, "DeviceID=v1\n");
    assertEquals(Map.of("C:", "encrypted"), words(BitLocker.read(told)));
    told.says(BitLocker.IN_FOLDERS, "DeviceID=v1\n\nDeviceID=v2\n");
    assertEquals(
        Map.of("C:", "encrypted", "a volume in a folder", "plain"), words(BitLocker.read(told)));
  }

  /** Of a real laptop's volumes none would be told: they have a letter, or no path. */
  @Test
  void a_real_laptop_has_no_volume_in_a_folder() {
    var volumes = text("bitlocker/wmi-win10-Win32_Volume.txt").strip().split("\n\n+", -1);
    assertEquals(3, volumes.length);
    for (String one : volumes) {
      boolean inAFolder =
          one.contains("\nDriveLetter=\n") && one.matches("(?s).*\nName=[^\n]*:[^\n]*\n.*");
      assertTrue(!inAFolder, one);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 6, 1, encrypted",
    "1, 6, 0, suspended",
    "0, 0, 0, plain",
    "2, 6, 0, plain",
    "2, 6, 1, unknown",
    "3, 6, 1, plain",
    "5, 6, 1, plain",
    "1, 0, 1, unknown",
    "1, 9, 1, unknown",
    "0, 0, 1, unknown",
    "7, 6, 1, unknown",
    "1, 6, 2, unknown",
  })
  void suspended_and_on_the_way_are_not_encrypted(
      int conversion, int method, int guard, String expected) {
    assertEquals(Map.of("C:", expected), words(wmi(volume(conversion, "C:", method, guard, 0))));
  }

  @Test
  void sticks_and_volumes_without_a_letter_do_not_count_and_other_drives_do() {
    assertEquals(
        Map.of("C:", "encrypted", "D:", "unknown"),
        words(
            wmi(
                volume(1, "C:", 6, 1, 0)
                    + volume(0, "D:", 0, 0, 1)
                    + volume(0, "", 0, 0, 1)
                    + volume(0, "E:", 0, 0, 2))));
  }

  /** A disk may be a file on the drive of Windows, or at a plug that is called fixed. */
  @ParameterizedTest
  @CsvSource({
    "D:, 17, \\Device\\HarddiskVolume4, plain",
    "D:, 15, \\Device\\HarddiskVolume4, unknown",
    "D:, 7, \\Device\\HarddiskVolume4, unknown",
    "D:, 17, \\Device\\Btrfs{1}, unknown",
    "E:, 17, \\Device\\HarddiskVolume4, unknown",
  })
  void an_administrator_too_knows_only_of_built_in_drives_that_they_are_plain(
      String letter, String bus, String device, String expected) {
    var told = new Told().says(BitLocker.IN_FOLDERS, "");
    told.says(BitLocker.VOLUMES, volume(1, "C:", 6, 1, 0) + volume(0, "D:", 0, 0, 1));
    told.says(
        ShellVolumes.VOLUMES,
        "volume=C:\nkind=3\nsystem=1\n\nvolume=%s\nkind=3\nbus=%s\ndevice=%s\n"
            .formatted(letter, bus, device));
    assertEquals(Map.of("C:", "encrypted", "D:", expected), words(WinDisks.read(told)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "VolumeType=0x",
        "DriveLetter=D:\nVolumeType=1\n",
        "VolumeType=9\n"
      })
  void without_the_volume_of_windows_it_is_not_understood(String text) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(wmi(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, encrypted",
    "2, plain",
    "4, plain",
    "5, suspended",
    "8, suspended",
  })
  void everybody_sees_what_the_shell_shows(String number, String expected) {
    assertEquals(
        Map.of("C:", expected, "D:", "unknown"),
        words(
            shell(
                "volume=C:\nkind=3\nsystem=1\nbitLocker="
                    + number
                    + "\n\nvolume=D:\nkind=3\n\nvolume=E:\nkind=2\nbitLocker=2\n")));
  }

  @ParameterizedTest
  @CsvSource({
    "17, \\Device\\HarddiskVolume4, 2, plain",
    "11, \\Device\\HarddiskVolume4, 1, encrypted",
    "11, \\Device\\HarddiskVolume4, '', unknown",
    "1, \\Device\\HarddiskVolume4, 2, unknown",
    "15, \\Device\\HarddiskVolume4, 2, unknown",
    "'', \\Device\\HarddiskVolume4, 2, unknown",
    "17, \\Device\\Btrfs{1}, 2, unknown",
    "'', '', '', unknown",
    "7, \\Device\\HarddiskVolume4, 2, ",
    "12, \\Device\\HarddiskVolume4, 2, ",
    "17, \\??\\, 2, ",
    "'', \\Device\\Volume{5c0bd8a0-0000-0000-0000-000000000000}, '', ",
  })
  void a_drive_that_is_taken_along_a_folder_and_a_cloud_are_no_drives_of_this_laptop(
      String bus, String device, String number, @Nullable String expected) {
    String other =
        "volume=D:\nkind=3\n"
            + (device.isEmpty() ? "" : "device=" + device + "\n")
            + (bus.isEmpty() ? "" : "bus=" + bus + "\n")
            + (number.isEmpty() ? "code=0x80070490\n" : "bitLocker=" + number + "\n");
    var all = new TreeMap<>(Map.of("C:", "encrypted"));
    if (expected != null) {
      all.put("D:", expected);
    }
    assertEquals(all, words(shell("volume=C:\nkind=3\nsystem=1\nbus=7\nbitLocker=1\n\n" + other)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "volume=C:\nkind=3\nsystem=1\nbitLocker=3\n",
        "volume=C:\nkind=3\nsystem=1\nbitLocker=6\n",
        "volume=C:\nkind=3\nsystem=1\nbitLocker=0\n",
        "volume=C:\nkind=3\nbitLocker=1\n",
        "volume=\\\\x\nkind=3\nsystem=1\nbitLocker=1\n",
        "other=C:\n",
      })
  void anything_else_of_the_shell_is_not_understood(String text) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(shell(text)));
  }

  @Test
  void each_source_is_asked_when_the_one_before_is_denied_or_missing() {
    var told = new Told().says(BitLocker.VOLUMES, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, why(WinDisks.read(told)));
    told.says(ManageBde.STATUS, text("bitlocker/manage-bde-de-win10-19045-decrypted.txt"));
    assertEquals(Map.of("C:", "plain"), words(WinDisks.read(told)));
    told.says(ShellVolumes.VOLUMES, "volume=C:\nkind=3\nsystem=1\nbitLocker=1\n");
    assertEquals(Map.of("C:", "encrypted"), words(WinDisks.read(told)));
    assertEquals(Reason.TOOL_MISSING, why(WinDisks.read(new Told())));
  }
}

package porchlight.gather.windows.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static porchlight.gather.Readings.known;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Reading;
import porchlight.facts.Sharing.Audience;
import porchlight.facts.Sharing.Kind;
import porchlight.facts.Sharing.Offer;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.Keys;
import porchlight.machine.Answer;

/** What a Windows laptop offers to those around. */
class WinSharingTest {
  private static String services(String... states) {
    var text = new StringBuilder();
    for (int i = 0; i < states.length; i++) {
      text.append("service=").append(ShareServices.SERVICES.names().get(i));
      text.append("\nstate=").append(states[i]).append("\n\n");
    }
    return text.toString();
  }

  /** As it comes: files are shared with those who have a password. */
  private static Told laptop() {
    return new Told()
        .says(ShareServices.SERVICES, services("4", "1", "absent", "absent"))
        .says(GuestFiles.NULL_SESSIONS, Keys.with(GuestFiles.NULL_SESSIONS.key()))
        .says(OldFileSharing.SWITCH, Keys.with(OldFileSharing.SWITCH.key()))
        .says(GuestFiles.ANONYMOUS, Keys.with(GuestFiles.ANONYMOUS.key()))
        .says(GuestFiles.GUEST, "Disabled=TRUE\n")
        .says(NearbySharing.CHOICES, nearby("00000000"));
  }

  private static String nearby(String number) {
    return "[HKEY_USERS]\n[HKEY_USERS\\user1]\n"
        + Keys.with(
            "HKU\\user1\\Software\\Microsoft\\Windows\\CurrentVersion\\CDP",
            "\"NearShareChannelUserAuthzPolicy\"=dword:" + number);
  }

  private static Reading<Audience> of(Kind kind, Told told) {
    return known(WinSharing.read(told)).offers().stream()
        .filter(offer -> offer.kind() == kind)
        .map(Offer::audience)
        .findFirst()
        .orElseThrow();
  }

  private static void unknown(Kind kind, Told told) {
    assertInstanceOf(Reading.Unknown.class, of(kind, told));
  }

  @Test
  void as_it_comes_it_offers_nothing_to_everybody() {
    for (Kind kind : List.of(Kind.GUEST_FILES, Kind.INTERNET, Kind.MEDIA, Kind.NEARBY, Kind.SMB1)) {
      assertEquals(Reading.known(Audience.NOBODY), of(kind, laptop()), kind.word());
    }
  }

  @Test
  void without_a_password_files_are_everybodys() {
    var everybody = Reading.known(Audience.EVERYBODY);
    assertEquals(
        everybody, of(Kind.GUEST_FILES, laptop().says(GuestFiles.GUEST, "Disabled=FALSE\n")));
    assertEquals(
        everybody,
        of(
            Kind.GUEST_FILES,
            laptop()
                .says(
                    GuestFiles.NULL_SESSIONS,
                    Keys.with(
                        GuestFiles.NULL_SESSIONS.key(),
                        "\"restrictnullsessaccess\"=dword:00000000"))));
    assertEquals(
        everybody,
        of(
            Kind.GUEST_FILES,
            laptop()
                .says(
                    GuestFiles.ANONYMOUS,
                    Keys.with(
                        GuestFiles.ANONYMOUS.key(),
                        "\"everyoneincludesanonymous\"=dword:00000001"))));
    assertEquals(
        Reading.known(Audience.NOBODY),
        of(
            Kind.GUEST_FILES,
            laptop()
                .says(ShareServices.SERVICES, services("1", "1", "1", "absent"))
                .says(GuestFiles.GUEST, new Answer.Denied())));
    unknown(Kind.GUEST_FILES, laptop().says(GuestFiles.GUEST, ""));
  }

  @ParameterizedTest
  @CsvSource({"00000001, CHOSEN", "00000002, EVERYBODY"})
  void nearby_sharing_is_for_whom_somebody_chose(String number, Audience expected) {
    assertEquals(
        Reading.known(expected),
        of(Kind.NEARBY, laptop().says(NearbySharing.CHOICES, nearby(number))));
    unknown(
        Kind.NEARBY, laptop().says(NearbySharing.CHOICES, "[HKEY_USERS]\n[HKEY_USERS\\user1]\n"));
    unknown(Kind.NEARBY, laptop().says(NearbySharing.CHOICES, "[HKEY_USERS]\n"));
    unknown(
        Kind.NEARBY,
        laptop().says(NearbySharing.CHOICES, nearby("00000000") + "[HKEY_USERS\\user2]\ndenied\n"));
  }

  @Test
  void smb_1_is_served_only_with_its_driver_and_its_feature() {
    var told = laptop().says(ShareServices.SERVICES, services("4", "1", "1", "4"));
    unknown(Kind.SMB1, told);
    told.says(OldFileSharing.FEATURE, "InstallState=1\n");
    assertEquals(Reading.known(Audience.EVERYBODY), of(Kind.SMB1, told));
    told.says(OldFileSharing.FEATURE, "InstallState=2\n");
    assertEquals(Reading.known(Audience.NOBODY), of(Kind.SMB1, told));
    told.says(OldFileSharing.FEATURE, "InstallState=1\n")
        .says(
            OldFileSharing.SWITCH,
            Keys.with(OldFileSharing.SWITCH.key(), "\"SMB1\"=dword:00000000"));
    assertEquals(Reading.known(Audience.NOBODY), of(Kind.SMB1, told));
  }

  @Test
  void a_service_that_runs_offers_to_whom_is_not_told() {
    var told = laptop().says(ShareServices.SERVICES, services("4", "4", "4", "absent"));
    unknown(Kind.INTERNET, told);
    unknown(Kind.MEDIA, told);
  }

  @Test
  void what_is_missing_denied_or_not_understood_is_unknown() {
    for (Answer answer :
        List.of(new Answer.Missing(), new Answer.Denied(), new Answer.Said(0, "x"))) {
      for (Kind kind : List.of(Kind.GUEST_FILES, Kind.INTERNET, Kind.MEDIA, Kind.SMB1)) {
        unknown(kind, laptop().says(ShareServices.SERVICES, answer));
      }
      unknown(Kind.NEARBY, laptop().says(NearbySharing.CHOICES, answer));
      unknown(Kind.GUEST_FILES, laptop().says(GuestFiles.NULL_SESSIONS, answer));
      unknown(Kind.GUEST_FILES, laptop().says(GuestFiles.ANONYMOUS, answer));
    }
  }
}

package porchlight.gather.windows.remote;

import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Sharing;
import porchlight.facts.Sharing.Kind;
import porchlight.facts.Sharing.Offer;
import porchlight.gather.windows.ServiceStates;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** What a Windows laptop, and the people who are signed in, offer to those around. */
public final class WinSharing {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          ShareServices.SERVICES,
          GuestFiles.NULL_SESSIONS,
          GuestFiles.ANONYMOUS,
          GuestFiles.GUEST,
          OldFileSharing.SWITCH,
          OldFileSharing.FEATURE,
          NearbySharing.CHOICES);

  private WinSharing() {}

  public static Reading<Sharing> read(Machine machine) {
    ServiceStates services = ShareServices.ask(machine);
    return Reading.known(
        new Sharing(
            List.of(
                new Offer(Kind.GUEST_FILES, GuestFiles.read(machine, services)),
                new Offer(
                    Kind.INTERNET,
                    ShareServices.unlessOff(
                        services,
                        ShareServices.INTERNET,
                        "its service runs, which virtual machines use as well")),
                new Offer(
                    Kind.MEDIA,
                    ShareServices.unlessOff(
                        services, ShareServices.MEDIA, "it runs, and for whom is not told")),
                new Offer(Kind.NEARBY, NearbySharing.read(machine)),
                new Offer(Kind.SMB1, OldFileSharing.read(machine, services)))));
  }
}
